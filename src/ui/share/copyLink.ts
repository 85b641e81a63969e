/** Puts a link that holds the whole diagram on the clipboard, and says how long it became. */
import { linkFragment, maxLinkLength, shortLinkLength } from '../../core/store/shareLink';
import { actionById } from '../../editor/actions';
import type { Editor } from '../../editor/editor';
import type { Words } from '../../lib/words';
import { countHandedOut } from '../export/handedOut';
import { openDialog } from '../shell/dialogs';
import { tell } from '../shell/messages';
import { linkToCopy } from './linkToCopy';
import { words } from './words';

export async function copyLink(editor: Editor): Promise<void> {
  const { href, protocol } = window.location;
  const link = href.replace(/#.*$/s, '') + (await linkFragment(editor.catalog, editor.store.document));
  if (link.length > maxLinkLength) {
    tell({
      tone: 'failure',
      words: tooLong(link.length),
      offers: [{ label: words.saveInstead, run: () => actionById('save-file-as')?.run(editor) }],
    });
    return;
  }
  try {
    await navigator.clipboard.writeText(link);
  } catch {
    // No clipboard here, or it may not be written to: then by hand.
    linkToCopy.link = link;
    openDialog('copy-link');
    countHandedOut();
    return;
  }
  countHandedOut();
  const isLong = link.length > shortLinkLength;
  const said = [
    copied(link.length),
    ...(isLong ? [words.longForChats] : []),
    ...(protocol === 'file:' ? [words.onlyTheFragment] : []),
  ];
  tell({
    tone: isLong ? 'caution' : 'note',
    words: { en: said.map(({ en }) => en).join(' '), ja: said.map(({ ja }) => ja).join('') },
  });
}

function copied(length: number): Words {
  return {
    en: `Copied a link of ${number(length)} characters. It holds the whole diagram as it is now; nothing was uploaded.`,
    ja: `リンク (${number(length)} 文字) をコピーしました。現在のダイアグラム全体がリンクに含まれており、アップロードは行っていません。`,
  };
}

function tooLong(length: number): Words {
  return {
    en: `No link was copied: it would have ${number(length)} characters, and chats and mail programs are sure to take only ${number(maxLinkLength)}. Save the diagram to a file and send that, or select a part and copy it into a diagram of its own.`,
    ja: `リンクをコピーしませんでした。リンクが ${number(length)} 文字になり、チャットやメールで確実に送れる ${number(maxLinkLength)} 文字を超えます。ファイルに保存して送るか、一部を選択して別のダイアグラムにコピーしてください。`,
  };
}

function number(value: number): string {
  return value.toLocaleString('en');
}
