/** Puts the tour beside the page, in a root of its own: the page that is drawn first knows nothing of it. */
import { createRoot } from 'react-dom/client';
import { FailedPart } from '../shell/FailedPart';
import type { Desk } from '../files/desk';
import { DeskProvider } from '../files/useDesk';
import { EditorProvider } from '../useEditor';
import { isAnswered } from './remembered';
import { Tour } from './Tour';
import { hasSubject } from './subject';
import { leave, offer, resume } from './tourState';

let isThere = false;

/** For somebody who is here for the first time, unless they have answered before; or who was in the middle of it. */
export function offerTour(desk: Desk): void {
  // Who has opened something else meanwhile has found a way of their own.
  if (!hasSubject(desk.editor.store.document)) return;
  if (!resume()) {
    if (isAnswered()) return;
    offer();
  }
  draw(desk);
}

export async function takeTour(desk: Desk): Promise<void> {
  draw(desk);
  const { startTour } = await import('./startTour');
  await startTour(desk);
}

function draw(desk: Desk): void {
  if (isThere) return;
  isThere = true;
  const place = document.createElement('div');
  document.body.append(place);
  createRoot(place).render(
    <EditorProvider value={desk.editor}>
      <DeskProvider value={desk}>
        <FailedPart onFailure={leave}>
          <Tour />
        </FailedPart>
      </DeskProvider>
    </EditorProvider>,
  );
}
