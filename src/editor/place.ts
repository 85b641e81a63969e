/** Placing new resources: from the palette by drag, by click, or by keyboard. */
import type { AnyPreset, Catalog } from '../core/catalog/catalog';
import { newResource, sizeOf } from '../core/catalog/newResource';
import { surroundingsOf } from '../core/catalog/surroundings';
import type { CommandCall } from '../core/commands';
import { call } from '../core/commands';
import { iconMiddle, onBorder, standsOnBorder } from '../core/layout/border';
import { isDrawnOver } from '../core/layout/drawnOver';
import { padding, pulledIn, titleRoom, type Placed } from '../core/layout/fit';
import { freeSpot as freeSpotAmong } from '../core/layout/freeSpot';
import type { Document, Point, Resource, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { valuesOf } from '../core/model/queries';
import { japanese } from '../lib/japanese';
import { overlaps, type Rect } from '../lib/rect';
import { lastOrder, ordersAfter } from '../lib/order';
import type { Words } from '../lib/words';
import { groundNow, landingAt, type Landing } from './drop';
import type { Editor } from './editor';
import { canMakeRoom, roomFor } from './loadedRoom';
import { isHeldByLock } from './locking';
import { snapped } from './moving';
import { freeName, spokenName, takenNames } from './naming';
import { announce, type Gesture } from './session';
import { viewOf } from './view';

/** The next click on the canvas, or the drag that goes on there, places one of this kind; as the preset says where there is one. */
export function startPlacing(editor: Editor, kind: KindName, preset?: AnyPreset): void {
  editor.session.setState({
    tool: { tool: 'place', kind, ...(preset === undefined ? {} : { preset }) },
    gesture: null,
  });
}

export function stopPlacing(editor: Editor): void {
  if (editor.session.getState().tool.tool === 'place')
    editor.session.setState({ tool: { tool: 'select' }, gesture: null });
}

export type Placing = Extract<Gesture, { readonly doing: 'placing' }>;

/** What is shown while the pointer with a new resource is at `point` (canvas px). */
export function placingAt(editor: Editor, kind: KindName, point: Point, before: Gesture | null): Placing {
  const landing = landingAt(
    groundNow(editor),
    kind,
    point,
    new Set(),
    true,
    rectAround(editor.catalog, kind, point),
  );
  const ghost = rectAt(editor, kind, point, landing);
  if ('refusal' in landing)
    return { doing: 'placing', kind, pointer: point, target: undefined, refusal: landing.refusal, ghost };
  const target = landing.hangOn?.id ?? landing.parentId;
  // What it would start with changes only when it would land elsewhere.
  const isSame = before?.doing === 'placing' && before.kind === kind && before.target === target;
  const detail = isSame ? before.detail : detailOf(editor, kind, landing.parentId);
  return {
    doing: 'placing',
    kind,
    pointer: point,
    target,
    ghost,
    ...(detail === undefined ? {} : { detail }),
  };
}

function detailOf(editor: Editor, kind: KindName, parentId: ResourceId | null): string | undefined {
  const { resource, document } = freshOne(editor, kind, parentId);
  return editor.catalog.kind(kind).look?.(resource, surroundingsOf(document, resource.id)).detail;
}

/** Puts a new one where the pointer let it go; gives its id, or undefined where that was refused. */
export function placeAt(editor: Editor, kind: KindName, point: Point): ResourceId | undefined {
  const landing = landingAt(
    groundNow(editor),
    kind,
    point,
    new Set(),
    true,
    rectAround(editor.catalog, kind, point),
  );
  if ('refusal' in landing) {
    announce(editor.session, landing.refusal);
    return undefined;
  }
  return add(editor, kind, landing, rectAt(editor, kind, point, landing), { isPointedAt: true });
}

/** Puts a new one with some props already chosen into a container, where there is room. */
export function addInside(
  editor: Editor,
  kind: KindName,
  parentId: ResourceId,
  props: Readonly<Record<string, unknown>>,
): ResourceId | undefined {
  const box = viewOf(editor).standing().get(parentId);
  const corner = { x: (box?.x ?? 0) + padding, y: (box?.y ?? 0) + titleRoom };
  return add(editor, kind, { parentId }, { ...corner, ...sizeOf(editor.catalog, kind) }, { props });
}

/** What is known beforehand of a new resource. */
interface Given {
  /** In place of the one in hand. */
  readonly preset?: AnyPreset | undefined;
  /** Chosen already. */
  readonly props?: Readonly<Record<string, unknown>>;
  /** The wanted place is known to be free, or is made free: somebody pointed at it. */
  readonly isFree?: boolean;
  readonly isPointedAt?: boolean;
}

/** A new resource with what its kind proposes there, and the document with it. */
function freshOne(
  editor: Editor,
  kind: KindName,
  parentId: ResourceId | null,
  given: Given = {},
): { readonly resource: Resource; readonly document: Document } {
  const { catalog, store } = editor;
  const { document } = store;
  const preset = given.preset ?? presetInHand(editor, kind);
  const [order] = ordersAfter(lastOrder(document.resources.values()), 1) as [string]; // asked for one key
  const fresh = newResource(catalog, {
    kind,
    id: editor.newId(kind),
    name: freeName(takenNames(document), preset?.name ?? catalog.kind(kind).defaultName),
    parentId,
    order,
  });
  const within = (resource: Resource): Document => ({
    ...document,
    resources: new Map(document.resources).set(resource.id, resource),
  });
  const offer = catalog.kind(kind).propose?.(fresh, surroundingsOf(within(fresh), fresh.id)) ?? {};
  const resource = {
    ...fresh,
    props: { ...fresh.props, ...offer, ...preset?.props, ...given.props },
  } as Resource; // proposed, preset and given props are the kind's own
  return { resource, document: within(resource) };
}

function presetInHand({ session }: Editor, kind: KindName): AnyPreset | undefined {
  const { tool } = session.getState();
  return tool.tool === 'place' && tool.kind === kind ? tool.preset : undefined;
}

function rectAround(catalog: Catalog, kind: KindName, { x, y }: Point): Rect {
  const { w, h } = sizeOf(catalog, kind);
  return { x: x - w / 2, y: y - h / 2, w, h };
}

/** Where one would stand, in canvas px: its middle at the pointer. */
export function rectAt(editor: Editor, kind: KindName, point: Point, landing: Landing): Rect {
  const { catalog } = editor;
  const { shape } = catalog.kind(kind);
  const size = sizeOf(catalog, kind);
  const corner = {
    x: point.x - size.w / 2,
    y: point.y - (shape.as === 'icon' ? iconMiddle : shape.as === 'container' ? titleRoom / 2 : size.h / 2),
  };
  const parent =
    'refusal' in landing
      ? undefined
      : viewOf(editor)
          .standing()
          .get(landing.parentId ?? '');
  if (parent !== undefined && standsOnBorder(catalog, kind, parent.resource.kind))
    return { ...onBorder(parent, size, point), ...size };
  const origin = parent ?? { x: 0, y: 0 };
  return { x: origin.x + snapped(corner.x - origin.x), y: origin.y + snapped(corner.y - origin.y), ...size };
}

const addTitle = (label: Words): Words => ({ en: `Add ${label.en}`, ja: japanese`${label.ja}の追加` });

/** Puts a new one at a place that was found for it, and selects it; gives its id, or undefined where a lock holds it. */
export function add(
  editor: Editor,
  kind: KindName,
  { parentId, hangOn }: Exclude<Landing, { readonly refusal: Words }>,
  wanted: Rect,
  given?: Given,
): ResourceId | undefined {
  const { catalog, store, session } = editor;
  const added = addition(editor, kind, { parentId }, wanted, given);
  if (added === undefined) return undefined;
  const { resource, commands } = added;
  if (hangOn !== undefined) commands.push(...hang(editor, resource.id, hangOn));
  store.apply({ title: addTitle(catalog.kind(kind).label), commands });
  // A note is placed for what it will say.
  const isWritten = catalog.kind(kind).shape.as === 'note';
  session.setState({
    selection: new Set([resource.id]),
    gesture: null,
    ...(isWritten ? { editing: resource.id } : {}),
  });
  const what = spokenName(editor, resource.id);
  const where = parentId === null ? undefined : spokenName(editor, parentId);
  announce(session, {
    en: where === undefined ? `${what.en} added` : `${what.en} added to ${where.en}`,
    ja: where === undefined ? `${what.ja}を追加しました` : `${where.ja}に${what.ja}を追加しました`,
  });
  return resource.id;
}

/** A new resource, and what adds it near the wanted place (at it, where that is known to be free) with the room that it needs; undefined, and told, where a lock holds that. */
export function addition(
  editor: Editor,
  kind: KindName,
  { parentId }: { readonly parentId: ResourceId | null },
  wanted: Rect,
  given: Given = {},
): { readonly resource: Resource; readonly commands: CommandCall[] } | undefined {
  const { resource } = freshOne(editor, kind, parentId, given);
  const { place, isAmongOthers } = placeOfNew(editor, kind, parentId, wanted, given);
  const takesRoom = wanted.w > 0 || wanted.h > 0;
  const commands: CommandCall[] = [
    call('addResource', {
      kind,
      id: resource.id,
      name: resource.name,
      parentId,
      order: resource.order,
      ...(takesRoom ? { x: place.x, y: place.y, w: place.w, h: place.h } : {}),
      props: valuesOf(resource),
    }),
  ];
  if (isAmongOthers) {
    const sizes = roomFor(editor, new Map([[resource.id, place]]));
    if (isHeldByLock(editor, sizes)) return undefined;
    if (sizes.size > 0) commands.push(call('placeResources', { places: Object.fromEntries(sizes) }));
  }
  return { resource, commands };
}

/** Where a new one is put that is wanted at a rectangle of the canvas, and whether it takes room among what is there. */
export function placeOfNew(
  editor: Editor,
  kind: KindName,
  parentId: ResourceId | null,
  wanted: Rect,
  given: Given,
): { readonly place: Placed; readonly isAmongOthers: boolean } {
  const { catalog } = editor;
  const parent = parentId === null ? undefined : viewOf(editor).standing().get(parentId);
  const isAmongOthers =
    (wanted.w > 0 || wanted.h > 0) &&
    !isDrawnOver(catalog, kind) &&
    (parent === undefined || !standsOnBorder(catalog, kind, parent.resource.kind));
  const { x, y, w, h } = isAmongOthers ? spotFor(editor, parentId, wanted, given) : wanted;
  const place = { kind, parentId, x: x - (parent?.x ?? 0), y: y - (parent?.y ?? 0), w, h };
  return { place, isAmongOthers };
}

/** The wanted place pulled in where what is there makes room, else the nearest free one. */
function spotFor(editor: Editor, parentId: ResourceId | null, wanted: Rect, given: Given): Rect {
  if (given.isFree === true) return wanted;
  if (given.isPointedAt !== true || !canMakeRoom()) return freeSpot(editor, parentId, wanted);
  const parent = parentId === null ? undefined : viewOf(editor).standing().get(parentId);
  if (parent === undefined) return wanted;
  const { x, y } = pulledIn(parent, { ...wanted, x: wanted.x - parent.x, y: wanted.y - parent.y });
  const inside = { ...wanted, x: x + parent.x, y: y + parent.y };
  // It is not pulled onto something below or beside which it was let go: the container grows instead.
  const below = { ...wanted, x: Math.max(wanted.x, inside.x), y: Math.max(wanted.y, inside.y) };
  const others = neighboursIn(editor, parentId);
  return coversAny(others, inside) && !coversAny(others, below) ? below : inside;
}

const coversAny = (others: readonly Rect[], rect: Rect): boolean =>
  others.some((other) => overlaps(other, rect));

/** Makes a host name a chip or a shield. */
export function hang(
  editor: Editor,
  id: ResourceId,
  { id: host, field }: { readonly id: ResourceId; readonly field: string },
): CommandCall[] {
  const resource = editor.store.document.resources.get(host);
  const described = resource === undefined ? undefined : editor.catalog.fields(resource.kind).get(field);
  if (resource === undefined || described === undefined) return [];
  const before = valuesOf(resource)[field];
  const isMap = typeof before === 'object' && before !== null && !('unknown' in before);
  const value = described.control === 'refs' ? { ...(isMap ? before : {}), [id]: true } : id;
  return [call('setProps', { id: host, props: { [field]: value } })];
}

/** The place nearest to the wanted one where it covers no neighbour and nothing of `taken`; the wanted one pulled in where there is none close by. */
export function freeSpot(
  editor: Editor,
  parentId: ResourceId | null,
  wanted: Rect,
  taken: readonly Rect[] = [],
): Rect {
  const parent = parentId === null ? undefined : viewOf(editor).standing().get(parentId);
  return freeSpotAmong(parent, [...taken, ...neighboursIn(editor, parentId)], wanted);
}

/** What stands directly in a container and can be covered. */
function neighboursIn(editor: Editor, parentId: ResourceId | null): Rect[] {
  const boxes = viewOf(editor).standing();
  const neighbours: Rect[] = [];
  for (const { id, parentId: other } of editor.store.document.resources.values()) {
    const box = other === parentId ? boxes.get(id) : undefined;
    if (box !== undefined && !isDrawnOver(editor.catalog, box.resource.kind)) neighbours.push(box);
  }
  return neighbours;
}
