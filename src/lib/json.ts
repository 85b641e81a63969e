/**
 * A JSON reader that knows where it is: it gives line and column of what is wrong, tells a text that was cut off from one
 * that is faulty, notices keys that appear twice, and remembers where each object and array began. `JSON.parse` does
 * none of this the same way in every browser.
 */
export interface Place {
  /** Both 1-based; a column counts UTF-16 units, as editors do. */
  readonly line: number;
  readonly column: number;
}

export interface JsonText {
  readonly value: unknown;
  /** Where an object or array of the value begins; undefined for one that is not of this text. */
  placeOf(part: unknown): Place | undefined;
  /** Keys that were given twice in one object. The last value counts, as everywhere in JSON. */
  readonly duplicates: readonly (Place & { readonly key: string })[];
  /** Keys named `__proto__`. They were left out: they would change an object's nature in careless hands. */
  readonly refused: readonly Place[];
}

export interface JsonFault extends Place {
  readonly fault:
    | 'cut-off'
    | 'too-deep'
    | 'bad-string'
    | 'bad-number'
    | 'expected-value'
    | 'expected-key'
    | 'expected-colon'
    | 'expected-comma-or-end'
    | 'text-after-end';
  /** The character at the place; empty at the end. */
  readonly found: string;
}

const maxDepth = 200;

export function readJson(text: string): { readonly json: JsonText } | { readonly fault: JsonFault } {
  const read = readValues(text, false);
  return 'fault' in read ? read : { json: { ...read.json, value: read.json.values[0] } };
}

/** Several texts one behind the other (one a line, say), as their values; of objects and arrays only. */
export function readJsonTexts(
  text: string,
): { readonly json: Omit<JsonText, 'value'> & JsonValues } | { readonly fault: JsonFault } {
  return readValues(text, true);
}

interface JsonValues {
  readonly values: readonly unknown[];
}

function readValues(
  text: string,
  several: boolean,
): { readonly json: Omit<JsonText, 'value'> & JsonValues } | { readonly fault: JsonFault } {
  const starts = new Map<object, number>();
  const duplicates: { key: string; offset: number }[] = [];
  const refused: number[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const fail = (fault: JsonFault['fault'], offset = at): never => {
    throw new Fault(fault, offset);
  };
  const skipSpace = (): void => {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at++;
    }
  };
  const readString = (): string => {
    const start = at;
    let end = at + 1;
    for (;;) {
      end = text.indexOf('"', end);
      if (end < 0) fail('cut-off', text.length);
      let backslashes = 0;
      while (text.charCodeAt(end - 1 - backslashes) === 92) backslashes++;
      if (backslashes % 2 === 0) break;
      end++;
    }
    at = end + 1;
    const inner = text.slice(start + 1, end);
    if (!/[\\\u0000-\u001f]/.test(inner)) return inner;
    try {
      // Only here are escapes decoded, and what JSON forbids in a string refused.
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      return fail('bad-string', start);
    }
  };
  const readNumber = (): number => {
    const match = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    match.lastIndex = at;
    const found = match.exec(text)?.[0];
    if (found === undefined) return fail(at + 1 >= text.length ? 'cut-off' : 'bad-number');
    at += found.length;
    const rest = /[\w.+-]*/y;
    rest.lastIndex = at;
    const tail = rest.exec(text)?.[0] ?? '';
    if (tail !== '')
      fail(at + tail.length === text.length && /^(?:\.|[eE][+-]?)$/.test(tail) ? 'cut-off' : 'bad-number');
    return Number(found);
  };
  const readWord = (word: string, value: unknown): unknown => {
    if (text.startsWith(word, at)) {
      at += word.length;
      return value;
    }
    return fail(word.startsWith(text.slice(at)) ? 'cut-off' : 'expected-value');
  };
  const readObject = (depth: number): Record<string, unknown> => {
    const object: Record<string, unknown> = {};
    starts.set(object, at);
    at++;
    skipSpace();
    if (text.charAt(at) === '}') {
      at++;
      return object;
    }
    for (;;) {
      skipSpace();
      if (at >= text.length) fail('cut-off');
      if (text.charAt(at) !== '"') fail('expected-key');
      const keyAt = at;
      const key = readString();
      skipSpace();
      if (at >= text.length) fail('cut-off');
      if (text.charAt(at) !== ':') fail('expected-colon');
      at++;
      const value = readValue(depth + 1);
      if (key === '__proto__') refused.push(keyAt);
      else {
        if (Object.hasOwn(object, key)) duplicates.push({ key, offset: keyAt });
        object[key] = value;
      }
      skipSpace();
      const next = text.charAt(at);
      if (next === '') fail('cut-off');
      if (next !== ',' && next !== '}') fail('expected-comma-or-end');
      at++;
      if (next === '}') return object;
    }
  };
  const readArray = (depth: number): unknown[] => {
    const array: unknown[] = [];
    starts.set(array, at);
    at++;
    skipSpace();
    if (text.charAt(at) === ']') {
      at++;
      return array;
    }
    for (;;) {
      array.push(readValue(depth + 1));
      skipSpace();
      const next = text.charAt(at);
      if (next === '') fail('cut-off');
      if (next !== ',' && next !== ']') fail('expected-comma-or-end');
      at++;
      if (next === ']') return array;
    }
  };
  const readValue = (depth: number): unknown => {
    skipSpace();
    if (depth > maxDepth) fail('too-deep');
    const first = text.charAt(at);
    switch (first) {
      case '':
        return fail('cut-off');
      case '{':
        return readObject(depth);
      case '[':
        return readArray(depth);
      case '"':
        return readString();
      case 't':
        return readWord('true', true);
      case 'f':
        return readWord('false', false);
      case 'n':
        return readWord('null', null);
      default:
        return first === '-' || (first >= '0' && first <= '9') ? readNumber() : fail('expected-value');
    }
  };

  try {
    const values = [readValue(0)];
    for (skipSpace(); several && (text.charAt(at) === '{' || text.charAt(at) === '['); skipSpace())
      values.push(readValue(0));
    if (at < text.length) fail('text-after-end');
    const place = placesIn(text);
    return {
      json: {
        values,
        placeOf: (part) => {
          const start = typeof part === 'object' && part !== null ? starts.get(part) : undefined;
          return start === undefined ? undefined : place(start);
        },
        duplicates: duplicates.map(({ key, offset }) => ({ key, ...place(offset) })),
        refused: refused.map(place),
      },
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { fault, offset } = error;
    return { fault: { fault, found: characterAt(text, offset), ...placesIn(text)(offset) } };
  }
}

class Fault extends Error {
  readonly fault: JsonFault['fault'];
  readonly offset: number;
  constructor(fault: JsonFault['fault'], offset: number) {
    super(fault);
    this.fault = fault;
    this.offset = offset;
  }
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Offsets to lines, by a table of line starts that is made when first asked. */
function placesIn(text: string): (offset: number) => Place {
  let starts: number[] | undefined;
  return (offset) => {
    if (starts === undefined) {
      starts = [0];
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
