/**
 * What a lens makes of a picture, as on the canvas: what does not matter to it fades, what belongs together has a colour, and what
 * it says stands at the resource that it is said of.
 */
import type { Words } from '../../lib/words';
import type { Boxes } from '../drawing/boxes';
import { tints, type LensMark, type LensView } from '../lenses/lens';
import { lensDrawing } from '../lenses/lensDrawing';
import { lensTitle } from '../lenses/lensWords';
import type { Document, ResourceId } from '../model/document';
import type { Rect } from '../../lib/rect';
import { fitted, printable, textAt, widthOf, type Type } from './lines';
import type { Group, Ink, Part } from './picture';

/** How much is left of what does not matter. */
export const faded = 0.25;

/** Of a resource, or of what hangs on one: that much is left of it, and none of its colour. */
export function seenThrough(lens: LensView, id: ResourceId): Pick<Group, 'opacity'> {
  return lens.marks.has(id) ? {} : { opacity: faded };
}

/** The ground of a container in the colour of what it belongs to. */
export function tintedGround({ marks }: LensView, id: ResourceId, { x, y, w, h }: Rect): readonly Part[] {
  const tint = tintOf(marks.get(id));
  return tint === undefined ? [] : [{ draw: 'box', x, y, w, h, fill: { ink: tint, opacity: groundOpacity } }];
}

const groundOpacity = 0.13;

/** A chip in the colour of what it belongs to; its first part is its border. */
export function tintedChip({ marks }: LensView, id: ResourceId, parts: readonly Part[]): readonly Part[] {
  const tint = tintOf(marks.get(id));
  const [border, ...others] = parts;
  if (tint === undefined || border?.draw !== 'box' || border.stroke === undefined) return parts;
  const { stroke } = border;
  return [
    { ...border, stroke: { ...stroke, ink: tint } },
    { ...border, fill: { ink: tint, opacity: 0.16 }, stroke: { ...stroke, ink: tint } },
    ...others,
  ];
}

interface LensOf {
  readonly document: Document;
  readonly boxes: Boxes;
  readonly say: (words: Words) => string;
  readonly isShown: (id: ResourceId) => boolean;
  /** Whether a resource is drawn as a box, on whose lower border there is room for what is said of it. */
  readonly isBox: (id: ResourceId) => boolean;
}

/** What is drawn over the diagram: boxes around those that belong together, lines between them, and notes. */
export function lensGroups(
  lens: LensView,
  { document, boxes, say, isShown, isBox }: LensOf,
): readonly Group[] {
  const standing: Boxes = new Map([...boxes].filter(([id]) => isShown(id)));
  const drawing = lensDrawing(lens, standing);
  const sets = drawing.boxes.map(({ id, rect }, index): Group => {
    const ink = tintOf(lens.marks.get(id)) ?? 'quiet';
    const look = { fill: { ink, opacity: 0.07 }, stroke: { ink, width: 1.5, dash: [6, 3] } } as const;
    return {
      id: `lens set ${index} ${id}`,
      layer: 'labels',
      parts: [{ draw: 'box', ...rect, radius: 6, ...look }],
    };
  });
  // Over all boxes: the border of one may cross the name of another.
  const names = drawing.boxes.map(({ id, rect }, index): Group => {
    const [first, ...others] = lens.marks.get(id)?.notes ?? [];
    const rule =
      first === undefined ? '' : `  ${say(first)}${others.length === 0 ? '' : ` +${others.length}`}`;
    const text = `${document.resources.get(id)?.name ?? id}${rule}`;
    const parts = plated(text, rect.x + 4, rect.y - 8, { ...noteType, weight: 600 }, 'start');
    return { id: `lens name ${index} ${id}`, layer: 'labels', parts };
  });
  const lines = drawing.lines.map(({ key, from, to, says }): Group => {
    const stroke = { ink: 'quiet', width: 1.5 } as const;
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const wing = (aside: number) => ({
      x: to.x - 9 * Math.cos(angle) - aside * Math.sin(angle),
      y: to.y - 9 * Math.sin(angle) + aside * Math.cos(angle),
    });
    const said = say(says);
    return {
      id: `lens line ${key}`,
      layer: 'labels',
      parts: [
        { draw: 'line', points: [from, to], corner: 0, stroke },
        { draw: 'line', points: [wing(-4.5), to, wing(4.5)], corner: 0, stroke },
        ...(said === ''
          ? []
          : plated(
              said,
              (from.x + to.x) / 2,
              (from.y + to.y) / 2 - 8,
              { ...noteType, weight: 600 },
              'middle',
            )),
      ],
    };
  });
  const notes = [...standing.values()].flatMap((box): readonly Group[] => {
    const { id } = box.resource;
    const mark = lens.marks.get(id);
    if (mark?.notes === undefined) return [];
    const text = mark.notes.map(say).join(' · ');
    return [
      {
        id: `lens note ${id}`,
        layer: 'labels',
        parts: note(text, mark, box, isBox(id), lens.lens === 'cost'),
      },
    ];
  });
  return [...sets, ...lines, ...names, ...notes];
}

