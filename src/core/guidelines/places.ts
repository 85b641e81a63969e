/** New places as plans: what else has to grow or to make room for them is part of it. */
import type { Rect } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { call } from '../commands';
import type { Placement } from '../commands/placeResources';
import type { Box } from '../drawing/boxes';
import { asSeen, placesOf } from '../layout/asSeen';
import { asShown } from '../layout/collapsed';
import { growth, type Placed } from '../layout/fit';
import { tidyInPlace } from '../layout/tidyInPlace';
import type { Resource, ResourceId } from '../model/document';
import { ancestors } from '../model/queries';
import type { Plan } from '../plans/plan';
import type { Drawing } from './drawing';

type Places = Readonly<Record<ResourceId, Partial<Placement>>>;

/** Moves or resizes these and nothing else. */
export function placing(title: Words, places: Places): Plan {
  return { title, commands: [call('placeResources', { places })] };
}

/** Where a box goes on the canvas, as a place relative to what it stands in. */
export function placeAt({ resource, x, y }: Box, to: Partial<Rect>): Partial<Placement> {
  const { w, h } = to;
  return {
    x: resource.x + (to.x ?? x) - x,
    y: resource.y + (to.y ?? y) - y,
    ...(w === undefined ? {} : { w }),
    ...(h === undefined ? {} : { h }),
  };
}

/** These places, with the containers that grow for them and what these push aside. */
export function placingWithRoom(drawing: Drawing, title: Words, places: Places): Plan {
  const { catalog, document } = drawing;
  const placed = new Map<ResourceId, Placed>();
  for (const [id, place] of Object.entries(places)) {
    const resource = document.resources.get(id);
    if (resource !== undefined) placed.set(id, asShown(catalog, { ...resource, ...place }));
  }
  const all: Record<ResourceId, Partial<Placement>> = { ...places };
  for (const [id, change] of growth(catalog, document, placed)) all[id] = { ...all[id], ...change };
  return placing(title, all);
}

/** Tidy for some of what stands in a container (null: on the canvas), or for all of it. Undefined where that changes nothing. */
export function tidying(
  drawing: Drawing,
  title: Words,
  container: ResourceId | null,
  only?: readonly ResourceId[],
): Plan | undefined {
  const { catalog, document } = drawing;
  const found = tidyInPlace(catalog, asSeen(catalog, document), {
    container,
    ...(only === undefined ? {} : { only: new Set(only) }),
    isHeld: (resource) => isHeld(drawing, resource),
  });
  const places = placesOf(catalog, document, found);
  if (Object.keys(places).length === 0) return undefined;
  const after = new Map<ResourceId, Placed>();
  for (const id of only ?? (container === null ? [] : [container])) {
    const [resource, place] = [document.resources.get(id), places[id]];
    if (resource !== undefined && place !== undefined)
      after.set(id, asShown(catalog, { ...resource, ...place }));
  }
  const all: Record<ResourceId, Partial<Placement>> = { ...places };
  // What has a place of its own by now is not pushed as well.
  for (const [id, change] of growth(catalog, document, after))
    if (places[id] === undefined || id === container) all[id] = { ...all[id], ...change };
  return placing(title, all);
}

function isHeld({ document }: Drawing, resource: Resource): boolean {
  return resource.locked === true || ancestors(document, resource.id).some(({ locked }) => locked === true);
}
