/** A 48 px icon with its name below, its badge and the shields of what guards it. */
import { nameLines, textAt, widthOf } from '../lines';
import type { Rect } from '../../../lib/rect';
import type { Part } from '../picture';
import { shieldAt } from './hanging';
import { hangingParts, shownName, type Drawer } from './drawing';

/** As the canvas has them, in px. */
export const iconSide = 48;
const side = iconSide;
const gap = 3;
const line = 15;
/** The room of the name below an icon, in px, and in how many lines. */
export const iconName = { room: 110, lines: 2, type: { size: 12, ink: 'text' } } as const;
const name = iconName.type;
const badge = { size: 9, weight: 600, ink: 'text' } as const;

export const drawIcon: Drawer = (standing, drawing) => {
  const { resource, x, y, w } = standing;
  const { catalog, looks, say } = drawing;
  const kind = catalog.kind(resource.kind);
  const look = looks.look(resource.id);
  const icon = look.icon ?? kind.icon;
  const middle = x + w / 2;
  const left = middle - side / 2;
  const parts: Part[] = [
    { draw: 'box', x: left, y, w: side, h: side, radius: 6, fill: { ink: 'plate' } },
    ...(icon === null ? [missing(left, y)] : [{ draw: 'icon' as const, x: left, y, w: side, h: side, icon }]),
  ];
  const said = look.badge ?? (kind.shape.as === 'icon' ? kind.shape.badge : undefined);
  if (said !== undefined) {
    const text = say(said);
    const width = widthOf(text, badge) + 10;
    parts.push(
      {
        draw: 'box',
        x: left - 8,
        y: y - 6,
        w: width,
        h: 15,
        radius: 4,
        fill: { ink: 'surface' },
        stroke: { ink: 'strong', width: 1 },
      },
      textAt(text, left - 8 + width / 2, y + 1.5, badge, 'middle'),
    );
  }
  const shields = looks.shields(resource.id);
  shields.forEach((shield, index) =>
    parts.push(...hangingParts(shield.resource.id, shieldAt(left - 6 + index * 10, y + side - 11), drawing)),
  );
  const lines = nameLines(shownName(standing, drawing), iconName.room, iconName.lines, name);
  parts.push({
    draw: 'box',
    ...iconNameRect(standing, lines),
    radius: 3,
    fill: { ink: 'canvas', opacity: 0.78 },
  });
  lines.forEach((each, index) =>
    parts.push(textAt(each, middle, y + side + gap + (index + 0.5) * line, name, 'middle')),
  );
  return parts;
};

/** Where the name below an icon stands, with its ground. */
export function iconNameRect({ x, y, w }: Rect, lines: readonly string[]): Rect {
  const widest = Math.max(...lines.map((each) => widthOf(each, name)));
  return { x: x + w / 2 - widest / 2 - 3, y: y + side + gap, w: widest + 6, h: lines.length * line };
}

/** For kinds without an icon. */
function missing(x: number, y: number): Part {
  return {
    draw: 'box',
    x: x + 4,
    y: y + 4,
    w: side - 8,
    h: side - 8,
    radius: 6,
    stroke: { ink: 'strong', width: 1.5 },
  };
}
