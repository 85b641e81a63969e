/** Objects of YAML that are written one key to a line. */
import type { MapNode, ObjectValue } from '../source/syntax';
import { blanksAbove, blanksBelow, colonAfter, entryEnd, extentEnd, leadStart } from './extent';
import { columnAt, isBlank, isFirstOnLine, lineAt, nextLine } from './lines';
import { entryLines } from './printed';
import { partsOf, type OwnEntry } from './ownEntries';
import { replaceBehind } from './replaceBehind';
import type { Place, Splicer } from './splicer';

export function spliceBlockMap(splicer: Splicer, map: MapNode, wanted: ObjectValue, place: Place): void {
  const { text } = splicer.source;
  const { own, brought } = partsOf(splicer.anchors, map, wanted);
  if (brought === undefined) {
    place.replace(wanted);
    return;
  }
  const kept = own.filter(({ key }) => wanted[key] !== undefined);
  const first = own[0];
  if (kept.length === 0 || first === undefined || text.charAt(first.keyStart) === '?') {
    place.replace(wanted);
    return;
  }
  const column = columnAt(text, first.keyStart);
  let isInFront = true;
  for (const [index, entry] of own.entries()) {
    const value = wanted[entry.key];
    if (value === undefined) removeEntry(splicer, own, index, isInFront, column);
    else {
      isInFront = false;
      splicer.splice(entry.value, value, placeOf(splicer, entry, column, sectionOf(place, entry.key)));
    }
  }
  // What comes below the last line of an entry comes below what is added to that entry itself.
  addKeys(splicer, brought, own, kept, wanted, place);
}

/** The root of a template has sections, whose entries are written as wholes. */
function sectionOf(place: Place, key: string): string | undefined {
  return place.section === '' ? key : undefined;
}

function placeOf(
  splicer: Splicer,
  { key, keyEnd, value }: OwnEntry,
  column: number,
  section?: string,
): Place {
  const { text } = splicer.source;
  return {
    inBrackets: false,
    ...(section === undefined ? {} : { section }),
    replace(wanted) {
      const indent = ' '.repeat(column);
      const [head = '', ...more] = entryLines('k', wanted, indent, splicer.style);
      const isTag = text.charAt(keyEnd - key.length) === '!';
      const behind = isTag ? keyEnd : colonAfter(text, keyEnd);
      replaceBehind(splicer, { behind, end: entryEnd(text, { keyEnd, value }), column }, [
        head.slice(2),
        ...more,
      ]);
    },
  };
}

function removeEntry(
  splicer: Splicer,
  own: readonly OwnEntry[],
  index: number,
  isInFront: boolean,
  column: number,
): void {
  const { text } = splicer.source;
  const entry = own[index];
  const [before, next] = [own[index - 1], own[index + 1]];
  if (entry === undefined) return;
  const end = extentEnd(text, entryEnd(text, entry), column);
  if (isInFront && next !== undefined && !isFirstOnLine(text, own[0]?.keyStart ?? 0)) {
    // Behind a dash: the next key comes up to it.
    splicer.push({ start: entry.keyStart, end: next.keyStart, text: '' });
    return;
  }
  if (isInFront) {
    // Blank lines below go with what nothing stands above of.
    const lead = leadStart(text, entry.keyStart, endAbove(text, before, column));
    splicer.push({ start: lead, end: blanksBelow(text, end), text: '' });
    return;
  }
  const notBefore = before === undefined ? 0 : extentEnd(text, entryEnd(text, before), column);
  const lead = leadStart(text, entry.keyStart, notBefore);
  splicer.push({ start: blanksAbove(text, lead, notBefore), end, text: '' });
}

/** Where what stands above an entry and is not its own ends, blank lines included. */
function endAbove(text: string, before: OwnEntry | undefined, column: number): number {
  return before === undefined ? 0 : blanksBelow(text, extentEnd(text, entryEnd(text, before), column));
}

/** Keys that are not there yet come behind the one that they follow in `wanted`. */
function addKeys(
  splicer: Splicer,
  brought: ReadonlySet<string>,
  own: readonly OwnEntry[],
  kept: readonly OwnEntry[],
  wanted: ObjectValue,
  place: Place,
): void {
  const { text } = splicer.source;
  const { style } = splicer;
  const first = kept[0];
  if (first === undefined) return;
  const column = columnAt(text, own[0]?.keyStart ?? first.keyStart);
  const indent = ' '.repeat(column);
  const byKey = new Map(kept.map((entry) => [entry.key, entry]));
  const isApart = standApart(splicer, own, column, place);
  let after: OwnEntry | undefined;
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) continue;
    const there = byKey.get(key);
    if (there !== undefined) after = there;
    else if (!brought.has(key)) {
      const lines = entryLines(key, value, indent, style);
      const adds =
        place.section === undefined || place.section === '' ? {} : { adds: [place.section, key] as const };
      if (after !== undefined)
        addBehind(splicer, extentEnd(text, entryEnd(text, after), column), indent, lines, isApart, adds);
      else if (isFirstOnLine(text, own[0]?.keyStart ?? 0)) {
        const at = leadStart(text, first.keyStart, endAbove(text, own[own.indexOf(first) - 1], column));
        const gap = isApart ? style.eol : '';
        splicer.push({ start: at, end: at, text: indent + lines.join(style.eol) + style.eol + gap, ...adds });
      } else
        splicer.push({
          start: own[0]?.keyStart ?? first.keyStart,
          end: own[0]?.keyStart ?? first.keyStart,
          text: lines.join(style.eol) + style.eol + indent,
          ...adds,
        });
    }
  }
}

function addBehind(
  splicer: Splicer,
  at: number,
  indent: string,
  lines: readonly string[],
  isApart: boolean,
  adds: object,
): void {
  const { text } = splicer.source;
  const { eol } = splicer.style;
  const endsLine = at === 0 || text.charAt(at - 1) === '\n';
  const body = indent + lines.join(eol);
  const gap = isApart ? eol : '';
  splicer.push({ start: at, end: at, text: endsLine ? gap + body + eol : eol + gap + body, ...adds });
}

/** Whether blank lines stand between most of its entries. */
function standApart(splicer: Splicer, own: readonly OwnEntry[], column: number, place: Place): boolean {
  const { text } = splicer.source;
  const isSection = place.section !== undefined;
  if (own.length < 2) return place.section === 'Resources' || place.section === '';
  let apart = 0;
  for (const entry of own.slice(0, -1)) {
    const below = extentEnd(text, entryEnd(text, entry), column);
    if (below < text.length && isBlank(lineAt(text, below)) && nextLine(text, below) < text.length) apart++;
  }
  return isSection ? apart * 2 >= own.length - 1 : own.length > 2 && apart === own.length - 1;
}
