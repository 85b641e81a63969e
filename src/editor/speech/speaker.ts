/**
 * Says each change once, and with what it did to the network: what an action announces waits until the worker has judged the
 * design, and is then said together with what is another in the verdicts.
 */
import type { Words } from '../../lib/words';
import type { Editor } from '../editor';
import { consequences, type Judged } from './consequences';
import { joined, takeTurns } from './turns';

/** So long, in ms, an announcement waits for the verdicts; then it is said, and what it did comes after. */
export const patience = 1500;

/** `later` runs something after some ms, and gives back how to call that off. Gives back how to stop speaking. */
export function createSpeaker(
  editor: Editor,
  say: (words: Words) => void,
  later: (work: () => void, ms: number) => () => void,
): () => void {
  const { catalog, session, store, verdicts } = editor;
  const turns = takeTurns(say, later);
  const speak = turns.say;
  const judged = (): Judged => ({ document: store.document, ...verdicts.getState() });
  const isJudged = (): boolean => verdicts.getState().revision === store.revision;
  /** What the design was when it was last spoken of; null where there is nothing to compare with. */
  let before: Judged | null = isJudged() ? judged() : null;
  let held: readonly Held[] = [];
  /** What the change is called, for one that nobody announces. */
  let title: Words | null = null;
  let stopWaiting = (): void => undefined;

  const release = (): void => {
    stopWaiting();
    if (held.length > 0) speak(joined(held.map(({ words }) => words)));
    held = [];
  };
  /** What was said of a step that is taken back or done again is no longer so. */
  const instead = (label: Words | undefined, words: (label: Words | undefined) => Words): void => {
    const step = label?.en ?? '';
    held = [...held.filter((each) => each.step !== step), { words: words(label), step, of: '' }];
  };
  const stops = [
    session.subscribe(({ announcement }, last) => {
      if (announcement === last.announcement) return;
      if (isJudged()) {
        speak(announcement.words);
        return;
      }
      const step = store.undoLabel?.en ?? '';
      const of = [...session.getState().selection].join(' ');
      // Of two moves of one thing the second tells where it is now; what else was done is still so.
      held = [
        ...held.filter((each) => each.step !== step || each.of !== of),
        { words: announcement.words, step, of },
      ];
      stopWaiting();
      stopWaiting = later(release, patience);
    }),
    store.subscribe(({ origin }) => {
      if (origin.by === 'replace') {
        before = null;
        held = [];
        title = null;
      } else if (origin.by === 'undo') instead(store.redoLabel, undone);
      else if (origin.by === 'redo') instead(store.undoLabel, redone);
      else title = store.undoLabel ?? null;
    }),
    verdicts.subscribe((now, last) => {
      // Fixes that are found later change nothing of what is so; and where a newer question is under way, its answer counts.
      if (now.revision === last.revision || !isJudged()) return;
      const after = judged();
      const parts = before === null ? [] : consequences(catalog, before, after);
      before = after;
      const untold = parts.length > 0 && title !== null ? [title] : [];
      const leads = held.length > 0 ? held.map(({ words }) => words) : untold;
      held = [];
      title = null;
      stopWaiting();
      if (leads.length + parts.length > 0) speak(joined([...leads, ...parts]));
    }),
  ];
  return () => {
    stopWaiting();
    for (const stop of stops) stop();
    turns.stop();
  };
}

/** An announcement that waits for the verdicts. */
interface Held {
  readonly words: Words;
  /** The step it came with, by its label, and what was selected then. */
  readonly step: string;
  readonly of: string;
}

const undone = (label: Words | undefined): Words => ({
  en: `Undone: ${label?.en ?? ''}`,
  ja: `元に戻しました: ${label?.ja ?? ''}`,
});

const redone = (label: Words | undefined): Words => ({
  en: `Done again: ${label?.en ?? ''}`,
  ja: `やり直しました: ${label?.ja ?? ''}`,
});
