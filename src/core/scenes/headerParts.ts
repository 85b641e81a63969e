/** A packet's header as the card of a hop shows it: each end with its ports, and the protocol. */
import { headerWords } from '../network/rowWords';
import type { PacketHeader } from '../network/trace';
import type { Words } from '../../lib/words';

export interface HeaderParts {
  readonly source: Words;
  readonly destination: Words;
  readonly protocol: Words;
}

export function headerParts(header: PacketHeader): HeaderParts {
  const { protocol } = header;
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  return {
    source: end(header.source, hasPorts ? header.sourcePorts : undefined),
    destination: end(header.destination, hasPorts ? header.destinationPorts : undefined),
    protocol:
      protocol === 'any'
        ? { en: 'any protocol', ja: 'すべてのプロトコル' }
        : { en: names[protocol], ja: names[protocol] },
  };
}

const names = { tcp: 'TCP', udp: 'UDP', icmp: 'ICMP', icmpv6: 'ICMPv6' } as const;

/** `ports`: null for any, undefined where the protocol has none. */
function end(address: string, ports: readonly [number, number] | null | undefined): Words {
  const { en, ja } = headerWords(address);
  if (ports === undefined) return { en, ja };
  const [low, high] = ports ?? [0, 65535];
  if (low <= 1 && high === 65535) return { en: `${en}, any port`, ja: `${ja} (すべてのポート)` };
  const text = low === high ? `${low}` : `${low}-${high}`;
  // A colon parts an IPv6 address from its port only where brackets are around it; a name may hold anything.
  const isV6 = /^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(address);
  const isPlain = /^[\w.:-]+$/.test(address);
  if (isV6) return { en: `[${en}]:${text}`, ja: `[${ja}]:${text}` };
  return isPlain
    ? { en: `${en}:${text}`, ja: `${ja}:${text}` }
    : { en: `${en}, port ${text}`, ja: `${ja} (ポート ${text})` };
}
