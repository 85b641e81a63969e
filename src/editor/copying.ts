/** Copy, paste and duplicate, with the selection as the source and a fitting container as the destination. */
import { call } from '../core/commands';
import { iconMiddle, onBorder, standsOnBorder } from '../core/layout/border';
import { asShown, isCollapsed } from '../core/layout/collapsed';
import { isDrawnOver } from '../core/layout/drawnOver';
import { pulledIn, type Placed } from '../core/layout/fit';
import { gridStep } from '../core/layout/freeSpot';
import type { Document, Point, Resource, ResourceId } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import { absolutePosition, ancestors } from '../core/model/queries';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';
import { around, centreOf, overlaps, type Rect } from '../lib/rect';
import type { Words } from '../lib/words';
import { cutOut, freshCopy, copyOf, type Copied, type Copy, type NewPlace } from './clipboard';
import { carriers, topsOf, withCarried } from './carrying';
import { keptInFrames, type Places } from './copiedFrames';
import { landingAt } from './drop';
import type { Editor } from './editor';
import { homeAtSelection, mayStandIn, placeInside } from './inside';
import { commitWithGrowth, snapped } from './moving';
import { freeSpot } from './place';
import { announce } from './session';
import { boxesIn } from './siblings';
import { viewOf, viewRect } from './view';

/** What tells our text on a clipboard from others': a diagram file with this beside it. */
const marker = 'vpcanvasClipboard';

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

interface Clip {
  readonly copied: Copied;
  readonly homes: ReadonlyMap<ResourceId, ResourceId | null>;
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

/** Where each stood, when its container still is there and may hold it. */
function placesAsBefore(editor: Editor, { copied, homes }: Clip): Places {
  const { document } = editor.store;
  const boxes = viewOf(editor).standing();
  return (id) => {
    const resource = copied.resources.find((each) => each.id === id);
    const home = homes.get(id) ?? null;
    const box = home === null ? undefined : boxes.get(home);
    if (resource === undefined) return undefined;
    const parent = home === null ? undefined : document.resources.get(home);
    if (mayStandIn(editor, resource.kind, parent?.kind))
      return { parentId: parent?.id ?? null, x: resource.x - (box?.x ?? 0), y: resource.y - (box?.y ?? 0) };
    return placeNear(editor, resource, centreOf({ ...resource }));
  };
}

/** Around the pointer, or the middle of the view when it is elsewhere; each into the container under it that may hold it. */
function placesAtPointer(editor: Editor, { copied }: Clip): Places {
  const tops = copied.resources.filter(({ parentId }) => parentId === null);
  const bounds = around(tops);
  const at = viewOf(editor).pointer ?? centreOf(viewRect(editor));
  if (bounds === undefined) return () => undefined;
  const middle =
    tops.length === 1
      ? { x: bounds.x + bounds.w / 2, y: bounds.y + Math.min(bounds.h / 2, iconMiddle) }
      : centreOf(bounds);
  const [dx, dy] = [at.x - middle.x, at.y - middle.y];
  return (id) => {
    const resource = tops.find((each) => each.id === id);
    if (resource === undefined) return undefined;
    const moved = { ...resource, x: resource.x + dx, y: resource.y + dy };
    return placeNear(
      editor,
      moved,
      tops.length === 1 ? at : { x: moved.x + moved.w / 2, y: moved.y + Math.min(iconMiddle, moved.h / 2) },
    );
  };
}

/**
 * For those who work without a pointer: into what is selected, or the nearest box around it that may hold it. What has no
 * place there goes where the view is.
 */
function placesAtSelection(editor: Editor, { copied, homes }: Clip): Places {
  const atPointer = placesAtPointer(editor, { copied, homes });
  const tops = copied.resources.filter(({ parentId }) => parentId === null);
  const stood = new Map(
    tops.map((resource) => {
      const parentId = homes.get(resource.id) ?? null;
      return [resource.id, { ...asShown(editor.catalog, resource), resource: { ...resource, parentId } }];
    }),
  );
  const taken: Rect[] = [];
  const inside: Places = (id) => {
    const resource = stood.get(id)?.resource;
    const home = resource === undefined ? undefined : homeAtSelection(editor, resource.kind);
    if (resource === undefined || home === undefined) return atPointer(id);
    return { parentId: home, ...placeInside(editor, resource, home, taken) };
  };
  return keptInFrames(editor, inside, stood, carriers(editor.catalog, stood, [...stood.keys()]));
}

/** Into what is at the point, else into what the selection stands in, else into the first container that may hold it. */
function placeNear(
  editor: Editor,
  resource: { readonly kind: Copied['resources'][number]['kind'] } & Placed,
  point: Point,
): NewPlace | undefined {
  const { catalog, store, session } = editor;
  const { document } = store;
  const boxes = viewOf(editor).standing();
  const landing = landingAt({ catalog, document, boxes }, resource.kind, point, new Set());
  let parentId: ResourceId | null;
  if ('refusal' in landing) {
    const enclosing = [...session.getState().selection].flatMap((id) => {
      const own = document.resources.get(id);
      return own === undefined ? [] : [own, ...ancestors(document, id)];
    });
    const isHome = (each: Resource): boolean =>
      mayStandIn(editor, resource.kind, each.kind) && boxes.has(each.id) && !isCollapsed(catalog, each);
    const home = enclosing.find(isHome) ?? [...boxes.values()].find((box) => isHome(box.resource))?.resource;
    if (home === undefined) return undefined;
    parentId = home.id;
  } else ({ parentId } = landing);
  const parent = parentId === null ? undefined : boxes.get(parentId);
  const place = {
    w: resource.w,
    h: resource.h,
    x: snapped(resource.x - (parent?.x ?? 0)),
    y: snapped(resource.y - (parent?.y ?? 0)),
  };
  if (parent === undefined) return { parentId, ...besideLocked(editor, parentId, place) };
  if (standsOnBorder(catalog, resource.kind, parent.resource.kind)) {
    const corner = onBorder(parent, resource, point);
    return { parentId, x: corner.x - parent.x, y: corner.y - parent.y };
  }
  return { parentId, ...besideLocked(editor, parentId, pulledIn(parent, place)) };
}

/** The place, or one beside what is locked there: that is not covered. */
function besideLocked(editor: Editor, parentId: ResourceId | null, place: Rect): Point {
  const boxes = viewOf(editor).standing();
  const origin = (parentId === null ? undefined : boxes.get(parentId)) ?? { x: 0, y: 0 };
  const rect = { ...place, x: origin.x + place.x, y: origin.y + place.y };
  const isCovering = boxesIn(boxes, parentId).some(
    (box) =>
      box.resource.locked === true && !isDrawnOver(editor.catalog, box.resource.kind) && overlaps(box, rect),
  );
  const spot = isCovering ? freeSpot(editor, parentId, rect) : rect;
  return { x: spot.x - origin.x, y: spot.y - origin.y };
}

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
