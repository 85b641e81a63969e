import type { Flow } from '../../core/model/document';
import type { RuleContext } from '../../core/rules/rule';
import type { Words } from '../../lib/words';
import { called } from './words';

/** A flow in words: "Web → S3 (TCP 443)". */
export function flowText(context: RuleContext, { from, to, protocol, port }: Flow): Words {
  const hasPort = (protocol === 'tcp' || protocol === 'udp') && port !== null;
  const en = protocol === 'any' ? 'all traffic' : `${protocol.toUpperCase()}${hasPort ? ` ${port}` : ''}`;
  const ja = protocol === 'any' ? 'すべてのトラフィック' : en;
  const ends = `${called(context, from)} → ${called(context, to)}`;
  return { en: `${ends} (${en})`, ja: `${ends} (${ja})` };
}
