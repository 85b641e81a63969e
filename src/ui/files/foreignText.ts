/** Says what lies on the clipboard where nothing of it could be pasted, and offers to open what can be opened. */
import { readDiagram } from '../../core/store/diagramFile';
import { formatOf, type TextFormat } from '../../core/store/openText';
import { textOfLink } from '../../core/store/shareLink';
import { viewOf, viewRect } from '../../editor/view';
import { centreOf } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { openLink } from '../share/openLink';
import { faultWords } from '../share/words';
import { tell } from '../shell/messages';
import type { Desk } from './desk';
import { openFiles } from './openDiagram';
import { diagramIn } from './pictureFile';

/**
 * `damage`: it was copied here, or in another tab, and cannot be read any more. `files`: what a file manager has put there in
 * place of a text.
 */
export function tellForeignText(
  desk: Desk,
  text: string,
  damage: Words | undefined,
  files: readonly File[] = [],
): void {
  const [file] = files;
  if (damage !== undefined)
    tell({
      tone: 'failure',
      words: {
        en: `What is on the clipboard was copied from a diagram, but cannot be read, so nothing was pasted. Copy it again. ${damage.en}`,
        ja: `クリップボードの内容は構成図からコピーされたものですが、読み取れないため貼り付けませんでした。もう一度コピーしてください。${damage.ja}`,
      },
    });
  else if (file !== undefined) void tellPicture(desk, file, '');
  else if (text.trimStart().startsWith('<')) void tellPicture(desk, new File([text], 'clipboard.svg'), text);
  else tellText(desk, text);
}

/** `text`: what is said of where it holds no diagram. */
async function tellPicture(desk: Desk, file: File, text: string): Promise<void> {
  const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer(0));
  const found = await diagramIn(new Uint8Array(bytes));
  if (found !== undefined && 'text' in found) offerFile(desk, openable.picture, file);
  else tellText(desk, text);
}

function tellText(desk: Desk, text: string): void {
  const format = formatOf(text);
  const diagram =
    'format' in format && format.format === 'diagram' ? readDiagram(desk.editor.catalog, text) : undefined;
  // What opening would refuse is not offered to be opened.
  if (diagram !== undefined && 'failure' in diagram)
    tell({ tone: 'failure', words: unreadable(diagram.failure.message) });
  else if ('format' in format)
    offerFile(desk, openable[format.format], new File([text], fileNames[format.format]));
  else if (text.includes('#d=')) void tellLink(desk, text);
  else tellWords(desk, text);
}

/** Of a text that is longer no note is read. */
const longestNote = 4000;

function tellWords(desk: Desk, text: string): void {
  const said = text.trim();
  if (said === '') tell({ tone: 'caution', words: noText });
  else if (said.length > longestNote) tell({ tone: 'caution', words: foreign(said) });
  else {
    // The pointer is on the message by the time that the note is asked for.
    const at = viewOf(desk.editor).pointer ?? centreOf(viewRect(desk.editor));
    tell({
      tone: 'caution',
      words: foreign(said),
      offers: [
        {
          label: { en: 'Add it as a note', ja: 'メモとして追加' },
          run: () =>
            void import('../../editor/writtenNote').then(({ addNote }) => addNote(desk.editor, said, at)),
        },
      ],
    });
  }
}

/** One that was cut or changed is told to be, as where links are opened. */
async function tellLink(desk: Desk, text: string): Promise<void> {
  const link = await textOfLink(text);
  if ('text' in link) offer(openable.link, () => void openPasted(desk, text));
  else if (link.fault === 'no-link') tellWords(desk, text);
  else tell({ tone: 'failure', words: faultWords[link.fault] });
}

async function openPasted(desk: Desk, text: string): Promise<void> {
  const failure = await openLink(desk, text);
  if (failure !== null) tell({ tone: 'failure', words: failure });
}

function offerFile(desk: Desk, words: Words, file: File): void {
  offer(words, () => void openFiles(desk, [file]));
}

function offer(words: Words, run: () => void): void {
  tell({ tone: 'caution', words, offers: [{ label: { en: 'Open it', ja: '開く' }, run }] });
}

const unreadable = (reason: Words): Words => ({
  en: `What is on the clipboard begins like a diagram, but cannot be read, so nothing was pasted. ${reason.en}`,
  ja: `クリップボードの内容はダイアグラムのようですが、読み取れないため貼り付けませんでした。${reason.ja}`,
});

const noText: Words = {
  en: 'There is nothing on the clipboard that can be pasted here. Copy resources of a diagram first; files are opened with File > Open.',
  ja: 'クリップボードに貼り付けられる内容がありません。先に構成図のリソースをコピーしてください。ファイルは「ファイル」>「開く」で開けます。',
};

const openable: Readonly<Record<TextFormat | 'picture' | 'link', Words>> = {
  link: {
    en: 'A link to a diagram is on the clipboard, not resources copied from one, so nothing was pasted. It can be opened by itself; the present diagram stays kept.',
    ja: 'クリップボードの内容はダイアグラムのリンクのため、貼り付けませんでした。別のダイアグラムとして開けます。現在のダイアグラムは保存されたままです。',
  },
  picture: {
    en: 'A picture with a whole diagram in it is on the clipboard, not resources copied from one, so nothing was pasted. It can be opened by itself; the present diagram stays kept.',
    ja: 'クリップボードの内容はダイアグラムを含む画像のため、貼り付けませんでした。別のダイアグラムとして開けます。現在のダイアグラムは保存されたままです。',
  },
  diagram: {
    en: 'A whole diagram is on the clipboard, not resources copied from one, so nothing was pasted. It can be opened by itself; the present diagram stays kept.',
    ja: 'クリップボードの内容はリソースではなくダイアグラム全体のため、貼り付けませんでした。別のダイアグラムとして開けます。現在のダイアグラムは保存されたままです。',
  },
  template: {
    en: 'A CloudFormation template is on the clipboard, not resources of a diagram, so nothing was pasted. It can be opened by itself; the present diagram stays kept.',
    ja: 'クリップボードの内容は CloudFormation テンプレートのため、貼り付けませんでした。別のダイアグラムとして開けます。現在のダイアグラムは保存されたままです。',
  },
  'aws-answer': {
    en: 'Output of the AWS CLI is on the clipboard, not resources of a diagram, so nothing was pasted. It can be opened by itself; the present diagram stays kept.',
    ja: 'クリップボードの内容は AWS CLI の結果のため、貼り付けませんでした。別のダイアグラムとして開けます。現在のダイアグラムは保存されたままです。',
  },
};

/** Its own format is found by what is in it. */
const fileNames: Readonly<Record<TextFormat, string>> = {
  diagram: 'clipboard.vpcanvas.json',
  template: 'clipboard.yaml',
  'aws-answer': 'clipboard.json',
};

/** So much of a text is shown, so that one knows which it is. */
const shown = 40;

function foreign(text: string): Words {
  const line = text.trim().replace(/\s+/g, ' ');
  const begin = line.length > shown ? `${line.slice(0, shown)}…` : line;
  return {
    en: `The clipboard holds text that was not copied from a diagram (“${begin}”), so nothing was pasted. Copy resources first; templates and diagrams are opened with File > Open.`,
    ja: `クリップボードの内容は構成図からコピーされたものではないため (「${begin}」)、貼り付けませんでした。先にリソースをコピーしてください。テンプレートやダイアグラムは「ファイル」>「開く」で開けます。`,
  };
}
