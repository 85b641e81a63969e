/** Answers a question: every place it may start, every address it may be sent to. */
import { verbatim } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { addressWords } from './address';
import { emptyHeader, lost, toAnswer } from './answerTrace';
import { allOf, anyOf, eitherOf, oneOf, unique } from './combine';
import type { Answer, Destination, NoEnd, Start } from './ends';
import { destinationOf, startsOf } from './ends';
import { noCommonFamily } from './familyFaults';
import type { NameAnswer } from './naming/answers';
import type { Block, Query, Resolution, Step, Trace } from './trace';
import type { World } from './world';

export function follow(world: World, query: Query): Trace {
  const starts = startsOf(world, query.from, query.group ?? null);
  if (!isList(starts))
    return nothingToFollow(query, starts, 'resource' in query.from ? query.from.resource : null);
  const { some } = query;
  if (some === undefined) return allOf(starts.map((start) => fromStart(world, query, start)));
  const { startsIn } = some;
  const meant = starts.filter(
    ({ from }) => startsIn === undefined || from?.subnet == null || startsIn.has(from.subnet.id),
  );
  return oneOf(
    (meant.length === 0 ? starts : meant).map((start) => fromStart(world, query, { ...start, some })),
    [],
  );
}

function fromStart(world: World, query: Query, start: Start): Trace {
  const destination = destinationOf(world, start, query.to);
  const trace = toMeant(world, query, start, destination);
  const others = destination.alternatives ?? [];
  if (others.length === 0) return trace;
  const why = others.find((other) => other.why !== null)?.why ?? {
    en: 'where the name leads is not certain',
    ja: '名前がどこに解決されるかは確実ではありません',
  };
  return eitherOf([trace, ...others.map((other) => toMeant(world, query, start, other.destination))], why);
}

function toMeant(world: World, query: Query, start: Start, destination: Destination | NoEnd): Trace {
  return 'fault' in destination
    ? nothingToFollow(query, destination, start.at)
    : toDestination(world, query, start, destination);
}

