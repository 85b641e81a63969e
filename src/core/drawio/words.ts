import type { Words } from '../../lib/words';

export const diagramWords: Words = { en: 'Diagram', ja: 'ダイアグラム' };

/** Before the security groups of a resource. */
export const groupsWords: Words = { en: 'SG', ja: 'SG' };

export function sceneWords(number: number): Words {
  return { en: `Scene ${number}`, ja: `シーン ${number}` };
}

export function planFailedWords(number: number): Words {
  return {
    en: `The change that scene ${number} shows does not fit the diagram any more: its page shows the diagram as it is.`,
    ja: `シーン ${number} の変更は現在のダイアグラムに適用できないため、そのページには現在のダイアグラムを出力しました。`,
  };
}
