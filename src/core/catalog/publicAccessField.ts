/** The field of what may be excluded from VPC Block Public Access: a VPC, a subnet. */
import type { PublicAccessExclusion } from '../network/facts';
import { publicAccessExclusions } from '../network/facts';
import type { Words } from '../../lib/words';
import type { ChoiceField } from './field';

const labels: Readonly<Record<PublicAccessExclusion, Words>> = {
  none: { en: 'None', ja: 'なし' },
  'allow-egress': { en: 'Egress-only', ja: 'エグレスのみ' },
  'allow-bidirectional': { en: 'Bidirectional', ja: '双方向' },
};

export const publicAccessField: ChoiceField<PublicAccessExclusion> = {
  control: 'choice',
  label: { en: 'Exclusion from Block Public Access', ja: 'ブロックパブリックアクセスからの除外' },
  help: {
    en: 'What may pass while VPC Block Public Access is on in the Region; egress-only has no effect where the Region blocks ingress only',
    ja: 'リージョンで VPC ブロックパブリックアクセスが有効なときに許可する通信です。「エグレスのみ」は、リージョン側が「イングレスのみ」の場合は効果がありません',
  },
  property: 'public-access-exclusion/InternetGatewayExclusionMode',
  default: 'none',
  options: () => publicAccessExclusions.map((value) => ({ value, label: labels[value] })),
  advanced: true,
};
