/**
 * Answers a question: every place it may start, every address it may be sent to, there and back. What stops it is
 * assumed to be mended and the flow followed again, to find what stands behind.
 */
import type { Words } from '../../lib/words';
import type { IpAddress } from './address';
import { addressWords } from './address';
import type { Answer, Destination, NoEnd, Start } from './ends';
import { destinationOf, startsOf } from './ends';
import { newWalk, type Walked } from './forwarding';
import { allPorts, type PortRange } from './ports';
import type { Block, Path, Query, Resolution, Step, Trace, Verdict } from './trace';
import type { Goal, Outcome, Packet, Session } from './walk';
import { constraintOf, replyTo } from './walk';
import type { World } from './world';

/** How many obstacles behind one another are looked for. */
const maxObstacles = 4;
/** How many combinations of address classes are tried for one pair of interfaces. */
const maxClasses = 64;

export function follow(world: World, query: Query): Trace {
  const starts = startsOf(world, query.from);
  if (!isList(starts)) return nothingToFollow(query, starts, null);
  const traces = starts.map((start) => fromStart(world, query, start));
  return allOf(traces);
}

function fromStart(world: World, query: Query, start: Start): Trace {
  const destination = destinationOf(world, start, query.to);
  if ('fault' in destination) return nothingToFollow(query, destination, start.at);
  const usable = destination.options
    .map((answers) => answers.filter(({ family }) => start.addresses[family].length > 0))
    .filter((answers, index) => answers.length > 0 && answers.length === destination.options[index]?.length);
  if (usable.length === 0) return noCommonFamily(world, query, start, destination);
  const results = usable.map((answers) =>
    withNames(allOf(answers.map((answer) => toAnswer(world, query, start, answer))), destination, start),
  );
  return anyOf(results);
}

function toAnswer(world: World, query: Query, start: Start, answer: Answer): Trace {
  const traces: Trace[] = [];
  for (const source of start.addresses[answer.family])
    for (const address of answer.addresses)
      if (traces.length < maxClasses) traces.push(onePair(world, query, start, answer, source, address));
  const [first] = traces;
  if (first === undefined) return lost(query, start.at, { en: 'no address', ja: 'アドレスがありません' });
  if (traces.every(({ verdict }) => verdict === first.verdict)) return first;
  // The classes disagree: which of them the address falls into, AWS decides when it gives it away.
  const blocked = traces.find(({ verdict }) => verdict === 'blocked') ?? first;
  const says = blocked.blockedBy[0]?.says ?? { en: 'it is blocked', ja: 'ブロックされます' };
  return {
    ...blocked,
    verdict: 'unknown',
    blockedBy: [],
    unknowns: [
      {
        en: `it depends on which free address of the subnet AWS assigns: with some of them ${says.en}`,
        ja: `AWS がサブネットのどの空きアドレスを割り当てるかによります。アドレスによっては、${says.ja}`,
      },
      ...blocked.unknowns,
    ],
  };
}

function onePair(
  world: World,
  query: Query,
  start: Start,
  answer: Answer,
  source: IpAddress,
  destination: IpAddress,
): Trace {
  const packet = firstPacket(query, start, source, destination);
  const first = thereAndBack(world, start, answer, packet, new Set());
  const blockedBy: Block[] = [];
  const mended = new Set<string>();
  for (let round = first; round.block !== undefined && blockedBy.length < maxObstacles;) {
    const constraint = constraintOf(round.block);
    if (mended.has(constraint)) break;
    blockedBy.push(round.block);
    mended.add(constraint);
    round = thereAndBack(world, start, answer, packet, mended);
  }
  const verdict: Verdict =
    first.block !== undefined ? 'blocked' : first.doubts.length > 0 ? 'unknown' : 'reachable';
  return {
    verdict,
    resolution: null,
    forward: first.forward,
    return: first.back,
    blockedBy,
    unknowns: unique(verdict === 'blocked' ? first.notes : [...first.doubts, ...first.notes]),
  };
}

interface Round {
  readonly forward: Path;
  readonly back: Path | null;
  readonly block: Block | undefined;
  readonly doubts: readonly Words[];
  readonly notes: readonly Words[];
}

