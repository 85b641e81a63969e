import type { LensView } from '../../core/lenses/lens';
import { lensLabels } from '../../core/lenses/lensWords';
import type { Words } from '../../lib/words';

export const closeLens: Words = { en: 'Take the lens off', ja: 'レンズを外す' };

export const broken: Words = {
  en: 'The lens could not be worked out and was taken off. The diagram itself is safe.',
  ja: 'レンズの表示内容を計算できなかったため、レンズを外しました。ダイアグラム自体は無事です。',
};

export function matterText(view: LensView, all: number): Words {
  return {
    en: `${view.marks.size} of ${all} resources matter`,
    ja: `${all} 件中 ${view.marks.size} 件のリソースが該当します`,
  };
}

/** "Lens: routes; 12 of 40 resources matter". */
export function lensSaid(view: LensView, all: number): Words {
  const [label, matter] = [lensLabels[view.lens], matterText(view, all)];
  const total = view.total === undefined ? undefined : view.total;
  return {
    en: `Lens: ${label.en.toLowerCase()}; ${matter.en}${total === undefined ? '' : `; ${total.en}`}`,
    ja: `レンズ: ${label.ja}。${matter.ja}${total === undefined ? '' : `。${total.ja}`}`,
  };
}
