/** Texts in the room that there is for them: broken into lines, and cut with an ellipsis where they are still too long. */
import { arialWidth } from '../../lib/arial';
import { labelHalves } from '../../lib/labelHalves';
import { nameParts } from '../../lib/nameParts';
import { isWide } from '../../lib/wideCharacter';
import type { Ink, Text } from './picture';

export interface Type {
  readonly size: number;
  readonly weight?: 400 | 600;
  readonly face?: 'sans' | 'mono';
  readonly ink: Ink;
}

/** The advance of fixed-width fonts (Liberation Mono, Menlo, Consolas) in parts of their size: from 0.55 to 0.602. */
const monoAdvance = 0.602;

export function widthOf(text: string, { size, weight = 400, face = 'sans' }: Omit<Type, 'ink'>): number {
  if (face === 'sans') return arialWidth(text, size, weight);
  let width = 0;
  for (const character of text) width += isWide(character) ? size : size * monoAdvance;
  return width;
}

/** `middle`: the height at which the line has its middle. */
export function textAt(
  text: string,
  x: number,
  middle: number,
  type: Type,
  anchor: Text['anchor'] = 'start',
): Text {
  const { size, weight = 400, face = 'sans', ink } = type;
  const shown = printable(text);
  // Arial's letters reach from 0.212 below the base line to 0.905 above it.
  const at = { x: tenth(x), y: tenth(middle + size * 0.3465) };
  return { draw: 'text', text: shown, at, anchor, size, weight, face, ink, width: widthOf(shown, type) };
}

/** As much of a text as there is room for, with an ellipsis in place of the rest; empty where there is room for nothing. */
export function fitted(text: string, room: number, type: Omit<Type, 'ink'>): string {
  const shown = printable(text);
  // Room that was made for just this text differs from its width by what adding up leaves.
  if (widthOf(shown, type) <= room + 0.01) return shown;
  let kept = '';
  let width = widthOf('…', type);
  for (const letter of graphemes(shown)) {
    width += widthOf(letter, type);
    if (width > room) break;
    kept += letter;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}

/**
 * A name in at most so many lines: after its second word, as AWS's deck has it; else about equally long, broken between its words,
 * and within a word only where that alone is too long for a line.
 */
export function nameLines(name: string, room: number, most: number, type: Omit<Type, 'ink'>): string[] {
  const text = printable(name);
  if (widthOf(text, type) <= room) return [text];
  const halves = labelHalves(text);
  if (halves?.every((half) => widthOf(half, type) <= room) === true && most > 1) return [...halves];
  const greedy = broken(text, room, type);
  if (greedy.length > most) {
    const rest = greedy.slice(most - 1).join('');
    return [...greedy.slice(0, most - 1), fitted(rest, room, type)].map((line) => line.trim());
  }
  // The narrowest room that does not need another line makes them alike.
  let [low, high] = [widthOf(text, type) / greedy.length, room];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (broken(text, middle, type).length <= greedy.length) high = middle;
    else low = middle;
  }
  return broken(text, high, type).map((line) => line.trim());
}

/** Whether a name is shown whole in so many lines, and if it is, whether a word of it is broken. */
export function nameFit(
  name: string,
  room: number,
  most: number,
  type: Omit<Type, 'ink'>,
): 'whole' | 'broken' | 'cut' {
  const text = printable(name);
  if (widthOf(text, type) <= room) return 'whole';
  if (broken(text, room, type).length > most) return 'cut';
  return breakable(text).some((part) => widthOf(part.trimEnd(), type) > room) ? 'broken' : 'whole';
}

/** A text with its own line breaks, in at most so many lines. */
export function paragraphLines(text: string, room: number, most: number, type: Omit<Type, 'ink'>): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n?|[\n\u2028\u2029]/)) {
    // What cannot be shown need not be broken either.
    if (lines.length > most) break;
    lines.push(...broken(printable(paragraph), room, type).map((line) => line.trimEnd()));
  }
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  const last = shown.at(-1);
  return last === undefined ? [] : [...shown.slice(0, -1), fitted(`${last} …`, room, type)];
}

function broken(text: string, room: number, type: Omit<Type, 'ink'>): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (part: string): void => {
    if (line !== '' && widthOf((line + part).trimEnd(), type) > room) {
      lines.push(line);
      line = part.trimStart();
    } else line += part;
  };
  for (const part of breakable(text)) {
    if (widthOf(part.trimEnd(), type) <= room) put(part);
    else for (const letter of graphemes(part)) put(letter);
  }
  return [...lines, line];
}

/** The parts between which a line may break: words, and the letters of scripts that are written without spaces. */
export function breakable(text: string): string[] {
  const parts: string[] = [];
  for (const word of text.split(/(?<=\s)(?=\S)/))
    for (const part of nameParts(word)) {
      let run = '';
      for (const letter of graphemes(part)) {
        const isLast = clingsToBefore.test(letter);
        if (run !== '' && !isLast && (isWide(letter) || isWide(run.at(-1) ?? ''))) {
          parts.push(run);
          run = '';
        }
        run += letter;
      }
      if (run !== '') parts.push(run);
    }
  return parts;
}

/** What a line does not begin with in Japanese (kinsoku). */
const clingsToBefore =
  /^[、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝〕〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ)\]}]/;

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

export function graphemes(text: string): string[] {
  // Segmenting takes a while, and most names need none.
  return /^[\x20-\x7e]*$/.test(text)
    ? [...text]
    : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** More of a name or of a line of a note is never seen, and measuring it would take time. */
const longest = 2000;

/**
 * Without what has no form of its own in a line: control characters, line breaks, halves of pairs, and marks that turn the
 * direction of what is around them.
 */
export function printable(text: string): string {
  return withoutControls(text.slice(0, longest));
}

/** The same for the whole of a long text. */
export function withoutControls(text: string): string {
  return (
    text
      .replace(/\s/g, ' ')
      // oxlint-disable-next-line no-control-regex -- they are what is to go
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '')
      .replace(/\p{Surrogate}/gu, '\ufffd')
  );
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
