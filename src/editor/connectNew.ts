/** An arrow to something that is not there yet: what could be, where it would stand, and both drawn in one step. */
import type { AnyKind, AnyPreset } from '../core/catalog/catalog';
import { call } from '../core/commands';
import { sizeOf } from '../core/catalog/newResource';
import { isCollapsed } from '../core/layout/collapsed';
import type { FlowId, Resource, ResourceId } from '../core/model/document';
import { ancestors } from '../core/model/queries';
import { japanese } from '../lib/japanese';
import { centreOf, overlaps, type Rect } from '../lib/rect';
import { bringIntoView } from './camera';
import { newArrow, refusalToStart } from './connect';
import { landingAt } from './drop';
import type { Editor } from './editor';
import { shortName } from './naming';
import { addition, rectAt } from './place';
import { announce, type NewEnd } from './session';
import { viewOf } from './view';

export interface EndPlace {
  readonly parentId: ResourceId | null;
  /** Wanted, in canvas px. */
  readonly rect: Rect;
  /** Whether it is free, so that the container had better grow than that another is looked for. */
  readonly isFree: boolean;
}

/** Where one of a kind would stand; undefined where it may not, or can be no end of an arrow. */
export function placeOfEnd(editor: Editor, end: NewEnd, kind: AnyKind): EndPlace | undefined {
  if (kind.isEnd !== true) return undefined;
  if (end.towards !== undefined) return placeBeside(editor, end, end.towards, kind);
  const boxes = viewOf(editor).standing();
  const ground = { catalog: editor.catalog, document: editor.store.document, boxes };
  const landing = landingAt(ground, kind.kind, end.at, new Set(), true);
  if ('refusal' in landing) return undefined;
  return { parentId: landing.parentId, rect: rectAt(editor, kind.kind, end.at, landing), isFree: false };
}

/** Between two neighbours, in px. */
const gap = 72;

/** In the nearest container around the start that may hold it, beside what of that the start stands in. */
function placeBeside(
  editor: Editor,
  { from }: NewEnd,
  towards: NonNullable<NewEnd['towards']>,
  kind: AnyKind,
): EndPlace | undefined {
  const { document } = editor.store;
  const boxes = viewOf(editor).standing();
  const start = document.resources.get(from);
  if (start === undefined) return undefined;
  let beside: Resource = start;
  for (const container of [...ancestors(document, from), null]) {
    if (kind.parents.includes(container?.kind ?? 'canvas')) {
      if (container !== null && isCollapsed(editor.catalog, container)) return undefined;
      const [own, box] = [boxes.get(from), boxes.get(beside.id)];
      if (own === undefined || box === undefined) return undefined;
      const parentId = container?.id ?? null;
      const rect = rectBeside(own, box, towards, sizeOf(editor.catalog, kind.kind));
      const isFree = ![...boxes.values()].some(
        (each) => each.resource.parentId === parentId && overlaps(each, rect),
      );
      return { parentId, rect, isFree };
    }
    if (container !== null) beside = container;
  }
  return undefined;
}

function rectBeside(
  own: Rect,
  box: Rect,
  towards: NonNullable<NewEnd['towards']>,
  { w, h }: { readonly w: number; readonly h: number },
): Rect {
  const middle = centreOf(own);
  const level = { y: own.h === h ? own.y : middle.y - h / 2 };
  const upright = { x: middle.x - w / 2 };
  switch (towards) {
    case 'right':
      return { x: box.x + box.w + gap, ...level, w, h };
    case 'left':
      return { x: box.x - gap - w, ...level, w, h };
    case 'down':
      return { ...upright, y: box.y + box.h + gap, w, h };
    case 'up':
      return { ...upright, y: box.y - gap - h, w, h };
  }
}

/** Makes the resource and the arrow to it, in one step; gives the arrow. */
export function connectNew(
  editor: Editor,
  end: NewEnd,
  kind: AnyKind,
  preset?: AnyPreset,
): FlowId | undefined {
  const { store, session } = editor;
  session.setState({ newEnd: null });
  const place = placeOfEnd(editor, end, kind);
  const refusal = refusalToStart(editor, end.from);
  if (place === undefined || refusal !== undefined || !store.document.resources.has(end.from))
    return undefined;
  const added = addition(editor, kind.kind, place, place.rect, { preset, isFree: place.isFree });
  if (added === undefined) return undefined;
  const { resource, commands } = added;
  const { id, order } = newArrow(editor);
  store.apply({
    title: { en: `Connect to ${kind.label.en}`, ja: japanese`${kind.label.ja}への接続` },
    commands: [...commands, call('addFlow', { id, from: end.from, to: resource.id, order })],
  });
  session.setState({ selection: new Set([id]), flowInFocus: id, offerFor: id });
  // Made by keyboard, it may stand beside what is in sight.
  bringIntoView(editor, [resource.id]);
  const [from, to] = [shortName(editor, end.from), shortName(editor, resource.id)];
  announce(session, {
    en: `${to.en} added, and an arrow to it from ${from.en}, TCP 443`,
    ja: japanese`${to.ja}と、${from.ja}からの矢印を追加しました (TCP 443)`,
  });
  return id;
}
