import { describe, expect, test } from 'vitest';
import { verbatim } from '../../lib/words';
import { chooserAlong, everyWay } from './choices';
import type { Trace, Verdict } from './trace';
import type { Fork } from './walk';

const fork = (takes: Fork['takes'], count: number, of?: string): Fork => ({
  takes,
  ...(of === undefined ? {} : { of }),
  ways: Array.from({ length: count }, (_, index) => verbatim(`way ${index}`)),
});

const trace = (verdict: Verdict): Trace => ({
  verdict,
  resolution: null,
  forward: { disposition: 'delivered', steps: [] },
  return: null,
  blockedBy: [],
  unknowns: [],
});

/** What comes of a flow that meets one fork after another; `verdict`: by the ways that were taken. */
function explored(forks: readonly Fork[], verdict: (taken: readonly number[]) => Verdict) {
  const rounds: (readonly number[])[] = [];
  const result = everyWay((ways) => {
    const met: Fork[] = [];
    const choose = chooserAlong(ways, met);
    const taken = forks.map((each) => choose(each));
    rounds.push(taken);
    return { trace: trace(verdict(taken)), forks: met };
  });
  return { result, rounds };
}

describe('a flow with several ways', () => {
  test('is followed by each of them in turn', () => {
    const { rounds } = explored([fork('either', 2), fork('either', 2)], () => 'reachable');

    expect(rounds).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  test('goes the same way wherever it asks for the same choice', () => {
    const { rounds } = explored([fork('either', 2, 'zone'), fork('either', 2, 'zone')], () => 'reachable');

    expect(rounds).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test('is not known to work, or not to, by ways that nobody has followed', () => {
    const many = [fork('either', 9), fork('either', 9)];

    expect(explored(many, () => 'reachable').result.verdict).toBe('unknown');
    expect(explored(many, () => 'blocked').result.verdict).toBe('unknown');
    expect(explored([fork('either', 9)], () => 'reachable').result.verdict).toBe('reachable');
  });

  test('works by one way that works where one is enough, though others were not followed', () => {
    const many = [fork('one', 9), fork('one', 9)];

    expect(explored(many, () => 'reachable').result.verdict).toBe('reachable');
    expect(explored(many, () => 'blocked').result.verdict).toBe('unknown');
  });
});