/** One flow and its reply, with some obstacles taken away. */
function thereAndBack(
  world: World,
  start: Start,
  answer: Answer,
  packet: Packet,
  mended: ReadonlySet<string>,
): Round {
  const session: Session = { connections: new Map(), privateOf: new Map() };
  const goal: Goal = { target: answer.target, at: answer.at, disposition: answer.disposition };
  const out = newWalk(world, 'forward', goal, session, mended);
  const there = start.from === null ? out.outside(packet, null) : out.leave(start.from, packet);
  const forward = pathOf(out, there);
  if (!there.arrived)
    return { forward, back: null, block: out.stoppedBy(), doubts: out.doubts, notes: out.notes };
  const home: Goal = { target: start.from, at: start.at, disposition: 'delivered' };
  const back = newWalk(world, 'return', home, session, mended);
  const again = there.reply(back, replyTo(there.packet));
  return {
    forward,
    back: pathOf(back, again),
    block: back.stoppedBy(),
    doubts: [...out.doubts, ...back.doubts],
    notes: [...out.notes, ...back.notes],
  };
}

function pathOf(walk: Walked, outcome: Outcome): Path {
  const disposition = outcome.arrived && walk.doubts.length > 0 ? 'unknown' : outcome.disposition;
  return { disposition, steps: walk.steps };
}

function firstPacket(query: Query, start: Start, source: IpAddress, destination: IpAddress): Packet {
  const { protocol, port, sourcePort } = query;
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  // A ping, unless the port says another ICMP type.
  const type = protocol === 'icmp' && port !== null && port >= 0 && port <= 255 ? port : 8;
  const sourcePorts: PortRange =
    sourcePort !== null ? [sourcePort, sourcePort] : protocol === 'any' ? allPorts : start.clientPorts;
  return {
    source,
    destination,
    protocol,
    sourcePorts,
    destinationPorts: hasPorts && port !== null ? [port, port] : null,
    icmpTypes: [type, type],
    sender: start.from,
  };
}

/** All must work: the first that does not speaks for them. */
function allOf(traces: readonly Trace[]): Trace {
  const blocked = traces.filter(({ verdict }) => verdict === 'blocked');
  const [speaker] = blocked.length > 0 ? blocked : traces.filter(({ verdict }) => verdict === 'unknown');
  const first = speaker ?? traces[0];
  if (first === undefined) throw new Error('allOf expects at least one trace');
  const blocks = new Map<string, Block>();
  for (const trace of blocked)
    for (const block of trace.blockedBy)
      if (!blocks.has(constraintOf(block))) blocks.set(constraintOf(block), block);
  const unknowns = unique(
    (speaker === undefined ? traces : traces.filter(({ verdict }) => verdict === speaker.verdict)).flatMap(
      (trace) => trace.unknowns,
    ),
  );
  const remark: Words[] =
    speaker !== undefined && traces.length > 1 && blocked.length < traces.length && blocked.length > 0
      ? [
          {
            en: `${traces.length - blocked.length} of ${traces.length} paths work; a flow counts as reachable when every one does`,
            ja: `${traces.length} 本の経路のうち ${traces.length - blocked.length} 本は通ります。すべて通る場合だけ到達可能とします`,
          },
        ]
      : [];
  return { ...first, blockedBy: [...blocks.values()], unknowns: [...remark, ...unknowns] };
}

/** One is enough: the first that works, else the first of all. */
function anyOf(traces: readonly Trace[]): Trace {
  const first =
    traces.find(({ verdict }) => verdict === 'reachable') ??
    traces.find(({ verdict }) => verdict === 'unknown') ??
    traces[0];
  if (first === undefined) throw new Error('anyOf expects at least one trace');
  return first;
}

