/** What is told in passing of versions. */
import { actionById } from '../../editor/actions';
import type { Words } from '../../lib/words';
import type { Desk } from '../files/desk';
import { tell, type Offer } from '../shell/messages';
import type { Trouble } from './versionShelf';

const onlyHere: Readonly<Record<Trouble, Words>> = {
  full: {
    en: 'The storage of this browser is full: the newest versions are kept in this tab only and go when it is closed. Download those you need, or delete versions in the version history.',
    ja: 'ブラウザの保存領域がいっぱいです。新しいバージョンはこのタブにのみ残り、タブを閉じると失われます。必要なバージョンをダウンロードするか、バージョン履歴で不要なバージョンを削除してください。',
  },
  forbidden: {
    en: 'This browser has stopped storing versions: the newest ones are kept in this tab only and go when it is closed. Download those you need, or reload the page.',
    ja: 'ブラウザにバージョンを保存できなくなりました。新しいバージョンはこのタブにのみ残り、タブを閉じると失われます。必要なバージョンをダウンロードするか、ページを再読み込みしてください。',
  },
};

/** Where the diagram itself is not kept either, that message is enough: what saves it saves the newest version. */
export function tellVersionsOnlyHere(desk: Desk, trouble: Trouble): void {
  if (isNotKept(desk)) return;
  const putAway = tell({
    tone: 'caution',
    words: onlyHere[trouble],
    offers: [historyOffer(desk)],
  });
  const stop = desk.state.subscribe(() => {
    if (!isNotKept(desk)) return;
    putAway();
    stop();
  });
}

function isNotKept({ state }: Desk): boolean {
  return state.getState().safety.is === 'not-kept';
}

/** `isOnlyHere`: it lasts no longer than the page. */
export function tellNamed(desk: Desk, name: string, isOnlyHere: boolean): void {
  if (!isOnlyHere) {
    tell({
      tone: 'note',
      words: { en: `Kept as version “${name}”.`, ja: `バージョン「${name}」として保存しました。` },
    });
    return;
  }
  tell({
    tone: 'caution',
    words: {
      en: `“${name}” is kept in this tab only, because the browser does not store it, and goes when the tab is closed. Download it from the version history.`,
      ja: `ブラウザに保存できないため、バージョン「${name}」はこのタブにのみ残り、タブを閉じると失われます。バージョン履歴からダウンロードしてください。`,
    },
    offers: [historyOffer(desk)],
  });
}

function historyOffer(desk: Desk): Offer {
  return {
    label: { en: 'Version history', ja: 'バージョン履歴' },
    run: () => actionById('version-history')?.run(desk.editor),
  };
}

export function tellRestored(desk: Desk, when: Words): void {
  tell({
    tone: 'note',
    words: {
      en: `Restored: ${when.en}. The diagram as it was before is in the version history, and Undo brings it back.`,
      ja: `${when.ja} を復元しました。復元前のダイアグラムはバージョン履歴にあり、「元に戻す」でも戻せます。`,
    },
    offers: [
      {
        label: { en: 'Undo', ja: '元に戻す' },
        run: () => actionById('undo')?.run(desk.editor),
      },
    ],
  });
}
