/** What changed between two versions of a design: its resources, and who reaches whom. */
import type { Catalog } from '../catalog/catalog';
import type { Document, ResourceId } from '../model/document';
import { alignedWith } from './aligned';
import { reachChanges, type ReachChanges } from './reachChanges';
import { resourceChanges, type ResourceChange } from './resourceChanges';

export interface Diff {
  readonly resources: readonly ResourceChange[];
  readonly reach: ReachChanges;
  /** The Regions of the two, where they are different ones. */
  readonly region: { readonly before: string; readonly after: string } | null;
  /** The later design under the ids of the earlier one, which all of this speaks in. */
  readonly after: Document;
  /** The id that a resource has in the later design itself. */
  readonly ownId: (id: ResourceId) => ResourceId;
}

export function diffOf(catalog: Catalog, before: Document, after: Document): Diff {
  const diff = resourceDiffOf(catalog, before, after);
  return { ...diff, reach: reachChanges(catalog, before, diff.after) };
}

/** Without who reaches whom, which of a large design takes by far the most time. */
export function resourceDiffOf(catalog: Catalog, before: Document, after: Document): Diff {
  const aligned = alignedWith(catalog, before, after);
  const regions = { before: before.settings.region, after: after.settings.region };
  return {
    resources: resourceChanges(catalog, before, aligned.document),
    reach: { ends: [], pairs: [], lost: 0, won: 0, doubtful: 0, flows: [] },
    region: regions.before === regions.after ? null : regions,
    after: aligned.document,
    ownId: aligned.ownId,
  };
}

/** Whether the two are one network, drawn in one way or another. */
export function isSameNetwork({ resources, reach, region }: Diff): boolean {
  return resources.length === 0 && reach.pairs.length === 0 && reach.flows.length === 0 && region === null;
}
