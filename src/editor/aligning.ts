/**
 * Aligning and distributing what is selected within one container, as one step. Nothing leaves its container, what is locked
 * stays, and what stands on the border moves along its border only. What comes to cover a neighbour is said.
 */
import { call } from '../core/commands';
import type { Placement } from '../core/commands/placeResources';
import { acrossOf, aligned, distributed, lengthAlong, type Alignment, type Axis } from '../core/layout/align';
import { iconMiddle, standsOnBorder } from '../core/layout/border';
import { isDrawnOver } from '../core/layout/drawnOver';
import { innerSpace } from '../core/layout/fit';
import type { ResourceId } from '../core/model/document';
import { japanese } from '../lib/japanese';
import { around, clamp, overlaps, type Rect } from '../lib/rect';
import type { Words } from '../lib/words';
import type { Box } from '../core/drawing/boxes';
import type { Editor } from './editor';
import { gliding } from './gliding';
import { lockedWords } from './locking';
import { topsOf } from './carrying';
import { shortName } from './naming';
import { indexOf } from '../lib/rectIndex';
import { announce, notify } from './session';
import { boxesIn } from './siblings';
import { viewOf } from './view';

export function align(editor: Editor, title: Words, alignment: Alignment): void {
  const chosen = chosenBoxes(editor, acrossOf(alignment));
  if (chosen === undefined) return;
  const { boxes, parent } = chosen;
  const inner = parent === undefined ? undefined : innerOf(parent);
  if (boxes.length === 1 && inner === undefined) {
    notify(editor.session, {
      en: 'Nothing to align with: select several, or one that stands in a container',
      ja: '揃える相手がありません。複数のリソースか、コンテナ内のリソースを選択してください',
    });
    return;
  }
  const frame = boxes.length === 1 ? inner : undefined;
  const all = boxes.map((box) => ({ rect: box, isFixed: box.resource.locked === true }));
  commit(editor, title, acrossOf(alignment), chosen, aligned(all, alignment, frame));
}

export function distribute(editor: Editor, title: Words, axis: Axis): void {
  const chosen = chosenBoxes(editor, axis);
  if (chosen === undefined) return;
  const { boxes } = chosen;
  if (boxes.length < 3) {
    notify(editor.session, {
      en: 'Equal gaps need three resources in one container: select more',
      ja: '等間隔に並べるには、同じコンテナ内のリソースを 3 つ以上選択してください',
    });
    return;
  }
  const result = distributed(
    boxes.map((box) => ({ rect: box, isFixed: box.resource.locked === true })),
    axis,
  );
  if ('missing' in result) {
    notify(editor.session, {
      en: `No room for gaps: ${result.missing} px more are needed between the outermost`,
      ja: `間隔を空ける余地がありません。両端の間にあと ${result.missing} px 必要です`,
    });
    return;
  }
  commit(editor, title, axis, chosen, result.places);
}

interface Chosen {
  /** What can move along the axis, or keeps its place though it could. */
  readonly boxes: readonly Box[];
  readonly parent: Box | undefined;
  readonly parentId: ResourceId | null;
}

/** Undefined where nothing can be done; that is said then. */
function chosenBoxes(editor: Editor, axis: Axis): Chosen | undefined {
  const { store, session } = editor;
  const boxes = viewOf(editor).standing();
  const selected = topsOf(store.document, session.getState().selection).flatMap((id) => boxes.get(id) ?? []);
  const parentId = selected[0]?.resource.parentId ?? null;
  if (selected.some(({ resource }) => resource.parentId !== parentId)) {
    notify(session, {
      en: 'They stand in different containers: select what stands side by side in one',
      ja: '異なるコンテナにあります。同じコンテナ内のリソースを選択してください',
    });
    return undefined;
  }
  const parent = parentId === null ? undefined : boxes.get(parentId);
  const movable = selected.filter((box) => isFreeAlong(editor, box, parent, axis));
  if (movable.every(({ resource }) => resource.locked === true)) {
    const [first] = selected;
    if (first !== undefined) notify(session, whyNot(editor, first));
    return undefined;
  }
  return { boxes: movable, parent, parentId };
}

function whyNot(editor: Editor, { resource }: Box): Words {
  if (resource.locked === true) return lockedWords(editor, [resource.id]);
  const { en, ja } = shortName(editor, resource.id);
  return { en: `${en} moves only along its border`, ja: japanese`${ja}は境界線に沿ってのみ移動します` };
}

/** What stands on a border moves along it and not across. */
function isFreeAlong({ catalog }: Editor, box: Box, parent: Box | undefined, axis: Axis): boolean {
  if (parent === undefined || !standsOnBorder(catalog, box.resource.kind, parent.resource.kind)) return true;
  const middle = box.y + iconMiddle;
  const isAboveOrBelow = Math.abs(middle - parent.y) < 2 || Math.abs(middle - parent.y - parent.h) < 2;
  return isAboveOrBelow === (axis === 'x');
}

