/** The place of a cursor in YAML: by indentation, and by the brackets of its own line. */
import { longName, type TextCursor } from './textPlace';

interface Line {
  /** The column of its key, behind the dashes of a list. */
  readonly indent: number;
  readonly dashes: number;
  readonly key: string | undefined;
  readonly value: string;
  readonly number: number;
}

/** Lines that are looked at above and below the cursor. */
const mostLines = 5000;

export function yamlPlace(text: string, offset: number): TextCursor | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(start, offset);
  if (/^\s*#/.test(before) || /\s#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''))) return undefined;
  const [, lead = '', dashes = '', rest = ''] = /^( *)((?:- +)*)(.*)$/s.exec(before) ?? [];
  const indent = lead.length + dashes.length;
  const around = linesAround(text, start);
  const path = [...parentsOf(around.above, indent, dashes === '' ? undefined : lead.length)];
  if (dashes !== '') path.push(0);
  const inline = inlineOf(rest);
  const siblings = dashes === '' ? siblingsOf(around, indent) : [];
  const type = typeIn(around, path);
  const base = { type, isQuoted: inline.quote !== '' };
  const { word } = inline;
  const from = offset - word.length;
  if (inline.is === 'key' && inline.path.length === 0)
    return { ...base, path, at: 'key', word, from, keys: new Set(siblings), tag: tagOf(word) };
  return {
    ...base,
    path: [...path, ...inline.path],
    at: inline.is,
    word,
    from,
    keys: new Set(inline.keys),
    tag: inline.tag,
  };
}

function tagOf(word: string): string | undefined {
  return word.startsWith('!') ? word : undefined;
}

