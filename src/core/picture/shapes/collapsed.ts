/** A container that is collapsed: a chip in its colour with its icon, its name and how much is in it. */
import { hiddenIn } from '../../layout/collapsed';
import { fitted, textAt, widthOf } from '../lines';
import { hexOf } from '../palettes';
import type { Part } from '../picture';
import { shownName, type Drawer } from './drawing';

const name = { size: 12, weight: 600, ink: 'text' } as const;
const count = { size: 11, ink: 'text' } as const;
const iconSide = 20;
/** What the chip has at its sides and between its parts, in px. */
const air = 8;
const gap = 5;

export const drawCollapsed: Drawer = (standing, drawing) => {
  const { resource, x, y, w, h } = standing;
  const { catalog, document, looks } = drawing;
  const kind = catalog.kind(resource.kind);
  const look = looks.look(resource.id);
  const edge = hexOf(look.colour ?? (kind.shape.as === 'container' ? kind.shape.border.colour : ''));
  const icon = look.icon ?? kind.icon;
  const middle = y + h / 2;
  let inside = 0;
  for (const chip of hiddenIn(catalog, document.resources).values()) if (chip === resource.id) inside++;
  const stroke = { ink: edge, width: 1.5 } as const;
  const body = { x: x + 0.75, y: y + 0.75, w: w - 1.5, h: h - 1.5, radius: 6 };
  const countText = String(inside);
  const countWidth = Math.max(18, widthOf(countText, count) + 10);
  const right = x + w - air;
  const left = x + air;
  const nameLeft = icon === null ? left : left + iconSide + gap;
  const parts: Part[] = [
    // The second edge, for what is behind it.
    {
      draw: 'box',
      ...body,
      x: body.x + 2.5,
      y: body.y + 2.5,
      fill: { ink: 'canvas' },
      stroke: { ...stroke, opacity: 0.45 },
    },
    { draw: 'box', ...body, fill: { ink: 'surface' } },
    { draw: 'box', ...body, fill: { ink: edge, opacity: 0.07 }, stroke },
  ];
  if (icon !== null)
    parts.push({ draw: 'icon', icon, x: left, y: middle - iconSide / 2, w: iconSide, h: iconSide });
  const text = fitted(shownName(standing, drawing), right - countWidth - gap - nameLeft, name);
  if (text !== '') parts.push(textAt(text, nameLeft, middle, name));
  parts.push(
    {
      draw: 'box',
      x: right - countWidth,
      y: middle - 8,
      w: countWidth,
      h: 16,
      radius: 8,
      fill: { ink: edge, opacity: 0.16 },
    },
    textAt(countText, right - countWidth / 2, middle, count, 'middle'),
  );
  return parts;
};
