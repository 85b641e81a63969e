/** Reads `--expect FLOWS`: a YAML or JSON list of flows with what is expected of them. */
import { LineCounter, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Expectation, Scope } from '../core/model/document';
import { maxTextLength } from '../core/store/diagramFile';
import { nearest } from '../lib/nearest';
import type { Words } from '../lib/words';
import type { ExpectedFlow } from './checkResult';
import { isAboutScope, scopeKeys, scopeOf } from './expectedScopes';
import type { Io } from './io';
import { shownFile, whyUnreadable, type Input } from './openInput';
import { questionOf } from './question';
import { Refusal } from './refusal';

const keys = ['from', 'to', 'protocol', 'port', 'source-port', 'group', 'expect', 'label', ...scopeKeys];

/** What a file expects: of flows, and of whole parts of the design. */
export interface Expected {
  readonly flows: readonly ExpectedFlow[];
  readonly scopes: readonly Scope[];
}

export async function readExpectations(input: Input, name: string, io: Io): Promise<Expected> {
  const file = shownFile(name);
  let text: string;
  try {
    const bytes =
      name === '-' ? await io.readStandardInput(maxTextLength) : await io.readFile(name, maxTextLength);
    text = new TextDecoder().decode(bytes);
  } catch (error) {
    throw new Refusal(whyUnreadable(error), { file });
  }
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  const refuse = (words: Words, offset: number | undefined): never => {
    if (offset === undefined) throw new Refusal(words, { file });
    const { line, col } = lines.linePos(offset);
    throw new Refusal(words, { file, line, column: col });
  };
  const [fault] = yaml.errors;
  if (fault !== undefined) {
    const [what = ''] = fault.message.split(/ at line \d/);
    refuse({ en: `not valid YAML: ${what}`, ja: `正しい YAML ではありません: ${what}` }, fault.pos[0]);
  }
  const list = yaml.contents;
  if (list === null) return { flows: [], scopes: [] };
  if (!isSeq(list))
    return refuse(
      {
        en: 'the expectations should be a list, such as: [{ from: Web, to: service:s3, port: 443, expect: reachable }]',
        ja: '期待は一覧で書いてください。例: [{ from: Web, to: service:s3, port: 443, expect: reachable }]',
      },
      list.range?.[0],
    );
  const flows: ExpectedFlow[] = [];
  const scopes: Scope[] = [];
  const readItem = (item: unknown, number: number): void => {
    if (!isMap(item))
      return refuse(
        {
          en: 'each expectation should have “from” and “to”.',
          ja: 'それぞれの期待には from と to が必要です。',
        },
        isScalar(item) ? item.range?.[0] : undefined,
      );
    const offset = item.range?.[0];
    const given = textsOf(item, refuse);
    if (isAboutScope(given)) {
      try {
        scopes.push(scopeOf(input, given, number));
      } catch (error) {
        if (error instanceof Refusal) refuse(error.words, offset);
        throw error;
      }
      return;
    }
    const { from, to } = given;
    if (from === undefined || to === undefined)
      return refuse(
        {
          en: `this expectation has no “${from === undefined ? 'from' : 'to'}”.`,
          ja: `この期待には ${from === undefined ? 'from' : 'to'} がありません。`,
        },
        offset,
      );
    const expect = given['expect'] ?? 'reachable';
    if (expect !== 'reachable' && expect !== 'blocked')
      return refuse(
        {
          en: `“expect” can be reachable or blocked, not “${expect}”.`,
          ja: `expect に指定できるのは reachable か blocked です (「${expect}」ではなく)。`,
        },
        offset,
      );
    try {
      const question = questionOf(input, {
        from,
        to,
        protocol: given['protocol'],
        port: given['port'],
        sourcePort: given['source-port'],
        group: given['group'],
      });
      const expected: Expectation = expect;
      flows.push({ ...question, expect: expected });
    } catch (error) {
      // The same complaint as for options, at its place in the file.
      if (error instanceof Refusal) return refuse(error.words, offset);
      throw error;
    }
  };
  list.items.forEach(readItem);
  return { flows, scopes };
}

type TextsOf = Readonly<Record<string, string | undefined>>;

function textsOf(map: YAMLMap, refuse: (words: Words, offset: number | undefined) => never): TextsOf {
  const texts: Record<string, string> = {};
  for (const { key, value } of map.items) {
    const offset = isScalar(key) ? key.range?.[0] : undefined;
    const name = isScalar(key) ? String(key.value) : '?';
    if (!keys.includes(name)) {
      const meant = nearest(name, [...keys]);
      refuse(
        {
          en: `an expectation has no “${name}”; ${meant === undefined ? `it can have: ${keys.join(', ')}` : `did you mean ${meant}?`}`,
          ja: `期待に「${name}」は書けません。${meant === undefined ? `書けるもの: ${keys.join(', ')}` : `${meant} の誤りではありませんか。`}`,
        },
        offset,
      );
    }
    if (isScalar(value) && value.value === null) continue;
    if (isScalar(value) && (typeof value.value === 'string' || typeof value.value === 'number'))
      // As it was written: an address such as fd00::1 or 10.0 is not to be read as a number.
      texts[name] = typeof value.value === 'number' ? (value.source ?? String(value.value)) : value.value;
    else
      refuse(
        { en: `“${name}” should be a text or a number.`, ja: `${name} は文字列か数値で書いてください。` },
        offset,
      );
  }
  return texts;
}