function readLine(line: string, number: number): Line | undefined {
  const [, lead = '', dashes = '', rest = ''] =
    /^( *)((?:- +|-$)*)(.*)$/s.exec(line.replace(/\r$/, '')) ?? [];
  if (rest === '' && dashes === '') return undefined;
  if (rest.startsWith('#')) return undefined;
  const [, quoted, plain, value = ''] =
    /^(?:["']([^"']*)["']|([^\s:#{["'][^:#]*?(?:::[^:#]*?)*))\s*:(?:\s+(.*))?$/s.exec(rest) ?? [];
  const key = quoted ?? plain;
  return {
    indent: lead.length + dashes.length,
    dashes: dashes === '' ? -1 : lead.length,
    key,
    value: key === undefined ? rest : value,
    number,
  };
}

interface Around {
  readonly above: readonly Line[];
  readonly below: readonly Line[];
}

/** Nearest first, both ways. */
function linesAround(text: string, start: number): Around {
  const above: Line[] = [];
  let end = start - 1;
  for (let count = 0; end >= 0 && count < mostLines; count++) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const line = readLine(text.slice(from, end), -count);
    if (line !== undefined) above.push(line);
    if (line?.indent === 0 && line.key !== undefined) break;
    end = from - 1;
  }
  const below: Line[] = [];
  let at = text.indexOf('\n', start) + 1;
  for (let count = 0; at > 0 && count < mostLines; count++) {
    const next = text.indexOf('\n', at);
    const line = readLine(text.slice(at, next < 0 ? text.length : next), count);
    if (line !== undefined) below.push(line);
    if (line?.indent === 0 || next < 0) break;
    at = next + 1;
  }
  return { above, below };
}

/**
 * The keys of the lines that those below them are indented under. `column`: of the key at the cursor; `list`: of the dash
 * before it.
 */
function parentsOf(
  above: readonly Line[],
  column: number,
  list: number | undefined,
): readonly (string | number)[] {
  const path: (string | number)[] = [];
  let within = column;
  let item = list;
  for (const line of above) {
    const { indent, dashes, key, value } = line;
    if (item === undefined && indent === within && dashes >= 0) {
      // The first key of the item that the cursor is in.
      path.unshift(0);
      item = dashes;
      continue;
    }
    // A list may stand in the column of its key.
    const isAround = item === undefined ? indent < within : indent < item || (indent === item && dashes < 0);
    if (!isAround || key === undefined || !isOpen(value)) continue;
    const tag = /^(!\w+)\s*$/.exec(value)?.[1];
    path.unshift(...(tag === undefined ? [key] : [key, longName(tag)]));
    within = indent;
    item = undefined;
    if (dashes >= 0) {
      path.unshift(0);
      item = dashes;
    } else if (indent === 0) break;
  }
  return path;
}

/** Whether what is behind a key goes on in the lines below. */
function isOpen(value: string): boolean {
  return value === '' || /^[&|>#]/.test(value) || /^!\w+\s*$/.test(value);
}

function siblingsOf({ above, below }: Around, indent: number): readonly string[] {
  const keys: string[] = [];
  for (const lines of [above, below])
    for (const { indent: own, dashes, key } of lines) {
      if (own < indent) break;
      if (own !== indent) continue;
      if (key !== undefined) keys.push(key);
      // The first key of an item ends the item above, and the next one begins another.
      if (dashes >= 0) break;
    }
  return keys;
}

function typeIn({ above, below }: Around, path: readonly (string | number)[]): string | undefined {
  if (path[0] !== 'Resources' || path.length < 2) return undefined;
  const id = path[1];
  const owner = above.findIndex(({ key }) => key === id);
  const column = above[owner]?.indent;
  if (column === undefined) return undefined;
  const inside = [...above.slice(0, owner), ...below.slice(0, endOf(below, column))];
  const own = Math.min(...inside.map(({ indent }) => indent));
  const found = inside.find(({ key, indent }) => key === 'Type' && indent === own)?.value;
  return found === undefined ? undefined : /^["']?([\w:]+)/.exec(found)?.[1];
}

function endOf(below: readonly Line[], column: number): number {
  const end = below.findIndex(({ indent }) => indent <= column);
  return end < 0 ? below.length : end;
}

interface Inline {
  readonly is: 'key' | 'value';
  readonly path: readonly (string | number)[];
  readonly keys: readonly string[];
  readonly word: string;
  readonly tag: string | undefined;
  readonly quote: string;
}

interface Frame {
  readonly bracket: '' | '{' | '[';
  key: string | undefined;
  index: number;
  readonly keys: string[];
  tag: string | undefined;
}

/** What stands before the cursor in its own line, behind the indentation. */
function inlineOf(rest: string): Inline {
  const frames: Frame[] = [{ bracket: '', key: undefined, index: 0, keys: [], tag: undefined }];
  let word = '';
  let quote = '';
  const top = (): Frame =>
    frames.at(-1) ?? { bracket: '', key: undefined, index: 0, keys: [], tag: undefined };
  for (let at = 0; at < rest.length; at++) {
    const char = rest.charAt(at);
    if (quote !== '') {
      if (char === quote) quote = '';
      else word += char;
      continue;
    }
    if ((char === '"' || char === "'") && word === '') quote = char;
    else if (char === '{' && !word.endsWith('$')) {
      frames.push({ bracket: '{', key: undefined, index: 0, keys: [], tag: undefined });
      word = '';
    } else if (char === '[' && word === '')
      frames.push({ bracket: '[', key: undefined, index: 0, keys: [], tag: undefined });
    else if ((char === '}' || char === ']') && frames.length > 1 && !word.includes('${')) {
      frames.pop();
      word = '';
    } else if (char === ',' && top().bracket !== '') {
      const frame = top();
      frame.key = undefined;
      frame.tag = undefined;
      frame.index++;
      word = '';
    } else if (
      char === ':' &&
      /^(?:\s|$)/.test(rest.slice(at + 1)) &&
      top().key === undefined &&
      top().bracket !== '['
    ) {
      const frame = top();
      frame.key = word.trim();
      frame.keys.push(frame.key);
      word = '';
      if (at + 1 >= rest.length) return cursor(frames, '', quote);
    } else if (char === ' ') {
      if (/^!\w+$/.test(word)) {
        top().tag = word;
        word = '';
      } else if (word !== '') word += char;
    } else word += char;
  }
  return cursor(frames, word, quote);
}

function cursor(frames: readonly Frame[], word: string, quote: string): Inline {
  const last = frames.at(-1);
  const path: (string | number)[] = [];
  for (const [index, { bracket, key, index: item, tag }] of frames.entries()) {
    if (bracket === '[') path.push(item);
    if (key !== undefined) path.push(key);
    if (tag !== undefined) path.push(longName(tag));
    if (index === frames.length - 1) break;
  }
  const isKey =
    last === undefined || (last.key === undefined && last.bracket !== '[' && last.tag === undefined);
  return {
    is: isKey ? 'key' : 'value',
    path,
    keys: last?.keys ?? [],
    word,
    tag: /^!\w*$/.test(word) ? word : last?.tag,
    quote,
  };
}
