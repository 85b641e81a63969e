/** Opens and leaves the comparison of paths: the panel tells it, the canvas shows it. */
import { createStore } from 'zustand/vanilla';
import type { Editor } from '../../editor/editor';
import { askedBySelection } from './asked';

/** Counts how often somebody has asked for the comparison: the panel takes the focus then, once it is there. */
export const focusWanted = createStore(() => ({ count: 0 }));

/** The panel is made at least so high, in px: the table is what one came for. */
const wanted = 380;
/** What is left of the window for the rest, in px. */
const rest = 420;

export function openPaths(editor: Editor): void {
  const { session } = editor;
  const { comparing, panel, panelHeight } = session.getState();
  const asked = askedBySelection(editor);
  // Nothing is selected: what was compared before goes on.
  const isNothing = asked.from === null && asked.flow === null;
  const next = isNothing && panel === 'paths' && comparing !== null ? comparing : asked;
  focusWanted.setState({ count: focusWanted.getState().count + 1 });
  session.setState({
    panel: 'paths',
    comparing: next,
    // What is selected has been asked about; its details would take the room of the table.
    selection: new Set(),
    flowInFocus: next.flow,
    focusMode: false,
    panelHeight: Math.max(panelHeight, Math.min(wanted, window.innerHeight - rest)),
  });
}

/** The panel goes, and the canvas shows the diagram alone; the focus comes back to it. */
export function leavePaths({ session }: Editor): void {
  session.setState({ panel: null, comparing: null });
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.shell-canvas .canvas')?.focus({ preventScroll: true }),
  );
}
