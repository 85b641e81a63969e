/**
 * The pointer on the canvas, as a small machine without a browser: pressed, then dragging one of several things, then done. While
 * it drags only the session changes; letting go commits once, Escape commits nothing.
 */
import type { Point, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { bentTo, commitBend, removeBendAt, takeBend } from './bending';
import { askForEnd, connect, connectingTo, refusalToStart } from './connect';
import { doubleClickOn } from './doubleClick';
import type { Editor } from './editor';
import { isLocked, tellLocked } from './locking';
import { hitAt, type Hit } from './hit';
import { loadSnapping } from './loadedSnapping';
import { loadedSpacing, loadSpacing } from './loadedSpacing';
import { movingTo, putDown, snapped, takeUp, type Modifiers, type Taken } from './moving';
import { placeAt, placingAt } from './place';
import { drawingTo, isDrawnByDragging, placeDrawn } from './placeDrawn';
import type { Part, PointerInput } from './pointerInput';
import { commitResize, resizedBy, type Handle } from './resizing';
import { brush, click, select, selectGroup } from './selecting';
import { announce, type Gesture } from './session';
import { viewOf } from './view';

export interface Pointer {
  down(input: PointerInput): void;
  move(input: PointerInput): void;
  up(input: PointerInput): void;
  /** Escape, or the browser took the pointer away. True when there was something to cancel. */
  cancel(): boolean;
  /** The modifiers changed while the pointer stands still. */
  modifiers(keys: Modifiers): void;
  doubleClick(input: PointerInput): void;
  hover(input: PointerInput): void;
  leave(): void;
}

type State =
  | { readonly is: 'idle' }
  | {
      readonly is: 'pressed';
      readonly from: PointerInput;
      readonly hit: Hit | Part;
      readonly wasSelected: boolean;
    }
  | { readonly is: 'moving'; readonly taken: Taken }
  | { readonly is: 'brushing' }
  | { readonly is: 'resizing'; readonly id: ResourceId; readonly handle: Handle; readonly start: Point }
  | { readonly is: 'connecting'; readonly from: ResourceId }
  | { readonly is: 'bending' }
  /** A line or a frame is drawn with its tool. */
  | { readonly is: 'drawing'; readonly kind: KindName; readonly from: PointerInput; readonly start: Point }
  | { readonly is: 'spacing' }
  | { readonly is: 'panning'; readonly screen: Point; readonly viewport: Point };

/** How far the pointer must go before a press is a drag, in px of the screen. */
const threshold = 4;

export function createPointer(editor: Editor): Pointer {
  const { session } = editor;
  let state: State = { is: 'idle' };
  let last: PointerInput | undefined;
  const gesture = (next: Gesture | null): void => session.setState({ gesture: next });
  const rest = (): void => {
    state = { is: 'idle' };
    if (session.getState().gesture !== null) gesture(null);
  };

  const hit = ({ at, part }: PointerInput): Hit | Part => {
    if (part?.part === 'title') return { on: 'frame', id: part.id };
    return part ?? hitOn(editor, at);
  };

  const startBending = (flow: string, start: Point): void => {
    const bending = takeBend(editor, flow, start);
    state = { is: bending === undefined ? 'idle' : 'bending' };
    if (bending === undefined) return;
    select(editor, flow, false);
    gesture(bending);
  };

  const startDrag = (input: PointerInput): void => {
    if (state.is !== 'pressed') return;
    const { from, hit: on, wasSelected } = state;
    const start = from.at;
    if (session.getState().tool.tool === 'space') {
      const spacing = loadedSpacing()?.spaceFrom(editor, start, input.at, input.mod);
      // Not clear yet which way, or not loaded.
      if (spacing === undefined) return;
      state = { is: 'spacing' };
      gesture(spacing);
      return;
    }
    if ('part' in on) {
      if (on.part === 'handle' && isLocked(editor.store.document, on.id)) {
        tellLocked(editor, [on.id]);
        state = { is: 'idle' };
      } else if (on.part === 'handle') state = { is: 'resizing', id: on.id, handle: on.handle, start };
      else if (on.part === 'connector') state = { is: 'connecting', from: on.id };
      else if (on.part === 'flow') startBending(on.id, start);
      else state = { is: 'idle' };
    } else if (session.getState().tool.tool === 'connect') {
      if (on.on === 'canvas' || on.on === 'flow') return;
      const refusal = refusalToStart(editor, on.id);
      if (refusal !== undefined) {
        announce(session, refusal);
        state = { is: 'idle' };
        return;
      }
      state = { is: 'connecting', from: on.id };
    } else if (on.on === 'resource' || on.on === 'frame') {
      if (!wasSelected) selectGroup(editor, on.id, from.shift);
      const taken = takeUp(editor, resourcesSelected(editor, on.id), on.id, start, from.mod);
      state = taken.tops.length === 0 ? { is: 'idle' } : { is: 'moving', taken };
    } else if (on.on === 'flow') {
      startBending(on.id, start);
    } else {
      const within = on.on === 'body' ? on.id : null;
      gesture({
        doing: 'brushing',
        start,
        pointer: start,
        within,
        kept: from.shift ? session.getState().selection : new Set(),
      });
      state = { is: 'brushing' };
    }
    drag(input);
  };

  const drag = (input: PointerInput): void => {
    switch (state.is) {
      case 'moving':
        gesture(movingTo(editor, state.taken, input.at, input));
        return;
      case 'brushing':
        brush(editor, input.at);
        return;
      case 'resizing': {
        const by = { x: input.at.x - state.start.x, y: input.at.y - state.start.y };
        gesture(resizedBy(editor, state.id, state.handle, by, input.mod));
        return;
      }
      case 'bending': {
        const now = session.getState().gesture;
        if (now?.doing === 'bending') gesture(bentTo(now, input.at, input.mod));
        return;
      }
      case 'spacing': {
        const now = session.getState().gesture;
        if (now?.doing === 'spacing') gesture(loadedSpacing()?.spacedTo(editor, now, input.at) ?? now);
        return;
      }
      case 'connecting': {
        const under = hit({ ...input, part: undefined });
        const over = 'on' in under && (under.on === 'resource' || under.on === 'frame') ? under.id : null;
        gesture(connectingTo(editor, state.from, input.at, over));
        return;
      }
      case 'drawing':
        gesture(drawingTo(editor, state.kind, state.start, input.at, input));
        return;
      case 'panning': {
        const { screen, viewport } = state;
        session.setState((now) => ({
          viewport: {
            ...now.viewport,
            x: viewport.x + input.screen.x - screen.x,
            y: viewport.y + input.screen.y - screen.y,
          },
        }));
        return;
      }
      case 'pressed':
      case 'idle':
        return;
    }
  };

  /** The last move once more, when what a drag needs has been loaded after it. */
  const again = (): void => {
    if (last === undefined) return;
    if (state.is === 'pressed' && isFar(state.from, last)) startDrag(last);
    else drag(last);
  };

  return {
    down(input) {
      last = input;
      const { tool, viewport, editing } = session.getState();
      if (editing !== null) session.setState({ editing: null });
      if (input.button === 'middle' || input.space || tool.tool === 'hand') {
        state = { is: 'panning', screen: input.screen, viewport };
        gesture({ doing: 'panning' });
        return;
      }
      void loadSnapping().then(again);
      if (tool.tool === 'space') void loadSpacing().then(again);
      if (tool.tool === 'place') {
        const { at, mod } = input;
        const start = mod ? at : { x: snapped(at.x), y: snapped(at.y) };
        if (isDrawnByDragging(editor.catalog, tool.kind))
          state = { is: 'drawing', kind: tool.kind, from: input, start };
        return;
      }
      const on = hit(input);
      const id = idOf(on);
      state = {
        is: 'pressed',
        from: input,
        hit: on,
        wasSelected: id !== null && session.getState().selection.has(id),
      };
    },

    move(input) {
      viewOf(editor).pointer = input.at;
      last = input;
      if (session.getState().tool.tool === 'place' && state.is === 'idle') {
        const { tool, gesture: before } = session.getState();
        if (tool.tool === 'place') gesture(placingAt(editor, tool.kind, input.at, before));
        return;
      }
      if (state.is === 'pressed') {
        if (isFar(state.from, input)) startDrag(input);
        return;
      }
      if (state.is === 'idle') this.hover(input);
      else drag(input);
    },

    up(input) {
      const { tool, gesture: now } = session.getState();
      if (tool.tool === 'place' && (state.is === 'idle' || state.is === 'drawing')) {
        const drawn = state;
        state = { is: 'idle' };
        const isDrawn = drawn.is === 'drawing' && isFar(drawn.from, input);
        const placed =
          isDrawn && now?.doing === 'placing'
            ? placeDrawn(editor, tool.kind, drawn.start, now.pointer)
            : placeAt(editor, tool.kind, input.at);
        // Shift keeps the tool for the next one.
        if (placed !== undefined && !input.shift)
          session.setState({ tool: { tool: 'select' }, gesture: null });
        return;
      }
      const before = state;
      state = { is: 'idle' };
      if (before.is === 'moving' && now?.doing === 'moving') {
        const final = movingTo(editor, before.taken, input.at, input);
        // Without the gesture first, so that what is drawn next is the document.
        session.setState({ gesture: null });
        putDown(editor, before.taken, final);
      } else if (before.is === 'resizing' && now?.doing === 'resizing') {
        session.setState({ gesture: null });
        commitResize(editor, now);
      } else if (before.is === 'bending' && now?.doing === 'bending') {
        session.setState({ gesture: null });
        commitBend(editor, bentTo(now, input.at, input.mod));
      } else if (before.is === 'spacing' && now?.doing === 'spacing') {
        loadedSpacing()?.endSpace(editor, input.at);
      } else if (before.is === 'connecting' && now?.doing === 'connecting') {
        session.setState({ gesture: null });
        if (now.over === null) askForEnd(editor, before.from, now.pointer);
        else if (now.over !== before.from) connect(editor, before.from, now.over);
        if (tool.tool === 'connect') session.setState({ tool: { tool: 'select' } });
      } else if (before.is === 'pressed') click(editor, before.hit, input, before.wasSelected);
      if (session.getState().gesture !== null) gesture(null);
    },

    cancel() {
      const was = state;
      const { tool, gesture: now } = session.getState();
      if (was.is === 'idle' && tool.tool === 'select') return false;
      if (now?.doing === 'brushing') session.setState({ selection: now.kept });
      rest();
      if (tool.tool !== 'hand' && tool.tool !== 'select') session.setState({ tool: { tool: 'select' } });
      return was.is !== 'idle' || tool.tool !== 'select';
    },

    modifiers(keys) {
      if (state.is === 'moving' && last !== undefined) drag({ ...last, ...keys });
    },

    doubleClick(input) {
      const on = hit(input);
      const id = idOf(on);
      const isFlow = 'on' in on ? on.on === 'flow' : on.part === 'flow';
      if (id !== null && isFlow && removeBendAt(editor, id, input.at)) return;
      doubleClickOn(editor, on, input);
    },

    hover(input) {
      const id = idOf(hit(input));
      if (session.getState().hovered !== id) session.setState({ hovered: id });
    },

    leave() {
      viewOf(editor).pointer = null;
      const { hovered, gesture: now } = session.getState();
      if (hovered !== null) session.setState({ hovered: null });
      if (state.is === 'idle' && now?.doing === 'placing') gesture(null);
    },
  };
}

function isFar(from: PointerInput, to: PointerInput): boolean {
  return Math.hypot(to.screen.x - from.screen.x, to.screen.y - from.screen.y) >= threshold;
}

export function hitOn(editor: Editor, at: Point): Hit {
  const view = viewOf(editor);
  return hitAt(editor.catalog, view.boxes(), view.lines(), at, editor.session.getState().viewport.zoom);
}

function idOf(hit: Hit | Part): string | null {
  return 'id' in hit ? hit.id : null;
}

function resourcesSelected(editor: Editor, primary: ResourceId): readonly ResourceId[] {
  const ids = [...editor.session.getState().selection].filter((id) =>
    editor.store.document.resources.has(id),
  );
  return ids.includes(primary) ? ids : [primary];
}
