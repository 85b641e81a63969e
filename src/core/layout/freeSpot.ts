/** A place for something new among what stands there already. */
import { centreOf, grown, overlaps, type Rect } from '../../lib/rect';
import { padding, pulledIn, titleRoom } from './fit';

/** The distance of the canvas's grid lines, in px. */
export const gridStep = 8;

/** Neighbours that are looked at for a place beside them: the nearest. */
const mostNeighbours = 40;
/** So many times its size a container may be left behind for a free place. */
const reach = 3;

/**
 * The place nearest to the wanted one where it covers none of the others; the wanted one pulled in where there is none close
 * by. All in the same coordinates; `parent`: the container, none on the bare canvas.
 */
export function freeSpot(parent: Rect | undefined, others: readonly Rect[], wanted: Rect): Rect {
  const neighbours = others.map((rect) => grown(rect, gridStep - 1));
  const within = (rect: Rect): Rect => {
    if (parent === undefined) return rect;
    const { x, y } = pulledIn(parent, { ...rect, x: rect.x - parent.x, y: rect.y - parent.y });
    return { ...rect, x: x + parent.x, y: y + parent.y };
  };
  const start = within(wanted);
  const isFree = (rect: Rect): boolean => !neighbours.some((neighbour) => overlaps(neighbour, rect));
  if (isFree(start)) return start;
  let best: Rect | undefined;
  let bestCost = Infinity;
  // Beside, above and below each neighbour are the places that can be nearest.
  const xs = [start.x];
  const ys = [start.y];
  const from = centreOf(start);
  const far = (rect: Rect): number => Math.hypot(centreOf(rect).x - from.x, centreOf(rect).y - from.y);
  for (const { x, y, w, h } of [...neighbours].sort((a, b) => far(a) - far(b)).slice(0, mostNeighbours)) {
    xs.push(x - start.w - 1, x + w + 1);
    ys.push(y - start.h - 1, y + h + 1);
  }
  const room =
    parent === undefined ? undefined : { x: parent.x, y: parent.y, w: parent.w * reach, h: parent.h * reach };
  for (const x of new Set(xs))
    for (const y of new Set(ys)) {
      const rect = { ...start, x: Math.ceil(x / gridStep) * gridStep, y: Math.ceil(y / gridStep) * gridStep };
      if (parent !== undefined && (rect.x < parent.x + padding || rect.y < parent.y + titleRoom)) continue;
      if (room !== undefined && !overlaps(room, rect)) continue;
      const fits =
        parent === undefined ||
        (rect.x + rect.w <= parent.x + parent.w - padding &&
          rect.y + rect.h <= parent.y + parent.h - padding);
      // A place inside is better than one for which the container must grow.
      const cost = far(rect) + (fits ? 0 : 10_000);
      if (cost < bestCost && isFree(rect)) {
        best = rect;
        bestCost = cost;
      }
    }
  return best ?? start;
}
