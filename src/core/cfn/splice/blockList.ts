/** Lists of YAML that are written one dash to a line. */
import type { ListNode, SyntaxNode } from '../source/syntax';
import { toValue } from '../source/syntax';
import type { CfnValue } from '../template';
import { blanksAbove, blanksBelow, contentEnd, extentEnd, leadStart } from './extent';
import { columnAt, isBlank, isComment, isFirstOnLine, lineAt, nextLine } from './lines';
import { pairItems } from './pairItems';
import { itemLines } from './printed';
import { replaceBehind } from './replaceBehind';
import type { Place, Splicer } from './splicer';

interface Dash {
  readonly item: SyntaxNode;
  /** Where its dash stands. */
  readonly at: number;
  /** The beginning of the line behind it and its comments. */
  readonly below: number;
  readonly end: number;
}

export function spliceBlockList(
  splicer: Splicer,
  list: ListNode,
  wanted: readonly CfnValue[],
  place: Place,
): void {
  const { text } = splicer.source;
  const dashes = dashesOf(text, list);
  const first = dashes?.[0];
  if (dashes === undefined || first === undefined) {
    place.replace(wanted);
    return;
  }
  const pairs = pairItems(list.items.map(toValue), wanted);
  const became = new Map<number, CfnValue>();
  for (const [index, value] of wanted.entries()) {
    const old = pairs[index];
    if (old !== undefined) became.set(old, value);
  }
  if (became.size === 0) {
    place.replace(wanted);
    return;
  }
  const column = columnAt(text, first.at);
  let isInFront = true;
  for (const [index, dash] of dashes.entries()) {
    const value = became.get(index);
    if (value === undefined) removeItem(splicer, dashes, index, isInFront);
    else {
      isInFront = false;
      splicer.splice(dash.item, value, placeOf(splicer, dash, column));
    }
  }
  addItems(splicer, dashes, wanted, pairs, column);
}

function placeOf(splicer: Splicer, { at, end }: Dash, column: number): Place {
  return {
    inBrackets: false,
    replace(wanted) {
      const [head = '', ...more] = itemLines(wanted, ' '.repeat(column), splicer.style);
      replaceBehind(splicer, { behind: at + 1, end, column }, [head.slice(1), ...more]);
    },
  };
}

/** Undefined when a dash is not where it should be. */
function dashesOf(text: string, list: ListNode): readonly Dash[] | undefined {
  const column = columnAt(text, list.start);
  const dashes: Dash[] = [];
  let at = list.start;
  for (const item of list.items) {
    if (text.charAt(at) !== '-') return undefined;
    const end = Math.max(contentEnd(text, item), at + 1);
    const below = extentEnd(text, end, column);
    dashes.push({ item, at, below, end });
    at = below;
    while (at < text.length && (isBlank(lineAt(text, at)) || isComment(lineAt(text, at))))
      at = nextLine(text, at);
    at += Math.max(0, lineAt(text, at).search(/\S/));
  }
  return dashes;
}

function removeItem(splicer: Splicer, dashes: readonly Dash[], index: number, isInFront: boolean): void {
  const { text } = splicer.source;
  const dash = dashes[index];
  const [before, next] = [dashes[index - 1], dashes[index + 1]];
  if (dash === undefined) return;
  if (isInFront && next !== undefined && !isFirstOnLine(text, dashes[0]?.at ?? 0)) {
    splicer.push({ start: dash.at, end: next.at, text: '' });
    return;
  }
  if (isInFront) {
    const above = before === undefined ? 0 : blanksBelow(text, before.below);
    splicer.push({ start: leadStart(text, dash.at, above), end: blanksBelow(text, dash.below), text: '' });
    return;
  }
  const notBefore = before?.below ?? 0;
  const lead = leadStart(text, dash.at, notBefore);
  splicer.push({ start: blanksAbove(text, lead, notBefore), end: dash.below, text: '' });
}

function addItems(
  splicer: Splicer,
  dashes: readonly Dash[],
  wanted: readonly CfnValue[],
  pairs: readonly (number | undefined)[],
  column: number,
): void {
  const { text } = splicer.source;
  const { style } = splicer;
  const indent = ' '.repeat(column);
  const first = dashes[0];
  const firstKept = dashes.find((_, index) => pairs.includes(index));
  let after: Dash | undefined;
  for (const [index, value] of wanted.entries()) {
    const old = pairs[index];
    if (old !== undefined) {
      after = dashes[old];
      continue;
    }
    const lines = itemLines(value, indent, style);
    if (after !== undefined) {
      const at = after.below;
      const endsLine = text.charAt(at - 1) === '\n';
      const body = indent + lines.join(style.eol);
      splicer.push({ start: at, end: at, text: endsLine ? body + style.eol : style.eol + body });
    } else if (first !== undefined && !isFirstOnLine(text, first.at)) {
      const body = lines.join(style.eol) + style.eol + indent;
      splicer.push({ start: first.at, end: first.at, text: body });
    } else if (firstKept !== undefined) {
      const above = dashes[dashes.indexOf(firstKept) - 1];
      const at = leadStart(text, firstKept.at, above === undefined ? 0 : blanksBelow(text, above.below));
      splicer.push({ start: at, end: at, text: indent + lines.join(style.eol) + style.eol });
    }
  }
}
