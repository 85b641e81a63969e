/** Counts how often somebody asked for the outline by a command: then it takes the focus, and not when it is merely shown. */
import { createStore } from 'zustand/vanilla';
import type { Editor } from '../../editor/editor';
import { holdKeys } from '../shell/heldKeys';

export const focusRequests = createStore(() => 0);

/** Opens the outline and goes into it; from within it, closes it and goes back to the canvas. */
export function toggleOutline({ session }: Editor): void {
  const isWithin = document.activeElement?.closest('.outline') != null;
  session.setState({ panel: isWithin ? null : 'outline' });
  if (isWithin) document.querySelector<HTMLElement>('[role="application"]')?.focus();
  else {
    holdKeys({
      isOver: () => session.getState().panel !== 'outline' || document.querySelector('.outline') !== null,
      leave: () => session.setState({ panel: null }),
    });
    focusRequests.setState((count) => count + 1, true);
  }
}
