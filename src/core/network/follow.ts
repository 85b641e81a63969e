/** Answers a question: every place it may start, every address it may be sent to. */
import { verbatim, type Words } from '../../lib/words';
import { addressWords } from './address';
import { allOf, anyOf, eitherOf, oneOf, unique } from './combine';
import type { Answer, Destination, NoEnd, Start } from './ends';
import { destinationOf, startsOf } from './ends';
import { noCommonFamily } from './familyFaults';
import { onePair } from './pair';
import { allPorts } from './ports';
import type { Block, Query, Resolution, Step, Trace } from './trace';
import type { World } from './world';

/** How many combinations of address classes are tried for one pair of interfaces. */
const maxClasses = 64;

export function follow(world: World, query: Query): Trace {
  const starts = startsOf(world, query.from);
  if (!isList(starts))
    return nothingToFollow(query, starts, 'resource' in query.from ? query.from.resource : null);
  const traces = starts.map((start) => fromStart(world, query, start));
  return allOf(traces);
}

function fromStart(world: World, query: Query, start: Start): Trace {
  const destination = destinationOf(world, start, query.to);
  if ('fault' in destination) return nothingToFollow(query, destination, start.at);
  const trace = toDestination(world, query, start, destination);
  if (destination.alternative === undefined) return trace;
  const other = toDestination(world, query, start, destination.alternative.destination);
  return eitherOf([trace, other], destination.alternative.why);
}

function toDestination(world: World, query: Query, start: Start, destination: Destination): Trace {
  const usable = destination.options
    .map((answers) => answers.filter(({ family }) => start.addresses[family].length > 0))
    .filter((answers, index) => answers.length > 0 && answers.length === destination.options[index]?.length);
  if (usable.length === 0) return nothingToFollow(query, noCommonFamily(world, start, destination), start.at);
  const results = usable.map((answers) => {
    const traces = answers.map((answer) => toAnswer(world, query, start, answer));
    const called = answers.map((answer) => answer.called ?? verbatim(addressesText(answer)));
    const trace = destination.anyAnswer === true ? oneOf(traces, called) : allOf(traces);
    return withNames(trace, destination, start);
  });
  // The first option is what most clients try; that another one works is worth a word.
  return anyOf(results, (index) => {
    const [answer] = usable[index] ?? [];
    return answer?.family === 6
      ? { en: 'over IPv6 only: IPv4 is blocked', ja: 'IPv6 でのみ通ります。IPv4 はブロックされます' }
      : {
          en: 'by the public address only: the private one is not reachable from here',
          ja: 'パブリックアドレスでのみ通ります。プライベートアドレスにはここから到達できません',
        };
  });
}

function addressesText({ addresses }: Answer): string {
  return addresses.map(addressWords).join(', ');
}

function toAnswer(world: World, query: Query, start: Start, answer: Answer): Trace {
  const traces: Trace[] = [];
  for (const source of start.addresses[answer.family])
    for (const address of answer.addresses)
      if (traces.length < maxClasses) traces.push(onePair(world, query, start, answer, source, address));
  const [first] = traces;
  if (first === undefined) return lost(query, start.at, { en: 'no address', ja: 'アドレスがありません' });
  // Which class the address falls into, AWS decides when it gives it away.
  const says = traces.find(({ verdict }) => verdict === 'blocked')?.blockedBy[0]?.says;
  return eitherOf(traces, {
    en: `it depends on which free address of the subnet AWS assigns: with some of them ${says?.en ?? ''}`,
    ja: `AWS がサブネットのどの空きアドレスを割り当てるかによります。アドレスによっては、${says?.ja ?? ''}`,
  });
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
  // Behind the hop that stops the packet: what would have made the name lead elsewhere.
  const asides = resolved.remarks.flatMap(({ change, says }): Block[] =>
    change === undefined
      ? []
      : [
          {
            resource: change.resource,
            row: null,
            field: change.field,
            at: change.resource,
            code: 'unresolved-name',
            analyzerCode: null,
            direction,
            says,
          },
        ],
  );
  const isUnsure = resolved.doubt !== null && trace.verdict === 'reachable';
  return {
    ...trace,
    verdict: isUnsure ? 'unknown' : trace.verdict,
    resolution,
    forward: { ...trace.forward, steps: [...asked, ...trace.forward.steps] },
    blockedBy: isBlocked ? [...refused, ...trace.blockedBy, ...asides] : trace.blockedBy,
    unknowns: unique([
      ...(resolved.doubt === null ? [] : [resolved.doubt]),
      ...resolved.remarks.map(({ says }) => says),
      ...(isBlocked ? [] : resolved.notCreated.map(({ says }) => says)),
      ...trace.unknowns,
    ]),
  };
}

function nothingToFollow(query: Query, { fault, what }: NoEnd, at: string | null): Trace {
  if ('unknown' in fault) return lost(query, at, fault.unknown);
  const block: Block = { ...fault, direction: 'forward' };
  const { resource, row, field, rowKey, says, code } = block;
  const step: Step = {
    at: block.at,
    what,
    direction: null,
    verdict: 'drop',
    because: {
      resource,
      row,
      ...(field === undefined ? {} : { field }),
      ...(rowKey === undefined ? {} : { rowKey }),
      says,
    },
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

function emptyHeader({ protocol, port, sourcePort }: Query): Step['packet'] {
  return {
    source: '',
    destination: '',
    protocol,
    sourcePorts: sourcePort === null ? allPorts : [sourcePort, sourcePort],
    destinationPorts: port === null ? null : [port, port],
  };
}

function isList(starts: readonly Start[] | NoEnd): starts is readonly Start[] {
  return Array.isArray(starts);
}
