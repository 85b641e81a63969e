/** Copy, paste and duplicate, with the selection as the source and a fitting container as the destination. */
import { call } from '../core/commands';
import { iconMiddle, onBorder, standsOnBorder } from '../core/layout/border';
import { asShown } from '../core/layout/collapsed';
import type { Placed } from '../core/layout/fit';
import { gridStep } from '../core/layout/freeSpot';
import type { Document, ResourceId } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import { absolutePosition } from '../core/model/queries';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';
import type { Rect } from '../lib/rect';
import type { Words } from '../lib/words';
import { cutOut, freshCopy, copyOf, type Copied, type Copy, type NewPlace } from './clipboard';
import { carriers, topsOf, withCarried } from './carrying';
import { keptInFrames, type Places } from './copiedFrames';
import { deleteSelection, lockedAmong } from './deleting';
import type { Editor } from './editor';
import { commitWithGrowth } from './moving';
import { meantByPaste, putOnClipboard, readClipboard } from './ownClipboard';
import { freeSpot } from './place';
import { announce } from './session';
import { placesAsBefore, placesAtPointer, placesAtSelection, type Clip } from './pastePlaces';
import { viewOf } from './view';

/** What tells our text on a clipboard from others': a diagram file with this beside it. */
const marker = 'vpcanvasClipboard';

export function copyToClipboard(editor: Editor): void {
  void putOnClipboard(copySelection(editor));
}

/**
 * With what stands in frames, as that is copied with them. What is locked is not cut: a copy of it in another place would
 * be a second one.
 */
export function cutSelection(editor: Editor): void {
  const { session } = editor;
  const selected = [...session.getState().selection];
  const all = new Set([...selected, ...withCarried(editor, selected)]);
  const free = [...all].filter((id) => lockedAmong(editor, [id]).length === 0);
  if (free.length > 0) {
    session.setState({ selection: new Set(free) });
    copyToClipboard(editor);
  }
  session.setState({ selection: all });
  deleteSelection(editor);
}

/** The selection, and what stands in the frames of it, as text for the clipboard: a diagram of its own, and where each of it stood. */
export function copySelection(editor: Editor): string {
  const { store, session, catalog } = editor;
  const { document } = store;
  const { resources, flows } = cutOut(document, withCarried(editor, [...session.getState().selection]));
  const given = new Set(resources.map(({ id }) => id));
  const homes: Record<ResourceId, ResourceId | null> = {};
  const part: Document = {
    ...emptyDocument,
    settings: document.settings,
    flows: new Map(flows.map((flow) => [flow.id, flow])),
    resources: new Map(
      resources.map((resource) => {
        if (resource.parentId !== null && given.has(resource.parentId)) return [resource.id, resource];
        homes[resource.id] = resource.parentId;
        return [resource.id, { ...resource, parentId: null, ...absolutePosition(document, resource.id) }];
      }),
    ),
  };
  announce(session, {
    en: resources.length === 1 ? 'Copied' : `${resources.length} resources copied`,
    ja: `${resources.length} 個のリソースをコピーしました`,
  });
  return `{"${marker}":${JSON.stringify(homes)},"diagram":${writeDiagram(catalog, part)}}`;
}

/**
 * `given`: what the browser says is on the clipboard; empty where there is nothing, or it does not say. `hasWaited`: it was
 * said before anything could be copied here.
 */
export function pasteGivenText(editor: Editor, given: string, inPlace: boolean, hasWaited: boolean): void {
  const text = meantByPaste(given, hasWaited);
  if (text === '') editor.tellForeignText?.('', undefined);
  else pasteText(editor, text, inPlace);
}

/** Where nothing is handed over: from a menu. */
export async function pasteFromClipboard(editor: Editor, inPlace: boolean): Promise<void> {
  pasteGivenText(editor, await readClipboard(), inPlace, false);
}

/** Pastes text of the clipboard, read as carefully as a file. Text of others is told of and left alone. */
export function pasteText(editor: Editor, text: string, inPlace: boolean): void {
  const read = readClipboardText(editor, text);
  if (!('homes' in read)) {
    if (editor.tellForeignText !== undefined) {
      editor.tellForeignText(text, read.damage);
      return;
    }
    announce(editor.session, {
      en: 'There is nothing from a diagram on the clipboard',
      ja: 'クリップボードに構成図のリソースはありません',
    });
    return;
  }
  const isPointedAt = viewOf(editor).pointer !== null || editor.session.getState().selection.size === 0;
  const places = inPlace
    ? placesAsBefore(editor, read)
    : isPointedAt
      ? placesAtPointer(editor, read)
      : placesAtSelection(editor, read);
  paste(editor, read.copied, places);
}

