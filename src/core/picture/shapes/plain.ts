/** A box with a name: for a shape that nobody has said yet how to draw. */
import { fitted, textAt } from '../lines';
import { shownName, type Drawer } from './drawing';

const name = { size: 12, ink: 'text' } as const;

export const drawPlain: Drawer = (standing, drawing) => {
  const { x, y, w, h } = standing;
  const text = fitted(shownName(standing, drawing), w - 12, name);
  return [
    { draw: 'box', x, y, w, h, radius: 4, stroke: { ink: 'strong', width: 1, dash: [4, 3] } },
    ...(text === '' ? [] : [textAt(text, x + w / 2, y + h / 2, name, 'middle')]),
  ];
};
