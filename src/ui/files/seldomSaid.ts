/** What happens to few diagrams and is told then; loaded when it is. */
import { tell } from '../shell/messages';

export function tellOfCopy(): void {
  tell({
    tone: 'caution',
    words: {
      en: 'This diagram is open in another tab. Here you work on a copy of it, which is kept by itself.',
      ja: 'このダイアグラムは別のタブで開かれています。このタブでは、別に保存されるコピーを編集します。',
    },
  });
}

export function tellOfLoss(lost: number): void {
  tell({
    tone: 'failure',
    words: {
      en: `The last ${lost === 1 ? 'change' : `${lost} changes`} could not be read back from this browser’s storage. The diagram is as it was before.`,
      ja: `直近の変更 ${lost} 件をブラウザの保存領域から読み戻せませんでした。ダイアグラムはその前の状態です。`,
    },
  });
}
