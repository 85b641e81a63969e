/** Bringing what is selected before, or behind, what it overlaps in its container. The order is one of the view; no template has it. */
import { call } from '../core/commands';
import { restacked, type Stacked, type Stacking } from '../core/layout/stacking';
import type { ResourceId } from '../core/model/document';
import { drawingKey } from '../core/model/queries';
import { japanese } from '../lib/japanese';
import { overlaps } from '../lib/rect';
import type { Words } from '../lib/words';
import type { Box } from '../core/drawing/boxes';
import type { Editor } from './editor';
import { layerOf } from '../core/drawing/layers';
import { tellLocked } from './locking';
import { topsOf } from './carrying';
import { shortName } from './naming';
import { announce, notify } from './session';
import { boxesIn } from './siblings';
import { viewOf } from './view';

/** One step; where nothing would be seen of it, that is said. */
export function restack(editor: Editor, title: Words, way: Stacking): void {
  const { store, session } = editor;
  const boxes = viewOf(editor).standing();
  const selected = topsOf(store.document, session.getState().selection).flatMap((id) => boxes.get(id) ?? []);
  const free = selected.filter(({ resource }) => resource.locked !== true);
  const locked = selected.filter((box) => !free.includes(box)).map(({ resource }) => resource.id);
  const orders = newOrders(editor, free, way);
  if (orders.size > 0) {
    store.apply({ title, commands: [call('setZOrders', { orders: Object.fromEntries(orders) })] });
    announce(session, doneWords(editor, [...orders.keys()], way));
  } else {
    const [first] = free;
    if (first !== undefined) notify(session, whyNothing(editor, first, way));
  }
  tellLocked(editor, locked);
}

function newOrders(editor: Editor, chosen: readonly Box[], way: Stacking): Map<ResourceId, string> {
  const found = new Map<ResourceId, string>();
  const ids = new Set(chosen.map(({ resource }) => resource.id));
  const keyOf = ({ resource }: Box): string => found.get(resource.id) ?? drawingKey(resource);
  // The one that goes farthest goes first, or last where all go to the end, so that none passes another one of them.
  const inOrder = [...chosen].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const box of way === 'forward' || way === 'back' ? inOrder.reverse() : inOrder) {
    const siblings = besides(editor, box);
    const stacked = siblings
      .map((each): Stacked => ({ id: each.resource.id, key: keyOf(each) }))
      .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
    const key = restacked(
      stacked,
      box.resource.id,
      new Set(overlapping(siblings, box).flatMap((id) => (ids.has(id) ? [] : [id]))),
      way,
    );
    if (key !== undefined) found.set(box.resource.id, key);
  }
  return found;
}

/** Its siblings, itself among them, that are drawn in the same band: all icons are drawn before all boxes. */
function besides(editor: Editor, box: Box): readonly Box[] {
  const layer = layerOf(editor.catalog, box);
  const all = boxesIn(viewOf(editor).standing(), box.resource.parentId);
  return all.filter((each) => layerOf(editor.catalog, each) === layer);
}

function overlapping(siblings: readonly Box[], box: Box): ResourceId[] {
  return siblings.filter((each) => each !== box && overlaps(each, box)).map(({ resource }) => resource.id);
}

function doneWords(editor: Editor, ids: readonly ResourceId[], way: Stacking): Words {
  const [first] = ids;
  const what =
    first !== undefined && ids.length === 1
      ? shortName(editor, first)
      : { en: `${ids.length} resources`, ja: `${ids.length} 個のリソース` };
  switch (way) {
    case 'forward':
      return { en: `${what.en} brought forward`, ja: japanese`${what.ja}を前面へ移動しました` };
    case 'backward':
      return { en: `${what.en} sent backward`, ja: japanese`${what.ja}を背面へ移動しました` };
    case 'front':
      return { en: `${what.en} brought to the front`, ja: japanese`${what.ja}を最前面へ移動しました` };
    case 'back':
      return { en: `${what.en} sent to the back`, ja: japanese`${what.ja}を最背面へ移動しました` };
  }
}

function whyNothing(editor: Editor, box: Box, way: Stacking): Words {
  const { en, ja } = shortName(editor, box.resource.id);
  const isAlone = overlapping(besides(editor, box), box).length === 0;
  // A picture may be under a note, or over an icon: that is so whatever order they are put in.
  if (isAlone && overlapping(boxesIn(viewOf(editor).standing(), box.resource.parentId), box).length > 0)
    return {
      en: `${en} overlaps nothing of its own sort. Numbers always lie over resources and notes, these over lines, lines over images, and images over arrows and boxes`,
      ja: japanese`${ja}に重なる同種の項目はありません。番号、リソースとメモ、線、画像、矢印とボックスの順に、常に前面から表示されます`,
    };
  if (isAlone)
    return {
      en: `Nothing beside ${en} overlaps it: the order changes nothing`,
      ja: japanese`${ja}に重なるものがないため、重なり順を変えても表示は変わりません`,
    };
  return way === 'forward' || way === 'front'
    ? { en: `${en} is in front of all it overlaps`, ja: japanese`${ja}はすでに、重なるものの前面にあります` }
    : { en: `${en} is behind all it overlaps`, ja: japanese`${ja}はすでに、重なるものの背面にあります` };
}
