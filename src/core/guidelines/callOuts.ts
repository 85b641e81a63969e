/** The numbered call-outs of a drawing, and the orders in which one reads them. */
import { centreOf } from '../../lib/rect';
import type { Words } from '../../lib/words';
import { call } from '../commands';
import { propWhere } from '../catalog/propWhere';
import type { Box } from '../drawing/boxes';
import { valuesOf } from '../model/queries';
import type { Plan } from '../plans/plan';
import type { Drawing } from './drawing';

export interface CallOut {
  readonly box: Box;
  /** Undefined where it has none that can be read. */
  readonly number: number | undefined;
}

export function callOuts({ boxes, catalog }: Drawing): readonly CallOut[] {
  const found: CallOut[] = [];
  for (const box of boxes.values()) {
    const { shape } = catalog.kind(box.resource.kind);
    if (shape.as !== 'picture' || shape.draws !== 'number') continue;
    const number = valuesOf(box.resource)[propWhere(catalog, box.resource.kind, 'number')];
    found.push({ box, number: typeof number === 'number' ? number : undefined });
  }
  return found;
}

/** By their numbers; those without one at the end, and what is alike as one reads. */
export function byNumber(all: readonly CallOut[]): readonly CallOut[] {
  const reading = new Map(acrossFirst(all).map((each, index) => [each, index]));
  return [...all].sort(
    (a, b) =>
      (a.number ?? Infinity) - (b.number ?? Infinity) || (reading.get(a) ?? 0) - (reading.get(b) ?? 0) || 0,
  );
}

/** Row by row, each from left to right. */
export function acrossFirst(all: readonly CallOut[]): readonly CallOut[] {
  return inLines(all, 'y');
}

/** Column by column, each from the top down. */
export function downFirst(all: readonly CallOut[]): readonly CallOut[] {
  return inLines(all, 'x');
}

/** Those whose middles are within half a size of the first of a line stand in it. */
function inLines(all: readonly CallOut[], across: 'x' | 'y'): readonly CallOut[] {
  const along = across === 'y' ? 'x' : 'y';
  const size = across === 'y' ? 'h' : 'w';
  const sorted = [...all].sort(
    (a, b) => centreOf(a.box)[across] - centreOf(b.box)[across] || compareIds(a, b),
  );
  const lines: CallOut[][] = [];
  for (const each of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (
      first !== undefined &&
      centreOf(each.box)[across] - centreOf(first.box)[across] <= first.box[size] / 2
    )
      line?.push(each);
    else lines.push([each]);
  }
  return lines.flatMap((line) =>
    line.sort((a, b) => centreOf(a.box)[along] - centreOf(b.box)[along] || compareIds(a, b)),
  );
}

/** Around the middle of all of them, from the one given. */
export function clockwiseFrom(first: CallOut, all: readonly CallOut[]): readonly CallOut[] {
  const middles = all.map(({ box }) => centreOf(box));
  const middle = {
    x: middles.reduce((sum, { x }) => sum + x, 0) / all.length,
    y: middles.reduce((sum, { y }) => sum + y, 0) / all.length,
  };
  // Down is where y grows, so that growing angles go clockwise.
  const angle = ({ box }: CallOut): number =>
    Math.atan2(centreOf(box).y - middle.y, centreOf(box).x - middle.x);
  const start = angle(first);
  const turn = (each: CallOut): number => (angle(each) - start + 2 * Math.PI) % (2 * Math.PI);
  return [...all].sort((a, b) =>
    a === first ? -1 : b === first ? 1 : turn(a) - turn(b) || compareIds(a, b),
  );
}

function compareIds(a: CallOut, b: CallOut): number {
  return a.box.resource.id < b.box.resource.id ? -1 : 1;
}

/** Numbers them from 1 in that order; what is said of each stays with it. */
export function numbering({ catalog }: Drawing, inOrder: readonly CallOut[], title: Words): Plan {
  return {
    title,
    commands: inOrder.flatMap(({ box: { resource }, number }, index) =>
      number === index + 1
        ? []
        : [
            call('setProps', {
              id: resource.id,
              props: { [propWhere(catalog, resource.kind, 'number')]: index + 1 },
            }),
          ],
    ),
  };
}
