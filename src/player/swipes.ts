/** A finger that is drawn across the picture leads to the next page, or back. */
import type { Move } from './progress';

/** A way across is longer than this, in px, and longer than twice the way up or down. */
const least = 48;

export function hearSwipes(element: HTMLElement, go: (move: Move) => void): void {
  let start: { readonly id: number; readonly x: number; readonly y: number } | undefined;
  element.addEventListener('pointerdown', (event) => {
    // With a second finger it is no swipe any more.
    const isOnly = event.pointerType !== 'mouse' && event.isPrimary;
    start = isOnly ? { id: event.pointerId, x: event.clientX, y: event.clientY } : undefined;
  });
  element.addEventListener('pointercancel', () => (start = undefined));
  element.addEventListener('pointerup', (event) => {
    if (start?.id !== event.pointerId) return;
    const [across, along] = [event.clientX - start.x, event.clientY - start.y];
    start = undefined;
    if (Math.abs(across) > least && Math.abs(across) > 2 * Math.abs(along))
      go(across < 0 ? 'next' : 'previous');
  });
}
