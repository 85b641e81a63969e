/** How far the parts of a YAML text reach, with the comments that belong to them. */
import type { SyntaxNode } from '../source/syntax';
import { columnAt, isBlank, isComment, lineAt, lineStart, nextLine } from './lines';

/** Whether it is written in brackets or braces, as everything in JSON is. */
export function isFlow(text: string, node: SyntaxNode): boolean {
  const char = text.charAt(node.start);
  return node.is !== 'scalar' && (char === '{' || char === '[');
}

/** Where the last character of a value is followed by none of its own: comments and blank lines are left out. */
export function contentEnd(text: string, node: SyntaxNode): number {
  if (node.aliasOf !== undefined || isFlow(text, node)) return node.end;
  if (node.is === 'scalar') return scalarEnd(text, node.start, node.end);
  const inner = node.is === 'list' ? node.items : [...node.entries.values()];
  let last = node.start;
  for (const each of inner) {
    // What a merge brings stands elsewhere.
    if ('value' in each && !isWithin(each.keyStart, node)) continue;
    const end = 'value' in each ? entryEnd(text, each) : contentEnd(text, each);
    last = Math.max(last, end);
  }
  return last;
}

/** The end of an entry whose value may be nothing at all. */
export function entryEnd(
  text: string,
  { keyEnd, value }: { readonly keyEnd: number; readonly value: SyntaxNode },
): number {
  return Math.max(contentEnd(text, value), colonAfter(text, keyEnd));
}

/** The offset behind the colon of a key; of a tag, which has none, that behind the tag. */
export function colonAfter(text: string, keyEnd: number): number {
  const colon = /^\s*:/.exec(text.slice(keyEnd, keyEnd + 200));
  return keyEnd + (colon?.[0].length ?? 0);
}

function isWithin(offset: number, { start, end }: SyntaxNode): boolean {
  return offset >= start && offset <= end;
}

function scalarEnd(text: string, start: number, end: number): number {
  const own = text.slice(start, end);
  const header = /^[|>][^\s#]*/.exec(own)?.[0];
  // A block that keeps its last line ends goes on to the last of them.
  if (header?.includes('+') === true) return end - (/\r?\n$/.exec(own)?.[0].length ?? 0);
  return start + own.trimEnd().length;
}

/** The beginning of the line behind the last one of a part that ends at `end`, with the comments that are indented below it. */
export function extentEnd(text: string, end: number, column: number): number {
  let reached = nextLine(text, end);
  for (let at = reached; at < text.length; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    if (isBlank(line)) continue;
    if (!isComment(line) || line.search(/\S/) <= column) break;
    reached = nextLine(text, at);
  }
  return reached;
}

/** The beginning of the line of a part, with the comments that stand right above it. */
export function leadStart(text: string, start: number, notBefore: number): number {
  const column = columnAt(text, start);
  let lead = lineStart(text, start);
  while (lead > notBefore && lead > 0) {
    const above = lineStart(text, lead - 1);
    const line = lineAt(text, above);
    if (above < notBefore || !isComment(line) || line.search(/\S/) !== column) break;
    lead = above;
  }
  return lead;
}

/** Where blank lines right above a line begin. */
export function blanksAbove(text: string, line: number, notBefore: number): number {
  let first = line;
  while (first > notBefore && first > 0) {
    const above = lineStart(text, first - 1);
    if (above < notBefore || !isBlank(lineAt(text, above))) break;
    first = above;
  }
  return first;
}

/** Where blank lines that begin here end. */
export function blanksBelow(text: string, line: number): number {
  let last = line;
  while (last < text.length && isBlank(lineAt(text, last))) last = nextLine(text, last);
  return last;
}
