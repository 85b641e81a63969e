/** A container of AWS's deck, or a frame like one: a thin border in the colour of its group, its icon, name and CIDR block, and its chips. */
import type { Border } from '../../catalog/kind';
import { borderDash } from './lineStyles';
import { fitted, textAt, widthOf } from '../lines';
import { hexOf } from '../palettes';
import type { Ink, Part } from '../picture';
import { chipsAt } from './hanging';
import { shownName, type Drawer } from './drawing';

/** As the canvas has them, in px. */
const border = 1.5;
const title = 24;
const iconSide = 24;
const gap = 6;
const beforeDetail = 8;
const name = { size: 12, weight: 600, ink: 'text' } as const;
const detail = { size: 11, face: 'mono', ink: 'quiet' } as const;
/** Where nobody says another. */
const frameBorder: Border = { colour: '', style: 'solid', header: 'left' };
/** So much of a name stays readable beside chips, before these give way. */
const chipsLeast = 24;

export const drawContainer: Drawer = (standing, drawing) => {
  const { resource, x, y, w, h } = standing;
  const { catalog, looks } = drawing;
  const kind = catalog.kind(resource.kind);
  const look = looks.look(resource.id);
  const { shape } = kind;
  const drawn = look.border ?? (shape.as === 'container' ? shape.border : frameBorder);
  const colour = look.colour ?? drawn.colour;
  // Black, and white on a dark ground, as AWS draws its cloud.
  const edge: Ink = colour === 'currentColor' ? 'text' : hexOf(colour);
  const icon = look.icon ?? (shape.as === 'container' ? kind.icon : null);
  const parts: Part[] = [
    {
      draw: 'box',
      x: x + border / 2,
      y: y + border / 2,
      w: w - border,
      h: h - border,
      // One sees through a frame to what it is around.
      ...(shape.as === 'container' ? { fill: { ink: edge, opacity: 0.025 } } : {}),
      stroke: { ink: edge, width: border, ...borderDash[drawn.style] },
    },
  ];
  const middle = y + border + title / 2;
  const chips = looks.chips(resource.id);
  const isCentred = drawn.header === 'centred';
  const lead = icon === null ? gap : iconSide + gap;
  const most = wordsRoom(w, icon !== null, chips.length > 0);
  const cidr = look.detail === undefined ? '' : fitted(look.detail, most, detail);
  const cidrWidth = cidr === '' ? 0 : beforeDetail + widthOf(cidr, detail);
  const text = fitted(shownName(standing, drawing), Math.max(0, most - cidrWidth), name);
  const textWidth = widthOf(text, name);
  const words = lead + textWidth + cidrWidth;
  const left =
    x + border + (isCentred ? Math.max(0, (w - 2 * border - words - (icon === null ? gap : 0)) / 2) : 0);
  if (icon !== null) {
    const place = { x: left - 1, y: y + border - 1, w: iconSide, h: iconSide };
    // The artwork of a frame may be black.
    if (shape.as !== 'container') parts.push({ draw: 'box', ...place, fill: { ink: 'plate' } });
    parts.push({ draw: 'icon', icon, ...place });
  }
  if (text !== '') parts.push(textAt(text, left + lead, middle, name));
  if (cidr !== '')
    parts.push(textAt(cidr, left + lead + textWidth + (text === '' ? 0 : beforeDetail), middle, detail));
  const right = x + w - border - gap;
  parts.push(...chipsAt(chips, { left: left + words + gap, right, middle }, drawing));
  return parts;
};

/** So much of a title line's width is there for its name and its CIDR block, in px. */
function wordsRoom(w: number, hasIcon: boolean, hasChips: boolean): number {
  return w - 2 * border - (hasIcon ? iconSide + gap : gap) - gap - (hasChips ? chipsLeast : 0);
}

/** How many px a title line lacks for all of its name and its CIDR block; 0 or less where nothing is cut. */
export function titleLacks(...[standing, drawing]: Parameters<Drawer>): number {
  const { resource, w } = standing;
  const kind = drawing.catalog.kind(resource.kind);
  const look = drawing.looks.look(resource.id);
  const icon = look.icon ?? (kind.shape.as === 'container' ? kind.icon : null);
  const cidr = look.detail === undefined ? 0 : beforeDetail + widthOf(look.detail, detail);
  const wanted = widthOf(shownName(standing, drawing), name) + cidr;
  return wanted - wordsRoom(w, icon !== null, drawing.looks.chips(resource.id).length > 0);
}
