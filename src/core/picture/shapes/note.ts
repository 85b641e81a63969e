/** Words on the canvas. */
import { noteText } from '../../drawing/noteText';
import { paragraphLines, textAt } from '../lines';
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
