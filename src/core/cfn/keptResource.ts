/** A resource of a template as it is to be after a change in the diagram, as far as possible in its author's words. */
import type { ResourceId } from '../model/document';
import type { Holds } from './chosenBranch';
import { resourceOf } from './exported';
import type { TakenProperties } from './mapping';
import { mergeValue } from './mergeValue';
import type { Rendered, RenderedEntry } from './render';
import { schemaOf } from './schema/schema';
import { sameValue, type ObjectValue } from './source/syntax';
import type { CfnResource, CfnValue } from './template';

/** The properties that a type takes from another one, of the kind that a resource is. */
export type TakenBy = (owner: ResourceId, type: string) => TakenProperties;

/** A resource of the author's text as it is to be now; undefined when it goes. */
export function keptResource(
  logicalId: string,
  own: CfnValue,
  before: Rendered,
  after: Rendered,
  absorbed: ReadonlyMap<string, readonly string[]>,
  superseded: ReadonlySet<string>,
  holds: Holds,
  takenBy: TakenBy,
): CfnResource | undefined {
  // What an author wrote as a resource is one, or is written back as it was.
  const asWritten = own as unknown as CfnResource;
  const [old, now] = [before.entries.get(logicalId), after.entries.get(logicalId)];
  if (old !== undefined && now !== undefined) {
    if (sameEntry(old, now)) return asWritten;
    // A type that we read and do not write may take other properties, and say them otherwise.
    const taken = asWritten.Type === now.type ? undefined : takenBy(now.owner, asWritten.Type);
    const [was, is] = [valueOf(old, taken), valueOf(now, taken)];
    const merged = mergeValue(own, was, is, holds) as unknown as CfnResource;
    return taken === undefined ? merged : onlyKnown(merged, asWritten, taken);
  }
  if (old !== undefined) return undefined;
  if (now !== undefined) return resourceOf(now);
  const owners = absorbed.get(logicalId);
  if (owners === undefined) return asWritten;
  // A satellite that we do not write: it stays as long as one of its owners does.
  const stays = !superseded.has(logicalId) && owners.some((owner) => after.entries.has(owner));
  return stays ? asWritten : undefined;
}

function onlyKnown(
  merged: CfnResource,
  { Type, Properties = {} }: CfnResource,
  others: TakenProperties,
): CfnResource {
  const taken = schemaOf(Type)?.properties;
  const stated = Object.entries(merged.Properties ?? {}).filter(
    ([name]) => Object.hasOwn(Properties, name) || taken?.has(name) === true || Object.hasOwn(others, name),
  );
  return { ...merged, Properties: Object.fromEntries(stated) };
}

export function sameEntry(a: RenderedEntry | undefined, b: RenderedEntry | undefined): boolean {
  return a !== undefined && b !== undefined && sameValue(valueOf(a), valueOf(b));
}

/** With `taken`, in the words of another type. */
function valueOf(entry: RenderedEntry, taken: TakenProperties = {}): CfnValue {
  const { DependsOn, Properties, ...resource } = resourceOf(entry);
  return {
    ...resource,
    ...(Properties === undefined ? {} : { Properties: inWordsOf(taken, Properties) }),
    DependsOn: typeof DependsOn === 'object' ? [...DependsOn].sort() : DependsOn,
  };
}

function inWordsOf(taken: TakenProperties, properties: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const said = Object.hasOwn(taken, name) ? taken[name] : undefined;
      return [name, said === undefined || value === undefined ? value : said(value)];
    }),
  );
}
