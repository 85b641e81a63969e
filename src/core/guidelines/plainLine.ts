/** The plain lines of a drawing, and what becomes of one that is drawn otherwise. */
import { grown, holds, type Point } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { call } from '../commands';
import type { Box } from '../drawing/boxes';
import { lineOnCanvas, type LineShape } from '../drawing/plainLines';
import { valuesOf } from '../model/queries';
import type { Plan } from '../plans/plan';
import type { Drawing } from './drawing';
import { runsThrough } from './geometry';

export interface DrawnLine {
  readonly box: Box;
  readonly shape: LineShape;
  readonly isAngled: boolean;
  readonly points: readonly Point[];
}

export function* plainLines({ boxes, catalog }: Drawing): Generator<DrawnLine> {
  for (const box of boxes.values()) {
    const { shape } = catalog.kind(box.resource.kind);
    if (shape.as !== 'picture' || shape.draws !== 'line') continue;
    const { rightAngled: isAngled } = shape.line(valuesOf(box.resource));
    yield { box, shape, isAngled, points: lineOnCanvas(shape, box) };
  }
}

/** The same line along the sides, or across. */
export function turned(line: DrawnLine, isAngled: boolean): DrawnLine {
  const { box, shape } = line;
  const props = { ...valuesOf(box.resource), [shape.angled]: isAngled };
  // The props are those of its own kind, with a value that its field takes.
  const resource = { ...box.resource, props } as unknown as Box['resource'];
  return { ...line, isAngled, points: lineOnCanvas(shape, { ...box, resource }) };
}

export function turning({ box, shape }: DrawnLine, isAngled: boolean, title: Words): Plan {
  const { id } = box.resource;
  return { title, commands: [call('setProps', { id, props: { [shape.angled]: isAngled } })] };
}

/** So much of an icon a line may cut off, and so near to one it counts as beginning or ending there, in px. */
const cutOff = 4;
const atEnd = 12;

/** The icons whose artwork a line runs through; not those at its ends. */
export function crossed(drawing: Drawing, { box, points }: DrawnLine): readonly Box[] {
  const ends = [points[0], points.at(-1)].filter((point) => point !== undefined);
  const icons = new Set<Box>();
  for (const part of drawing.partsNear(grown(box, 1)))
    if (
      part.is === 'artwork' &&
      !ends.some((end) => holds(grown(part, atEnd), end)) &&
      runsThrough(points, grown(part, -cutOff))
    )
      icons.add(part.of);
  return [...icons].sort((a, b) => (a.resource.id < b.resource.id ? -1 : 1));
}
