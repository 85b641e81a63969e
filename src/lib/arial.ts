/**
 * How wide a text is in Arial, without a browser to measure it. Helvetica and Liberation Sans have the same advances by
 * design; they are those of Adobe's font metrics (https://github.com/adobe-type-tools/Core14_AFMs). Letters that are not in
 * the table are taken as full width where they are wide, and else as wide as a mean letter.
 */
import { isWide } from './wideCharacter';

/** Thousandths of the size, of the characters from the space to `~`. */
const regular = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const bold = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
  556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
  556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
  333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
const others: Readonly<Record<string, number>> = { '…': 1000, '→': 1000, '·': 333, '×': 584 };
const mean = 600;

/** In px. */
export function arialWidth(text: string, size: number, weight: 400 | 600 = 400): number {
  const table = weight === 600 ? bold : regular;
  let width = 0;
  for (const character of text)
    width += isWide(character)
      ? 1000
      : (table[(character.codePointAt(0) ?? 0) - 32] ?? others[character] ?? mean);
  return (width * size) / 1000;
}

/** Whether every letter of a text is in the table, or wide: then its width is exact. */
export function isMeasured(text: string): boolean {
  for (const character of text) if (!/^[ -~…→·×]$/.test(character) && !isWide(character)) return false;
  return true;
}
