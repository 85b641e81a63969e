/** The place of a cursor in JSON: by the brackets and keys before it. */
import type { TextCursor } from './textPlace';

interface Frame {
  readonly bracket: '{' | '[';
  key: string | undefined;
  index: number;
  readonly keys: Set<string>;
  type: string | undefined;
}

export function jsonPlace(text: string, offset: number): TextCursor | undefined {
  const frames: Frame[] = [];
  let word = '';
  let from = offset;
  let isQuoted = false;
  for (let at = 0; at < offset; at++) {
    const char = text.charAt(at);
    const top = frames.at(-1);
    if (char === '"') {
      const end = stringEnd(text, at + 1, offset);
      word = text.slice(at + 1, end);
      from = at + 1;
      if (end >= offset) {
        isQuoted = true;
        break;
      }
      at = end;
      if (top?.key === 'Type') top.type = word;
      continue;
    }
    switch (char) {
      case '{':
      case '[':
        frames.push({ bracket: char, key: undefined, index: 0, keys: new Set(), type: undefined });
        word = '';
        break;
      case '}':
      case ']':
        frames.pop();
        word = '';
        break;
      case ':':
        if (top !== undefined) {
          top.key = word;
          top.keys.add(word);
        }
        word = '';
        break;
      case ',':
        if (top !== undefined) {
          top.key = undefined;
          top.index++;
        }
        word = '';
        break;
      default:
        if (/\s/.test(char)) break;
        if (word === '' || from < at - word.length) from = at;
        word = text.slice(from, at + 1);
    }
    if (word === '') from = offset;
  }
  const last = frames.at(-1);
  if (last === undefined) return undefined;
  const path = frames.flatMap(({ bracket, key, index }): readonly (string | number)[] =>
    bracket === '[' ? [index] : key === undefined ? [] : [key],
  );
  return {
    path,
    at: last.bracket === '{' && last.key === undefined ? 'key' : 'value',
    word: offset < from ? '' : text.slice(from, offset),
    from: Math.min(from, offset),
    keys: last.keys,
    type: typeAround(text, isQuoted ? stringEnd(text, offset, text.length) + 1 : offset, frames),
    tag: undefined,
    isQuoted,
  };
}

/** The type may stand behind the cursor too. */
function typeAround(text: string, offset: number, frames: readonly Frame[]): string | undefined {
  const resource = frames[2];
  if (frames[0]?.key !== 'Resources' || resource === undefined) return undefined;
  if (resource.type !== undefined) return resource.type;
  let depth = frames.length;
  for (let at = offset; at < text.length && depth > 2; at++) {
    const char = text.charAt(at);
    if (char === '"') {
      const end = stringEnd(text, at + 1, text.length);
      const found = depth === 3 ? /^"Type"\s*:\s*"([^"]*)"/.exec(text.slice(at, at + 300)) : null;
      if (found !== null) return found[1];
      at = end;
    } else if (char === '{' || char === '[') depth++;
    else if (char === '}' || char === ']') depth--;
  }
  return undefined;
}

function stringEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"' || text.charAt(at) === '\n') return at;
  }
  return to;
}
