/** The protocol and the ports of packet rules, as CloudFormation writes them. */
import type { Protocol } from '../model/document';
import { isUnknown, type Value } from '../model/value';
import type { CfnReader } from './mapping';

/** A name or a protocol number; null for a protocol that is none of ours, such as 50 (ESP). */
export function protocolOf(text: Value<string>): Value<Protocol> | null {
  return isUnknown(text) ? text : (protocols.get(text.trim().toLowerCase()) ?? null);
}

/** The IANA number, `-1` for every protocol. ICMP has another one for IPv6. */
export function protocolNumber(protocol: Protocol, family: 4 | 6): number {
  return { tcp: 6, udp: 17, icmp: family === 6 ? 58 : 1, any: -1 }[protocol];
}

/**
 * A pair of ports (ICMP: type and code). Every port, every type and every code are null: nothing said, -1, and for TCP and
 * UDP the whole range. A rule for every protocol has no ports, whatever it says.
 */
export function portsOf(
  reader: CfnReader | undefined,
  protocol: Value<Protocol>,
  from: { readonly prop: string; readonly property: string },
  to: { readonly prop: string; readonly property: string },
): { readonly fromPort: Value<number | null>; readonly toPort: Value<number | null> } {
  if (reader === undefined || protocol === 'any') return { fromPort: null, toPort: null };
  const fromPort = noneForMinusOne(reader.number(from.prop, from.property, null));
  const toPort = noneForMinusOne(reader.number(to.prop, to.property, null));
  if (protocol !== 'icmp' && fromPort === 0 && toPort === 65535) return { fromPort: null, toPort: null };
  return { fromPort, toPort };
}

const protocols = new Map<string, Protocol>([
  ['tcp', 'tcp'],
  ['6', 'tcp'],
  ['udp', 'udp'],
  ['17', 'udp'],
  ['icmp', 'icmp'],
  ['1', 'icmp'],
  ['icmpv6', 'icmp'],
  ['58', 'icmp'],
  ['-1', 'any'],
  ['all', 'any'],
]);

function noneForMinusOne(value: Value<number | null>): Value<number | null> {
  return value === -1 ? null : value;
}
