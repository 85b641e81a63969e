import type { Flow } from '../model/document';
import type { Words } from '../../lib/words';

/** What a flow is of, within a sentence. */
export function trafficWords({ protocol, port }: Pick<Flow, 'protocol' | 'port'>): Words {
  if (protocol === 'any') return { en: 'all traffic', ja: 'すべてのトラフィック' };
  const name = protocol.toUpperCase();
  if (protocol === 'icmp') return { en: name, ja: name };
  return port === null
    ? { en: `${name}, any port`, ja: `${name}、すべてのポート` }
    : { en: `${name} ${port}`, ja: `${name} ${port}` };
}
