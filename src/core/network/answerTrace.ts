/** From one start to one answer: over all classes that their addresses may be of. */
import type { Words } from '../../lib/words';
import { eitherOf } from './combine';
import type { Answer, Start } from './ends';
import { onePair } from './pair';
import { allPorts } from './ports';
import type { Query, Step, Trace } from './trace';
import type { World } from './world';

/** How many combinations of address classes are tried for one pair of interfaces. */
const maxClasses = 64;

export function toAnswer(world: World, query: Query, start: Start, answer: Answer): Trace {
  const traces: Trace[] = [];
  for (const address of answer.addresses) {
    const from = start.instead?.(address) ?? start;
    for (const source of from.addresses[answer.family])
      if (traces.length < maxClasses) traces.push(onePair(world, query, from, answer, source, address));
  }
  const [first] = traces;
  if (first === undefined) return lost(query, start.at, { en: 'no address', ja: 'アドレスがありません' });
  // Which class the address falls into, AWS decides when it gives it away.
  const says = traces.find(({ verdict }) => verdict === 'blocked')?.blockedBy[0]?.says;
  return eitherOf(traces, {
    en: `it depends on which free address of the subnet AWS assigns: with some of them ${says?.en ?? ''}`,
    ja: `AWS がサブネットのどの空きアドレスを割り当てるかによります。アドレスによっては、${says?.ja ?? ''}`,
  });
}

/** A flow that cannot be followed, the reason being outside the design. */
export function lost(query: Query, at: string | null, why: Words): Trace {
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

export function emptyHeader({ protocol, port, sourcePort }: Query): Step['packet'] {
  return {
    source: '',
    destination: '',
    protocol,
    sourcePorts: sourcePort === null ? allPorts : [sourcePort, sourcePort],
    destinationPorts: port === null ? null : [port, port],
  };
}
