/**
 * Tidy: puts what overlaps apart, brings into line what is nearly in line, and makes containers large enough, and leaves all else
 * where the user put it. What was left of something stays left of it. The same document always gives the same places, and
 * a tidy one none at all.
 */
import { isSameRect, type Rect } from '../../lib/rect';
import type { Catalog } from '../catalog/catalog';
import type { Placement } from '../commands/placeResources';
import type { Document, Resource, ResourceId } from '../model/document';
import { ancestors, childrenByParent } from '../model/queries';
import { standsOnBorder } from './border';
import { onBorderAgain } from './borderPlaces';
import { isDrawnOver } from './drawnOver';
import { padding, titleRoom } from './fit';
import { inLine } from './inLine';
import { keptApart, type Piece } from './keptApart';
import { titleWordsOf } from './titleWidth';

interface TidyOptions {
  /** What is tidied: all in a container, or on the canvas (null); with `only`, these alone, which stand in it themselves. */
  readonly container: ResourceId | null;
  readonly only?: ReadonlySet<ResourceId>;
  /** What keeps its place and its size whatever happens; where it is a container, what stands in it too. */
  readonly isHeld: (resource: Resource) => boolean;
}

/** What is nearly in line with what has just been moved comes into line with it: mostly two passes, seldom three. */
const mostPasses = 12;

/** What changes, relative to the parents; a container's own size too. */
export function tidyInPlace(
  catalog: Catalog,
  document: Document,
  options: TidyOptions,
): Readonly<Record<ResourceId, Placement>> {
  const places: Record<ResourceId, Placement> = {};
  let now = document;
  for (let pass = 0; pass < mostPasses; pass++) {
    const moved = onePass(catalog, now, options);
    if (Object.keys(moved).length === 0) break;
    Object.assign(places, moved);
    const resources = new Map(now.resources);
    for (const [id, place] of Object.entries(moved)) {
      const resource = resources.get(id);
      if (resource !== undefined) resources.set(id, { ...resource, ...place });
    }
    now = { ...now, resources };
  }
  return places;
}

function onePass(
  catalog: Catalog,
  document: Document,
  { container, only, isHeld }: TidyOptions,
): Readonly<Record<ResourceId, Placement>> {
  const byParent = childrenByParent(document);
  const places: Record<ResourceId, Placement> = {};
  const takesRoom = ({ kind }: Resource): boolean => {
    const { as } = catalog.kind(kind).shape;
    return as !== 'chip' && as !== 'badge' && !isDrawnOver(catalog, kind);
  };

  /** Tidies what is in a box, the innermost first; gives the box's new size. */
  const within = (parent: Resource | null): { readonly w: number; readonly h: number } => {
    const size = { w: parent?.w ?? 0, h: parent?.h ?? 0 };
    const children = (byParent.get(parent?.id ?? null) ?? []).filter(takesRoom);
    if (children.length === 0 || (parent !== null && isHeld(parent))) return size;
    const isOnBorder = ({ kind }: Resource): boolean => standsOnBorder(catalog, kind, parent?.kind);
    const inside = children.filter((child) => !isOnBorder(child));
    const pieces = inside.map((resource): Piece => {
      const { id, x, y, w, h } = resource;
      const isContainer = catalog.kind(resource.kind).shape.as === 'container';
      const grown = isContainer && only === undefined ? within(resource) : { w, h };
      const isFixed = isHeld(resource) || (only !== undefined && !only.has(id));
      return { id, was: { x, y, w, h }, rect: { x, y, ...grown }, isBox: isContainer, isFixed };
    });
    const gateways = children.filter(isOnBorder);
    const room = {
      least: parent === null ? undefined : { x: padding, y: titleRoom },
      taken: gateways.map(({ x, y, w, h }): Rect => ({ x, y, w, h })),
    };
    const tidied = inLine(keptApart(pieces, room), room);
    const after = {
      w: Math.max(size.w, ...tidied.map(({ rect }) => Math.ceil(rect.x + rect.w + padding))),
      h: Math.max(size.h, ...tidied.map(({ rect }) => Math.ceil(rect.y + rect.h + padding))),
    };
    for (const { id, was, rect } of tidied) if (!isSameRect(was, rect)) places[id] = { ...rect };
    if (parent !== null && only === undefined) {
      const title = titleWordsOf(catalog, document, parent);
      Object.assign(
        places,
        onBorderAgain(
          gateways,
          size,
          after,
          title,
          tidied.map(({ rect }) => rect),
          isHeld,
        ),
      );
    }
    return after;
  };

  const top = container === null ? null : document.resources.get(container);
  if (top === undefined) return {};
  if (top !== null && ancestors(document, top.id).some(isHeld)) return {};
  const after = within(top);
  if (top !== null && (after.w !== top.w || after.h !== top.h))
    places[top.id] = { x: top.x, y: top.y, w: after.w, h: after.h };
  return places;
}
