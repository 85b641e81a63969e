/** Nudging, tidying up, arranging by connections. */
import { call } from '../../core/commands';
import type { Placement } from '../../core/commands/placeResources';
import { iconMiddle, standsOnBorder } from '../../core/layout/border';
import { growth, type Placed } from '../../core/layout/fit';
import { gridStep } from '../../core/layout/freeSpot';
import type { Resource, ResourceId } from '../../core/model/document';
import { tidy } from '../../core/layout/tidy';
import type { Box } from '../boxes';
import { onBorder } from '../drop';
import type { Editor } from '../editor';
import { gliding } from '../gliding';
import { topsOf } from '../moving';
import { announce } from '../session';
import { viewOf } from '../view';
import type { Action } from './action';
import type { Words } from '../../lib/words';

/** What of the selection moves of its own and is not locked. */
function movable(editor: Editor): Box[] {
  const { document } = editor.store;
  const boxes = viewOf(editor).standing();
  return topsOf(document, editor.session.getState().selection).flatMap((id) => {
    const box = boxes.get(id);
    return box === undefined || box.resource.locked === true ? [] : [box];
  });
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
    enabled: (editor) => movable(editor).length > 0,
    run: (editor) =>
      moveTo(
        editor,
        { en: 'Nudge', ja: '移動' },
        new Map(
          movable(editor).map((box) => [
            box,
            { x: box.x + dx * times * gridStep, y: box.y + dy * times * gridStep },
          ]),
        ),
      ),
  }));

function tidyUp(editor: Editor): void {
  const { catalog, store, session } = editor;
  const container = containerInHand(editor);
  placeAll(
    editor,
    { en: 'Tidy', ja: '整列' },
    container,
    tidy(catalog, store.document, container?.id ?? null),
  );
  announce(session, {
    en: container === undefined ? 'Diagram tidied' : `${container.name} tidied`,
    ja: container === undefined ? '図を整えました' : `${container.name}を整えました`,
  });
}

/** A container when one alone is selected, else the whole canvas. */
function containerInHand({ session, store, catalog }: Editor): Resource | undefined {
  const { selection } = session.getState();
  const [only] = selection.size === 1 ? selection : [];
  const resource = only === undefined ? undefined : store.document.resources.get(only);
  return resource !== undefined && catalog.kind(resource.kind).shape.as === 'container'
    ? resource
    : undefined;
}

/** By how things are connected. It takes a moment in a worker; should the diagram change meanwhile, the answer is dropped. */
async function arrangeByConnections(editor: Editor): Promise<void> {
  const { catalog, store, session } = editor;
  const container = containerInHand(editor);
  const { document } = store;
  announce(session, { en: 'Arranging …', ja: '配置しています…' });
  try {
    const [{ arrange }, { elkGraph, placesFrom }] = await Promise.all([
      import('../../worker/arrange'),
      import('../../core/layout/elkGraph'),
    ]);
    const graph = await arrange(elkGraph(catalog, document, container?.id ?? null));
    if (store.document !== document) {
      announce(session, {
        en: 'The diagram changed meanwhile; nothing was arranged',
        ja: '処理中に図が変更されたため、配置を中止しました',
      });
      return;
    }
    placeAll(
      editor,
      { en: 'Arrange', ja: '配置' },
      container,
      placesFrom(document, graph, container?.id ?? null),
    );
    announce(session, { en: 'Arranged by connections', ja: '接続に沿って配置しました' });
  } catch {
    announce(session, {
      en: 'Arrange could not be started in this browser; Tidy works without it',
      ja: 'このブラウザでは配置を実行できませんでした。「自動で整える」は利用できます',
    });
  }
}

/** New places for what is in a container (and its new size), with what grows around it, as one step. */
function placeAll(
  editor: Editor,
  title: Words,
  container: Resource | undefined,
  places: Readonly<Record<ResourceId, Placement>>,
): void {
  const { catalog, store } = editor;
  const commands = [call('placeResources', { places: { ...places, ...onBorderAgain(editor, places) } })];
  const place = container === undefined ? undefined : places[container.id];
  if (container !== undefined && place !== undefined) {
    const after = new Map<ResourceId, Placed>([[container.id, { ...container, ...place }]]);
    const grown = growth(catalog, store.document, after);
    if (grown.size > 0) commands.push(call('placeResources', { places: Object.fromEntries(grown) }));
  }
  gliding(editor, () => store.apply({ title, commands }));
}

/** What stands on the border of a container whose size changes, and has no new place of its own, stays on it. */
function onBorderAgain(
  { catalog, store }: Editor,
  places: Readonly<Record<ResourceId, Placement>>,
): Record<ResourceId, Partial<Placement>> {
  const moved: Record<ResourceId, Partial<Placement>> = {};
  for (const child of store.document.resources.values()) {
    const parent = child.parentId === null ? undefined : store.document.resources.get(child.parentId);
    const place = parent === undefined ? undefined : places[parent.id];
    if (parent === undefined || place === undefined || places[child.id] !== undefined) continue;
    if (!standsOnBorder(catalog, child.kind, parent.kind)) continue;
    const middle = {
      x: ((child.x + child.w / 2) / parent.w) * place.w,
      y: ((child.y + iconMiddle) / parent.h) * place.h,
    };
    moved[child.id] = onBorder({ x: 0, y: 0, w: place.w, h: place.h }, child, middle);
  }
  return moved;
}

export const arranging: readonly Action[] = [
  {
    id: 'arrange',
    label: { en: 'Arrange by connections', ja: '接続に沿って配置' },
    group: 'arrange',
    enabled: ({ store }) => store.document.resources.size > 1,
    run: (editor) => void arrangeByConnections(editor),
  },
  {
    id: 'tidy',
    label: { en: 'Tidy', ja: '自動で整える' },
    labelNow: (editor) => {
      const container = containerInHand(editor);
      return container === undefined
        ? { en: 'Tidy diagram', ja: '図全体を整える' }
        : { en: `Tidy ${container.name}`, ja: `${container.name}を整える` };
    },
    keys: [{ code: 'KeyT', alt: true, shift: true }],
    group: 'arrange',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: tidyUp,
  },
  ...nudge('left', 'ArrowLeft', -1, 0, { en: 'Nudge left', ja: '左へずらす' }),
  ...nudge('right', 'ArrowRight', 1, 0, { en: 'Nudge right', ja: '右へずらす' }),
  ...nudge('up', 'ArrowUp', 0, -1, { en: 'Nudge up', ja: '上へずらす' }),
  ...nudge('down', 'ArrowDown', 0, 1, { en: 'Nudge down', ja: '下へずらす' }),
];