/** `damage`: why what was copied from a diagram cannot be read; undefined where it comes from elsewhere. */
function readClipboardText({ catalog }: Editor, text: string): Clip | { readonly damage: Words | undefined } {
  const start = `{"${marker}":`;
  if (!text.startsWith(start)) return { damage: undefined };
  const middle = text.indexOf(',"diagram":');
  if (middle < 0) return { damage: cutOff };
  const homes = new Map<ResourceId, ResourceId | null>();
  try {
    const given: unknown = JSON.parse(text.slice(start.length, middle));
    if (typeof given !== 'object' || given === null) return { damage: cutOff };
    for (const [id, home] of Object.entries(given)) homes.set(id, typeof home === 'string' ? home : null);
  } catch {
    return { damage: cutOff };
  }
  const read = readDiagram(catalog, text.slice(middle + ',"diagram":'.length, -1));
  if ('failure' in read) return { damage: text.endsWith('}}') ? read.failure.message : cutOff };
  const { document } = read;
  const tops = [...document.resources.values()].filter(({ parentId }) => parentId === null);
  return {
    copied: cutOut(
      document,
      tops.map(({ id }) => id),
    ),
    homes,
  };
}

const cutOff: Words = {
  en: 'It is not whole: a part of it is missing.',
  ja: '内容の一部が欠けています。',
};

function paste(editor: Editor, copied: Copied, places: Places): void {
  commitCopy(
    editor,
    freshCopy(editor, copied, places),
    { en: 'Paste', ja: '貼り付け' },
    copied.resources.length,
  );
}

/** Beside the original, where there is room; what stands in a frame stands in the copy as it does there. */
export function duplicateSelection(editor: Editor): void {
  const { session, store, catalog } = editor;
  const boxes = viewOf(editor).standing();
  const given = topsOf(store.document, session.getState().selection);
  const carried = carriers(catalog, boxes, given);
  const taken: Rect[] = [];
  const beside: Places = (id) => placeBeside(editor, id, taken);
  const copy = copyOf(editor, [...given, ...carried.keys()], keptInFrames(editor, beside, boxes, carried));
  commitCopy(editor, copy, { en: 'Duplicate', ja: '複製' }, copy.resources.length);
}

/** `taken`: places of other copies, on the canvas; that of this one is added. */
function placeBeside(editor: Editor, id: ResourceId, taken: Rect[]): NewPlace | undefined {
  const { catalog, store } = editor;
  const boxes = viewOf(editor).standing();
  const resource = store.document.resources.get(id);
  const box = boxes.get(id);
  if (resource === undefined) return undefined;
  const { parentId } = resource;
  if (box === undefined) return { parentId, x: resource.x, y: resource.y };
  const parent = parentId === null ? undefined : boxes.get(parentId);
  const onEdge = parent !== undefined && standsOnBorder(catalog, resource.kind, parent.resource.kind);
  const wanted = { x: box.x + box.w + gridStep, y: box.y, w: box.w, h: box.h };
  const rect = onEdge
    ? { ...wanted, ...onBorder(parent, box, { x: wanted.x + wanted.w / 2, y: wanted.y + iconMiddle }) }
    : freeSpot(editor, parentId, wanted, taken);
  taken.push(rect);
  return { parentId, x: rect.x - (parent?.x ?? 0), y: rect.y - (parent?.y ?? 0) };
}

/** At the places to which copies were dragged. */
export function duplicateTo(
  editor: Editor,
  ids: readonly ResourceId[],
  places: ReadonlyMap<ResourceId, Placed>,
): void {
  const { resources, flows, tops } = copyOf(editor, ids, (id) => {
    const place = places.get(id);
    return place === undefined ? undefined : { parentId: place.parentId, x: place.x, y: place.y };
  });
  if (resources.length === 0) return;
  const placed = new Map(
    resources.map((resource): [ResourceId, Placed] => [resource.id, asShown(editor.catalog, resource)]),
  );
  const title = { en: 'Duplicate', ja: '複製' };
  if (!commitWithGrowth(editor, call('pasteResources', { resources, flows }), placed, title)) return;
  editor.session.setState({ selection: new Set(tops) });
  announce(editor.session, {
    en: tops.length === 1 ? 'Duplicated' : `${tops.length} resources duplicated`,
    ja: `${tops.length} 個のリソースを複製しました`,
  });
}

function commitCopy(
  editor: Editor,
  { resources, flows, tops }: Copy,
  title: { readonly en: string; readonly ja: string },
  asked: number,
): void {
  const { session } = editor;
  if (resources.length === 0) {
    if (asked > 0)
      announce(session, {
        en: 'Nothing here can hold what was copied',
        ja: 'コピーしたリソースを置ける場所がありません',
      });
    return;
  }
  const places = new Map(
    resources.map((resource): [ResourceId, Placed] => [resource.id, asShown(editor.catalog, resource)]),
  );
  if (!commitWithGrowth(editor, call('pasteResources', { resources, flows }), places, title)) return;
  session.setState({ selection: new Set(tops) });
  announce(session, {
    en: `${resources.length === 1 ? '1 resource' : `${resources.length} resources`} added`,
    ja: `${resources.length} 個のリソースを追加しました`,
  });
}
