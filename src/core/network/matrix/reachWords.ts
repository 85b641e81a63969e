/** What a reach lets through, as data and in words. */
import type { Words } from '../../../lib/words';
import type { PortRange } from '../ports';
import { isEverything, portsText } from './portRanges';
import type { Reach } from './reach';

/** The ports of one protocol; null for ICMP, which has none. */
export interface ProtocolPorts {
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly ports: readonly PortRange[] | null;
}

/** What is reachable, or what is not known, protocol by protocol; those with nothing are left out. */
export function portsThatAre(verdict: 'reachable' | 'unknown', reach: Reach): readonly ProtocolPorts[] {
  const found: ProtocolPorts[] = [];
  for (const protocol of ['tcp', 'udp'] as const) {
    const ports = reach[protocol][verdict];
    if (ports.length > 0) found.push({ protocol, ports });
  }
  if (reach.icmp === verdict) found.push({ protocol: 'icmp', ports: null });
  return found;
}

/** `TCP 443, 8000–8080 · ICMP`, or that it is everything. */
export function portsWords(found: readonly ProtocolPorts[]): Words {
  const isAll = (each: ProtocolPorts): boolean => each.ports === null || isEverything(each.ports);
  if (found.length === 3 && found.every(isAll))
    return { en: 'all TCP, UDP and ICMP', ja: 'TCP・UDP・ICMP のすべて' };
  const texts = found.map((each): Words => {
    const name = each.protocol.toUpperCase();
    if (each.ports === null) return { en: name, ja: name };
    if (isAll(each)) return { en: `all ${name}`, ja: `すべての ${name}` };
    const ports = portsText(each.ports);
    return { en: `${name} ${ports}`, ja: `${name} ${ports}` };
  });
  return { en: texts.map(({ en }) => en).join(' · '), ja: texts.map(({ ja }) => ja).join(' · ') };
}
