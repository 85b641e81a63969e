/** The packets that a flow has, as far as rows can tell them apart. */
import type { Query } from '../../core/network/trace';
import { portsIn, type Inventory } from './inventory';
import type { Packet } from './packet';

export type Header = Pick<Packet, 'protocol' | 'sourcePort' | 'targetPort'>;

/** The packets that a flow has: of every source port of its client, and of every protocol where that is asked. */
export function* packetsOf(
  inventory: Inventory,
  query: Query,
  family: 4 | 6,
  clientPorts: readonly [number, number],
): Generator<Header> {
  const { protocol } = query;
  for (const each of ['tcp', 'udp'] as const) {
    if (protocol !== each && protocol !== 'any') continue;
    for (const targetPort of query.port === null ? portsIn(inventory, [1, 65535]) : [query.port])
      for (const sourcePort of query.sourcePort === null
        ? portsIn(inventory, clientPorts)
        : [query.sourcePort])
        yield { protocol: each, sourcePort, targetPort };
  }
  if (protocol !== 'icmp' && protocol !== 'any') return;
  // Of ICMP, type and code are in the place of the target's port and the source's.
  const ping = family === 4 ? 'icmp' : 'icmpv6';
  yield { protocol: ping, targetPort: family === 4 ? 8 : 128, sourcePort: 0 };
  if (protocol !== 'any') return;
  yield { protocol: ping, targetPort: 3, sourcePort: 1 };
  yield { protocol: 'other', targetPort: 0, sourcePort: 0 };
}
