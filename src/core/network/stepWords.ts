/** What the steps of a trace are called where a trace is written out. */
import type { Words } from '../../lib/words';
import type { StepKind } from './trace';

export const directionWords: Readonly<Record<'in' | 'out', Words>> = {
  in: { en: 'in', ja: 'イン' },
  out: { en: 'out', ja: 'アウト' },
};

/** What is looked up at a hop, as a title. The one list of these words: the AWS console's, in both languages. */
export const stepTitles: Readonly<Record<StepKind, Words>> = {
  'name-resolution': { en: 'Name resolution', ja: '名前解決' },
  'security-group': { en: 'Security group', ja: 'セキュリティグループ' },
  'network-acl': { en: 'Network ACL', ja: 'ネットワーク ACL' },
  route: { en: 'Route', ja: 'ルート' },
  gateway: { en: 'Gateway', ja: 'ゲートウェイ' },
  translate: { en: 'Address translation', ja: 'アドレス変換' },
  endpoint: { en: 'VPC endpoint', ja: 'VPC エンドポイント' },
  'load-balancer': { en: 'Load balancer', ja: 'ロードバランサー' },
  'transit-gateway-route': { en: 'Transit gateway route', ja: 'Transit Gateway ルート' },
  authorization: { en: 'Authorization rule', ja: '承認ルール' },
  deliver: { en: 'Delivery', ja: '配信' },
};

/** The same within a line, and short enough for a column. */
export function stepWords(what: StepKind): Words {
  const { en, ja } = stepTitles[what];
  return { en: briefEnglish[what] ?? `${en.charAt(0).toLowerCase()}${en.slice(1)}`, ja };
}

const briefEnglish: Readonly<Partial<Record<StepKind, string>>> = {
  'name-resolution': 'name',
  translate: 'translation',
  endpoint: 'endpoint',
  'transit-gateway-route': 'transit gateway',
  authorization: 'authorization',
};

/** The explanation, behind the names and rows that it does not mention itself. */
export function withWhatItLeavesOut(says: string, names: readonly (string | null)[]): string {
  const missing = names.filter((name) => name !== null && !says.includes(name));
  return missing.length === 0 ? says : `${missing.join(', ')}: ${says}`;
}
