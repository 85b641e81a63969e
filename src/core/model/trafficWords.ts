/** Protocol and port of a flow, as lists, arrows and exports write them. */
import type { Words } from '../../lib/words';
import type { Flow, Protocol } from './document';

export const protocolWords: Readonly<Record<Protocol, Words>> = {
  tcp: { en: 'TCP', ja: 'TCP' },
  udp: { en: 'UDP', ja: 'UDP' },
  icmp: { en: 'ICMP', ja: 'ICMP' },
  any: { en: 'All', ja: 'すべて' },
};

export function hasPorts(protocol: Protocol): boolean {
  return protocol === 'tcp' || protocol === 'udp';
}

export function trafficText({ protocol, port }: Pick<Flow, 'protocol' | 'port'>): Words {
  const { en, ja } = protocolWords[protocol];
  if (!hasPorts(protocol)) return protocol === 'any' ? { en: 'All traffic', ja: 'すべて' } : { en, ja };
  return port === null
    ? { en: `${en} any port`, ja: `${ja} 全ポート` }
    : { en: `${en} ${port}`, ja: `${ja} ${port}` };
}
