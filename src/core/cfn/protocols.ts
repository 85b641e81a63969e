/** The protocol and the ports of packet rules, as CloudFormation writes them. */
import type { RuleProtocol } from '../model/document';
import { isUnknown, type Value } from '../model/value';
import type { CfnReader } from './mapping';

/** A name or a protocol number; null for a protocol that is none of ours, such as 50 (ESP). */
export function protocolOf(text: Value<string>): Value<RuleProtocol> | null {
  return isUnknown(text) ? text : (protocols.get(text.trim().toLowerCase()) ?? null);
}

/** The IANA number, `-1` for every protocol. */
export function protocolNumber(protocol: RuleProtocol): number {
  return { tcp: 6, udp: 17, icmp: 1, icmpv6: 58, any: -1 }[protocol];
}

/** Whether rules of it say type and code where others say ports. */
export function isIcmp(protocol: Value<RuleProtocol>): protocol is 'icmp' | 'icmpv6' {
  return protocol === 'icmp' || protocol === 'icmpv6';
}

/**
 * A pair of ports (ICMP and ICMPv6: type and code). Every port, every type and every code are null: nothing said, -1, and for TCP and
 * UDP the whole range. A rule for every protocol has no ports, whatever it says.
 */
export function portsOf(
  reader: CfnReader | undefined,
  protocol: Value<RuleProtocol>,
  from: { readonly prop: string; readonly property: string },
  to: { readonly prop: string; readonly property: string },
): { readonly fromPort: Value<number | null>; readonly toPort: Value<number | null> } {
  if (reader === undefined || protocol === 'any') return { fromPort: null, toPort: null };
  const fromPort = noneForMinusOne(reader.number(from.prop, from.property, null));
  const toPort = noneForMinusOne(reader.number(to.prop, to.property, null));
  if (!isIcmp(protocol) && fromPort === 0 && toPort === 65535) return { fromPort: null, toPort: null };
  return { fromPort, toPort };
}

const protocols = new Map<string, RuleProtocol>([
  ['tcp', 'tcp'],
  ['6', 'tcp'],
  ['udp', 'udp'],
  ['17', 'udp'],
  ['icmp', 'icmp'],
  ['1', 'icmp'],
  ['icmpv6', 'icmpv6'],
  ['58', 'icmpv6'],
  ['-1', 'any'],
]);

function noneForMinusOne(value: Value<number | null>): Value<number | null> {
  return value === -1 ? null : value;
}
