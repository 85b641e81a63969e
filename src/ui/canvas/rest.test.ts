import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRest } from './rest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Asks every 100 ms for as long, in ms. */
function askFor(ask: () => void, long: number): void {
  for (let gone = 0; gone < long; gone += 100) {
    ask();
    vi.advanceTimersByTime(100);
  }
}

test('work waits until nobody has asked for it for a while, and is then done once', () => {
  const work = vi.fn<() => void>();
  const rest = createRest(work, 150, 1000);

  askFor(rest.ask, 500);
  const before = work.mock.calls.length;
  vi.advanceTimersByTime(2000);

  expect(before).toBe(0);
  expect(work).toHaveBeenCalledTimes(1);
});

test('work that is asked for all the time is done now and then all the same', () => {
  const work = vi.fn<() => void>();
  const rest = createRest(work, 150, 1000);

  askFor(rest.ask, 3500);

  expect(work).toHaveBeenCalledTimes(3);
});

test('work that is no longer wanted is not done', () => {
  const work = vi.fn<() => void>();
  const rest = createRest(work, 150, 1000);
  rest.ask();

  rest.stop();
  vi.advanceTimersByTime(2000);

  expect(work).not.toHaveBeenCalled();
});
