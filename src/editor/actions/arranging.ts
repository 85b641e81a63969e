/** Nudging. */
import { call } from '../../core/commands';
import type { Placement } from '../../core/commands/placeResources';
import { growth, type Placed } from '../../core/layout/fit';
import { gridStep } from '../../core/layout/freeSpot';
import type { ResourceId } from '../../core/model/document';
import { nudgeBend } from '../bending';
import type { Box } from '../../core/drawing/boxes';
import type { Editor } from '../editor';
import { loadSpacing } from '../loadedSpacing';
import { isHeldByLock, tellLockedOnce } from '../locking';
import { topsOf, withCarried } from '../carrying';
import { viewOf } from '../view';
import type { Action } from './action';
import type { Words } from '../../lib/words';

/** What of the selection moves of its own; some of it may be locked. */
function selectedBoxes(editor: Editor): Box[] {
  return standing(editor, topsOf(editor.store.document, editor.session.getState().selection));
}

function standing(editor: Editor, ids: readonly ResourceId[]): Box[] {
  const boxes = viewOf(editor).standing();
  return ids.flatMap((id) => boxes.get(id) ?? []);
}

function nudgeBy(editor: Editor, dx: number, dy: number): void {
  const selected = selectedBoxes(editor);
  const isMovable = ({ resource }: Box): boolean => resource.locked !== true;
  const movable = selected.filter(isMovable);
  const carried = standing(
    editor,
    withCarried(
      editor,
      movable.map(({ resource }) => resource.id),
    ),
  ).filter(isMovable);
  if (carried.length > 0)
    moveTo(
      editor,
      { en: 'Nudge', ja: '移動' },
      new Map(carried.map((box) => [box, { x: box.x + dx, y: box.y + dy }])),
    );
  tellLockedOnce(
    editor,
    selected.filter((box) => !isMovable(box)).map(({ resource }) => resource.id),
  );
}

function moveTo(
  editor: Editor,
  title: Words,
  moved: ReadonlyMap<Box, { readonly x: number; readonly y: number }>,
): void {
  const places: Record<ResourceId, Partial<Placement>> = {};
  const after = new Map<ResourceId, Placed>();
  for (const [box, { x, y }] of moved) {
    const { resource } = box;
    const next = { x: Math.round(resource.x + x - box.x), y: Math.round(resource.y + y - box.y) };
    places[resource.id] = next;
    after.set(resource.id, { ...resource, w: box.w, h: box.h, ...next });
  }
  const commands = [call('placeResources', { places })];
  const grown = growth(editor.catalog, editor.store.document, after);
  if (isHeldByLock(editor, grown)) return;
  if (grown.size > 0) commands.push(call('placeResources', { places: Object.fromEntries(grown) }));
  editor.store.apply({ title, commands });
}

const nudge = (name: string, key: string, dx: number, dy: number, label: Words): Action[] =>
  ([1, 10] as const).map((times) => ({
    id: `nudge-${name}${times === 10 ? '-far' : ''}`,
    label: times === 10 ? { en: `${label.en} by 10`, ja: `${label.ja} (10 倍)` } : label,
    keys: [times === 10 ? { key, shift: true } : { key }],
    group: 'arrange',
    onCanvas: true,
    repeats: true,
    keyboardOnly: true,
    enabled: (editor) => {
      const { bendInHand, tool } = editor.session.getState();
      return bendInHand !== null || tool.tool === 'space' || selectedBoxes(editor).length > 0;
    },
    run: (editor) => {
      const { bendInHand, tool } = editor.session.getState();
      const far = times * gridStep;
      if (tool.tool === 'space')
        void loadSpacing().then((making) => making.spaceByKey(editor, dx * far, dy * far));
      else if (bendInHand === null) nudgeBy(editor, dx * far, dy * far);
      else nudgeBend(editor, bendInHand, { x: dx * far, y: dy * far });
    },
  }));

export const arranging: readonly Action[] = [
  ...nudge('left', 'ArrowLeft', -1, 0, { en: 'Nudge left', ja: '左へずらす' }),
  ...nudge('right', 'ArrowRight', 1, 0, { en: 'Nudge right', ja: '右へずらす' }),
  ...nudge('up', 'ArrowUp', 0, -1, { en: 'Nudge up', ja: '上へずらす' }),
  ...nudge('down', 'ArrowDown', 0, 1, { en: 'Nudge down', ja: '下へずらす' }),
];
