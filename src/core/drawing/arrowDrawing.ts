/** An arrow as it is drawn: solid as far as its traffic gets, its cross, and dashed beyond. */
import type { Catalog } from '../catalog/catalog';
import { isCollapsed } from '../layout/collapsed';
import { cutAt, interrupted, lengthOf, longestPiece } from '../layout/polyline';
import type { Flow, Point } from '../model/document';
import type { Trace } from '../network/trace';
import { holds, type Rect } from '../../lib/rect';
import type { Arrow, Piece } from './arrows';
import type { Box } from './boxes';
import { flowVerdict } from '../network/flowVerdict';

/** What a line keeps clear of a title's words, in px. */
export const titleAir = 3;

export function arrowFor(
  flow: Flow,
  trace: Trace | undefined,
  pieces: readonly Piece[],
  stop: Box | undefined,
  titles: readonly Rect[],
  catalog: Catalog,
): Arrow {
  const verdict = flowVerdict(trace);
  const all = pieces.map(({ points }) => points);
  const straight = all.map(longestPiece);
  const label = straight.reduce((best, piece) => (piece.length > best.length ? piece : best)).middle;
  const whole = { id: flow.id, flow, verdict, pieces, label, labelFits: true };
  const shown = (lines: readonly (readonly Point[])[]): Point[][] =>
    lines.flatMap((points) => interrupted(points, titles, titleAir));
  if (verdict !== 'blocked')
    return { ...whole, reached: all, beyond: [], shown: { reached: shown(all), beyond: [] }, cross: null };
  const [index, distance] = stopOn(pieces, stop, catalog);
  const [before, after] = cutAt(all[index] ?? [], distance);
  const reached = [...all.slice(0, index), before];
  const beyond = [after, ...all.slice(index + 1)];
  return {
    ...whole,
    reached,
    beyond,
    shown: { reached: shown(reached), beyond: shown(beyond) },
    cross: after[0] ?? null,
  };
}

/** How far a cross stands from the icon that stops the traffic, in px. */
const crossDistance = 18;

/** The piece on which the traffic is stopped, and how far along it. */
function stopOn(
  pieces: readonly Piece[],
  stop: Box | undefined,
  catalog: Catalog,
): readonly [number, number] {
  const last = pieces.length - 1;
  // Hops are only those that were reached, and the wanted end: the last piece is the one that is not gone to its end.
  const length = lengthOf(pieces[last]?.points ?? []);
  const near = Math.min(crossDistance, length / 2);
  if (stop === undefined) return [last, near];
  const id = stop.resource.id;
  if (catalog.kind(stop.resource.kind).shape.as !== 'container' || isCollapsed(catalog, stop.resource)) {
    if (id === pieces[last]?.to) return [last, length - near];
    const leaving = pieces.findIndex(({ from }) => from === id);
    return [leaving < 0 ? last : leaving, near];
  }
  // Stopped by a subnet: at the border where the line leaves it or comes into it.
  const { points } = pieces[last] ?? { points: [] };
  const startsInside = points[0] !== undefined && holds(stop, points[0]);
  const endsInside = points.at(-1) !== undefined && holds(stop, points.at(-1) ?? points[0] ?? { x: 0, y: 0 });
  if (startsInside === endsInside) return [last, near];
  return [last, Math.max(near, Math.min(length - near, borderAlong(points, stop)))];
}

/** How far along the line it crosses a rectangle's border first. */
function borderAlong(points: readonly Point[], rect: Rect): number {
  let gone = 0;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    if (holds(rect, a) !== holds(rect, b)) {
      const [from, to] = a.x === b.x ? [a.y, b.y] : [a.x, b.x];
      const borders = a.x === b.x ? [rect.y, rect.y + rect.h] : [rect.x, rect.x + rect.w];
      const at = borders.find((border) => (border - from) * (border - to) <= 0) ?? from;
      return gone + Math.abs(at - from);
    }
    gone += Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  }
  return gone;
}
