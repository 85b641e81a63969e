/** Asks the engine and the reference the same questions of random designs, and counts what they say. */
import { fromSketch } from '../../core/catalog/fromSketch';
import type { Catalog } from '../../core/catalog/catalog';
import { sketch, type Box } from '../../core/model/sketch';
import type { Fact } from '../../core/network/facts';
import { compileNetwork, factsOf } from '../../core/network/network';
import type { Query, Trace } from '../../core/network/trace';
import type { Protocol } from '../../core/model/document';
import { chanceFrom, type Chance } from './chance';
import { groups } from './clientDesign';
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
  // Behind an instance or a customer gateway that forwards, in front of whoever has a free address, and where IPv6 of a
  // Client VPN is not modelled, the engine may know of a block for
  // certain, which the reference does not look for.
  const isOpen =
    reference.verdict === 'unknown' &&
    [
      'an appliance decides',
      'a free address',
      'what the customer gateway sends on',
      'IPv6 in the tunnel',
    ].includes(reference.why);
  if (engine.verdict === 'unknown' && reference.isOpen === true) return null;
  if (engine.verdict !== reference.verdict) return isOpen && engine.verdict === 'blocked' ? null : 'verdict';
  // Where it is open which way a packet takes, the engine goes on as if it got through, and may find what is behind.
  if (engine.verdict !== 'blocked' || reference.isOpen === true) return null;
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

/** The questions of a design; where there is somebody outside AWS, every other one is about him. */
export function* questionsOf(plan: Plan, seed: number, count: number): Generator<Query> {
  const chances = [chanceFrom(seed * 7919 + 1), chanceFrom(seed * 7919 + 2)] as const;
  for (let asked = 0; asked < count * 2; asked++) {
    const isOutside = plan.outside.length > 0 && asked % 2 === 1;
    const query = isOutside ? aboutOutside(plan, chances[1]) : within(plan, chances[0]);
    if (query !== null) yield query;
  }
}

function within(plan: Plan, chance: Chance): Query | null {
  const from = chance.any(plan.sources) ?? 'Everybody';
  // Most traffic stays in a VPC, or leaves it for the internet and for services.
  const near = chance.oneIn(5)
    ? plan.targets
    : plan.targets.filter((id) => id.at(-1) === from.at(-1) || /^(?:S3|Manager|Queue|Everybody)$/.test(id));
  const target = chance.any(near) ?? 'Everybody';
  if (target === from) return null;
  const to = chance.oneIn(15) ? { dns: chance.any(plan.hosts) ?? '' } : end(target);
  return { from: end(from), to, ...headerTo(chance, to) };
}

const end = (id: string): Query['from'] => (id === 'Everybody' ? { internet: true } : { resource: id });

/** `unusual`: once in how many it is no usual port of the target. */
function headerTo(
  chance: Chance,
  to: Query['to'],
  unusual = 6,
): Pick<Query, 'protocol' | 'port' | 'sourcePort'> {
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
      : chance.oneIn(unusual)
        ? (chance.any(ports) ?? null)
        : usual;
  const sourcePort = protocol === 'tcp' && chance.oneIn(12) ? chance.pick([1024, 33000, 50001, 61000]) : null;
  return { protocol, port, sourcePort };
}

/** From somebody outside to somebody in a VPC, the other way round, or between two outside. */
function aboutOutside(plan: Plan, chance: Chance): Query | null {
  const one = chance.any(plan.outside);
  const somebodyElse = (): Query['from'] => {
    const others = plan.outside.filter(({ behind }) => !behind.some((each) => one?.behind.includes(each)));
    return { resource: chance.any(others)?.id ?? '' };
  };
  // Most of those outside are there for a VPC; by a Client VPN, for services and the internet as well.
  const isWide = isClient({ resource: one?.id ?? '' });
  const isNear = (id: string): boolean =>
    id.at(-1) === one?.near || (isWide && /^(?:S3|Queue|Everybody)$/.test(id));
  const among = (ids: readonly string[]): readonly string[] => (chance.oneIn(7) ? ids : ids.filter(isNear));
  const direction = chance.pick(['in', 'in', 'in', 'in', 'out', 'out', 'across']);
  const from =
    direction === 'out'
      ? end(chance.any(among(plan.sources)) ?? 'Everybody')
      : direction === 'across'
        ? end(one?.id ?? '')
        : outsideEnd(chance, one?.id ?? '');
  const to =
    direction === 'out'
      ? outsideEnd(chance, one?.id ?? '')
      : direction === 'across'
        ? somebodyElse()
        : chance.oneIn(15)
          ? { dns: chance.any(plan.hosts) ?? '' }
          : end(chance.any(among(plan.targets)) ?? 'Everybody');
  const isSame = 'resource' in from && 'resource' in to && from.resource === to.resource;
  if (isSame && !isClient(from)) return null;
  // Nobody but they themselves reaches clients.
  if (isClient(to) && !isSame && !chance.oneIn(6)) return null;
  const group = isClient(from)
    ? chance.pick([undefined, undefined, ...groups, 'staff', 'staff', 'staff'])
    : undefined;
  return { from, to, ...headerTo(chance, to, 7), ...(group === undefined ? {} : { group }) };
}

function isClient(from: Query['from']): boolean {
  return 'resource' in from && /^(?:Clients|Guests|Roamers)$/.test(from.resource);
}

/** A resource that stands for somebody outside, one address there, or a plain address. */
function outsideEnd(chance: Chance, id: string): Query['from'] {
  const from: Query['from'] = { resource: id };
  if (isClient(from) || !chance.oneIn(4)) return from;
  const address = chance.pick(['192.168.1.10', '192.168.1.10', '172.16.0.9']);
  if (chance.oneIn(3)) return { address };
  return { ...from, address: chance.oneIn(6) ? '10.1.0.9' : address };
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
