/** The engine and the slow reference say the same of random designs. `npm run reference` asks many more questions. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import type { Query } from '../../core/network/trace';
import { groups } from './clientDesign';
import { compareDesign, kindsIn, noCounts, questionsOf } from './compare';
import { randomDesign } from './randomDesign';
import { sayDisagreement } from './shrink';

const seeds = Array.from({ length: 25 }, (_, index) => 9000 + index);

describe('the engine and the reference', () => {
  const counts = noCounts();

  test('agree on every flow of random designs, and on whom to blame', () => {
    for (const seed of seeds) {
      const [found] = compareDesign(catalog, seed, 20, counts);
      expect(found === undefined ? '' : sayDisagreement(catalog, found)).toBe('');
    }
  }, 120_000);

  test('were asked of flows of which a third to two thirds are blocked, for many reasons', () => {
    const blocked = (counts.verdicts['blocked'] ?? 0) / counts.flows;

    expect(blocked).toBeGreaterThan(1 / 3);
    expect(blocked).toBeLessThan(2 / 3);
    expect(Object.keys(counts.codes).length).toBeGreaterThan(10);
  });
});

test('the random designs contain every kind that traffic knows of, all of which the reference follows', () => {
  const drawn = new Set(seeds.flatMap((seed) => [...kindsIn(randomDesign(seed).boxes)]));

  const missing = [...catalog.kinds.values()].filter(
    ({ kind, isAnnotation }) => isAnnotation !== true && !drawn.has(kind),
  );
  expect(missing.map(({ kind }) => kind)).toEqual([]);
});

test('the questions come from clients in groups and in none, and from and to networks on premises', () => {
  const asked = seeds.flatMap((seed) => [...questionsOf(randomDesign(seed), seed, 20)]);
  const isAt = (end: Query['from'], names: RegExp): boolean => 'resource' in end && names.test(end.resource);
  const clients = asked.filter(({ from }) => isAt(from, /^(?:Clients|Guests|Roamers)$/));
  const side = /^(?:Site|Depot|Device|Branch|Tunnel)/;

  expect(new Set(clients.map(({ group }) => group))).toEqual(new Set([undefined, ...groups]));
  expect(asked.filter(({ from }) => isAt(from, side)).length).toBeGreaterThan(20);
  expect(asked.filter(({ to }) => isAt(to, side)).length).toBeGreaterThan(20);
  expect(asked.some(({ from }) => 'resource' in from && from.address !== undefined)).toBe(true);
});

test('the same seed gives the same design', () => {
  expect(randomDesign(7)).toEqual(randomDesign(7));
});
