/** Protocol, port, expectation and amount of a flow, as lists and arrows write them and as people type them. */
import type { Expectation, Flow, Protocol } from '../core/model/document';
import type { Words } from '../lib/words';

export const protocolWords: Readonly<Record<Protocol, Words>> = {
  tcp: { en: 'TCP', ja: 'TCP' },
  udp: { en: 'UDP', ja: 'UDP' },
  icmp: { en: 'ICMP', ja: 'ICMP' },
  any: { en: 'All', ja: 'すべて' },
};

export const anyPortWords: Words = { en: 'Any', ja: '任意' };

export const expectationWords: Readonly<Record<Expectation, Words>> = {
  reachable: { en: 'Reachable', ja: '到達する' },
  blocked: { en: 'Blocked', ja: 'ブロックする' },
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

/** A port, null for any, undefined for what is neither. */
export function readPort(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const port = /^\d{1,5}$/.test(plain) ? Number(plain) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

/** Gigabytes, null for not said, undefined for what is neither. */
export function readAmount(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
}
