/** Protocol, port, expectation and amount of a flow, as lists and arrows write them and as people type them. */
import type { Expectation } from '../core/model/document';
import type { Words } from '../lib/words';

export { hasPorts, protocolWords, trafficText } from '../core/model/trafficWords';

export const anyPortWords: Words = { en: 'Any', ja: '任意' };

export const expectationWords: Readonly<Record<Expectation, Words>> = {
  reachable: { en: 'Reachable', ja: '到達する' },
  blocked: { en: 'Blocked', ja: 'ブロックする' },
};

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