function innerOf(parent: Box): Rect {
  const { x, y, w, h } = innerSpace(parent);
  return { x: parent.x + x, y: parent.y + y, w, h };
}

function commit(
  editor: Editor,
  title: Words,
  axis: Axis,
  { boxes, parent, parentId }: Chosen,
  wanted: readonly number[],
): void {
  const { catalog, store, session } = editor;
  // What stood too near the border already may stay there, but nothing comes nearer.
  const inner = parent === undefined ? undefined : innerOf(parent);
  const limits = inner === undefined ? undefined : around(boxes.length === 1 ? [inner] : [inner, ...boxes]);
  const places: Record<ResourceId, Partial<Placement>> = {};
  const moved: { readonly box: Box; readonly rect: Rect }[] = [];
  const held: Box[] = [];
  for (const [index, box] of boxes.entries()) {
    const length = lengthAlong[axis];
    const place = wanted[index] ?? box[axis];
    const onBorder = parent !== undefined && standsOnBorder(catalog, box.resource.kind, parent.resource.kind);
    const within = onBorder ? parent : limits;
    const high = within === undefined ? Infinity : within[axis] + within[length] - box[length];
    const low = within === undefined ? -Infinity : within[axis];
    const kept = box.resource.locked === true ? box[axis] : clamp(place, low, Math.max(low, high));
    if (kept !== place) held.push(box);
    if (kept === box[axis]) continue;
    places[box.resource.id] = { [axis]: box.resource[axis] + Math.round(kept - box[axis]) };
    moved.push({ box, rect: { x: box.x, y: box.y, w: box.w, h: box.h, [axis]: kept } });
  }
  if (moved.length === 0) {
    notify(session, { en: `${title.en}: nothing to move`, ja: `${title.ja}: 移動するものはありません` });
    return;
  }
  const covered = newlyCovered(editor, parentId, moved);
  gliding(editor, () => store.apply({ title, commands: [call('placeResources', { places })] }));
  const says = [...covered, ...held.map((box) => heldWords(editor, box, parent))];
  if (says.length === 0) {
    announce(session, {
      en: `${title.en}: ${moved.length} moved`,
      ja: `${title.ja}: ${moved.length} 件を移動しました`,
    });
    return;
  }
  notify(session, {
    en: says.map(({ en }) => en).join('. '),
    ja: says.map(({ ja }) => ja).join('。'),
  });
}

function heldWords(editor: Editor, box: Box, parent: Box | undefined): Words {
  const what = shortName(editor, box.resource.id);
  const where = parent === undefined ? { en: '', ja: '' } : shortName(editor, parent.resource.id);
  return {
    en: `${what.en} was kept inside ${where.en}`,
    ja: japanese`${what.ja}は${where.ja}の内側に留めました`,
  };
}

/** What covers a neighbour now and did not before; the first pair by name, the rest as a number. */
function newlyCovered(
  editor: Editor,
  parentId: ResourceId | null,
  moved: readonly { readonly box: Box; readonly rect: Rect }[],
): readonly Words[] {
  // What is drawn over others is meant to cover them.
  const isOver = ({ resource }: Box): boolean => isDrawnOver(editor.catalog, resource.kind);
  const siblings = boxesIn(viewOf(editor).standing(), parentId).filter((box) => !isOver(box));
  const now = new Map<Box, Rect>(moved.map(({ box, rect }) => [box, rect]));
  const boxOf = new Map<Rect, Box>(siblings.map((box) => [now.get(box) ?? box, box]));
  const near = indexOf([...boxOf.keys()]);
  const pairs: (readonly [Box, Box])[] = [];
  for (const { box, rect } of moved.filter((each) => !isOver(each.box)))
    for (const found of near(rect)) {
      const other = boxOf.get(found);
      if (other === undefined || other === box || overlaps(box, other)) continue;
      if (!pairs.some(([a, b]) => a === other && b === box)) pairs.push([box, other]);
    }
  const [first] = pairs;
  if (first === undefined) return [];
  const [a, b] = [shortName(editor, first[0].resource.id), shortName(editor, first[1].resource.id)];
  const more = pairs.length - 1;
  return [
    {
      en: `${a.en} now covers ${b.en}${more === 0 ? '' : `, and ${more} more overlap`}; undo takes it back`,
      ja: japanese`${a.ja}が${b.ja}に重なりました${more === 0 ? '' : ` (ほか ${more} 件)`}。元に戻すと解消します`,
    },
  ];
}