/** Which lens it is, above what is shown and in its middle, for a picture that stands by itself. */
export function lensPlate(lens: LensView, { x, y, w }: Rect, say: (words: Words) => string): Group {
  // As large as what is read in the picture, however much of the canvas that shows.
  const size = Math.max(11, w / 60);
  const type = { size, weight: 600, ink: 'text' } as const;
  const text = fitted(say(lensTitle(lens)), w * 0.8, type);
  const [width, height] = [widthOf(text, type) + 1.6 * size, 2 * size];
  const left = x + w / 2 - width / 2;
  const top = y - height - size * 0.6;
  return {
    id: 'lens',
    layer: 'legend',
    name: text,
    parts: [
      {
        draw: 'box',
        x: left,
        y: top,
        w: width,
        h: height,
        radius: size / 2,
        fill: { ink: 'surface' },
        stroke: { ink: 'strong', width: size / 12 },
      },
      textAt(text, x + w / 2, top + height / 2, type, 'middle'),
    ],
  };
}

/** What it says of a resource, for those who do not see it. */
export function notesOf(
  lens: LensView | undefined,
  id: ResourceId,
  say: (words: Words) => string,
): readonly string[] {
  return lens?.marks.get(id)?.notes?.map((each) => printable(say(each))) ?? [];
}

const noteType = { size: 11, ink: 'text' } as const;
const noteHeight = 18;
const noteSides = 7;
/** In px: of a note above an icon, and of a container's beside its borders. */
const widestNote = 180;
const besideNote = 20;

/** On the lower border of a container, where nothing stands; above an icon. */
function note(
  text: string,
  mark: LensMark,
  { x, y, w, h }: Rect,
  isBox: boolean,
  isBold: boolean,
): readonly Part[] {
  const type: Type = { ...noteType, ...(isBold ? { weight: 600 } : {}) };
  const room = (isBox ? w - besideNote : widestNote) - 2 * noteSides;
  const shown = fitted(text, room, type);
  if (shown === '') return [];
  const width = widthOf(shown, type) + 2 * noteSides;
  const left = isBox ? x + 10 : x + w / 2 - width / 2;
  const middle = isBox ? y + h : y - 8 - noteHeight / 2;
  return [
    {
      draw: 'box',
      x: left,
      y: middle - noteHeight / 2,
      w: width,
      h: noteHeight,
      radius: 4,
      fill: { ink: 'surface' },
      stroke: { ink: tintOf(mark) ?? 'strong', width: 1 },
    },
    textAt(shown, left + noteSides, middle, type),
  ];
}

/** A text over lines, which would make it hard to read. */
function plated(
  text: string,
  x: number,
  middle: number,
  type: Type,
  anchor: 'start' | 'middle',
): readonly Part[] {
  const width = widthOf(text, type);
  const left = anchor === 'start' ? x : x - width / 2;
  return [
    {
      draw: 'box',
      x: left - 3,
      y: middle - 8,
      w: width + 6,
      h: 16,
      radius: 3,
      fill: { ink: 'canvas', opacity: 0.9 },
    },
    textAt(text, x, middle, type, anchor),
  ];
}

function tintOf(mark: LensMark | undefined): Ink | undefined {
  // As many tints as the palette has.
  return mark?.tint === undefined ? undefined : (`tint-${mark.tint % tints}` as Ink);
}
