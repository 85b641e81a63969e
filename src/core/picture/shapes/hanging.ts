/** What hangs on others: the chips of route tables and network ACLs on title lines, the shields of security groups. */
import { hangingWords, type Hanging } from '../../drawing/looks';
import { fitted, textAt, widthOf } from '../lines';
import type { Part, Segment } from '../picture';
import { hangingParts, type DrawingOf } from './drawing';

/** As the canvas has them, in px. */
const height = 18;
const most = 132;
const least = 20;
const picture = 14;
const gap = 4;
const between = 4;
const name = { size: 11, ink: 'text' } as const;
const mark = { size: 11, ink: 'quiet' } as const;

/** Chips from the right end of a title line leftwards, made narrower where there is no room for all. */
export function chipsAt(
  chips: readonly Hanging[],
  { left, right, middle }: { readonly left: number; readonly right: number; readonly middle: number },
  drawing: DrawingOf,
): Part[] {
  if (chips.length === 0) return [];
  const wanted = chips.map((chip) => Math.min(most, frame + wordsWidth(chip, drawing)));
  const sum = wanted.reduce((all, width) => all + width + between, -between);
  const room = right - left;
  const scale = sum <= room ? 1 : room / sum;
  const widths = wanted.map((width) => (scale === 1 ? width : Math.max(least, width * scale - 1)));
  const all = widths.reduce((total, width) => total + width + between, -between);
  let x = Math.max(left, right - all);
  return chips.flatMap((chip, index) => {
    const width = Math.min(widths[index] ?? least, right - x);
    if (width < least) return [];
    const parts = chipAt(chip, x, middle, width, drawing);
    x += width + between;
    return hangingParts(chip.resource.id, parts, drawing);
  });
}

/** Of a chip beside its words: the borders, the padding, the picture and the gap behind it. */
const frame = 1 + 4 + picture + gap + 6 + 1;

function wordsWidth({ resource, mark: marked }: Hanging, { say }: DrawingOf): number {
  const more = marked === null ? 0 : 4 + widthOf(say(hangingWords[marked]), mark);
  return widthOf(resource.name, name) + more;
}

function chipAt(chip: Hanging, x: number, middle: number, width: number, drawing: DrawingOf): Part[] {
  const { resource, mark: marked } = chip;
  const { icon } = drawing.catalog.kind(resource.kind);
  const top = middle - height / 2;
  const pictureAt = { x: x + 5, y: middle - picture / 2, w: picture, h: picture };
  const stroke = {
    ink: 'strong',
    width: 1,
    ...(marked === 'unused' ? { dash: [3, 2] as const } : {}),
  } as const;
  const parts: Part[] = [
    {
      draw: 'box',
      x: x + 0.5,
      y: top + 0.5,
      w: width - 1,
      h: height - 1,
      radius: (height - 1) / 2,
      fill: { ink: 'surface' },
      stroke,
    },
    ...(icon === null
      ? shieldAt(pictureAt.x, pictureAt.y)
      : [
          { draw: 'box' as const, ...pictureAt, radius: 2, fill: { ink: 'plate' as const } },
          { draw: 'icon' as const, ...pictureAt, icon },
        ]),
  ];
  const from = x + 5 + picture + gap;
  const room = x + width - 7 - from;
  const text = fitted(resource.name, room, name);
  if (text !== '') parts.push(textAt(text, from, middle, name));
  if (marked === null) return parts;
  const markFrom = from + widthOf(text, name) + 4;
  const said = fitted(drawing.say(hangingWords[marked]), x + width - 7 - markFrom, mark);
  if (said !== '') parts.push(textAt(said, markFrom, middle, mark));
  return parts;
}

/** AWS's deck has no icon for a security group: this shield is ours, 14 px wide and high. */
export function shieldAt(x: number, y: number): Part[] {
  return [
    {
      draw: 'outline',
      segments: shield.map((segment): Segment => {
        if (segment[0] === 'Z') return segment;
        if (segment[0] === 'C')
          return [
            'C',
            segment[1] + x,
            segment[2] + y,
            segment[3] + x,
            segment[4] + y,
            segment[5] + x,
            segment[6] + y,
          ];
        return [segment[0], segment[1] + x, segment[2] + y];
      }),
      fill: { ink: 'surface' },
      stroke: { ink: '#dd344c', width: 1.4 },
    },
  ];
}

const shield: readonly Segment[] = [
  ['M', 7, 1],
  ['L', 12, 3],
  ['L', 12, 6.6],
  ['C', 12, 9.9, 9.9, 12.1, 7, 13],
  ['C', 4.1, 12.1, 2, 9.9, 2, 6.6],
  ['L', 2, 3],
  ['Z'],
];
