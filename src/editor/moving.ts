/** Dragging resources: where they would stand, in what, and the one step that puts them there. */
import type { CommandCall } from '../core/commands';
import { call } from '../core/commands';
import type { Move } from '../core/commands/moveResources';
import { iconMiddle, onBorder, standsOnBorder } from '../core/layout/border';
import { isDrawnOver } from '../core/layout/drawnOver';
import { pulledIn, type Placed } from '../core/layout/fit';
import { gridStep } from '../core/layout/freeSpot';
import type { Point, ResourceId } from '../core/model/document';
import { rememberedChildren, withDescendants } from '../core/model/queries';
import type { Words } from '../lib/words';
import { addressWarning } from './addressWarning';
import type { Box } from '../core/drawing/boxes';
import { topsOf, withCarried } from './carrying';
import { groundNow, landingAt, type Landing } from './drop';
import type { Editor } from './editor';
import { withCopying } from './loadedCopying';
import { roomFor } from './loadedRoom';
import { snappingOf } from './loadedSnapping';
import { isHeldByLock, isLocked, lockedWords, tellLocked } from './locking';
import { movedWords } from './naming';
import { announce, type Gesture } from './session';
import type { Resting } from './snapping';
import { viewOf } from './view';

export interface Taken {
  /** What is dragged of its own: what stands in another one of them goes with that. */
  readonly tops: readonly ResourceId[];
  /** Those of them that stay; copies of them are made all the same. */
  readonly locked: readonly ResourceId[];
  /** All that moves. */
  readonly all: ReadonlySet<ResourceId>;
  /** The one under the pointer. */
  readonly primary: ResourceId;
  readonly start: Point;
}

/** `alone`: frames leave behind what stands in them. */
export function takeUp(
  editor: Editor,
  ids: Iterable<ResourceId>,
  primary: ResourceId,
  start: Point,
  alone = false,
): Taken {
  const { document } = editor.store;
  const own = topsOf(document, ids);
  const isFree = (id: ResourceId): boolean => !isLocked(document, id);
  const free = own.filter(isFree);
  // What is locked stays where it is when a frame around it moves.
  const moving = alone ? free : withCarried(editor, free).filter(isFree);
  const locked = own.filter((id) => !isFree(id));
  const tops = topsOf(document, [...locked, ...moving]);
  return {
    tops,
    locked,
    all: new Set(withDescendants(document, moving, rememberedChildren(document))),
    primary,
    start,
  };
}

export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  readonly mod: boolean;
}

type Moving = Extract<Gesture, { readonly doing: 'moving' }>;

/** The gesture when the pointer has come from where it took things up to `pointer`. */
export function movingTo(editor: Editor, taken: Taken, pointer: Point, keys: Modifiers): Moving {
  const { catalog, store } = editor;
  const { document } = store;
  const boxes = viewOf(editor).standing();
  if (!keys.alt && taken.locked.includes(taken.primary))
    return {
      doing: 'moving',
      positions: new Map(),
      places: new Map(),
      target: undefined,
      refusal: lockedWords(editor, taken.locked),
      copying: false,
    };
  let dx = pointer.x - taken.start.x;
  let dy = pointer.y - taken.start.y;
  const held = keys.shift ? (Math.abs(dx) > Math.abs(dy) ? 'y' : 'x') : undefined;
  if (held === 'y') dy = 0;
  if (held === 'x') dx = 0;
  const at = { x: taken.start.x + dx, y: taken.start.y + dy };
  const lead = boxes.get(taken.primary);
  const rest = lead === undefined || keys.mod ? undefined : restAt(editor, taken, lead, at, keys.alt);
  if (lead !== undefined && !keys.mod) {
    // What is near something else comes to rest there. Otherwise the one under the pointer goes to the grid of its parent,
    // and the others keep their distance from it.
    const origin = boxes.get(lead.resource.parentId ?? '') ?? { x: 0, y: 0 };
    if (held !== 'x') dx = rest?.dx ?? snapped(lead.x + dx - origin.x) + origin.x - lead.x;
    if (held !== 'y') dy = rest?.dy ?? snapped(lead.y + dy - origin.y) + origin.y - lead.y;
  }
  const guides = rest?.guidesAfter(dx, dy) ?? [];
  const positions = new Map<ResourceId, Point>();
  const places = new Map<ResourceId, Placed>();
  let target: ResourceId | null | undefined = null;
  let refusal: Words | undefined;
  for (const id of taken.tops) {
    const box = boxes.get(id);
    const resource = document.resources.get(id);
    if (box === undefined || resource === undefined) continue;
    if (!keys.alt && taken.locked.includes(id)) continue;
    let position: Point = { x: box.x + dx, y: box.y + dy };
    positions.set(id, position);
    const landing: Landing = keys.mod
      ? { parentId: resource.parentId }
      : landingOf(editor, taken, box, position, at, keys.alt);
    if ('refusal' in landing) {
      refusal ??= landing.refusal;
      continue;
    }
    const { parentId } = landing;
    const parent = parentId === null ? undefined : boxes.get(parentId);
    const isOnBorder = parent !== undefined && standsOnBorder(catalog, resource.kind, parent.resource.kind);
    if (isOnBorder && !keys.mod) {
      position = onBorder(parent, box, { x: position.x + box.w / 2, y: position.y + iconMiddle });
      positions.set(id, position);
    }
    const raw = {
      x: Math.round(position.x - (parent?.x ?? 0)),
      y: Math.round(position.y - (parent?.y ?? 0)),
      w: box.w,
      h: box.h,
    };
    const isHeld = parent !== undefined && !keys.mod && !isOnBorder && !isDrawnOver(catalog, resource.kind);
    places.set(id, { ...(isHeld ? pulledIn(parent, raw) : raw), kind: resource.kind, parentId });
    if (id === taken.primary) target = parentId;
  }
  const before = editor.session.getState().gesture;
  // What the addresses have against it changes only with the container.
  const warning =
    refusal !== undefined || target === undefined
      ? undefined
      : before?.doing === 'moving' && before.target === target && before.copying === keys.alt
        ? before.warning
        : keys.alt
          ? undefined
          : addressWarning(catalog, document, taken.tops, target);
  return {
    doing: 'moving',
    positions,
    places,
    target: refusal === undefined ? target : undefined,
    ...(refusal === undefined ? {} : { refusal }),
    ...(warning === undefined ? {} : { warning }),
    ...(guides.length === 0 ? {} : { guides }),
    copying: keys.alt,
  };
}

