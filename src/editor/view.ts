/** What is derived for the canvas of one editor, made again only where its sources changed. */
import type { Document, Point, ResourceId } from '../core/model/document';
import type { Arrows } from '../core/drawing/arrows';
import type { Boxes } from '../core/drawing/boxes';
import { createShownBoxes } from './shownBoxes';
import type { Editor } from './editor';
import { createLooks, type Looks } from '../core/drawing/looks';
import type { DrawnArrows } from './drawnArrows';
import { areMerged } from './levelOfDetail';
import { loadedArrows } from './loadedArrows';
import type { Following, Movement } from './movedArrows';
import { createMovedSet } from './movedSet';
import { createProjector, type CanvasNode } from './projection';
import { createResized } from './resized';
import type { Gesture } from './session';

export interface View {
  /** With the gesture under way. */
  boxes(): Boxes;
  /** Without it: what the document says. */
  standing(): Boxes;
  looks(): Looks;
  /** What is being moved or resized stands as it stood: the canvas shifts what is drawn of it, or shows `resized`. */
  nodes(): readonly CanvasNode[];
  /** The one that is being resized, as it is now; null while none is. */
  resized(): CanvasNode | null;
  arrows(): Arrows;
  /** Where they stand, as if nothing were being moved or resized. */
  standingArrows(): Arrows;
  /** What becomes of the arrows while something is moved or resized, or one of many is bent; null while nothing is. */
  following(): Following | null;
  /** All that is being moved, with what is in it; the same set as long as it is; null while nothing is. */
  moved(): ReadonlySet<ResourceId> | null;
  /** By how much all of it has moved; null while nothing is, and where not all of it goes by the same, as along a border. */
  shift(): Point | null;
  /** Makes arrows that wait for it, and routes those that have makeshift lines, until it is enough; whether others are to be drawn now, and whether there is nothing more to do, be it that nothing waits any longer or that it does for what is routed elsewhere. */
  routeOn(isEnough: () => boolean): { readonly hasNew: boolean; readonly isDone: boolean };
  /** The drawn arrows, as lines to be hit; none where none can be told from the next. */
  lines(): readonly { readonly id: string; readonly points: readonly Point[] }[];
  /** The size of the canvas on the screen, in px. */
  size: { readonly w: number; readonly h: number };
  /** Where the pointer is over the canvas, in canvas px; null elsewhere. Kept out of the session, for it changes all the time. */
  pointer: Point | null;
  /** Where the arrow starts that is being drawn with the connect tool by keyboard or by clicks. */
  connectFrom: ResourceId | null;
  /** An action that lays things out is changing the document. */
  isArranging: boolean;
  /** Escape was pressed with nothing left to select outwards: Tab leaves the canvas now. */
  isLeaving: boolean;
  /** Milliseconds that the last work of each sort took, for `?debug=times`. */
  readonly times: Readonly<Record<string, number>>;
}

const views = new WeakMap<Editor, View>();

export function viewOf(editor: Editor): View {
  let view = views.get(editor);
  if (view === undefined) views.set(editor, (view = createView(editor)));
  return view;
}

const noArrows: Arrows = { flows: [], references: [], waiting: 0 };

