/** Bends of arrows beyond a line along which space is made: they go along, as do those between two ends that move together. */
import type { SpaceLine } from '../core/layout/space';
import type { Document, Flow, FlowId, Point, ResourceId } from '../core/model/document';
import { endsOfPiece } from '../core/model/pieces';
import { absolutePosition, ancestors } from '../core/model/queries';

/** The new bends of the flows that have some that move; `by` is how far things are pushed, in px. */
export function bendsBeyond(
  document: Document,
  after: Document,
  line: SpaceLine,
  by: number,
): ReadonlyMap<FlowId, Flow['bends']> {
  const { within, axis, way, at } = line;
  const isMeant = (id: ResourceId): boolean =>
    within === null || id === within || ancestors(document, id).some((box) => box.id === within);
  const shiftOf = (id: ResourceId): Point => {
    const [then, now] = [absolutePosition(document, id), absolutePosition(after, id)];
    return { x: now.x - then.x, y: now.y - then.y };
  };
  const found = new Map<FlowId, Flow['bends']>();
  for (const [id, { bends }] of document.flows) {
    let isChanged = false;
    const next = Object.entries(bends).map(([piece, points]): [string, readonly Point[]] => {
      const ends = (endsOfPiece(piece) ?? []).filter((end) => document.resources.has(end));
      const [one, other] = ends.map(shiftOf);
      if (one === undefined || other === undefined) return [piece, points];
      if (one.x === other.x && one.y === other.y && (one.x !== 0 || one.y !== 0)) {
        isChanged = true;
        return [piece, points.map(({ x, y }) => ({ x: x + one.x, y: y + one.y }))];
      }
      if (!ends.some(isMeant)) return [piece, points];
      const moved = points.map((point) =>
        point[axis] * way > at * way ? { ...point, [axis]: point[axis] + by * way } : point,
      );
      if (moved.some((point, index) => point !== points[index])) isChanged = true;
      return [piece, moved];
    });
    if (isChanged) found.set(id, Object.fromEntries(next));
  }
  return found;
}