function toDestination(world: World, query: Query, start: Start, destination: Destination): Trace {
  const usable = destination.options
    .map((answers) => answers.filter(({ family }) => start.addresses[family].length > 0))
    .filter(
      (answers, index) =>
        answers.length > 0 &&
        (start.some !== undefined || answers.length === destination.options[index]?.length),
    );
  if (usable.length === 0) return nothingToFollow(query, noCommonFamily(world, start, destination), start.at);
  const results = usable.map((answers) => {
    const traces = answers.map((answer) => toAnswer(world, query, start, answer));
    const called = answers.map((answer) => answer.called ?? verbatim(addressesText(answer)));
    const trace =
      destination.anyAnswer === true || start.some !== undefined ? oneOf(traces, called) : allOf(traces);
    return withName(trace, destination);
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

/** Puts the name resolution before the first hop, and whoever kept it from the intended answer before the blame. */
function withName(trace: Trace, { name, options }: Destination): Trace {
  if (name === null) return trace;
  const answers = options.flat().flatMap(({ addresses }) => addresses.map(addressWords));
  const [step] = trace.forward.steps;
  const isBlocked = trace.verdict === 'blocked';
  const isUnsure = name.doubts.length > 0 && trace.verdict === 'reachable';
  return {
    ...trace,
    verdict: isUnsure ? 'unknown' : trace.verdict,
    resolution: resolutionOf(name, answers),
    forward: {
      ...trace.forward,
      steps: step === undefined ? [] : [...nameSteps(name, step.at, step.packet), ...trace.forward.steps],
    },
    blockedBy: isBlocked ? [...refused(name), ...trace.blockedBy, ...asides(name)] : trace.blockedBy,
    unknowns: unique([
      ...name.doubts,
      ...name.notes,
      ...name.remarks.map(({ says }) => says),
      ...(isBlocked ? [] : name.notCreated.map(({ says }) => says)),
      ...trace.unknowns,
    ]),
  };
}

function resolutionOf(name: NameAnswer, answers: readonly string[]): Resolution {
  const said = name.stages.map(({ says }) => says);
  return {
    name: name.host,
    answers: [...new Set(answers)],
    because: {
      en: said.map(({ en }) => en).join('; '),
      ja: said.map(({ ja }) => ja).join('。'),
    },
    by: name.stages.find(({ resource }) => resource !== null)?.resource ?? null,
  };
}

/** One step for each stage. `at`: where the question comes from. */
function nameSteps({ stages }: NameAnswer, at: ResourceId | null, packet: Step['packet']): Step[] {
  return stages.map((stage): Step => {
    const { resource, row, field, rowKey, says } = stage;
    return {
      at: stage.at ?? at,
      what: 'name-resolution',
      direction: null,
      verdict: 'pass',
      because: {
        resource,
        row: row ?? null,
        ...(field === undefined ? {} : { field }),
        ...(rowKey === undefined ? {} : { rowKey }),
        says,
      },
      packet,
    };
  });
}

/** Those who were meant to answer and cannot exist. */
function refused({ notCreated }: NameAnswer): Block[] {
  return notCreated.map(({ resource, field, says }): Block => ({
    resource,
    row: null,
    ...(field === undefined ? {} : { field }),
    at: resource,
    code: 'cannot-be-created',
    analyzerCode: 'BAD_STATE',
    direction: 'forward',
    says,
  }));
}

/** Behind the hop that stops the packet: what would have made the name lead elsewhere. */
function asides({ remarks }: NameAnswer): Block[] {
  return remarks.flatMap(({ change, says }): Block[] =>
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
            direction: 'forward',
            says,
          },
        ],
  );
}

function nothingToFollow(query: Query, { fault, what, others = [], name }: NoEnd, at: string | null): Trace {
  const packet = emptyHeader(query);
  const asked = name === undefined ? [] : nameSteps(name, at, packet);
  const resolution = name === undefined ? null : resolutionOf(name, []);
  const told =
    name === undefined ? [] : [...name.doubts, ...name.notes, ...name.remarks.map(({ says }) => says)];
  if ('unknown' in fault) {
    const trace = lost(query, at, fault.unknown);
    return {
      ...trace,
      resolution,
      forward: {
        ...trace.forward,
        steps:
          asked.length === 0
            ? trace.forward.steps
            : asked.map((step, index) => (index < asked.length - 1 ? step : { ...step, verdict: 'unknown' })),
      },
      unknowns: unique([...trace.unknowns, ...told]),
    };
  }
  const direction = 'forward' as const;
  const block: Block = { ...fault, direction };
  const { resource, row, field, rowKey, says } = block;
  // The last stage may tell of the very fault, and may know more of where it was met.
  const last = name?.stages.at(-1);
  const tells = last?.stops === true || last?.says.en === says.en;
  const before = tells ? asked.slice(0, -1) : asked;
  const drop: Step = {
    at: block.at,
    what,
    direction: null,
    verdict: 'drop',
    because: {
      resource,
      row,
      ...(field === undefined ? {} : { field }),
      ...(rowKey === undefined ? {} : { rowKey }),
      says: last?.stops === true ? last.says : says,
    },
    packet,
  };
  return {
    verdict: 'blocked',
    resolution,
    forward: {
      disposition: what === 'name-resolution' ? 'unresolved-name' : block.code,
      steps: [...before, drop],
    },
    return: null,
    blockedBy: [
      ...(name === undefined ? [] : refused(name)),
      block,
      ...others.map((other): Block => ({ ...other, direction })),
      ...(name === undefined ? [] : asides(name)),
    ],
    unknowns: unique(told),
  };
}

function isList(starts: readonly Start[] | NoEnd): starts is readonly Start[] {
  return Array.isArray(starts);
}
