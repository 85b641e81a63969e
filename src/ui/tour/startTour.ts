/** Starts the tour, or brings the keyboard back to it. It speaks of the first example: that is put on the desk where it is not. */
import type { Desk } from '../files/desk';
import { readFirstExample } from '../files/firstExample';
import { openExample } from '../files/openDiagram';
import { cardMark } from './cardMark';
import { hasSubject } from './subject';
import { goTo, tour } from './tourState';

export async function startTour(desk: Desk): Promise<void> {
  const { at } = tour.getState();
  const isHere = hasSubject(desk.editor.store.document);
  if (typeof at === 'number' && isHere) {
    document.querySelector<HTMLElement>(`[${cardMark}]`)?.focus({ preventScroll: true });
    return;
  }
  if (!isHere) {
    const example = await readFirstExample().catch(() => undefined);
    // Without it there is nothing to speak of. That a part could not be loaded is told where it is noticed.
    if (example === undefined) return;
    await openExample(desk, example);
  }
  goTo(typeof at === 'number' ? at : 0);
}
