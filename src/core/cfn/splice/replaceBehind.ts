import { extentEnd } from './extent';
import { isComment, lineAt, nextLine } from './lines';
import type { Splicer } from './splicer';

/**
 * Writes another value behind a colon or a dash of a block of YAML. `lines`: the first with what stands between (a space, or
 * nothing), the others indented. `column`: where the key or the dash stands. A comment behind the old value stays on its line.
 */
export function replaceBehind(
  splicer: Splicer,
  { behind, end, column }: { readonly behind: number; readonly end: number; readonly column: number },
  lines: readonly string[],
): void {
  const { text } = splicer.source;
  const { eol } = splicer.style;
  const [head = '', ...more] = lines;
  const rest = lineAt(text, end);
  const tail = isComment(rest) ? rest : '';
  const firstLine = lineAt(text, behind);
  const isBlock = nextLine(text, behind) <= end;
  const below = more.map((line) => eol + line).join('');
  const hasBlockText = lines.some((line) => /(?:^| )\|[-+]?$/.test(line));
  if (isBlock && isComment(firstLine)) {
    // The comment belongs to what follows.
    splicer.push({ start: behind, end: behind, text: head.trimEnd() });
    const last = hasBlockText && tail !== '' ? `${eol}${' '.repeat(column)}${tail.trim()}` : tail;
    splicer.push({ start: behind + firstLine.length, end: end + tail.length, text: below + last });
  } else if (more.length > 0)
    splicer.push({ start: behind, end: end + tail.length, text: head + tail + below });
  else splicer.push({ start: behind, end, text: head });
  if (hasBlockText) takeOutComments(splicer, end, column);
}

/** Comments that were indented below the old value would be lines of a block text that comes in its place. */
function takeOutComments(splicer: Splicer, end: number, column: number): void {
  const { text } = splicer.source;
  const last = extentEnd(text, end, column);
  for (let at = nextLine(text, end); at < last; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    if (isComment(line)) splicer.push({ start: at, end: at + line.search(/\S/), text: ' '.repeat(column) });
  }
}
