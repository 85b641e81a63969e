/** What happens to few diagrams and is told then; loaded when it is. */
import { actionById } from '../../editor/actions';
import type { Words } from '../../lib/words';
import { tell } from '../shell/messages';
import type { Desk, Safety } from './desk';

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

type Because = Extract<Safety, { readonly is: 'not-kept' }>['because'];

const notKept: Readonly<Record<Because, Words>> = {
  full: {
    en: 'The storage of this browser is full: what you change is in this tab only and goes when it is closed. Save the diagram to a file, or delete diagrams you no longer need in the gallery; it is kept again as soon as there is room.',
    ja: 'ブラウザの保存領域がいっぱいです。変更はこのタブにのみ残り、タブを閉じると失われます。ファイルに保存するか、ギャラリーで不要なダイアグラムを削除してください。空きができると自動保存が再開されます。',
  },
  forbidden: {
    en: 'This browser does not let vpcanvas store anything (a private window, or site data that is blocked): what you change is in this tab only and goes when it is closed. Save the diagram to a file before you leave.',
    ja: 'このブラウザでは保存が許可されていません (プライベートウィンドウ、またはサイトデータのブロック)。変更はこのタブにのみ残り、タブを閉じると失われます。終了する前にファイルに保存してください。',
  },
};

/** Gives back how to put the message away, for when it is no longer so. */
export function tellNotKept({ editor }: Desk, because: Because): () => void {
  const offer = (id: string, label: Words) => ({ label, run: () => actionById(id)?.run(editor) });
  return tell({
    tone: 'failure',
    words: notKept[because],
    offers: [
      offer('save-file', { en: 'Save to a file', ja: 'ファイルに保存' }),
      ...(because === 'full'
        ? [offer('open-gallery', { en: 'Open the gallery', ja: 'ギャラリーを開く' })]
        : []),
    ],
  });
}
