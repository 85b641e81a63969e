/** Objects and lists in braces and brackets: all of JSON, and the short ones of YAML. */
import type { ListNode, MapNode, ObjectValue, SyntaxNode } from '../source/syntax';
import { toValue } from '../source/syntax';
import type { CfnValue } from '../template';
import { colonAfter, entryEnd } from './extent';
import { lineAt, lineStart } from './lines';
import { partsOf, type OwnEntry } from './ownEntries';
import { pairItems } from './pairItems';
import { inBrackets, jsonText, keyInBrackets } from './printed';
import { doubleQuoted } from '../printYaml';
import type { Place, Splicer } from './splicer';

/** One of the things between commas. */
interface Part {
  readonly start: number;
  readonly end: number;
}

interface OwnPart extends OwnEntry, Part {}

export function spliceFlowMap(splicer: Splicer, map: MapNode, wanted: ObjectValue, place: Place): void {
  const { text } = splicer.source;
  const { own: written, brought } = partsOf(splicer.anchors, map, wanted);
  if (brought === undefined) {
    place.replace(wanted);
    return;
  }
  const own: readonly OwnPart[] = written.map((entry) => ({
    ...entry,
    start: entry.keyStart,
    end: entryEnd(text, entry),
  }));
  const kept = new Set(own.filter(({ key }) => wanted[key] !== undefined));
  if (kept.size === 0) {
    place.replace(wanted);
    return;
  }
  const layout = layoutIn(splicer, map, own);
  const byKey = new Map(own.map((entry) => [entry.key, entry]));
  const added: Added[] = [];
  let after: Part | undefined;
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue;
    const there = byKey.get(key);
    if (there !== undefined) after = there;
    else if (!brought.has(key)) {
      const name = splicer.source.format === 'json' ? doubleQuoted(key) : keyInBrackets(key);
      const isEntry = place.section !== undefined && place.section !== '';
      added.push({
        after,
        text: name + layout.colon + layout.print(value),
        ...(isEntry ? { adds: [place.section ?? '', key] as const } : {}),
      });
    }
  }
  rearrange(splicer, own, (part) => kept.has(part), added, layout.separator);
  for (const entry of own) {
    const value = wanted[entry.key];
    if (value === undefined) continue;
    splicer.splice(entry.value, value, {
      inBrackets: true,
      ...(place.section === '' ? { section: entry.key } : {}),
      replace: (instead) => replaceValue(splicer, entry, layout.print(instead)),
    });
  }
}

export function spliceFlowList(
  splicer: Splicer,
  list: ListNode,
  wanted: readonly CfnValue[],
  place: Place,
): void {
  const pairs = pairItems(list.items.map(toValue), wanted);
  if (pairs.every((pair) => pair === undefined)) {
    place.replace(wanted);
    return;
  }
  const layout = layoutIn(splicer, list, list.items);
  const became = new Map<SyntaxNode, CfnValue>();
  const added: Added[] = [];
  let after: Part | undefined;
  for (const [index, value] of wanted.entries()) {
    const item = list.items[pairs[index] ?? -1];
    if (item === undefined) added.push({ after, text: layout.print(value) });
    else {
      became.set(item, value);
      after = item;
    }
  }
  rearrange(splicer, list.items, (part) => became.has(part), added, layout.separator);
  for (const [item, value] of became)
    splicer.splice(item, value, {
      inBrackets: true,
      replace: (instead) => splicer.push({ start: item.start, end: item.end, text: layout.print(instead) }),
    });
}

function replaceValue(splicer: Splicer, { keyEnd, value }: OwnPart, text: string): void {
  if (value.end > value.start) splicer.push({ start: value.start, end: value.end, text });
  else {
    // A key of YAML with nothing behind it, perhaps not even a colon.
    const colon = colonAfter(splicer.source.text, keyEnd);
    splicer.push({ start: colon, end: colon, text: colon === keyEnd ? `: ${text}` : ` ${text}` });
  }
}

interface Added {
  /** The part that it follows; undefined for none. */
  readonly after: Part | undefined;
  readonly text: string;
  readonly adds?: readonly [string, string];
}

/** Takes parts away and adds others, with their commas. */
function rearrange<T extends Part>(
  splicer: Splicer,
  parts: readonly T[],
  stays: (part: T) => boolean,
  added: readonly Added[],
  separator: string,
): void {
  const firstKept = parts.find(stays);
  for (const { after, text, adds } of added) {
    const more = adds === undefined ? {} : { adds };
    const behind = after === undefined ? undefined : lastKeptUpTo(parts, stays, after);
    if (behind !== undefined)
      splicer.push({ start: behind.end, end: behind.end, text: `,${separator}${text}`, ...more });
    else if (firstKept !== undefined)
      splicer.push({
        start: firstKept.start,
        end: firstKept.start,
        text: `${text},${separator}`,
        ...more,
      });
  }
  let lastKept: T | undefined;
  for (const [index, part] of parts.entries()) {
    if (stays(part)) {
      lastKept = part;
      continue;
    }
    const next = parts[index + 1];
    if (parts.slice(index).some(stays) && next !== undefined)
      splicer.push({ start: part.start, end: next.start, text: '' });
    else if (lastKept !== undefined) {
      const last = parts.at(-1) ?? part;
      splicer.push({ start: lastKept.end, end: last.end, text: '' });
      return;
    }
  }
}

function lastKeptUpTo<T extends Part>(
  parts: readonly T[],
  stays: (part: T) => boolean,
  upTo: Part,
): T | undefined {
  let last: T | undefined;
  for (const part of parts) {
    if (stays(part)) last = part;
    if (part === upTo) break;
  }
  return last;
}

interface FlowLayout {
  /** What stands between a comma and what follows. */
  readonly separator: string;
  readonly colon: string;
  readonly print: (value: CfnValue) => string;
}

/** How the parts of an object or a list stand in it. */
function layoutIn(splicer: Splicer, node: SyntaxNode, parts: readonly Part[]): FlowLayout {
  const { text, format } = splicer.source;
  const [first, second] = parts;
  const between = first === undefined ? '' : text.slice(node.start + 1, first.start);
  const written = first === undefined || second === undefined ? between : text.slice(first.end, second.start);
  const gap = written.replace(/^\s*,/, '');
  const isBroken = /\n/.test(between) || /\n/.test(gap);
  const indent = first === undefined ? '' : indentAt(text, first.start);
  const colon = colonIn(text, first) ?? splicer.style.colon;
  const spaced = format === 'json' && !colon.endsWith(' ') ? '' : ' ';
  const onLine = second !== undefined && gap.trim() === '' ? gap : spaced;
  const separator = isBroken ? splicer.style.eol + indent : onLine;
  const unit = isBroken ? unitBetween(indentAt(text, node.start), indent) : undefined;
  return {
    separator,
    colon,
    print: (value) =>
      format === 'json'
        ? jsonText(value, { indent, unit, colon, eol: splicer.style.eol, inBraces: splicer.style.inBraces })
        : inBrackets(value, splicer.style),
  };
}

function colonIn(text: string, part: Part | undefined): string | undefined {
  if (part === undefined || !('keyEnd' in part) || !('value' in part)) return undefined;
  const { keyEnd, value } = part as OwnPart;
  const colon = text.slice(keyEnd, value.start);
  return /^\s*:[ \t]*$/.test(colon) ? colon.replace(/^\s+/, '') : undefined;
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(lineAt(text, lineStart(text, offset)))?.[0] ?? '';
}

function unitBetween(outer: string, inner: string): string {
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
}
