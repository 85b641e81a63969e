import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Words } from '../../lib/words';
import { takeTurns, turn } from './turns';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const words = (en: string): Words => ({ en, ja: `${en} (ja)` });

function heardFrom() {
  const heard: string[] = [];
  const { say, stop } = takeTurns(
    ({ en }) => heard.push(en),
    (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  );
  return { heard, say: (en: string) => say(words(en)), stop };
}

test('what is said alone is said at once', () => {
  const { heard, say } = heardFrom();

  say('Moved Web');

  expect(heard).toEqual(['Moved Web']);
});

test('two things in one moment are both said, in order, the second when the first has had its turn', () => {
  const { heard, say } = heardFrom();

  say('Arrow drawn; blocked');
  say('2 ways to give it one');
  expect(heard).toEqual(['Arrow drawn; blocked']);
  vi.advanceTimersByTime(turn);

  expect(heard).toEqual(['Arrow drawn; blocked', '2 ways to give it one']);
});

test('what gathers meanwhile is said together, so that no row of sentences has to be waited for', () => {
  const { heard, say } = heardFrom();

  for (const each of ['One', 'Two.', 'Three', 'Four.']) say(each);
  vi.advanceTimersByTime(turn);

  expect(heard).toEqual(['One', 'Two; Three; Four.']);
});

test('what waits already is not said twice, but at its newest place', () => {
  const { heard, say } = heardFrom();

  for (const each of ['One', 'Two', 'Three', 'Two']) say(each);
  vi.advanceTimersByTime(10 * turn);

  expect(heard).toEqual(['One', 'Three; Two']);
});

test('the same words are said again when they are asked for again later', () => {
  const { heard, say } = heardFrom();

  say('Nothing in that direction');
  vi.advanceTimersByTime(turn);
  say('Nothing in that direction');

  expect(heard).toEqual(['Nothing in that direction', 'Nothing in that direction']);
});

test('what still waits when it is stopped is said before the end', () => {
  const { heard, say, stop } = heardFrom();
  say('One');
  say('Two');

  stop();
  vi.advanceTimersByTime(10 * turn);

  expect(heard).toEqual(['One', 'Two']);
});
