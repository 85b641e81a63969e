/** Where the lines of a comparison are on the canvas: boxes with a sign, and lines for connections. */
import type { Catalog } from '../core/catalog/catalog';
import type { ChangeSign, ChangeSort, ComparedLine, Comparison } from '../core/diff/comparison';
import { iconMiddle } from '../core/layout/border';
import type { Document, Point, ResourceId } from '../core/model/document';
import { piecesOutside } from '../lib/piecesOutside';
import { around, centreOf, grown, type Rect } from '../lib/rect';
import { createBoxes, takesRoom } from '../core/drawing/boxes';
import { createLooks } from '../core/drawing/looks';

export interface Mark {
  readonly id: ResourceId;
  readonly sign: ChangeSign;
  /** Of what is not drawn itself: it stands on the canvas no more, or hangs on something. */
  readonly name: string;
  /** On the canvas, in px. */
  readonly rect: Rect;
  /** Where it stood in the earlier design, when it stands elsewhere now. */
  readonly was: Rect | null;
  readonly lines: readonly string[];
  /** What it hangs on is marked in the same way: it is shown on that when it is asked for. */
  readonly isBeside: boolean;
  /** Around other things, which are to be seen through it. */
  readonly isContainer: boolean;
}

export interface Wire {
  readonly line: string;
  readonly sign: ChangeSign;
  readonly from: Point;
  readonly to: Point;
  /** What of the line is drawn: it goes on behind the icons on its way. */
  readonly pieces: readonly (readonly [Point, Point])[];
}

export interface ComparisonMarks {
  readonly marks: readonly Mark[];
  readonly wires: readonly Wire[];
  /** What of the canvas a line is about; undefined where it is about nothing that is drawn. */
  rectOf(line: ComparedLine): Rect | undefined;
}

/** Lines of these sorts are about resources; the others are about what is between them. */
const aboutResources: ReadonlySet<ChangeSort> = new Set([
  'added',
  'removed',
  'moved',
  'changed',
  'drawn-elsewhere',
]);

export function comparisonMarks(
  catalog: Catalog,
  before: Document,
  { lines, after }: Comparison,
): ComparisonMarks {
  const [old, now] = [placesIn(catalog, before), placesIn(catalog, after)];
  const marks = new Map<string, Mark>();
  const hosts = new Map<string, string>();
  const isContainer = (id: ResourceId): boolean => {
    const resource = after.resources.get(id) ?? before.resources.get(id);
    return resource !== undefined && catalog.kind(resource.kind).shape.as === 'container';
  };
  for (const line of lines) {
    const { sign } = line;
    if (!aboutResources.has(line.sort)) continue;
    for (const id of line.resources)
      for (const place of (after.resources.has(id) ? now : old)(id)) {
        const key = `${sign} ${id} ${place.on}`;
        const known = marks.get(key);
        if (place.on !== id) hosts.set(key, `${sign} ${place.on} ${place.on}`);
        const stood = sign === 'moved' || sign === 'elsewhere' ? old(id)[0]?.rect : undefined;
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
                isBeside: false,
                isContainer: isContainer(place.on),
              }
            : { ...known, lines: [...known.lines, line.id] },
        );
      }
  }
  const placeOf = (id: ResourceId): Place | undefined => (after.resources.has(id) ? now : old)(id)[0];
  // What is gone is outlined where it stood, with its name.
  const icons = [...iconsIn(catalog, after), ...iconsIn(catalog, before, after)];
  const wires = lines.flatMap(({ id: line, sign, connections }) =>
    connections.flatMap(([from, to]): Wire[] => {
      const [start, end] = [placeOf(from), placeOf(to)];
      if (start === undefined || end === undefined) return [];
      const between = lineBetween(start, end);
      return [{ line, sign, ...between, pieces: piecesOutside(between.from, between.to, icons) }];
    }),
  );
  return {
    marks: [...marks].map(([key, mark]) => ({ ...mark, isBeside: marks.has(hosts.get(key) ?? '') })),
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
  /** Where lines to it lead: the middle of the icon, or of the box. */
  readonly middle: Point;
  /** How far from there they end, in px. */
  readonly reach: number;
}

/** An icon is 48 px wide. */
const iconReach = 32;

/** The straight piece between two, which leaves their icons free. */
function lineBetween(start: Place, end: Place): { readonly from: Point; readonly to: Point } {
  const [dx, dy] = [end.middle.x - start.middle.x, end.middle.y - start.middle.y];
  const length = Math.hypot(dx, dy);
  // Of what stands on the same place nothing would be left.
  if (length <= start.reach + end.reach) return { from: start.middle, to: end.middle };
  const at = (share: number): Point => ({ x: start.middle.x + dx * share, y: start.middle.y + dy * share });
  return { from: at(start.reach / length), to: at(1 - end.reach / length) };
}

/** The squares of the icons that are not in another design, too, with a little room around, in px. */
function iconsIn(catalog: Catalog, document: Document, but?: Document): readonly Rect[] {
  return [...createBoxes(catalog)(document).values()]
    .filter(({ resource: { id, kind } }) => !but?.resources.has(id) && catalog.kind(kind).shape.as === 'icon')
    .map(({ x, y, w }) => grown({ x: x + w / 2 - iconMiddle, y, w: 2 * iconMiddle, h: 2 * iconMiddle }, 4));
}

function placesIn(catalog: Catalog, document: Document): (id: ResourceId) => readonly Place[] {
  const boxes = createBoxes(catalog)(document);
  const looks = createLooks(catalog)(document);
  return (id) => {
    const resource = document.resources.get(id);
    if (resource === undefined) return [];
    const seen = takesRoom(catalog, resource) ? [id] : looks.hosts(id);
    return seen.flatMap((on) => {
      const box = boxes.get(on);
      if (box === undefined) return [];
      const rect = { x: box.x, y: box.y, w: box.w, h: box.h };
      const isIcon = catalog.kind(box.resource.kind).shape.as === 'icon';
      return [
        {
          on,
          rect,
          middle: isIcon ? { x: rect.x + rect.w / 2, y: rect.y + iconMiddle } : centreOf(rect),
          reach: isIcon ? iconReach : 0,
        },
      ];
    });
  };
}
