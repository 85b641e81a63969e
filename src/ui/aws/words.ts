import type { Words } from '../../lib/words';

export const words = {
  check: { en: 'Check with AWS’s validator', ja: 'AWS の検証ツールで確認' },
  checkHint: {
    en: 'AWS’s own offline validator of templates; nothing is sent anywhere. The first time, 9 MB are loaded.',
    ja: 'AWS 公式のオフライン検証ツールです。データはどこにも送信されません。初回は 9 MB を読み込みます。',
  },
  asking: { en: 'AWS’s validator is at work…', ja: 'AWS の検証ツールで確認中…' },
  byAws: {
    en: 'Found by AWS’s validator, in its own words. Shown until the design changes.',
    ja: 'AWS の検証ツールの検出結果です (メッセージは AWS の原文)。設計が変わるまで表示されます。',
  },
  show: { en: 'Show them', ja: '表示' },
  failed: {
    en: 'AWS’s validator could not be started. Your diagram is safe; what vpcanvas itself has found stands.',
    ja: 'AWS の検証ツールを起動できませんでした。ダイアグラムは無事です。vpcanvas 自身の検出結果は有効です。',
  },
  broke: (file: string | undefined, own: string): Words => ({
    en: `AWS’s validator broke off on ${file ?? 'the template'} (${own}); it may have found more.`,
    ja: `AWS の検証ツールが ${file ?? 'テンプレート'} で異常終了しました (${own})。ほかにも問題がある可能性があります。`,
  }),
} as const;

export function gaveUpText(seconds: number): Words {
  return {
    en: `AWS’s validator was given up after ${seconds} seconds. What vpcanvas itself has found stands.`,
    ja: `AWS の検証ツールが ${seconds} 秒以内に完了しなかったため、打ち切りました。vpcanvas 自身の検出結果は有効です。`,
  };
}

export function foundText(count: number): Words {
  return count === 0
    ? {
        en: 'AWS’s validator finds nothing that is not among the problems already.',
        ja: 'AWS の検証ツールでは、「問題」にあるもの以外は見つかりませんでした。',
      }
    : {
        en: `AWS’s validator finds ${count === 1 ? 'one more problem' : `${count} more problems`}.`,
        ja: `AWS の検証ツールで、さらに ${count} 件の問題が見つかりました。`,
      };
}
