export interface PrintOptions {
  /** Keys that come first in every object, in this order; the others follow sorted. */
  readonly first: readonly string[];
  /** What fits into so many columns stands on one line. */
  readonly width: number;
}

/** JSON for people and for line-by-line comparison: keys in one order, short things on one line, long ones broken up. */
export function printJson(value: unknown, options: PrintOptions): string {
  const rank = new Map(options.first.map((key, index) => [key, index]));
  const last = options.first.length;
  const compare = (a: string, b: string): number =>
    (rank.get(a) ?? last) - (rank.get(b) ?? last) || (a < b ? -1 : a > b ? 1 : 0);

  /** The lines, the first without indentation. */
  const print = (part: unknown, indent: string, used: number): string => {
    const short = oneLine(part, options.width - indent.length - used);
    if (short !== undefined) return short;
    const inner = `${indent}  `;
    if (Array.isArray(part))
      return `[\n${part.map((each) => inner + print(each, inner, 1)).join(',\n')}\n${indent}]`;
    return `{\n${entriesOf(part)
      .map(([key, each]) => {
        const label = `${JSON.stringify(key)}: `;
        return inner + label + print(each, inner, label.length + 1);
      })
      .join(',\n')}\n${indent}}`;
  };
  /** Undefined when it is longer than `room`; it gives up early, so that a large part costs little. */
  const oneLine = (part: unknown, room: number): string | undefined => {
    if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? 'null';
    const isArray = Array.isArray(part);
    const pieces: string[] = [];
    let left = room - 2;
    const entries = isArray ? part.map((each) => ['', each] as const) : entriesOf(part);
    for (const [key, each] of entries) {
      const label = isArray ? '' : `${JSON.stringify(key)}: `;
      const text = oneLine(each, left - label.length);
      if (text === undefined) return undefined;
      pieces.push(label + text);
      left -= label.length + text.length + 2;
      if (left < -2) return undefined;
    }
    if (pieces.length === 0) return isArray ? '[]' : '{}';
    return isArray ? `[${pieces.join(', ')}]` : `{ ${pieces.join(', ')} }`;
  };
  const entriesOf = (part: unknown): (readonly [string, unknown])[] =>
    Object.entries(part ?? {})
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => compare(a, b));
  return print(value, '', 0);
}
