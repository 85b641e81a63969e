/** The laws of the engine, of plans and of fixes, over the random designs of realistic shape. */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { fromSketch } from '../../core/catalog/fromSketch';
import type { Document, Resource } from '../../core/model/document';
import { arrow, sketch } from '../../core/model/sketch';
import type { Fact, GroupRow } from '../../core/network/facts';
import { compileNetwork, factsOf, queryOf } from '../../core/network/network';
import type { Query, Trace } from '../../core/network/trace';
import { plansThatMend } from '../../core/plans/mend';
import { contextOf, runRules } from '../../core/rules/validate';
import type { Finding } from '../../core/rules/rule';
import { ways } from '../../rules/shared/ways';
import { chanceFrom } from './chance';
import { factsOfPlan, questionsOf } from './compare';
import { randomDesign } from './randomDesign';

const rank = { blocked: 0, unknown: 1, reachable: 2 } as const;

interface Case {
  readonly seed: number;
  readonly facts: readonly Fact[];
  readonly questions: readonly Query[];
}

function* cases(first: number, count: number, flows: number): Generator<Case> {
  for (let seed = first; seed < first + count; seed++) {
    const plan = randomDesign(seed);
    const questions = [...questionsOf(plan, seed, flows)].slice(0, flows);
    yield { seed, facts: factsOfPlan(catalog, plan.boxes), questions };
  }
}

const label = (seed: number, query: Query): string => `seed ${seed}: ${JSON.stringify(query)}`;

describe('over random designs of realistic shape', () => {
  test('SG1 a security-group rule more never makes anything less reachable', () => {
    for (const { seed, facts, questions } of cases(100, 8, 15)) {
      const chance = chanceFrom(seed);
      const groups = facts.filter(({ fact }) => fact === 'security-group');
      const by = chance.any(groups)?.by;
      const row: GroupRow = {
        protocol: chance.pick(['tcp', 'any', 'icmp']),
        fromPort: null,
        toPort: null,
        peer: chance.pick(['0.0.0.0/0', '10.0.0.0/8', '203.0.113.0/24']),
      };
      const side = chance.pick(['inbound' as const, 'outbound' as const]);
      const more = facts.map((fact) =>
        fact.fact === 'security-group' && fact.by === by
          ? { ...fact, [side]: { ...fact[side], added: row } }
          : fact,
      );
      const [before, after] = [compileNetwork(facts), compileNetwork(more)];

      for (const query of questions)
        expect(rank[after.trace(query).verdict], label(seed, query)).toBeGreaterThanOrEqual(
          rank[before.trace(query).verdict],
        );
    }
  }, 120_000);

  test('RT2 a route less never makes anything more reachable, unless another row takes over', () => {
    const used = (trace: Trace): ReadonlySet<string> =>
      new Set(
        [trace.forward, trace.return].flatMap((path, direction) =>
          (path?.steps ?? []).flatMap(({ at, what, because }) =>
            what === 'route' ? [`${direction} ${at} ${because.row}`] : [],
          ),
        ),
      );
    for (const { seed, facts, questions } of cases(200, 6, 12)) {
      const chance = chanceFrom(seed);
      const tables = facts.flatMap((fact) =>
        fact.fact === 'route-table' && Object.keys(fact.routes).length > 0 ? [fact] : [],
      );
      const table = chance.any(tables);
      const key = chance.any(Object.keys(table?.routes ?? {})) ?? '';
      const less = facts.map((fact) => {
        if (fact !== table || fact.fact !== 'route-table') return fact;
        const { [key]: _, ...routes } = fact.routes;
        return { ...fact, routes };
      });
      const [whole, reduced] = [compileNetwork(facts), compileNetwork(less)];

      for (const query of questions) {
        const [before, after] = [whole.trace(query), reduced.trace(query)];
        const known = used(before);
        if ([...used(after)].some((row) => !known.has(row))) continue;
        expect(rank[after.verdict], label(seed, query)).toBeLessThanOrEqual(
          Math.max(rank[before.verdict], rank.unknown),
        );
      }
    }
  }, 120_000);

  test('ids, the order of resources and their places on the canvas change nothing', () => {
    for (let seed = 300; seed < 308; seed++) {
      const plan = randomDesign(seed);
      const document = fromSketch(catalog, sketch(...plan.boxes));
      const name = (id: string): string =>
        document.resources.has(id) ? `z${[...id].reverse().join('')}` : id;
      const [before, after] = [document, changed(document, name)].map((each) =>
        compileNetwork(factsOf(catalog, each)),
      );

      for (const query of [...questionsOf(plan, seed, 12)].slice(0, 12))
        expect(essence(after?.trace(renamed(query, name) as Query)), label(seed, query)).toEqual(
          essence(before?.trace(query)),
        );
    }
  }, 120_000);
});

