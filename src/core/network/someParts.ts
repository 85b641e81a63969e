/**
 * Where one packet that passes is enough (`Query.some`), a filter that lets some ports through leaves these to the packet:
 * each such range is a way of its own. The next filter that sees the same ports sees what is left of them.
 */
import { verbatim } from '../../lib/words';
import { isUnknown } from '../model/value';
import { addressWords } from './address';
import type { FilterVerdict } from './networkAcl';
import { allPorts, intersection, type PortMatch, type PortRange } from './ports';
import type { Packet, Walk } from './walk';

/** The packet with the ports that the filters before have left to it. */
export function leftOf({ direction, session }: Walk, packet: Packet): Packet {
  // Nobody else narrows a packet, and looking for it would be taken for a look at its ports (`watch.ts`).
  if (session.some === undefined) return packet;
  const left = session.narrowed.get(keyOf(direction, packet));
  return left === undefined ? packet : { ...packet, destinationPorts: left };
}

/** What a filter makes of the packet, and the packet with the ports that it leaves to it. */
export function passingPart<V extends FilterVerdict<unknown>>(
  walk: Walk,
  packet: Packet,
  rows: () => readonly PortMatch[],
  judge: (packet: Packet) => V,
): { readonly judged: V; readonly packet: Packet } {
  const left = leftOf(walk, packet);
  const judged = judge(left);
  const hasPorts = left.protocol === 'tcp' || left.protocol === 'udp';
  if (walk.session.some === undefined || judged.verdict === 'pass' || !hasPorts)
    return { judged, packet: left };
  const parts = partsOf(left.destinationPorts ?? allPorts, rows()).flatMap((ports) => {
    const { verdict } = judge({ ...left, destinationPorts: ports });
    return verdict === 'drop' ? [] : [{ ports, verdict }];
  });
  const ways = joined(parts);
  if (ways.length === 0) return { judged, packet: left };
  const way = walk.session.choose({
    takes: 'one',
    ways: ways.map(([from, to]) => verbatim(from === to ? `${from}` : `${from}–${to}`)),
  });
  const chosen = ways[way] ?? left.destinationPorts ?? allPorts;
  return { ...withPorts(walk, packet, chosen), judged: judge({ ...left, destinationPorts: chosen }) };
}

/** Leaves only some of its ports to a packet. */
export function withPorts(
  { direction, session }: Walk,
  packet: Packet,
  ports: PortRange,
): { packet: Packet } {
  session.narrowed.set(keyOf(direction, packet), ports);
  return { packet: { ...packet, destinationPorts: ports } };
}

/** Whoever translates a packet gives it another address or other ports, and what is left of the old ones ends there. */
function keyOf(direction: Walk['direction'], { destination, destinationPorts }: Packet): string {
  return `${direction}|${addressWords(destination)}|${(destinationPorts ?? allPorts).join('-')}`;
}

/** A range cut where a row begins or ends, so that rows treat all of a part alike. */
function partsOf(range: PortRange, rows: readonly PortMatch[]): PortRange[] {
  const cuts = new Set<number>([range[0]]);
  for (const { fromPort, toPort } of rows) {
    if (isUnknown(fromPort) || isUnknown(toPort) || fromPort === null) continue;
    for (const cut of [fromPort, (toPort ?? fromPort) + 1])
      if (intersection(range, [cut, cut]) !== undefined) cuts.add(cut);
  }
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((from, index): PortRange => [from, (starts[index + 1] ?? range[1] + 1) - 1]);
}

/** Neighbours of one verdict as one range; those that surely pass come first. */
function joined(
  parts: readonly { readonly ports: PortRange; readonly verdict: 'pass' | 'unknown' }[],
): PortRange[] {
  const ranges: { ports: PortRange; verdict: 'pass' | 'unknown' }[] = [];
  for (const { ports, verdict } of parts) {
    const last = ranges.at(-1);
    if (last?.verdict === verdict && last.ports[1] + 1 === ports[0]) last.ports = [last.ports[0], ports[1]];
    else ranges.push({ ports, verdict });
  }
  return (['pass', 'unknown'] as const).flatMap((wanted) =>
    ranges.flatMap(({ ports, verdict }) => (verdict === wanted ? [ports] : [])),
  );
}