function createView({ catalog, store, session, verdicts }: Editor): View {
  const boxes = createShownBoxes(catalog);
  const looks = createLooks(catalog);
  const project = createProjector(catalog);
  let drawn: DrawnArrows | undefined;
  const drawing = (): DrawnArrows | undefined => (drawn ??= loadedArrows()?.createDrawnArrows(catalog));
  const times: Record<string, number> = {};
  const timed = <T>(what: string, work: () => T): T => {
    const started = performance.now();
    const result = work();
    const took = performance.now() - started;
    // An answer from memory says nothing about the work.
    if (took > 0.02) times[what] = took;
    return result;
  };
  const movedBy = createMovedSet();
  const resized = createResized();
  const isSpacing = (): boolean => session.getState().gesture?.doing === 'spacing';
  const ground = (): Boxes => (isSpacing() ? view.boxes() : view.standing());
  const movementNow = (): Movement | null => {
    const resizing = resized.ids(session.getState().gesture);
    const moved = resizing ?? view.moved();
    if (moved === null) return null;
    const isTogether = resizing === null && view.shift() !== null;
    return { moved, isTogether, standing: view.standing(), boxes: view.boxes() };
  };
  const bentAlone = (): Following | null => {
    const { gesture } = session.getState();
    if (gesture?.doing !== 'bending' || drawing()?.bendsAlone(store.document) !== true) return null;
    return drawing()?.bent(gesture) ?? null;
  };
  const view: View = {
    boxes: () => boxes(store.document, session.getState().gesture),
    standing: () => boxes(store.document, null),
    looks: () => looks(store.document),
    // Nothing is made anew for each step of a gesture, but where space is made: that may move everything.
    nodes: () => timed('projection', () => project(ground(), view.looks())),
    resized: () => resized.node(view.nodes(), session.getState().gesture),
    arrows: () => {
      const [movement, arrows] = [movementNow(), drawing()];
      const standing = view.standingArrows();
      if (movement === null || arrows === undefined) {
        const flows = bentAlone()?.flows;
        if (flows === undefined) return standing;
        return { ...standing, flows: standing.flows.map((arrow) => flows.get(arrow.id) ?? arrow) };
      }
      return timed('moved arrows', () => arrows.whileMoving.moved(store.document, standing, movement));
    },
    following: () => {
      const [movement, arrows] = [movementNow(), drawing()];
      if (movement === null || arrows === undefined) return bentAlone();
      const standing = view.standingArrows();
      return timed('moved arrows', () => arrows.whileMoving.following(store.document, standing, movement));
    },
    standingArrows: () => {
      const { gesture } = session.getState();
      const { traces } = verdicts.getState();
      const isBending = gesture?.doing === 'bending' && drawing()?.bendsAlone(store.document) !== true;
      return timed(
        'arrows',
        () =>
          drawing()?.standing(
            isBending || isSpacing() ? bent(store.document, gesture) : store.document,
            ground(),
            traces,
            isBending || isSpacing(),
            view.looks(),
          ) ?? noArrows,
      );
    },
    routeOn: (isEnough) => {
      const before = view.standingArrows();
      drawing()?.work(isEnough);
      const now = view.standingArrows();
      return { hasNew: now !== before, isDone: now.waiting === 0 || drawing()?.isElsewhere() === true };
    },
    moved: () => movedBy(store.document, session.getState().gesture),
    shift: () => shiftIn(session.getState().gesture, view.standing()),
    lines: () => {
      const arrows = view.arrows();
      if (areMerged(arrows, session.getState().viewport.zoom)) return [];
      return arrows.flows.flatMap(({ id, pieces }) => pieces.map(({ points }) => ({ id, points })));
    },
    size: { w: 1200, h: 800 },
    pointer: null,
    connectFrom: null,
    isArranging: false,
    isLeaving: false,
    times,
  };
  const leaveSpace = (): void => {
    if (isSpacing()) session.setState({ gesture: null });
  };
  session.subscribe((now, before) => {
    if (now.selection !== before.selection) leaveSpace();
    if (now.selection !== before.selection && now.selection.size > 0) view.isLeaving = false;
    if (now.selection !== before.selection && now.bendInHand !== null) session.setState({ bendInHand: null });
    if (now.tool !== before.tool) {
      const [start] = now.selection;
      const from = now.tool.tool === 'connect' ? store.document.resources.get(start ?? '') : undefined;
      view.connectFrom = from !== undefined && catalog.kind(from.kind).isEnd === true ? from.id : null;
    }
  });
  store.subscribe(({ document }) => {
    const exists = (id: string): boolean => document.resources.has(id) || document.flows.has(id);
    const { selection, hovered, editing, flowInFocus, proposal } = session.getState();
    // It was made for another document.
    if (proposal !== null) session.setState({ proposal: null });
    leaveSpace();
    if (![...selection].every(exists))
      session.setState({ selection: new Set([...selection].filter(exists)) });
    if (hovered !== null && !exists(hovered)) session.setState({ hovered: null });
    if (editing !== null && !exists(editing)) session.setState({ editing: null });
    if (flowInFocus !== null && !exists(flowInFocus)) session.setState({ flowInFocus: null });
  });
  return view;
}

function shiftIn(gesture: Gesture | null, standing: Boxes): Point | null {
  if (gesture?.doing !== 'moving' || gesture.copying) return null;
  let shift: Point | null = null;
  for (const [id, now] of gesture.positions) {
    const then = standing.get(id);
    if (then === undefined) continue;
    const [x, y] = [now.x - then.x, now.y - then.y];
    if (shift !== null && (shift.x !== x || shift.y !== y)) return null;
    shift = { x, y };
  }
  return shift;
}

let lastBent: { readonly of: Document; readonly gesture: Gesture; readonly document: Document } | undefined;

/** The document with the bend that is being dragged, or with the space that is being made. */
function bent(document: Document, gesture: Gesture | null): Document {
  if (gesture?.doing === 'spacing') return gesture.after;
  if (gesture?.doing !== 'bending') return document;
  if (lastBent?.of === document && lastBent.gesture === gesture) return lastBent.document;
  const flow = document.flows.get(gesture.flow);
  if (flow === undefined) return document;
  const bends = { ...flow.bends, [gesture.piece]: gesture.points };
  const flows = new Map(document.flows).set(flow.id, { ...flow, bends });
  lastBent = { of: document, gesture, document: { ...document, flows } };
  return lastBent.document;
}

/** The part of the canvas that is on the screen, in canvas px. */
export function viewRect(editor: Editor): { x: number; y: number; w: number; h: number } {
  const { x, y, zoom } = editor.session.getState().viewport;
  const { w, h } = viewOf(editor).size;
  return { x: -x / zoom, y: -y / zoom, w: w / zoom, h: h / zoom };
}