/** Every id another one, every box elsewhere, and the last resource first. */
function changed(document: Document, name: (id: string) => string): Document {
  const resources = [...document.resources.values()].reverse().map((each): Resource => {
    const moved = { ...each, x: each.x + 1000, y: each.y - 700, w: each.w + 40 };
    // Only ids are replaced, which leaves props of the same types.
    return renamed(moved, name) as Resource;
  });
  return { ...document, resources: new Map(resources.map((each) => [each.id, each])) };
}

function renamed(value: unknown, name: (id: string) => string, key = ''): unknown {
  if (key === 'kind' || key === 'name' || key === 'order') return value;
  if (typeof value === 'string') return name(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, name));
  return Object.fromEntries(
    Object.entries(value).map(([each, inner]) => [name(each), renamed(inner, name, each)]),
  );
}

const essence = (trace: Trace | undefined) => ({
  verdict: trace?.verdict,
  forward: trace?.forward.disposition,
  back: trace?.return?.disposition,
  codes: trace?.blockedBy.map(({ code, direction }) => `${code} ${direction}`).sort(),
});

/** A random design with some of its flows drawn. */
function drawn(seed: number, flows: number) {
  const plan = randomDesign(seed);
  const arrows = [...questionsOf(plan, seed, 40)].flatMap(({ from, to, protocol, port }, index) =>
    'resource' in from && 'resource' in to && protocol === 'tcp'
      ? [arrow(from.resource, to.resource, { id: `flow ${index}`, protocol, port })]
      : [],
  );
  return contextOf(catalog, fromSketch(catalog, sketch(...plan.boxes, ...arrows.slice(0, flows))));
}

describe('what is proposed, in random designs of realistic shape', () => {
  test('a plan, applied, makes its flow pass both ways', () => {
    let tried = 0;
    for (let seed = 400; seed < 403; seed++) {
      const context = drawn(seed, 8);
      for (const flow of context.flows)
        for (const plan of plansThatMend(context, flow, ways)) {
          const after = context.after(plan);
          const trace = after.network.trace(queryOf(after.document, catalog, flow));
          tried += 1;
          expect(trace.verdict, `seed ${seed}, ${flow.id}: ${plan.title.en}`).toBe('reachable');
          expect(trace.return?.disposition).toBe('delivered');
        }
    }
    expect(tried).toBeGreaterThan(3);
  }, 120_000);

  test('a fix removes its finding and brings no new error', () => {
    let tried = 0;
    for (let seed = 500; seed < 503; seed++) {
      const context = drawn(seed, 3);
      const before = runRules(rules, context);
      expect(before.failures).toEqual([]);
      const known = new Set(before.findings.map(faultOf));
      const told = new Set(before.findings.map(({ rule }) => rule));
      const isNew = (id: string): boolean => context.resource(id) === undefined;
      const chance = chanceFrom(seed);
      const fixed = before.findings.flatMap((finding) =>
        (finding.fixes ?? []).map((fix) => ({ finding, fix })),
      );
      const flows = before.findings.flatMap(({ rule, on: [flow] }) =>
        rule === 'flow-blocked' ? [flow] : [],
      );
      // A few of them: each asks all rules again.
      for (const { finding, fix } of fixed.filter(() => chance.oneIn(Math.ceil(fixed.length / 6)))) {
        const { findings } = runRules(rules, context.after(fix));
        const title = `seed ${seed}, ${finding.rule}: ${fix.title.en}`;
        tried += 1;
        expect(
          findings.map(({ key }) => key),
          title,
        ).not.toContain(finding.key);
        expect(
          findings
            .filter((each) => each.severity === 'error' && !known.has(faultOf(each)))
            // The next obstacle of a flow that failed before is no new error.
            .filter(({ on }) => !on.some((id) => flows.includes(id)))
            .filter(({ rule }) => followUps[finding.rule]?.includes(rule) !== true)
            // A route table that is made as a copy has the faults of the original.
            .filter(({ rule, on }) => !(on.some(isNew) && told.has(rule)))
            .map(({ message }) => message.en),
          title,
        ).toEqual([]);
      }
    }
    expect(tried).toBeGreaterThan(5);
  }, 120_000);
});

/** What a fix brings to light that could not be met before, by the rule whose fix it is. */
const followUps: Readonly<Record<string, readonly string[]>> = {
  // The new node of the load balancer has another address, which its targets may not let in.
  'endpoint-zone-not-served': ['target-closed-to-load-balancer'],
};

function faultOf({ rule, on: [place], field = '' }: Finding): string {
  return `${rule} ${place} ${field}`;
}
