/** Copies of frames, in which stands what stands in the originals. */
import type { ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import type { NewPlace } from './clipboard';
import type { Standing } from './carrying';
import type { Editor } from './editor';
import { mayStandIn } from './inside';

/** Where the copy of each is to stand; undefined for what is left out. */
export type Places = (id: ResourceId) => NewPlace | undefined;

/** The kinds of all that comes to stand in one container with the copy of this one: its own, and of what it carries. */
export function kindsWith(
  id: ResourceId,
  stood: ReadonlyMap<ResourceId, Standing>,
  carried: ReadonlyMap<ResourceId, ResourceId>,
): KindName[] {
  const own = stood.get(id)?.resource.kind;
  const others = [...carried].flatMap(([each, frame]) =>
    frame === id ? kindsWith(each, stood, carried) : [],
  );
  return own === undefined ? others : [own, ...others];
}

/**
 * What a frame carries comes to stand in its copy as it stood in the frame, wherever it may stand in what holds the copy.
 * `stood`: where each was. `carried`: with which frame each goes.
 */
export function keptInFrames(
  editor: Editor,
  places: Places,
  stood: ReadonlyMap<ResourceId, Standing>,
  carried: ReadonlyMap<ResourceId, ResourceId>,
): Places {
  const known = new Map<ResourceId, NewPlace | undefined>();
  const inFrame = (id: ResourceId, frameId: ResourceId): NewPlace | undefined => {
    const [place, own, frame] = [placeOf(frameId), stood.get(id), stood.get(frameId)];
    if (place === undefined || own === undefined || frame === undefined) return undefined;
    const home = editor.store.document.resources.get(place.parentId ?? '');
    if (!mayStandIn(editor, own.resource.kind, home?.kind)) return undefined;
    return { ...place, x: place.x + own.x - frame.x, y: place.y + own.y - frame.y };
  };
  const placeOf: Places = (id) => {
    const frameId = carried.get(id);
    // A place that is given is taken: asked for twice it would be another one.
    if (!known.has(id))
      known.set(id, (frameId === undefined ? undefined : inFrame(id, frameId)) ?? places(id));
    return known.get(id);
  };
  return placeOf;
}
