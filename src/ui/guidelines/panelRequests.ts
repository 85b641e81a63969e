/** Counts how often somebody asked for the check by a command: then its list takes the focus, and not when it is merely shown. */
import { createStore } from 'zustand/vanilla';
import type { Editor } from '../../editor/editor';

export const panelRequests = createStore(() => 0);

export function checkDrawing({ session }: Editor): void {
  session.setState({ panel: 'guidelines' });
  panelRequests.setState((count) => count + 1, true);
}
