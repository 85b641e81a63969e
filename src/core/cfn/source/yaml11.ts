/**
 * What CloudFormation reads and the library refuses. CloudFormation takes YAML 1.1, as its older parsers read it, the
 * library YAML 1.2 to the letter: a lone dash inside brackets is a text to the one and the beginning of a list to the
 * other, and what stands in brackets or quotation marks may begin at any column of its further lines.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
export interface OlderYaml {
  readonly text: string;
  /** The offset in the author's text of an offset in this one. */
  readonly written: (offset: number) => number;
  /** The text of a scalar as its author wrote it. */
  readonly scalar: (text: string) => string;
}

export function asWritten(text: string): OlderYaml {
  return { text, written: (offset) => offset, scalar: (own) => own };
}

/** The text with a letter that it does not have in the place of every dash that stands alone inside brackets. */
export function withDashTexts(text: string): OlderYaml {
  if (!/-[,\]}]/.test(text)) return asWritten(text);
  const { dashes } = skim(text);
  const stand = standIn(text);
  if (dashes.length === 0 || stand === undefined) return asWritten(text);
  let replaced = '';
  let from = 0;
  for (const dash of dashes) {
    replaced += text.slice(from, dash) + stand;
    from = dash + 1;
  }
  return {
    ...asWritten(replaced + text.slice(from)),
    scalar: (own) => (own === stand ? '-' : own),
  };
}

/** The text with every further line of what stands in brackets or quotation marks moved to the right of its owner. */
export function withIndents({ text, scalar }: OlderYaml): OlderYaml {
  const added: { readonly at: number; readonly behind: number; readonly spaces: number }[] = [];
  let indented = '';
  let from = 0;
  let spaces = 0;
  for (const { offset, column } of skim(text).further) {
    indented += text.slice(from, offset) + ' '.repeat(column);
    from = offset;
    added.push({ at: indented.length, behind: spaces, spaces: (spaces += column) });
  }
  return {
    text: indented + text.slice(from),
    written(offset) {
      let low = 0;
      let high = added.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((added[middle]?.at ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const last = added[low - 1];
      const next = added[low];
      const own = offset - (last?.spaces ?? 0);
      // Among spaces that were added, the beginning of their line is meant.
      return next === undefined ? own : Math.min(own, next.at - next.spaces);
    },
    scalar,
  };
}

interface Skimmed {
  /** Dashes inside brackets with a comma or a bracket right behind them. */
  readonly dashes: readonly number[];
  /** Where further lines of what is in brackets or quotation marks begin, with the column at which it all began. */
  readonly further: readonly { readonly offset: number; readonly column: number }[];
}

/** Tells apart brackets, quotation marks, comments, block texts and all else, as far as that needs no understanding. */
function skim(text: string): Skimmed {
  const dashes: number[] = [];
  const further: { offset: number; column: number }[] = [];
  let at = 0;
  let lineStart = 0;
  let depth = 0;
  let column = 0;

  const newLine = (offset: number): void => {
    lineStart = offset;
    if (column > 0 && /[^\s]/.test(text.charAt(firstVisible(text, offset)))) further.push({ offset, column });
  };
  const opened = (): void => {
    if (column === 0) column = at - lineStart + 1;
  };
  const closed = (): void => {
    if (depth === 0) column = 0;
  };

  const quoted = (mark: string): void => {
    opened();
    for (at++; at < text.length; at++) {
      const char = text[at];
      if (char === '\n') newLine(at + 1);
      else if (char === '\\' && mark === '"') {
        // An escaped line end is one all the same.
        if (text[at + 1] !== '\n') at++;
      } else if (char === mark) {
        if (mark === "'" && text[at + 1] === "'") at++;
        else break;
      }
    }
    at++;
    closed();
  };

  /** A text behind `|` or `>`: all lines as far to the right as its first one. */
  const blockText = (): void => {
    const header = text.slice(at, lineEnd(text, at));
    const asked = /^[|>][-+]?([1-9])/.exec(header)?.[1];
    const owner = /^ *(?:[-?] +)*/.exec(text.slice(lineStart, at))?.[0].length ?? 0;
    at = lineEnd(text, at) + 1;
    let indent = asked === undefined ? 0 : owner + Number(asked);
    for (; at < text.length; at = lineEnd(text, at) + 1) {
      const first = firstVisible(text, at);
      const isBlank = first >= lineEnd(text, at);
      if (isBlank) continue;
      if (indent === 0) indent = Math.max(first - at, 1);
      if (first - at < indent) break;
    }
    lineStart = at;
  };

  const plain = (): void => {
    for (; at < text.length; at++) {
      const char = text.charAt(at);
      if (char === '\n' || (depth > 0 && isBracketOrComma(char))) return;
      if (char === ':' && isBlankOrEnd(text, at + 1)) return;
      if (char === '#' && isBlankOrEnd(text, at - 1)) return;
    }
  };

  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\n') newLine(++at);
    else if (char === ' ' || char === '\t' || char === '\r') at++;
    else if (char === '#') at = lineEnd(text, at);
    else if (char === '[' || char === '{') {
      opened();
      depth++;
      at++;
    } else if (depth > 0 && isBracketOrComma(char)) {
      if (char !== ',') depth--;
      at++;
      closed();
    } else if (char === '"' || char === "'") quoted(char);
    else if ((char === '|' || char === '>') && depth === 0) blockText();
    else if (char === '!' || char === '&' || char === '*') {
      for (at++; at < text.length && !/\s/.test(text.charAt(at)); at++)
        if (depth > 0 && isBracketOrComma(text.charAt(at))) break;
    } else if ('-?:'.includes(char) && isBlankOrEnd(text, at + 1)) at++;
    else if (char === ':' && depth > 0) at++;
    else {
      if (char === '-' && depth > 0 && /[,\]}]/.test(text.charAt(at + 1))) dashes.push(at);
      const start = at;
      plain();
      // What cannot begin a text is passed all the same.
      if (at === start) at++;
    }
  }
  return { dashes, further };
}

function isBracketOrComma(char: string): boolean {
  return char === ',' || char === '[' || char === ']' || char === '{' || char === '}';
}

function isBlankOrEnd(text: string, at: number): boolean {
  return at < 0 || at >= text.length || /\s/.test(text.charAt(at));
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The next character that is no space or tab. */
function firstVisible(text: string, at: number): number {
  let first = at;
  while (text[first] === ' ' || text[first] === '\t' || text[first] === '\r') first++;
  return first;
}

/** A letter of the private use area that a text does not have. */
function standIn(text: string): string | undefined {
  for (let code = 0xe000; code < 0xe100; code++) {
    const letter = String.fromCharCode(code);
    if (!text.includes(letter)) return letter;
  }
  return undefined;
}
