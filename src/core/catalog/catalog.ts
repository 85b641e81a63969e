import type { Resource } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Field } from './field';
import type { AddressProps, Kind, Preset } from './kind';

/** All kinds, by name. `core` is handed one and never asks where it came from. */
export interface Catalog {
  readonly kinds: ReadonlyMap<string, AnyKind>;
  /** Throws for a name that is no kind: a document never holds one. */
  kind(name: string): AnyKind;
  /** The fields of a kind, by prop. */
  fields(name: string): ReadonlyMap<string, Field>;
}

/**
 * A kind whose own props have been forgotten, so that kinds can stand in one map. It is sound because a kind's
 * functions are only ever called with a resource of that kind: `catalog.kind(resource.kind)`.
 */
export type AnyKind = Omit<
  Kind,
  'look' | 'propose' | 'tidy' | 'facts' | 'price' | 'cfn' | 'fields' | 'presets' | 'addresses'
> & {
  readonly [P in 'look' | 'propose' | 'tidy' | 'facts' | 'price']?: NonNullable<Kind[P]> extends (
    resource: never,
    around: infer A,
  ) => infer R
    ? (resource: Resource, around: A) => R
    : never;
} & {
  readonly fields: Readonly<Record<string, Field>>;
  readonly addresses?: AddressProps<Readonly<Record<string, unknown>>>;
  readonly presets?: readonly AnyPreset[];
  readonly cfn?: import('../cfn/mapping').AnyCfnMapping;
};

/** A preset whose kind has been forgotten: its props go only into a resource of that kind. */
export type AnyPreset = Preset<Readonly<Record<string, unknown>>>;

/** Throws when two kinds have one name: a programmer's error. */
export function createCatalog(kinds: Iterable<{ readonly kind: KindName }>): Catalog {
  const byName = new Map<string, AnyKind>();
  for (const kind of kinds) {
    if (byName.has(kind.kind)) throw new Error(`two kinds are named ${kind.kind}`);
    // The one place where a kind's type parameter is forgotten; see AnyKind for why it is safe.
    byName.set(kind.kind, kind as unknown as AnyKind);
  }
  const fieldsByKind = new Map<string, ReadonlyMap<string, Field>>();
  for (const kind of byName.values()) fieldsByKind.set(kind.kind, new Map(Object.entries(kind.fields)));
  const kind = (name: string): AnyKind => {
    const found = byName.get(name);
    if (found === undefined) throw new Error(`no kind is named ${name}`);
    return found;
  };
  return {
    kinds: byName,
    kind,
    fields: (name) => fieldsByKind.get(kind(name).kind) ?? new Map(),
  };
}
