/** What the steps of a trace are called where a trace is written out. */
import type { Words } from '../../lib/words';
import type { StepKind } from './trace';

export const directionWords: Readonly<Record<'in' | 'out', Words>> = {
  in: { en: 'in', ja: 'イン' },
  out: { en: 'out', ja: 'アウト' },
};

export const stepWords: Readonly<Record<StepKind, Words>> = {
  'name-resolution': { en: 'name', ja: '名前解決' },
  'security-group': { en: 'security group', ja: 'セキュリティグループ' },
  'network-acl': { en: 'network ACL', ja: 'ネットワーク ACL' },
  route: { en: 'route', ja: 'ルート' },
  gateway: { en: 'gateway', ja: 'ゲートウェイ' },
  translate: { en: 'translation', ja: 'アドレス変換' },
  endpoint: { en: 'endpoint', ja: 'エンドポイント' },
  'load-balancer': { en: 'load balancer', ja: 'ロードバランサー' },
  'transit-gateway-route': { en: 'transit gateway', ja: 'Transit Gateway' },
  authorization: { en: 'authorization', ja: '承認ルール' },
  deliver: { en: 'delivery', ja: '配送' },
};

/** The explanation, behind the names and rows that it does not mention itself. */
export function withWhatItLeavesOut(says: string, names: readonly (string | null)[]): string {
  const missing = names.filter((name) => name !== null && !says.includes(name));
  return missing.length === 0 ? says : `${missing.join(', ')}: ${says}`;
}
