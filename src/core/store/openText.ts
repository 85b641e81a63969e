/** Finds out by its content, not its name, what a text is that somebody opened. */
import { readJson } from '../../lib/json';
import { failureOf, maxTextLength, tooLarge } from './diagramFile';
import { isRecord } from './plain';
import type { Problem } from './problem';

export type TextFormat = 'diagram' | 'template';

export function formatOf(text: string): { readonly format: TextFormat } | { readonly failure: Problem } {
  if (text.length >= maxTextLength) return { failure: tooLarge };
  const start = text
    .slice(0, 100_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start === '') return { failure: empty };
  if (text.slice(0, 1000).includes('\u0000') || start.startsWith('\ufffdPNG')) return { failure: binary };
  if (!start.startsWith('{'))
    return /^[ \t]*["']?(?:Resources|AWSTemplateFormatVersion)["']?[ \t]*:/m.test(text)
      ? { format: 'template' }
      : { failure: neither };
  // A damaged file is still known by what it begins with, so that its own reader can say where the damage is.
  if (/^\{\s*"vpcanvas"\s*:/.test(start)) return { format: 'diagram' };
  const read = readJson(text);
  if ('json' in read) {
    const { value } = read.json;
    if (isRecord(value) && Object.hasOwn(value, 'vpcanvas')) return { format: 'diagram' };
    if (isRecord(value) && templateKeys.some((key) => Object.hasOwn(value, key)))
      return { format: 'template' };
    return { failure: neither };
  }
  if (/(?:^|[{,\s])["']?(?:Resources|AWSTemplateFormatVersion)["']?\s*:/.test(start))
    return { format: 'template' };
  return { failure: failureOf(read.fault) };
}

const templateKeys = ['Resources', 'AWSTemplateFormatVersion'];

const neither: Problem = {
  severity: 'error',
  message: {
    en: 'This is neither a vpcanvas diagram (*.vpcanvas.json) nor a CloudFormation template: it has no “vpcanvas” and no “Resources” at its top.',
    ja: 'vpcanvas のダイアグラム (*.vpcanvas.json) でも CloudFormation テンプレートでもありません (先頭の階層に「vpcanvas」も「Resources」もありません)。',
  },
};

const empty: Problem = {
  severity: 'error',
  message: {
    en: 'The file is empty. Open a vpcanvas diagram (*.vpcanvas.json) or a CloudFormation template.',
    ja: 'ファイルが空です。vpcanvas のダイアグラム (*.vpcanvas.json) または CloudFormation テンプレートを開いてください。',
  },
};

const binary: Problem = {
  severity: 'error',
  message: {
    en: 'This is a picture or another binary file. Open a vpcanvas diagram (*.vpcanvas.json) or a CloudFormation template.',
    ja: '画像などのバイナリファイルです。vpcanvas のダイアグラム (*.vpcanvas.json) または CloudFormation テンプレートを開いてください。',
  },
};
