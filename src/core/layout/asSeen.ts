/** A document as it is seen, for what lays it out: a collapsed container takes the room of its chip, and nothing is in it. */
import type { Catalog } from '../catalog/catalog';
import type { Placement } from '../commands/placeResources';
import type { Document, Flow, FlowId, Resource, ResourceId } from '../model/document';
import { asShown, hiddenIn, isCollapsed } from './collapsed';

/** Arrows of what is out of sight lead to the chip. The very same document where nothing is collapsed. */
export function asSeen(catalog: Catalog, document: Document): Document {
  if (![...document.resources.values()].some((resource) => isCollapsed(catalog, resource))) return document;
  const hidden = hiddenIn(catalog, document.resources);
  const resources = new Map<ResourceId, Resource>();
  for (const [id, resource] of document.resources)
    if (!hidden.has(id)) resources.set(id, asShown(catalog, resource));
  const flows = new Map<FlowId, Flow>();
  for (const [id, flow] of document.flows) {
    const [from, to] = [hidden.get(flow.from) ?? flow.from, hidden.get(flow.to) ?? flow.to];
    if (from !== to) flows.set(id, { ...flow, from, to });
  }
  return { ...document, resources, flows };
}

/** Places that were found for a document as it is seen, for the document itself: a chip moves and keeps the size that it has when it is open. */
export function placesOf(
  catalog: Catalog,
  document: Document,
  places: Readonly<Record<ResourceId, Placement>>,
): Record<ResourceId, Placement> {
  return Object.fromEntries(
    Object.entries(places).map(([id, place]) => {
      const resource = document.resources.get(id);
      return resource !== undefined && isCollapsed(catalog, resource)
        ? [id, { ...place, w: resource.w, h: resource.h }]
        : [id, place];
    }),
  );
}
