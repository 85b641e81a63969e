import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Unknown } from '../model/value';
import type { Surroundings } from './kind';

/**
 * A field describes one prop of a kind: how a person edits it, what it starts as, and what can be said about a value
 * without looking at another resource. The inspector, the reader of diagram files, the clearing of references after a
 * deletion and the drawn edges are all made from it.
 *
 * `T` is the concrete value; any prop but a table or a list of references may also hold an `Unknown`.
 */
export type Field<T = unknown> =
  | TextField<T>
  | CidrField<T>
  | NumberField<T>
  | ToggleField<T>
  | ChoiceField<T>
  | ArtField<T>
  | RefField<T>
  | RefsField<T>
  | PeerField<T>
  | RowsField<T>;

interface FieldBase<T> {
  readonly label: Words;
  readonly help?: Words;
  /** What a new resource starts with, and what a file that lacks the prop is read as. */
  readonly default: T;
  /** The CloudFormation property it stands for: what a finding on this field points at in a template. */
  readonly property?: string;
  /** Shown under "More" in the inspector. */
  readonly advanced?: boolean;
  /** What is wrong with the value on its own; undefined when nothing is. Never throws. */
  readonly check?: (value: T) => Words | undefined;
  /** Where what surrounds the resource decides instead of the prop: a subnet's zone, in an Availability Zone box. */
  readonly inherited?: (around: Surroundings) => Inherited | undefined;
  /** Whether it means anything beside the other values: ports do not, where every protocol is meant. */
  readonly applies?: (beside: Readonly<Record<string, unknown>>) => boolean;
  /** Whether no two of a network may have the same: a copy gets what its kind proposes. CIDR blocks always are so. */
  readonly distinct?: boolean;
}

/**
 * What becomes of a reference when what it names is copied. `join`: the copy is named as well, in a table by a row of its
 * own. `join-one-per-zone`: so, unless it names something in the zone of the copy already.
 */
export type WhenCopied = 'join' | 'join-one-per-zone';

export interface Inherited {
  readonly value: unknown;
  readonly from: ResourceId;
}

export interface TextField<T> extends FieldBase<T> {
  readonly control: 'text';
  /** Several lines, as in a note. */
  readonly multiline?: boolean;
  readonly suggestions?: (region: string) => readonly string[];
  /** Whether it is an IPv4 address of a subnet, which one only can have; empty where AWS chooses one. */
  readonly isAddress?: boolean;
}

/** A CIDR block or an address, as typed. */
export interface CidrField<T> extends FieldBase<T> {
  readonly control: 'cidr';
  readonly family: 4 | 6;
}

export interface NumberField<T> extends FieldBase<T> {
  readonly control: 'number';
  readonly min: number;
  readonly max: number;
  readonly unit?: Words;
  /** Whether it may be empty (null). */
  readonly optional?: boolean;
  /** The column that ends the range which this one begins; people edit both as one text: 443, 1024-65535. */
  readonly rangeTo?: string;
}

export interface ToggleField<T> extends FieldBase<T> {
  readonly control: 'toggle';
}

export interface ChoiceField<T> extends FieldBase<T> {
  readonly control: 'choice';
  readonly options: (region: string) => readonly Option[];
}

export interface Option {
  readonly value: string;
  readonly label: Words;
}

/** A picture: a file of the icon pack by its path without ending, or an image as a data URL; empty for none. */
export interface ArtField<T> extends FieldBase<T> {
  readonly control: 'art';
  readonly of: 'icon' | 'image';
}

/** The id of one other resource, or null. */
export interface RefField<T> extends FieldBase<T> {
  readonly control: 'ref';
  readonly kinds: readonly KindName[];
  /** What null means, in the empty line of the menu: "the main route table". */
  readonly none: Words;
  /**
   * The resource that null stands for here, where the diagram has it: the VPC's main route table. The same for all of a
   * kind in one network.
   */
  readonly noneMeans?: (around: Surroundings) => ResourceId | null;
  /** Whether an edge is drawn on the canvas. */
  readonly drawn?: boolean;
  /** For a column of a table. */
  readonly whenCopied?: WhenCopied;
}

/** The ids of other resources, as a map, since their order is not the point. */
export interface RefsField<T> extends FieldBase<T> {
  readonly control: 'refs';
  readonly kinds: readonly KindName[];
  readonly drawn?: boolean;
  /**
   * Where it names containers of the sort that its resource stands in itself, the resource has a foot in each of them: it
   * is not copied with one of them, but joined by the copy.
   */
  readonly whenCopied?: WhenCopied;
}

/** Addresses or those who own them: the destination of a route, the peer of a security-group rule. */
export interface PeerField<T> extends FieldBase<T> {
  readonly control: 'peer';
  /** The kinds that may be named instead of addresses. */
  readonly kinds: readonly KindName[];
  /** Whether the prefix list of an AWS service may be named. */
  readonly prefixLists: boolean;
  /** Whether an edge is drawn on the canvas to a resource that is named. */
  readonly drawn?: boolean;
  readonly whenCopied?: WhenCopied;
}

/** A table, keyed by row. */
export interface RowsField<T> extends FieldBase<T> {
  readonly control: 'rows';
  readonly columns: Readonly<Record<string, Field>>;
  readonly addLabel: Words;
  /** The column whose number sorts the rows, where the order decides (network ACLs). */
  readonly sortedBy?: string;
  /** Whether the rows are routes: the engine says what has become of each (`RouteState`). */
  readonly routes?: boolean;
  /** Rows that people add often: HTTPS from anywhere. What a preset does not say is the column's default. */
  readonly presets?: readonly Preset[];
}

export interface Preset {
  readonly label: Words;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The value of a `PeerField`: a CIDR block or the name of an AWS-managed prefix list, or a reference. */
export type Peer = string | { readonly ref: ResourceId };

export type Refs = Readonly<Record<ResourceId, true>>;
export type Rows<Row> = Readonly<Record<string, Row>>;

/** The concrete part of a prop's type. */
export type Known<V> = Exclude<V, Unknown>;

/** One field for every prop. */
export type Fields<P> = { readonly [N in keyof P]-?: Field<Known<P[N]>> };

/** Makes a row's fields look like any field's, the type parameter being forgotten on purpose. */
export function columns<Row>(fields: Fields<Row>): Readonly<Record<string, Field>> {
  // The catalog treats all values as unknown and hands each back only to the field that described it.
  return fields as unknown as Readonly<Record<string, Field>>;
}
