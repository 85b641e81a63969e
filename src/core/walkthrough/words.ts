import type { Words } from '../../lib/words';

export const walkthroughWords = {
  untitled: { en: 'Diagram', ja: 'ダイアグラム' },
  drawn: { en: 'What it is made of', ja: '構成' },
  flows: { en: 'Traffic', ja: '通信' },
  findings: { en: 'Open findings', ja: '残っている検出結果' },
  scenes: { en: 'Scenes', ja: 'シーン' },
  cost: { en: 'Monthly cost', ja: '月額料金' },
  none: { en: 'None.', ja: 'ありません。' },
  forward: { en: 'On the way there', ja: '往路' },
  reply: { en: 'On the way back', ja: '復路' },
  name: { en: 'Name resolution', ja: '名前解決' },
  notResolved: { en: 'not resolved', ja: '名前解決できません' },
  stops: { en: 'What stops it', ja: 'ブロックの原因' },
  mends: { en: 'The one change that mends it', ja: '修正方法' },
  assumed: { en: 'Assumed or not analysed', ja: '仮定したこと・分析していないこと' },
  notKnown: { en: 'Not known', ja: '料金が不明なもの' },
} as const satisfies Readonly<Record<string, Words>>;

export const wantedWords: Readonly<Record<'reachable' | 'blocked', Words>> = {
  reachable: { en: 'Wanted: it gets there, and the reply comes back.', ja: '期待: 到達し、応答が戻ること。' },
  blocked: { en: 'Wanted: it is blocked.', ja: '期待: ブロックされること。' },
};

export const severityWords: Readonly<Record<'error' | 'warning' | 'advice', Words>> = {
  error: { en: 'Error', ja: 'エラー' },
  warning: { en: 'Warning', ja: '警告' },
  advice: { en: 'Advice', ja: '推奨事項' },
};

/** `verdict`: as the sign says it. `isAsWanted`: undefined where nobody can say. */
export function verdictWords(verdict: Words, isAsWanted: boolean | undefined): Words {
  const fits = {
    en: isAsWanted === undefined ? '' : isAsWanted ? ', as wanted' : ', which is not what is wanted',
    ja: isAsWanted === undefined ? '' : isAsWanted ? ' (期待どおり)' : ' (期待と異なります)',
  };
  return { en: `Verdict: **${verdict.en}**${fits.en}.`, ja: `判定: **${verdict.ja}**${fits.ja}。` };
}

export function suppressedWords(count: number): Words {
  return {
    en: `${count} more ${count === 1 ? 'is' : 'are'} suppressed, with a reason given in the diagram.`,
    ja: `ほかに ${count} 件が、ダイアグラムに理由を記したうえで抑制されています。`,
  };
}

interface TotalTraits {
  readonly isWhole: boolean;
  /** By prices of somebody's own, which stand in the place of some of the list's. */
  readonly isOwn: boolean;
}

export function totalWords(usd: string, { isWhole, isOwn }: TotalTraits): Words {
  const at = isOwn
    ? { en: 'with own prices in place of list prices', ja: '独自の料金を使用した場合、' }
    : { en: 'at list prices', ja: '定価で' };
  return {
    en: `About USD ${usd} a month ${at.en}${isWhole ? '' : ', without what is not known'}.`,
    ja: `${at.ja}月額約 ${usd} USD です${isWhole ? '' : ' (料金が不明なものを除く)'}。`,
  };
}

export function assumedWords(assumption: Words): Words {
  return { en: `Assumed: ${assumption.en}.`, ja: `仮定: ${assumption.ja}` };
}

export function sceneWords(number: number): Words {
  return { en: `Scene ${number}`, ja: `シーン ${number}` };
}
