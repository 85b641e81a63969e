/** Starts the tour, or brings the keyboard back to it. It speaks of the first example: that is put on the desk where it is not. */
import type { Desk } from '../files/desk';
import { readFirstExample } from '../files/firstExample';
import { openExample } from '../files/openDiagram';
import { cardMark } from './cardMark';
import { subject } from './subject';
import { goTo, tour } from './tourState';

export async function startTour(desk: Desk): Promise<void> {
  if (typeof tour.getState().at === 'number') {
    document.querySelector<HTMLElement>(`[${cardMark}]`)?.focus({ preventScroll: true });
    return;
  }
  const { resources } = desk.editor.store.document;
  if (!Object.values(subject).every((id) => resources.has(id))) {
    const example = await readFirstExample().catch(() => undefined);
    // Without it there is nothing to speak of. That a part could not be loaded is told where it is noticed.
    if (example === undefined) return;
    await openExample(desk, example);
  }
  goTo(0);
}
