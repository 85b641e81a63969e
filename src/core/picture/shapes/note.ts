/** Words on the canvas. */
import type { Size } from '../../catalog/kind';
import { noteText } from '../../drawing/noteText';
import { gridStep } from '../../layout/freeSpot';
import { paragraphLines, textAt, widthOf } from '../lines';
import type { Drawer } from './drawing';

const words = { size: 12, ink: 'text' } as const;
const line = 15;
/** Border and padding, in px. */
const besides = 11;
const above = 9;

export const drawNote: Drawer = ({ resource, x, y, w, h }, { catalog }) => {
  const text = noteText(catalog, resource);
  const most = Math.max(1, Math.floor((h - 2 * above) / line));
  const lines = text === '' ? [] : paragraphLines(text, Math.max(1, w - 2 * besides), most, words);
  return [
    {
      draw: 'box',
      x: x + 0.5,
      y: y + 0.5,
      w: w - 1,
      h: h - 1,
      radius: 4,
      fill: { ink: 'surface' },
      stroke: { ink: 'line', width: 1 },
    },
    ...lines
      .map((each, index) => ({ each, index }))
      .filter(({ each }) => each !== '')
      .map(({ each, index }) => textAt(each, x + besides, y + above + (index + 0.5) * line, words)),
  ];
};

/** A note is no wider for what it says, in px: longer lines are hard to read. */
const widest = 320;
/** No taller either; what is longer is read in the inspector. */
const tallest = 480;

/** The size, in px, in which a note shows a text. `least`: that of its kind. */
export function noteSize(text: string, least: Size): Size {
  const lines = paragraphLines(text, widest - 2 * besides, Math.floor(tallest / line), words);
  const longest = Math.max(0, ...lines.map((each) => widthOf(each, words)));
  // Fonts of browsers are a little wider than the one that is measured.
  const w = Math.min(widest, Math.ceil((longest * 1.05 + 2 * besides) / gridStep) * gridStep);
  const h = Math.ceil((lines.length * line + 2 * above) / gridStep) * gridStep;
  return { w: Math.max(least.w, w), h: Math.max(least.h, h) };
}
