/**
 * Traffic as the filters see it: a protocol with a range of destination ports (for ICMP and ICMPv6, of types). A flow
 * passes a filter when all of its traffic does, so ranges are cut up and compared as ranges, never sampled.
 */
import type { RuleProtocol } from '../model/document';
import type { Value } from '../model/value';
import { isUnknown } from '../model/value';
import type { Cover } from './address';
import type { Packet } from './walk';
import { compared, watchOf, type Watch } from './watch';

export type PortRange = readonly [number, number];

export const allPorts: PortRange = [0, 65535];
export const allIcmpTypes: PortRange = [0, 255];

/** One protocol's share of a flow. `other` stands for all protocols without ports, such as GRE. */
export interface Traffic {
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'icmpv6' | 'other';
  readonly ports: PortRange;
  /** Who is told that the protocol was looked at. */
  readonly watch?: Watch | undefined;
  /** Whether the ports are those that the flow is followed for, so that he is told too what they are compared with. */
  readonly isWatched?: boolean;
}

/** Which protocol and ports a row of a filter is about. */
export interface PortMatch {
  readonly protocol: Value<RuleProtocol>;
  readonly fromPort: Value<number | null>;
  readonly toPort: Value<number | null>;
}

/** All that a flow sends: with protocol `any`, a share of every protocol. */
export function trafficOf(packet: Packet): Traffic[] {
  const { protocol, icmpTypes } = packet;
  const own = watchOf(packet.destinationPorts);
  // Of a reply it is the source port.
  const watch = own ?? watchOf(packet.sourcePorts);
  const range = portsOf(packet) ?? allPorts;
  const echo = icmpOf(packet);
  if (protocol === 'icmp') return [{ protocol: echo, ports: icmpTypes }];
  if (protocol !== 'any') return [{ protocol, ports: range, watch, isWatched: own !== undefined }];
  return [
    { protocol: 'tcp', ports: range },
    { protocol: 'udp', ports: range },
    { protocol: echo, ports: allIcmpTypes },
    { protocol: 'other', ports: [0, 0] },
  ];
}

/** The destination ports, for words, or for whoever tells the watch what he compares them with. */
export function portsOf({ destinationPorts }: Packet): PortRange | null {
  const watch = watchOf(destinationPorts);
  return watch === undefined ? destinationPorts : [watch.port, watch.port];
}

/** Whether a packet is for this port and no other. */
export function isPort(packet: Packet, port: number): boolean {
  const watch = watchOf(packet.destinationPorts);
  if (watch !== undefined) compared(watch, [port, port]);
  const ports = portsOf(packet);
  return ports !== null && ports[0] === port && ports[1] === port;
}

/** Each family has an ICMP of its own: protocol 1, and protocol 58 over IPv6. */
export function icmpOf({ destination }: Pick<Packet, 'destination'>): 'icmp' | 'icmpv6' {
  return destination.family === 6 ? 'icmpv6' : 'icmp';
}

/** The part of the traffic that a row is about; undefined for none. `maybe` where a value is not known. */
export function partMatched(
  row: PortMatch,
  traffic: Traffic,
): { readonly ports: PortRange; readonly cover: Cover } | undefined {
  if (isUnknown(row.protocol)) return { ports: traffic.ports, cover: 'maybe' };
  if (row.protocol === 'any') return { ports: traffic.ports, cover: 'yes' };
  const { watch } = traffic;
  if (watch !== undefined) watch.isForAll = false;
  if (row.protocol !== traffic.protocol) return undefined;
  if (isUnknown(row.fromPort) || isUnknown(row.toPort)) return { ports: traffic.ports, cover: 'maybe' };
  const named = rangeOf(row.protocol, row.fromPort, row.toPort);
  if (watch !== undefined && traffic.isWatched === true) compared(watch, named);
  const ports = intersection(named, traffic.ports);
  return ports === undefined ? undefined : { ports, cover: 'yes' };
}

/** The ports a row names. For ICMP and ICMPv6 the two numbers are type and code (OT3), and −1 means every one. */
function rangeOf(protocol: RuleProtocol, from: number | null, to: number | null): PortRange {
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    if (from === null || from < 0) return allIcmpTypes;
    // An echo has code 0. A row that repeats the type as an upper end means the type alone.
    return to === null || to <= 0 || to === from ? [from, from] : [1, 0];
  }
  if (from === null || from < 0) return [0, to === null || to < 0 ? 65535 : to];
  return [from, to ?? from];
}

export function intersection(a: PortRange, b: PortRange): PortRange | undefined {
  const from = Math.max(a[0], b[0]);
  const to = Math.min(a[1], b[1]);
  return from <= to ? [from, to] : undefined;
}

/** The ranges without another range. */
export function without(ranges: readonly PortRange[], taken: PortRange): PortRange[] {
  return ranges.flatMap((range): PortRange[] => {
    if (intersection(range, taken) === undefined) return [range];
    const left: PortRange[] = [];
    if (range[0] < taken[0]) left.push([range[0], taken[0] - 1]);
    if (range[1] > taken[1]) left.push([taken[1] + 1, range[1]]);
    return left;
  });
}

/** `TCP 443`, `UDP 1024–65535`, `ICMP type 8`, `ICMPv6 type 128`. */
export function trafficText({ protocol, ports: [from, to] }: Traffic): string {
  if (protocol === 'other') return 'IP';
  const range = from === to ? `${from}` : `${from}–${to}`;
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    const name = protocol === 'icmp' ? 'ICMP' : 'ICMPv6';
    return from === to ? `${name} type ${range}` : name;
  }
  return `${protocol.toUpperCase()} ${range}`;
}
