/** JSON templates, with the place of every key and value. */
import type { Words } from '../../../lib/words';
import type { Entry, SyntaxNode } from './syntax';
import type { SourceFault, SourceTree } from './parseTemplate';

/** Deeper than any template that CloudFormation would take. */
const deepest = 200;

class JsonStop extends Error {
  readonly fault: SourceFault;
  constructor(offset: number, message: Words) {
    super(message.en);
    this.fault = { offset, message };
  }
}

export function parseJson(text: string): SourceTree | SourceFault {
  const duplicates: { readonly key: string; readonly offset: number }[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const stop = (en: string, ja: string, offset = at): never => {
    throw new JsonStop(offset, { en, ja });
  };

  const space = (): void => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 10 || code === 13 || code === 9) at++;
      else if (code === 47 || code === 35) comment();
      else return;
    }
  };

  const comment = (): never =>
    stop(
      'JSON has no comments; remove this one, or write the template in YAML, where “#” begins a comment',
      'JSON にはコメントを書けません。このコメントを削除するか、「#」でコメントを書ける YAML に変えてください',
    );

  const unexpected = (wantedEn: string, wantedJa: string): never => {
    if (at >= text.length)
      return stop(
        `the JSON ends too early: ${wantedEn} is missing; the file may have been cut off`,
        `JSON が途中で終わっています: ${wantedJa} がありません。ファイルが途中で切れている可能性があります`,
      );
    const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return stop(
      `“${found}” stands where the JSON needs ${wantedEn}`,
      `JSON では ${wantedJa} が必要な場所に「${found}」があります`,
    );
  };

  const readText = (): string => {
    const start = at;
    let end = at + 1;
    for (;;) {
      end = text.indexOf('"', end);
      if (end < 0) {
        at = start;
        return stop(
          'the JSON ends inside a text: its closing quotation mark is missing',
          'JSON が文字列の途中で終わっています。閉じる引用符がありません',
          start,
        );
      }
      let slashes = 0;
      while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
      if (slashes % 2 === 0) break;
      end++;
    }
    at = end + 1;
    const inner = text.slice(start + 1, end);
    if (!inner.includes('\\')) return inner;
    try {
      const decoded: unknown = JSON.parse(`"${inner.replace(/[\u0000-\u001f]/g, escapeControl)}"`);
      return String(decoded);
    } catch {
      return stop(
        'a text has an escape that JSON does not know',
        '文字列に JSON にないエスケープがあります',
        start,
      );
    }
  };

  const readValue = (depth: number): SyntaxNode => {
    space();
    if (depth > deepest)
      stop(`the JSON is nested deeper than ${deepest} levels`, `JSON の入れ子が ${deepest} 段を超えています`);
    const start = at;
    const char = text[at];
    if (char === '"') {
      const value = readText();
      return { is: 'scalar', text: value, plain: false, start, end: at };
    }
    if (char === '{') return readMap(depth, start);
    if (char === '[') return readList(depth, start);
    const word = /[-+\w.]+/y;
    word.lastIndex = at;
    const found = word.exec(text)?.[0] ?? '';
    if (!/^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)$/.test(found))
      return unexpected('a value', '値');
    at += found.length;
    return { is: 'scalar', text: found, plain: true, start, end: at };
  };

  const readMap = (depth: number, start: number): SyntaxNode => {
    const entries = new Map<string, Entry>();
    at++;
    space();
    if (text[at] === '}') at++;
    else
      for (;;) {
        space();
        if (text[at] !== '"') unexpected('a key in quotation marks', '引用符で囲んだキー');
        const keyStart = at;
        const key = readText();
        const keyEnd = at;
        space();
        if (text[at] !== ':') unexpected('a colon', 'コロン');
        at++;
        const value = readValue(depth + 1);
        if (entries.has(key)) duplicates.push({ key, offset: keyStart });
        entries.delete(key);
        entries.set(key, { keyStart, keyEnd, value });
        space();
        if (text[at] === ',') {
          at++;
          continue;
        }
        if (text[at] !== '}') unexpected('a comma or “}”', 'コンマまたは「}」');
        at++;
        break;
      }
    return { is: 'map', entries, start, end: at };
  };

  const readList = (depth: number, start: number): SyntaxNode => {
    const items: SyntaxNode[] = [];
    at++;
    space();
    if (text[at] === ']') at++;
    else
      for (;;) {
        items.push(readValue(depth + 1));
        space();
        if (text[at] === ',') {
          at++;
          continue;
        }
        if (text[at] !== ']') unexpected('a comma or “]”', 'コンマまたは「]」');
        at++;
        break;
      }
    return { is: 'list', items, start, end: at };
  };

  try {
    const root = readValue(0);
    space();
    if (at < text.length) unexpected('nothing more', '終わり');
    return { root, duplicates, aliases: [] };
  } catch (error) {
    if (error instanceof JsonStop) return error.fault;
    throw error;
  }
}

/** Line ends inside quotation marks, which JSON forbids and CloudFormation takes. */
function escapeControl(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
