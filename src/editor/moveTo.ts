/** Moving the selection into another container that is chosen by name: what dragging does, for those who do not drag. */
import { call } from '../core/commands';
import type { Move } from '../core/commands/moveResources';
import type { Placed } from '../core/layout/fit';
import type { Resource, ResourceId } from '../core/model/document';
import { ancestors } from '../core/model/queries';
import { japanese } from '../lib/japanese';
import type { Rect } from '../lib/rect';
import type { Words } from '../lib/words';
import { addressWarning } from './addressWarning';
import { refusalWords } from './drop';
import type { Editor } from './editor';
import { mayStandIn, placeInside } from './inside';
import { topsOf } from './carrying';
import { commitWithGrowth } from './moving';
import { movedWords, shortName } from './naming';
import { announce } from './session';
import { walkingOrder } from './walking';

export interface Destination {
  /** A container; null is the bare canvas. */
  readonly id: ResourceId | null;
  /** Why the selection may not go there; absent where it may. */
  readonly refusal?: Words;
}

/** What of the selection moves of its own: what stands in another selected thing goes with that. */
export function movedBySelection({ session, store }: Editor): readonly Resource[] {
  const { document } = store;
  return topsOf(document, session.getState().selection).flatMap((id) => {
    const resource = document.resources.get(id);
    return resource === undefined || resource.locked === true ? [] : [resource];
  });
}

/** The canvas and every container, in the order of Tab. */
export function destinationsFor(editor: Editor): readonly Destination[] {
  const moved = movedBySelection(editor);
  const { catalog, store } = editor;
  const boxes = walkingOrder(editor).filter((id) => {
    const resource = store.document.resources.get(id);
    return resource !== undefined && catalog.kind(resource.kind).shape.as === 'container';
  });
  return [null, ...boxes].map((id): Destination => {
    const refusal = refusalToMove(editor, moved, id);
    return refusal === undefined ? { id } : { id, refusal };
  });
}

/** Why these may not go there; undefined where they may. */
export function refusalToMove(
  editor: Editor,
  moved: readonly Resource[],
  target: ResourceId | null,
): Words | undefined {
  const { catalog, store } = editor;
  const { document } = store;
  if (moved.length === 0)
    return { en: 'Nothing selected can be moved', ja: '選択中に移動できるリソースがありません' };
  if (moved.every(({ parentId }) => parentId === target))
    return { en: 'It stands there already', ja: 'すでにここにあります' };
  const around = target === null ? [] : [target, ...ancestors(document, target).map((box) => box.id)];
  const own = moved.find(({ id }) => around.includes(id));
  if (own !== undefined) {
    const name = shortName(editor, own.id);
    return {
      en: `${name.en} cannot stand in itself`,
      ja: japanese`${name.ja}を自身の中に移動することはできません`,
    };
  }
  const parent = target === null ? undefined : document.resources.get(target);
  const misfit = moved.find(({ kind }) => !mayStandIn(editor, kind, parent?.kind));
  if (misfit === undefined) return undefined;
  if (target !== null) return refusalWords(catalog, catalog.kind(misfit.kind), document, target);
  const { label, parents } = catalog.kind(misfit.kind);
  const homes = parents.flatMap((each) => (each === 'canvas' ? [] : [catalog.kind(each).label]));
  return {
    en: `${label.en} cannot stand on the bare canvas; it goes in ${homes.map(({ en }) => en).join(' or ')}`,
    ja: japanese`${label.ja}はキャンバスに直接置けません。置ける場所: ${homes.map(({ ja }) => ja).join('または')}`,
  };
}

/** What the addresses would have against it: a CIDR block that is taken there. Not for what is refused. */
export function warningOfMove(
  { catalog, store }: Editor,
  moved: readonly Resource[],
  target: ResourceId | null,
) {
  return addressWarning(
    catalog,
    store.document,
    moved.map(({ id }) => id),
    target,
  );
}

/** Puts the selection there as one step and says so; where it may not go, says why, and changes nothing. */
export function moveSelectionTo(editor: Editor, target: ResourceId | null): void {
  const moved = movedBySelection(editor);
  const refusal = refusalToMove(editor, moved, target);
  if (refusal !== undefined) {
    announce(editor.session, refusal);
    return;
  }
  const taken: Rect[] = [];
  const moves: Move[] = [];
  const places = new Map<ResourceId, Placed>();
  for (const resource of moved) {
    if (resource.parentId === target) continue;
    const place = placeInside(editor, resource, target, taken);
    moves.push({ id: resource.id, parentId: target, ...place });
    if (resource.w > 0 && resource.h > 0)
      places.set(resource.id, { ...resource, ...place, parentId: target });
  }
  commitWithGrowth(editor, call('moveResources', { moves }), places, { en: 'Move', ja: '移動' });
  announce(editor.session, movedWords(editor, moves));
}
