/** What is looked up at a hop, as inspector, presenter and player call it. */
import type { StepKind } from '../network/trace';
import type { Words } from '../../lib/words';

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
  authorization: { en: 'Authorization', ja: '承認' },
  deliver: { en: 'Delivery', ja: '配信' },
};
