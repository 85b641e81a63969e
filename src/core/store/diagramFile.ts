/**
 * The diagram file, `*.vpcanvas.json`: one JSON object whose `vpcanvas` is the version of the format, with one list for
 * each sort of record. Reading repairs and reports and never throws; writing gives the same text for the same document,
 * in an order and a layout that make differences between two saves short.
 */
import type { JsonFault } from '../../lib/json';
import { readJson } from '../../lib/json';
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Document } from '../model/document';
import { currentVersion, migrated } from './migrations';
import { isRecord } from './plain';
import type { Problem } from './problem';
import { readDocument } from './readDocument';

export type { Problem } from './problem';
export { writeDiagram } from './writeDiagram';

export type ReadDiagram =
  { readonly document: Document; readonly problems: readonly Problem[] } | { readonly failure: Problem };

/** Larger texts are refused before they are looked at. In UTF-16 units, which is never more than there are bytes. */
export const maxTextLength = 20_000_000;

export function readDiagram(catalog: Catalog, text: string): ReadDiagram {
  if (text.length >= maxTextLength) return { failure: tooLarge };
  const read = readJson(text);
  if ('fault' in read) return { failure: failureOf(read.fault) };
  const { json } = read;
  if (!isRecord(json.value) || !Object.hasOwn(json.value, 'vpcanvas')) return { failure: noDiagram };
  const version = json.value['vpcanvas'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return {
      failure: problem('vpcanvas', {
        en: 'The version of this diagram file (“vpcanvas”) is not a whole number from 1 on, so it cannot be read. Open another copy of the file.',
        ja: 'ダイアグラムファイルのバージョン (vpcanvas) が 1 以上の整数ではないため、読み込めません。別のコピーを開いてください。',
      }),
    };
  if (version > currentVersion)
    return {
      failure: problem('vpcanvas', {
        en: `This diagram was saved by a newer vpcanvas: its format is version ${version}, and this one reads up to version ${currentVersion}. Update vpcanvas, then open it again.`,
        ja: `このダイアグラムは新しいバージョンの vpcanvas で保存されています (形式バージョン ${version}、対応しているのは ${currentVersion} まで)。vpcanvas を更新してから開いてください。`,
      }),
    };
  try {
    return readDocument(catalog, migrated(json.value, version), json);
  } catch {
    // Readers and migrations are meant to cope with anything; should one not, the file stays where it is, unharmed.
    return {
      failure: problem('', {
        en: 'This diagram file is damaged in a way that vpcanvas could not repair. The file was not changed; open an earlier copy.',
        ja: 'このダイアグラムファイルは破損しており、修復できませんでした。ファイルは変更していません。以前のコピーを開いてください。',
      }),
    };
  }
}

/** What is wrong with a text that should have been JSON. */
export function failureOf({ fault, found, line, column }: JsonFault): Problem {
  if (fault === 'cut-off')
    return {
      severity: 'error',
      message: {
        en: 'The file ends in the middle: it was cut off when it was saved or copied. Open an earlier copy.',
        ja: 'ファイルが途中で途切れています。保存またはコピーの途中で切れたものです。以前のコピーを開いてください。',
      },
      line,
      column,
    };
  const { en, ja } = faultWords(fault, found);
  return {
    severity: 'error',
    message: {
      en: `The file is not valid JSON: ${en}.`,
      ja: `正しい JSON ではありません: ${ja}。`,
    },
    line,
    column,
  };
}

export const tooLarge: Problem = {
  severity: 'error',
  message: {
    en: 'The file is larger than 20 MB, which is more than vpcanvas opens. A diagram is usually far smaller; check that it is the right file.',
    ja: 'ファイルが 20 MB を超えているため、開けません。通常のダイアグラムはこれよりはるかに小さいため、ファイルが正しいか確認してください。',
  },
};

const noDiagram: Problem = {
  severity: 'error',
  message: {
    en: 'This file is not a vpcanvas diagram: it has no “vpcanvas” version at its top.',
    ja: 'vpcanvas のダイアグラムではありません (先頭に「vpcanvas」のバージョンがありません)。',
  },
};

function problem(path: string, message: Words): Problem {
  return { severity: 'error', message, ...(path === '' ? {} : { path }) };
}

function faultWords(fault: Exclude<JsonFault['fault'], 'cut-off'>, found: string): Words {
  const it = found === '' ? { en: 'the end', ja: '終端' } : { en: `“${found}”`, ja: `「${found}」` };
  switch (fault) {
    case 'too-deep':
      return { en: 'it is nested too deeply', ja: '入れ子が深すぎます' };
    case 'bad-string':
      return {
        en: 'a text holds a line break or a faulty \\ escape',
        ja: '文字列に改行または不正な \\ エスケープが含まれています',
      };
    case 'bad-number':
      return { en: 'this is no number', ja: '数値の書き方が正しくありません' };
    case 'expected-key':
      return {
        en: `a name in double quotes was expected, not ${it.en}`,
        ja: `二重引用符で囲んだ名前が必要ですが、${it.ja} があります`,
      };
    case 'expected-colon':
      return { en: `“:” was expected, not ${it.en}`, ja: `「:」が必要ですが、${it.ja} があります` };
    case 'expected-comma-or-end':
      return {
        en: `a comma or a closing bracket was expected, not ${it.en}`,
        ja: `コンマまたは閉じ括弧が必要ですが、${it.ja} があります`,
      };
    case 'text-after-end':
      return { en: `there is more after the end: ${it.en}`, ja: `終端の後に ${it.ja} があります` };
    case 'expected-value':
      return { en: `a value was expected, not ${it.en}`, ja: `値が必要ですが、${it.ja} があります` };
  }
}