/** Where it would come to rest in what the one under the pointer would be dropped into; what goes onto a border does not. */
function restAt(editor: Editor, taken: Taken, lead: Box, at: Point, copying: boolean): Resting | undefined {
  const snapping = snappingOf(editor);
  if (snapping === undefined) return undefined;
  const { catalog } = editor;
  const boxes = viewOf(editor).standing();
  const { kind } = lead.resource;
  const without = copying ? noOne : taken.all;
  const to = { x: lead.x + at.x - taken.start.x, y: lead.y + at.y - taken.start.y };
  const landing = landingOf(editor, taken, lead, to, at, copying);
  if ('refusal' in landing) return undefined;
  const parent = boxes.get(landing.parentId ?? '');
  if (parent !== undefined && standsOnBorder(catalog, kind, parent.resource.kind)) return undefined;
  const moved = taken.tops.filter((id) => copying || !taken.locked.includes(id));
  return snapping.restOf(
    editor,
    moved.flatMap((id) => boxes.get(id) ?? []),
    { x: at.x - taken.start.x, y: at.y - taken.start.y },
    snapping.groundIn(editor, landing.parentId, without),
  );
}

const noOne: ReadonlySet<ResourceId> = new Set();

/** Where something goes that was moved to `to`: by the pointer for what is under that, by its own middle for the rest. */
function landingOf(
  editor: Editor,
  taken: Taken,
  { resource, w, h }: Box,
  to: Point,
  pointer: Point,
  copying: boolean,
): Landing {
  const { catalog } = editor;
  const isOver = isDrawnOver(catalog, resource.kind);
  const hold =
    resource.id === taken.primary && !isOver
      ? pointer
      : { x: to.x + w / 2, y: to.y + (isOver ? h / 2 : Math.min(iconMiddle, h / 2)) };
  const ground = groundNow(editor);
  return landingAt(ground, resource.kind, hold, copying ? noOne : taken.all, false, { ...to, w, h });
}

export function snapped(value: number): number {
  return Math.round(value / gridStep) * gridStep;
}

/** Puts things down where the gesture has them: one step. Nothing happens where it was refused. */
export function putDown(editor: Editor, taken: Taken, gesture: Moving): void {
  const locked = gesture.copying ? [] : taken.locked;
  if (gesture.target === undefined) {
    if (locked.length > 0) tellLocked(editor, locked);
    else if (gesture.refusal !== undefined) announce(editor.session, gesture.refusal);
    return;
  }
  const { document } = editor.store;
  const { places } = gesture;
  if (gesture.copying) {
    withCopying(({ duplicateTo }) => duplicateTo(editor, taken.tops, places));
    return;
  }
  const moves: Move[] = [];
  for (const [id, { parentId, x, y }] of places) {
    const before = document.resources.get(id);
    if (before?.parentId !== parentId || before.x !== x || before.y !== y) moves.push({ id, parentId, x, y });
  }
  if (moves.length === 0) return;
  const changedParents = moves.filter(
    ({ id, parentId }) => document.resources.get(id)?.parentId !== parentId,
  );
  const title = { en: 'Move', ja: '移動' };
  if (!commitWithGrowth(editor, call('moveResources', { moves }), places, title)) return;
  if (changedParents.length > 0) announce(editor.session, movedWords(editor, changedParents));
  tellLocked(editor, locked);
}

/** Runs a change with the room that what is new takes and the growing of containers that it asks for, as one step; not where one of these is locked, which is told. */
export function commitWithGrowth(
  editor: Editor,
  change: CommandCall,
  places: ReadonlyMap<ResourceId, Placed>,
  title: Words,
): boolean {
  const grown = roomFor(editor, places);
  if (isHeldByLock(editor, grown)) return false;
  const commands = [change];
  if (grown.size > 0) commands.push(call('placeResources', { places: Object.fromEntries(grown) }));
  editor.store.apply({ title, commands });
  return true;
}
