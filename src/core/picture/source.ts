/**
 * The diagram within its picture, so that a picture that somebody was sent can be opened and changed. It is written as in a
 * link (`store/shareLink.ts`): compressed, with a checksum.
 */
import { decodeText } from '../../lib/decodeText';
import { isPng, textIn } from '../../lib/png';
import type { Catalog } from '../catalog/catalog';
import type { Document } from '../model/document';
import type { Problem } from '../store/problem';
import { linkFragment, maxPayloadLength, textOfLink, type LinkFault } from '../store/shareLink';

/** What a PNG file calls the text in which the diagram is. */
export const pngKeyword = 'vpcanvas';

/** By which the HTML player is known. */
export const playerGenerator = 'vpcanvas player';

/** What is put into the picture; undefined for a diagram so large that it could not be read again. */
export async function embeddable(catalog: Catalog, document: Document): Promise<string | undefined> {
  const fragment = await linkFragment(catalog, document);
  return fragment.length > maxPayloadLength ? undefined : fragment;
}

/**
 * What is in a file that may be a picture: the text of a diagram file, which is still to be read like any opened file; why
 * there is none; or undefined for what is no picture at all. The bytes are as strange as their sender.
 */
export async function diagramInPicture(
  bytes: Uint8Array,
): Promise<{ readonly text: string } | { readonly failure: Problem } | undefined> {
  const kind = pictureFormat(bytes);
  if (kind === undefined) return undefined;
  const source = kind === 'png' ? textIn(bytes, pngKeyword) : sourceInSvg(decodeText(bytes));
  if (source === undefined) return { failure: noDiagram };
  const read = await textOfLink(source);
  return 'text' in read ? read : { failure: failures[read.fault] };
}

/** By how a file begins, which is quick to see. */
export function pictureFormat(bytes: Uint8Array): 'png' | 'svg' | 'html' | undefined {
  if (isPng(bytes)) return 'png';
  const start = decodeText(bytes.subarray(0, 4096)).replace(/^\ufeff/, '');
  // Another page may hold anything; only a player of ours is looked into.
  if (/^\s*<!doctype html[\s>]/i.test(start) && start.includes(`content="${playerGenerator}"`)) return 'html';
  // A declaration, comments and a document type may come first.
  return /^\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!-))*-->\s*|<!DOCTYPE\s+svg[^>[]*>\s*)*<(?:svg:)?svg[\s>]/.test(
    start,
  )
    ? 'svg'
    : undefined;
}

/**
 * Programs that change an SVG give the element another prefix, or break its text into lines. No name within the diagram can
 * look like it, for in names `<` is written as a reference.
 */
function sourceInSvg(text: string): string | undefined {
  const start = /<(?:[\w.-]{1,40}:)?diagram\s[^<>]{0,400}>/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const from = found.index + found[0].length;
    const content = text.slice(from, text.indexOf('<', from));
    if (/^\s*#d=/.test(content)) return content;
  }
  return undefined;
}

const again = {
  en: 'Ask for the original file, or for the diagram (*.vpcanvas.json).',
  ja: '元のファイルまたはダイアグラム (*.vpcanvas.json) を入手してください。',
};

const noDiagram: Problem = {
  severity: 'error',
  message: {
    en: 'This picture holds no diagram. Only pictures that vpcanvas exported with the diagram in them can be opened; many programs and chats take it out on the way.',
    ja: 'この画像にダイアグラムは含まれていません。開けるのは、vpcanvas でダイアグラムを含めてエクスポートした画像だけです (多くのアプリやチャットは、途中でこの情報を取り除きます)。',
  },
};

const damaged: Problem = {
  severity: 'error',
  message: {
    en: `The diagram in this picture is damaged. ${again.en}`,
    ja: `画像に含まれるダイアグラムが破損しています。${again.ja}`,
  },
};

const failures: Readonly<Record<LinkFault, Problem>> = {
  'no-link': noDiagram,
  cut: damaged,
  damaged,
  'other-version': {
    severity: 'error',
    message: {
      en: 'The diagram in this picture was written by a later version of vpcanvas. Reload the page, or update the command line.',
      ja: '画像に含まれるダイアグラムは、より新しいバージョンの vpcanvas で作成されています。ページを再読み込みするか、コマンドラインを更新してください。',
    },
  },
  'too-large': {
    severity: 'error',
    message: {
      en: 'The diagram in this picture is larger than vpcanvas opens (20 MB).',
      ja: '画像に含まれるダイアグラムが、vpcanvas で開けるサイズ (20 MB) を超えています。',
    },
  },
};
