/** Asks the engine and the reference the same questions of random designs, and counts what they say. */
import { fromSketch } from '../../core/catalog/fromSketch';
import type { Catalog } from '../../core/catalog/catalog';
import { sketch, type Box } from '../../core/model/sketch';
import type { Fact } from '../../core/network/facts';
import { compileNetwork, factsOf } from '../../core/network/network';
import type { Query, Trace } from '../../core/network/trace';
import type { Protocol } from '../../core/model/document';
import { chanceFrom } from './chance';
import type { Outcome } from './outcome';
import { randomDesign, type Plan } from './randomDesign';
import { referenceOf } from './reference';

export interface Disagreement {
  readonly seed: number;
  readonly query: Query;
  readonly engine: Trace;
  readonly reference: Outcome;
  /** Why they are taken to disagree. */
  readonly about: string;
}

/** Whether the two agree; what is wrong where they do not. */
export function disagreement(
  engine: Trace,
  reference: Outcome,
  blamed: () => readonly string[],
): 'verdict' | 'blame' | null {
  // Behind an instance that forwards, or in front of whoever has a free address, the engine may know of a block for
  // certain, which the reference does not look for.
  const isOpen =
    reference.verdict === 'unknown' && ['an appliance decides', 'a free address'].includes(reference.why);
  if (engine.verdict === 'unknown' && reference.isOpen === true) return null;
  if (engine.verdict !== reference.verdict) return isOpen && engine.verdict === 'blocked' ? null : 'verdict';
  if (engine.verdict !== 'blocked') return null;
  const agrees = (blame: readonly string[]): boolean =>
    blame.length === 0 ||
    engine.blockedBy.some(({ resource }) => resource === null || blame.includes(resource));
  return agrees(reference.blame) || agrees(blamed()) ? null : 'blame';
}

export function factsOfPlan(catalog: Catalog, boxes: readonly Box[]): readonly Fact[] {
  return [...factsOf(catalog, fromSketch(catalog, sketch(...boxes)))];
}

const ports = [443, 443, 443, 8080, 8080, 5432, 80, 22, null] as const;
const protocols: readonly Protocol[] = [
  'tcp',
  'tcp',
  'tcp',
  'tcp',
  'tcp',
  'tcp',
  'tcp',
  'tcp',
  'udp',
  'icmp',
  'icmp',
  'any',
];

export function* questionsOf(plan: Plan, seed: number, count: number): Generator<Query> {
  const chance = chanceFrom(seed * 7919 + 1);
  const end = (id: string): Query['from'] => (id === 'Everybody' ? { internet: true } : { resource: id });
  for (let asked = 0; asked < count * 2; asked++) {
    const from = chance.any(plan.sources) ?? 'Everybody';
    // Most traffic stays in a VPC, or leaves it for the internet and for services.
    const near = chance.oneIn(3)
      ? plan.targets
      : plan.targets.filter((id) => id.at(-1) === from.at(-1) || /^(?:S3|Manager|Queue|Everybody)$/.test(id));
    const target = chance.any(near) ?? 'Everybody';
    if (target === from) continue;
    const to = chance.oneIn(15) ? { dns: chance.any(plan.hosts) ?? '' } : end(target);
    const name = 'resource' in to ? to.resource : '';
    const protocol = chance.any(protocols) ?? 'tcp';
    const usual = name.startsWith('Database')
      ? 5432
      : /^(?:AppHost|Function|Tasks|Card)/.test(name)
        ? 8080
        : 443;
    const port =
      protocol === 'icmp' || protocol === 'any'
        ? null
        : chance.oneIn(3)
          ? (chance.any(ports) ?? null)
          : usual;
    const sourcePort =
      protocol === 'tcp' && chance.oneIn(12) ? chance.pick([1024, 33000, 50001, 61000]) : null;
    yield { from: end(from), to, protocol, port, sourcePort };
  }
}

export interface Counts {
  flows: number;
  readonly verdicts: Record<string, number>;
  readonly codes: Record<string, number>;
  readonly kinds: Record<string, number>;
}

export function noCounts(): Counts {
  return { flows: 0, verdicts: {}, codes: {}, kinds: {} };
}

/** Compares one design; the counts are added to. */
export function compareDesign(
  catalog: Catalog,
  seed: number,
  flows: number,
  counts: Counts,
): readonly Disagreement[] {
  const plan = randomDesign(seed);
  const facts = factsOfPlan(catalog, plan.boxes);
  const engine = compileNetwork(facts);
  const reference = referenceOf(facts);
  const found: Disagreement[] = [];
  for (const kind of new Set(kindsIn(plan.boxes))) add(counts.kinds, kind);
  let asked = 0;
  for (const query of questionsOf(plan, seed, flows)) {
    if (asked++ === flows) break;
    const trace = engine.trace(query);
    const outcome = reference.ask(query);
    counts.flows++;
    add(counts.verdicts, trace.verdict);
    if (trace.verdict === 'blocked') {
      const [first] = trace.blockedBy;
      add(counts.codes, `${first?.code ?? 'nothing'} ${first?.direction ?? ''}`);
    }
    const about = disagreement(trace, outcome, () => reference.blamed(query));
    if (about !== null) found.push({ seed, query, engine: trace, reference: outcome, about });
  }
  return found;
}

export function* kindsIn(boxes: readonly Box[]): Generator<string> {
  for (const each of boxes) {
    yield each.box;
    yield* kindsIn(each.inside);
  }
}

function add(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
