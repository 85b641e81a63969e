/** Finds out by its content, not its name, what a text is that somebody opened. */
import { readJson, readJsonTexts } from '../../lib/json';
import { isAnswer } from '../describe/answerNames';
import { awsOutputFailure, isLeftByQuery, leftByQuery } from './awsOutput';
import { failureOf, maxTextLength, tooLarge } from './diagramFile';
import { isRecord } from './plain';
import type { Problem } from './problem';

export type TextFormat = 'diagram' | 'template' | 'aws-answer';

export function formatOf(text: string): { readonly format: TextFormat } | { readonly failure: Problem } {
  if (text.length >= maxTextLength) return { failure: tooLarge };
  const start = text
    .slice(0, 100_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start === '') return { failure: empty };
  if (text.slice(0, 1000).includes('\u0000') || start.startsWith('\ufffdPNG')) return { failure: binary };
  if (/^(?:<\?xml[^>]*>\s*)?<mx(?:file|GraphModel)\b/.test(start)) return { failure: drawio };
  if (start.startsWith('[')) {
    const read = readJson(text);
    const value = 'json' in read ? read.json.value : undefined;
    if (isPages(value)) return { format: 'aws-answer' };
    if (isLeftByQuery(value)) return { failure: leftByQuery };
  }
  if (!start.startsWith('{'))
    return /^[ \t]*["']?(?:Resources|AWSTemplateFormatVersion)["']?[ \t]*:/m.test(text)
      ? { format: 'template' }
      : { failure: awsOutputFailure(text) ?? neither };
  // A damaged file is still known by what it begins with, so that its own reader can say where the damage is.
  if (/^\{\s*"vpcanvas"\s*:/.test(start)) return { format: 'diagram' };
  const read = readJson(text);
  if ('json' in read) {
    const { value } = read.json;
    if (isRecord(value) && Object.hasOwn(value, 'vpcanvas')) return { format: 'diagram' };
    if (isRecord(value) && templateKeys.some((key) => Object.hasOwn(value, key)))
      return { format: 'template' };
    if (isRecord(value) && isAnswer(value)) return { format: 'aws-answer' };
    return { failure: isLeftByQuery(value) ? leftByQuery : neither };
  }
  // Several answers one behind the other.
  if (read.fault.fault === 'text-after-end') {
    const texts = readJsonTexts(text);
    if ('json' in texts && texts.json.values.some((value) => isRecord(value) && isAnswer(value)))
      return { format: 'aws-answer' };
  }
  if (/(?:^|[{,\s])["']?(?:Resources|AWSTemplateFormatVersion)["']?\s*:/.test(start))
    return { format: 'template' };
  return { failure: failureOf(read.fault) };
}

const templateKeys = ['Resources', 'AWSTemplateFormatVersion'];

/** Whether a file was refused because there is nothing in it that we read, and not because it is damaged. */
export function saysNothing(failure: Problem, text: string): boolean {
  return (
    failure === neither ||
    failure === empty ||
    failure === drawio ||
    (failure.line === undefined && awsOutputFailure(text) !== undefined)
  );
}

/** Several answers in one list, as other tools gather them. */
function isPages(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((each) => isRecord(each) && isAnswer(each));
}

const neither: Problem = {
  severity: 'error',
  message: {
    en: 'This is neither a vpcanvas diagram (*.vpcanvas.json), nor a CloudFormation template, nor an answer of the AWS CLI: it has no “vpcanvas” and no “Resources” at its top, and no list such as “Vpcs”.',
    ja: 'vpcanvas のダイアグラム (*.vpcanvas.json) でも、CloudFormation テンプレートでも、AWS CLI の結果でもありません (先頭の階層に「vpcanvas」も「Resources」も、「Vpcs」などのリストもありません)。',
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

const drawio: Problem = {
  severity: 'error',
  message: {
    en: 'This is a draw.io diagram, which vpcanvas writes but does not read. Open the diagram that it was exported from (*.vpcanvas.json), or a CloudFormation template.',
    ja: 'draw.io の図です。vpcanvas は draw.io 形式の書き出しのみに対応しています。元のダイアグラム (*.vpcanvas.json) または CloudFormation テンプレートを開いてください。',
  },
};
