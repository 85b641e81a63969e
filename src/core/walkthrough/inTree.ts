/** All resources in the order in which one tells of them: each before what stands in it. */
import type { Document, Resource } from '../model/document';
import { childrenByParent } from '../model/queries';
import { compareOrder } from '../../lib/order';

export interface Placed {
  readonly resource: Resource;
  /** How many containers are around it. */
  readonly depth: number;
}

/** Each resource once. */
export function inTree(document: Document): readonly Placed[] {
  const byParent = childrenByParent(document);
  const found = new Map<string, Placed>();
  const visit = (resource: Resource, depth: number): void => {
    if (found.has(resource.id)) return;
    found.set(resource.id, { resource, depth });
    for (const child of [...(byParent.get(resource.id) ?? [])].sort(compareOrder)) visit(child, depth + 1);
  };
  for (const resource of [...(byParent.get(null) ?? [])].sort(compareOrder)) visit(resource, 0);
  return [...found.values()];
}
