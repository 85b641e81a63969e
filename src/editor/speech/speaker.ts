/**
 * Says each change once, and with what it did to the network: what an action announces waits until the worker has judged the
 * design, and is then said together with what is another in the verdicts.
 */
import type { Words } from '../../lib/words';
import type { Editor } from '../editor';
import { consequences, type Judged } from './consequences';

/** So long, in ms, an announcement waits for the verdicts; then it is said, and what it did comes after. */
export const patience = 1500;

/** `later` runs something after some ms, and gives back how to call that off. Gives back how to stop speaking. */
export function createSpeaker(
  editor: Editor,
  speak: (words: Words) => void,
  later: (work: () => void, ms: number) => () => void,
): () => void {
  const { catalog, session, store, verdicts } = editor;
  const judged = (): Judged => ({ document: store.document, ...verdicts.getState() });
  const isJudged = (): boolean => verdicts.getState().revision === store.revision;
  /** What the design was when it was last spoken of; null where there is nothing to compare with. */
  let before: Judged | null = isJudged() ? judged() : null;
  let held: Words | null = null;
  /** What the change is called, for one that nobody announces. */
  let title: Words | null = null;
  let stopWaiting = (): void => undefined;

  const release = (): void => {
    stopWaiting();
    if (held !== null) speak(held);
    held = null;
  };
  const stops = [
    session.subscribe(({ announcement }, last) => {
      if (announcement === last.announcement) return;
      if (isJudged()) {
        speak(announcement.words);
        return;
      }
      held = announcement.words;
      stopWaiting();
      stopWaiting = later(release, patience);
    }),
    store.subscribe(({ origin }) => {
      if (origin.by === 'replace') {
        before = null;
        held = null;
        title = null;
      } else if (origin.by === 'undo') held = undone(store.redoLabel);
      else if (origin.by === 'redo') held = redone(store.undoLabel);
      else title = store.undoLabel ?? null;
    }),
    verdicts.subscribe((now, last) => {
      // Fixes that are found later change nothing of what is so; and where a newer question is under way, its answer counts.
      if (now.revision === last.revision || !isJudged()) return;
      const after = judged();
      const parts = before === null ? [] : consequences(catalog, before, after);
      before = after;
      const lead = held ?? (parts.length > 0 ? title : null);
      held = null;
      title = null;
      stopWaiting();
      if (lead !== null || parts.length > 0) speak(joined(lead === null ? parts : [lead, ...parts]));
    }),
  ];
  return () => {
    stopWaiting();
    for (const stop of stops) stop();
  };
}

const undone = (label: Words | undefined): Words => ({
  en: `Undone: ${label?.en ?? ''}`,
  ja: `元に戻しました: ${label?.ja ?? ''}`,
});

const redone = (label: Words | undefined): Words => ({
  en: `Done again: ${label?.en ?? ''}`,
  ja: `やり直しました: ${label?.ja ?? ''}`,
});

function joined(parts: readonly Words[]): Words {
  return { en: parts.map(({ en }) => en).join('; '), ja: parts.map(({ ja }) => ja).join('。') };
}
