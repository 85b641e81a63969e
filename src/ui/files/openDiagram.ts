/**
 * Puts something else on the desk: an opened file, an example, a kept diagram, nothing. The present diagram is safe before
 * it goes, and one click brings it back.
 */
import { emptyDocument, type Document } from '../../core/model/document';
import { actionById } from '../../editor/actions';
import { fitAll } from '../../editor/camera';
import type { Words } from '../../lib/words';
import type { OpenedProblem } from '../../worker/openProtocol';
import { tell } from '../shell/messages';
import { copyOf, isInFile, type Desk, type FromFile } from './desk';
import type { DiagramId, Kept } from './journal';
import { nameWords } from '../../lib/nameWords';
import { readFiles } from './readFiles';
import { words } from './openingWords';

export async function openFiles(
  desk: Desk,
  files: readonly File[],
  handle: FileSystemFileHandle | null = null,
): Promise<void> {
  const first = files[0];
  if (first === undefined) return;
  const opened = await readFiles(files);
  if (opened.as === 'nothing') {
    const name = opened.fileName === '' ? first.name : opened.fileName;
    tell({ tone: 'failure', words: inFile(name, opened.failure) });
    return;
  }
  const named =
    opened.document.name === '' ? { ...opened.document, name: nameFrom(first.name) } : opened.document;
  // Neither a template nor a picture is the diagram's file: saving must never write over it.
  const isFile = opened.as === 'diagram' && opened.isFromPicture !== true;
  const file = isFile ? { name: first.name, handle } : null;
  await putOnDesk(desk, named, {
    file,
    said:
      opened.as === 'diagram'
        ? { en: `Opened ${first.name}.`, ja: `${first.name} を開きました。` }
        : opened.summary,
    problems: opened.problems,
  });
}

export async function openEmpty(desk: Desk): Promise<void> {
  const { settings } = desk.editor.store.document;
  await putOnDesk(
    desk,
    { ...emptyDocument, settings },
    {
      said: { en: 'A new, empty diagram.', ja: '新しい空のダイアグラムです。' },
    },
  );
}

export async function openExample(desk: Desk, document: Document): Promise<void> {
  await putOnDesk(desk, document, {
    said: {
      en: `Opened the example “${nameWords(document.name).en}”.`,
      ja: `サンプル「${nameWords(document.name).ja}」を開きました。`,
    },
  });
}

/** A diagram that came within a link. */
export async function openShared(
  desk: Desk,
  document: Document,
  problems: readonly OpenedProblem[],
): Promise<void> {
  const { en, ja } = titleOf(document.name);
  await putOnDesk(desk, document, {
    said: { en: `Opened “${en}” from the link.`, ja: `リンクから「${ja}」を開きました。` },
    problems,
  });
}

/** A version of the present diagram, as a diagram of its own. */
export async function openCopy(desk: Desk, document: Document, when: Words): Promise<void> {
  await putOnDesk(desk, copyOf(document), {
    said: {
      en: `Opened a copy of ${when.en}, which is kept by itself.`,
      ja: `${when.ja} のコピーを開きました。元のダイアグラムとは別に保存されます。`,
    },
  });
}

export async function openKept(desk: Desk, id: DiagramId): Promise<void> {
  const kept = await desk.journal?.read(id).catch(() => undefined);
  if (kept === undefined) {
    tell({
      tone: 'failure',
      words: {
        en: 'This diagram is no longer kept in this browser.',
        ja: 'このダイアグラムはこのブラウザに残っていません。',
      },
    });
    return;
  }
  const { en, ja } = titleOf(kept.document.name);
  await putOnDesk(desk, kept.document, {
    kept,
    said: { en: `Opened “${en}”.`, ja: `「${ja}」を開きました。` },
  });
}

interface Putting {
  readonly said: Words;
  readonly file?: FromFile | null;
  readonly kept?: Kept;
  readonly problems?: readonly OpenedProblem[];
}

async function putOnDesk(desk: Desk, document: Document, putting: Putting): Promise<void> {
  const { editor, state } = desk;
  // What nobody has changed can be opened again from where it came.
  const isSafe = (await desk.settled()) || isInFile(state.getState()) || editor.store.undoLabel === undefined;
  if (isSafe) {
    await replaceBy(desk, document, putting);
    return;
  }
  tell({
    tone: 'failure',
    words: words.notSafe,
    offers: [
      { label: words.saveFirst, run: () => actionById('save-file')?.run(editor) },
      { label: words.openAnyway, run: () => void replaceBy(desk, document, putting) },
    ],
  });
}

async function replaceBy(
  desk: Desk,
  document: Document,
  { said, file = null, kept, problems = [] }: Putting,
) {
  const { editor, state } = desk;
  const before = { id: state.getState().diagram, document: editor.store.document };
  // At the very moment, or it would be drawn first where the last one was looked at.
  const stop = editor.store.subscribe(({ origin }) => {
    if (origin.by !== 'replace') return;
    editor.session.setState({
      selection: new Set(),
      flowInFocus: null,
      fieldInFocus: null,
      preview: null,
      gesture: null,
      tool: { tool: 'select' },
      ...(kept?.viewport == null ? {} : { viewport: kept.viewport }),
    });
    if (kept?.viewport == null) fitAll(editor);
  });
  try {
    await desk.put(document, { file, ...(kept === undefined ? {} : { kept }) });
  } finally {
    stop();
  }
  const offers =
    desk.journal !== null && before.document.resources.size > 0
      ? [{ label: backTo(before.document.name), run: () => void openKept(desk, before.id) }]
      : [];
  tell({
    tone: problems.some(({ severity }) => severity === 'error') ? 'caution' : 'note',
    words: problems.length === 0 ? said : withCount(said, problems.length),
    particulars: problems.map(placed),
    offers,
  });
}

function titleOf(name: string): Words {
  return name === '' ? words.untitled : nameWords(name);
}

function backTo(name: string): Words {
  const { en, ja } = titleOf(name);
  return { en: `Back to “${en}”`, ja: `「${ja}」に戻る` };
}

function withCount({ en, ja }: Words, count: number): Words {
  return {
    en: `${en} ${count === 1 ? 'One thing was' : `${count} things were`} not as expected.`,
    ja: `${ja} 想定と異なる点が ${count} 件ありました。`,
  };
}

/** Why nothing could be made of a file, with its name, and the place where there is one. */
function inFile(name: string, { message, line, column }: OpenedProblem): Words {
  if (line === undefined) return { en: `${name}: ${message.en}`, ja: `${name}: ${message.ja}` };
  return {
    en: `${name}, line ${line}${column === undefined ? '' : `, column ${column}`}: ${message.en}`,
    ja: `${name} の ${line} 行${column === undefined ? '' : ` ${column} 列`}: ${message.ja}`,
  };
}

function placed({ message, path, line, column }: OpenedProblem): Words {
  if (line !== undefined)
    return {
      en: `Line ${line}${column === undefined ? '' : `, column ${column}`}: ${message.en}`,
      ja: `${line} 行${column === undefined ? '' : ` ${column} 列`}: ${message.ja}`,
    };
  return path === undefined ? message : { en: `${path}: ${message.en}`, ja: `${path}: ${message.ja}` };
}

function nameFrom(fileName: string): string {
  return fileName.replace(/(\.vpcanvas)?\.(json|ya?ml|template|txt|svg|png)$/i, '');
}
