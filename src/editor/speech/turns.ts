/**
 * Says one thing after the other: a screen reader may miss what is gone again in the same moment. What gathers while one thing
 * is being said is said together when its turn comes, so that nobody waits for a long row of sentences.
 */
import type { Words } from '../../lib/words';

/** So long, in ms, one thing stands before the next takes its place: a few turns of a screen reader's own collecting. */
export const turn = 400;

/** `later` runs something after some ms, and gives back how to call that off. */
export function takeTurns(
  speak: (words: Words) => void,
  later: (work: () => void, ms: number) => () => void,
): { readonly say: (words: Words) => void; readonly stop: () => void } {
  let waiting: readonly Words[] = [];
  let callOff: (() => void) | null = null;
  const next = (): void => {
    callOff = null;
    if (waiting.length === 0) return;
    const said = joined(waiting);
    waiting = [];
    callOff = later(next, turn);
    speak(said);
  };
  return {
    say: (words) => {
      // What waits already is said once, at its newest place.
      waiting = [...waiting.filter(({ en, ja }) => en !== words.en || ja !== words.ja), words];
      if (callOff === null) next();
    },
    stop: () => {
      callOff?.();
      callOff = null;
      // Whoever speaks next begins with it: nothing that was to be said is left out.
      if (waiting.length > 0) speak(joined(waiting));
      waiting = [];
    },
  };
}

/** Several sentences as one, each without the full stop it may have. */
export function joined(parts: readonly Words[]): Words {
  const without = (text: string, sign: string): string => (text.endsWith(sign) ? text.slice(0, -1) : text);
  const all = (texts: readonly string[], sign: string, between: string): string =>
    texts.map((text, index) => (index < texts.length - 1 ? without(text, sign) : text)).join(between);
  return {
    en: all(
      parts.map(({ en }) => en),
      '.',
      '; ',
    ),
    ja: all(
      parts.map(({ ja }) => ja),
      '。',
      '。',
    ),
  };
}