/** Puts the name resolution before the first hop, and whoever kept it from the intended answer before the blame. */
function withNames(trace: Trace, destination: Destination, start: Start): Trace {
  const { resolved } = destination;
  if (resolved === null) return trace;
  const answers = destination.options.flat().flatMap(({ addresses }) => addresses.map(addressWords));
  const resolution: Resolution = {
    name: resolved.host,
    answers: [...new Set(answers)],
    because: resolved.because,
    by: resolved.by,
  };
  const [step] = trace.forward.steps;
  const asked: Step[] =
    step === undefined
      ? []
      : [
          {
            at: start.at,
            what: 'name-resolution',
            direction: null,
            verdict: 'pass',
            because: { resource: resolved.by, row: null, says: resolved.because },
            packet: step.packet,
          },
        ];
  const isBlocked = trace.verdict === 'blocked';
  const direction = 'forward' as const;
  const refused = resolved.notCreated.map(({ resource, field, says }): Block => ({
    resource,
    row: null,
    ...(field === undefined ? {} : { field }),
    at: resource,
    code: 'cannot-be-created',
    analyzerCode: 'BAD_STATE',
    direction,
    says,
  }));
  const remarks = resolved.remarks.map(({ says }) => says);
  const isUnsure = resolved.doubt !== null && trace.verdict === 'reachable';
  return {
    ...trace,
    verdict: isUnsure ? 'unknown' : trace.verdict,
    resolution,
    forward: { ...trace.forward, steps: [...asked, ...trace.forward.steps] },
    blockedBy: isBlocked ? [...refused, ...trace.blockedBy] : trace.blockedBy,
    unknowns: unique([
      ...(resolved.doubt === null ? [] : [resolved.doubt]),
      ...remarks,
      ...(isBlocked ? [] : resolved.notCreated.map(({ says }) => says)),
      ...trace.unknowns,
    ]),
  };
}

function nothingToFollow(query: Query, { fault, what }: NoEnd, at: string | null): Trace {
  if ('unknown' in fault) return lost(query, at, fault.unknown);
  const block: Block = { ...fault, direction: 'forward' };
  const { resource, row, field, says, code } = block;
  const step: Step = {
    at: block.at,
    what,
    direction: null,
    verdict: 'drop',
    because: { resource, row, ...(field === undefined ? {} : { field }), says },
    packet: emptyHeader(query),
  };
  return {
    verdict: 'blocked',
    resolution: null,
    forward: { disposition: code, steps: [step] },
    return: null,
    blockedBy: [block],
    unknowns: [],
  };
}

function lost(query: Query, at: string | null, why: Words): Trace {
  return {
    verdict: 'unknown',
    resolution: null,
    forward: {
      disposition: 'unknown',
      steps: [
        {
          at,
          what: 'deliver',
          direction: null,
          verdict: 'unknown',
          because: { resource: at, row: null, says: why },
          packet: emptyHeader(query),
        },
      ],
    },
    return: null,
    blockedBy: [],
    unknowns: [why],
  };
}

function noCommonFamily(world: World, query: Query, start: Start, destination: Destination): Trace {
  const wanted = destination.options[0]?.[0];
  const name = start.at === null ? '' : world.name(start.at);
  const family = wanted?.family ?? 4;
  return nothingToFollow(
    query,
    {
      what: 'deliver',
      fault: {
        resource: wanted === undefined ? null : start.at,
        row: null,
        at: start.at,
        code: 'no-such-host',
        analyzerCode: 'NO_SOURCE_OR_DESTINATION',
        says: {
          en: `${name} has no IPv${family} address, which the destination needs`,
          ja: `${name} には、送信先に必要な IPv${family} アドレスがありません`,
        },
      },
    },
    start.at,
  );
}

function emptyHeader({ protocol, port, sourcePort }: Query): Step['packet'] {
  return {
    source: '',
    destination: '',
    protocol,
    sourcePorts: sourcePort === null ? allPorts : [sourcePort, sourcePort],
    destinationPorts: port === null ? null : [port, port],
  };
}

function unique(words: readonly Words[]): Words[] {
  const found = new Map<string, Words>();
  for (const each of words) if (!found.has(each.en)) found.set(each.en, each);
  return [...found.values()];
}

function isList(starts: readonly Start[] | NoEnd): starts is readonly Start[] {
  return Array.isArray(starts);
}
