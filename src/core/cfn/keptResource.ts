/** A resource of a template as it is to be after a change in the diagram, as far as possible in its author's words. */
import type { ResourceId } from '../model/document';
import type { Holds } from './chosenBranch';
import { resourceOf } from './exported';
import { mergeValue } from './mergeValue';
import type { Rendered, RenderedEntry } from './render';
import { schemaOf } from './schema/schema';
import { sameValue } from './source/syntax';
import type { CfnResource, CfnValue } from './template';

/** The properties that a type takes in the words of another, of the kind that a resource is. */
export type TakenBy = (owner: ResourceId, type: string) => readonly string[];

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
    const merged = mergeValue(own, valueOf(old), valueOf(now), holds) as unknown as CfnResource;
    // A type that we read and do not write may take other properties.
    return asWritten.Type === now.type
      ? merged
      : onlyKnown(merged, asWritten, takenBy(now.owner, asWritten.Type));
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
  others: readonly string[],
): CfnResource {
  const taken = schemaOf(Type)?.properties;
  const stated = Object.entries(merged.Properties ?? {}).filter(
    ([name]) => Object.hasOwn(Properties, name) || taken?.has(name) === true || others.includes(name),
  );
  return { ...merged, Properties: Object.fromEntries(stated) };
}

export function sameEntry(a: RenderedEntry | undefined, b: RenderedEntry | undefined): boolean {
  return a !== undefined && b !== undefined && sameValue(valueOf(a), valueOf(b));
}

function valueOf(entry: RenderedEntry): CfnValue {
  const { DependsOn, ...resource } = resourceOf(entry);
  return { ...resource, DependsOn: typeof DependsOn === 'object' ? [...DependsOn].sort() : DependsOn };
}
