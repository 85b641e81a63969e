/** Where the lines of a comparison are on the canvas: boxes with a sign, and lines for connections. */
import type { Catalog } from '../core/catalog/catalog';
import type { ChangeSort, ComparedLine, Comparison } from '../core/diff/comparison';
import type { Document, Point, ResourceId } from '../core/model/document';
import { around, centreOf, type Rect } from '../lib/rect';
import { createBoxes, takesRoom } from './boxes';
import { createLooks } from './looks';

/** What a sign says: there now, gone, into another box, another value. */
export type MarkSign = 'added' | 'removed' | 'moved' | 'changed' | 'drawn-elsewhere';

export interface Mark {
  readonly id: ResourceId;
  readonly sign: MarkSign;
  /** Of what is not drawn itself: it stands on the canvas no more, or hangs on something. */
  readonly name: string;
  /** On the canvas, in px. */
  readonly rect: Rect;
  /** Where it stood in the earlier design, when it stands elsewhere now. */
  readonly was: Rect | null;
  readonly lines: readonly string[];
}

export interface Wire {
  readonly line: string;
  readonly sort: ChangeSort;
  readonly from: Point;
  readonly to: Point;
}

export interface ComparisonMarks {
  readonly marks: readonly Mark[];
  readonly wires: readonly Wire[];
  /** What of the canvas a line is about; undefined where it is about nothing that is drawn. */
  rectOf(line: ComparedLine): Rect | undefined;
}

const signs: Partial<Record<ChangeSort, MarkSign>> = {
  added: 'added',
  removed: 'removed',
  moved: 'moved',
  changed: 'changed',
  'drawn-elsewhere': 'drawn-elsewhere',
};

export function comparisonMarks(
  catalog: Catalog,
  before: Document,
  { lines, after }: Comparison,
): ComparisonMarks {
  const [old, now] = [placesIn(catalog, before), placesIn(catalog, after)];
  const marks = new Map<string, Mark>();
  for (const line of lines) {
    const sign = signs[line.sort];
    if (sign === undefined) continue;
    for (const id of line.resources)
      for (const place of (after.resources.has(id) ? now : old)(id)) {
        const key = `${sign} ${id} ${place.on}`;
        const known = marks.get(key);
        const stood = sign === 'moved' || sign === 'drawn-elsewhere' ? old(id)[0]?.rect : undefined;
        marks.set(
          key,
          known === undefined
            ? {
                id,
                sign,
                name: sign === 'removed' || place.on !== id ? line.name.en : '',
                rect: place.rect,
                was: stood ?? null,
                lines: [line.id],
              }
            : { ...known, lines: [...known.lines, line.id] },
        );
      }
  }
  const middleOf = (id: ResourceId): Point | undefined => {
    const [place] = after.resources.has(id) ? now(id) : old(id);
    return place === undefined ? undefined : centreOf(place.rect);
  };
  const wires = lines.flatMap(({ id: line, sort, connections }) =>
    connections.flatMap(([from, to]): Wire[] => {
      const [start, end] = [middleOf(from), middleOf(to)];
      return start === undefined || end === undefined ? [] : [{ line, sort, from: start, to: end }];
    }),
  );
  return {
    marks: [...marks.values()],
    wires,
    rectOf: (line) =>
      around(
        line.resources.flatMap((id) => {
          const places = (after.resources.has(id) ? now : old)(id).map(({ rect }) => rect);
          return line.sort === 'moved' ? [...places, ...old(id).map(({ rect }) => rect)] : places;
        }),
      ),
  };
}

interface Place {
  /** What stands there: the resource, or what it hangs on. */
  readonly on: ResourceId;
  readonly rect: Rect;
}

function placesIn(catalog: Catalog, document: Document): (id: ResourceId) => readonly Place[] {
  const boxes = createBoxes(catalog)(document, null);
  const looks = createLooks(catalog)(document);
  return (id) => {
    const resource = document.resources.get(id);
    if (resource === undefined) return [];
    const seen = takesRoom(catalog, resource) ? [id] : looks.hosts(id);
    return seen.flatMap((on) => {
      const box = boxes.get(on);
      return box === undefined ? [] : [{ on, rect: { x: box.x, y: box.y, w: box.w, h: box.h } }];
    });
  };
}
