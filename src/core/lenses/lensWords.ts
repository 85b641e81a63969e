import type { Words } from '../../lib/words';
import type { LensName, LensView } from './lens';

export const lensLabels: Readonly<Record<LensName, Words>> = {
  routes: { en: 'Routes', ja: 'ルート' },
  security: { en: 'Security', ja: 'セキュリティ' },
  endpoints: { en: 'Endpoints', ja: 'エンドポイント' },
  cost: { en: 'Cost', ja: 'コスト' },
};

/** Which lens a picture is seen through, with what it says of the whole: "Cost: $97.82 a month". */
export function lensTitle({ lens, total }: Pick<LensView, 'lens' | 'total'>): Words {
  const label = lensLabels[lens];
  return total === undefined ? label : { en: `${label.en}: ${total.en}`, ja: `${label.ja}: ${total.ja}` };
}
