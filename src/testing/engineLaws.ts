/** Laws that hold for every design and every question. A file of laws brings its own designs, and says for how many of them. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Fact, GroupRow } from '../core/network/facts';
import { compileNetwork } from '../core/network/network';
import type { Query, Trace } from '../core/network/trace';

interface Random {
  readonly designs: fc.Arbitrary<Fact[]>;
  readonly questions: fc.Arbitrary<Query>;
}

export const ask = (facts: readonly Fact[], query: Query): Trace => compileNetwork(facts).trace(query);

/** Verdicts in the order of how far packets get for certain. */
export const rank = { blocked: 0, unknown: 1, reachable: 2 } as const;

/** What does not depend on what things are called. */
export const essenceOf = ({ verdict, forward, return: back, blockedBy }: Trace) => ({
  verdict,
  forward: forward.disposition,
  back: back?.disposition ?? null,
  codes: blockedBy.map(({ code, direction }) => `${code} ${direction}`),
});

export function expectReason({ verdict, blockedBy, unknowns, return: back }: Trace): void {
  if (verdict === 'blocked') expect(blockedBy.length).toBeGreaterThan(0);
  else expect(blockedBy).toEqual([]);
  if (verdict === 'unknown') expect(unknowns.length).toBeGreaterThan(0);
  if (verdict === 'reachable') expect(back?.disposition).toBe('delivered');
  for (const { en, ja } of [...blockedBy.map(({ says }) => says), ...unknowns]) {
    expect([en, ja]).not.toContain('');
    expect(en).not.toMatch(/undefined|null/);
  }
}

export function everyVerdictHasItsReason({ designs, questions }: Random, numRuns: number): void {
  fc.assert(
    fc.property(designs, questions, (facts, query) => expectReason(ask(facts, query))),
    { numRuns },
  );
}

export function orderOfFactsChangesNothing({ designs, questions }: Random, numRuns: number): void {
  const inTwoOrders = designs.chain((facts) =>
    fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
  );

  fc.assert(
    fc.property(inTwoOrders, questions, ([facts, shuffled], query) => {
      expect(ask(shuffled, query)).toEqual(ask(facts, query));
    }),
    { numRuns },
  );
}

/** Only ids may begin with a capital letter in these designs. */
export function namesChangeNothing(
  { designs, questions }: Random,
  numRuns: number,
  essence: (trace: Trace) => unknown = essenceOf,
): void {
  fc.assert(
    fc.property(designs, questions, (facts, query) => {
      expect(essence(ask(renamed(facts), renamed(query)))).toEqual(essence(ask(facts, query)));
    }),
    { numRuns },
  );
}

/** With names that sort the other way round. */
function renamed<T>(value: T): T {
  const rename = (inner: unknown): unknown => {
    if (typeof inner === 'string') return /^[A-Z]/.test(inner) ? `z${[...inner].reverse().join('')}` : inner;
    if (Array.isArray(inner)) return inner.map(rename);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, rename(each)]));
  };
  return rename(value) as T; // only texts are changed, and none of those that a type lists
}

export function askedBeforeChangesNothing({ designs, questions }: Random, numRuns: number): void {
  fc.assert(
    fc.property(designs, questions, questions, (facts, query, other) => {
      const network = compileNetwork(facts);
      const first = network.trace(query);
      network.trace(other);

      expect(network.trace(query)).toEqual(first);
      expect(ask(facts, query)).toEqual(first);
    }),
    { numRuns },
  );
}

/** `groups`: those that get a rule more, and which rules. */
export function ruleMoreReachesNoLess(
  { designs, questions }: Random,
  numRuns: number,
  groups: {
    readonly names: readonly string[];
    readonly rows: fc.Arbitrary<GroupRow>;
    readonly sides?: readonly ('inbound' | 'outbound')[];
  },
): void {
  const { names, rows, sides = ['inbound', 'outbound'] } = groups;

  fc.assert(
    fc.property(
      designs,
      questions,
      fc.constantFrom(...names),
      rows,
      fc.constantFrom(...sides),
      (facts, query, name, row, side) => {
        const more = facts.map((fact) =>
          fact.fact === 'security-group' && fact.by === name
            ? { ...fact, [side]: { ...fact[side], added: row } }
            : fact,
        );

        expect(rank[ask(more, query).verdict]).toBeGreaterThanOrEqual(rank[ask(facts, query).verdict]);
      },
    ),
    { numRuns },
  );
}

/** `hide` makes something unknown: what, is chosen at random. */
export function unknownTurnsNoVerdict<Choice>(
  { designs, questions }: Random,
  numRuns: number,
  choices: fc.Arbitrary<Choice>,
  hide: (facts: readonly Fact[], choice: Choice) => readonly Fact[],
): void {
  fc.assert(
    fc.property(designs, questions, choices, (facts, query, choice) => {
      const known = ask(facts, query).verdict;
      const hidden = ask(hide(facts, choice), query).verdict;

      expect([known, 'unknown']).toContain(known === 'unknown' ? 'unknown' : hidden);
    }),
    { numRuns },
  );
}
