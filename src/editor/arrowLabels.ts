/** Where the labels of arrows stand: on a straight piece of their line, clear of icons, titles, crosses and one another. */
import { pieceLength } from '../core/layout/polyline';
import type { Flow, FlowId, Point } from '../core/model/document';
import { overlaps, type Rect } from '../lib/rect';
import { textWidth } from '../lib/textWidth';
import type { Arrow } from './arrows';

const height = 17;
/** "TCP 443" with its plate, in px. */
const usualWidth = 56;
/** Where along a piece a label may stand; the middle is best. */
const places = [0.5, 0.35, 0.65, 0.2, 0.8] as const;
/** What it costs to cover something, in px of a shorter piece. */
const coverCost = 400;

type Near = (region: Rect) => readonly Rect[];

export function labelsFor(arrows: readonly Arrow[], near: Near): ReadonlyMap<FlowId, Point> {
  const found = new Map<FlowId, Point>();
  const crosses = arrows.flatMap(({ cross }) => (cross === null ? [] : [around(cross, 18, 18)]));
  const labels: Rect[] = [];
  for (const arrow of arrows) {
    const width = labelWidth(arrow.flow);
    const covered = (at: Point): number => {
      const rect = around(at, width, height);
      const count = (rects: readonly Rect[]): number => rects.filter((other) => overlaps(other, rect)).length;
      return near(rect).length + count(crosses) + count(labels);
    };
    const label = bestPlace(arrow, covered);
    found.set(arrow.id, label);
    labels.push(around(label, width, height));
  }
  return found;
}

function bestPlace({ label, pieces }: Arrow, covered: (at: Point) => number): Point {
  // Nearly always nothing is there.
  let best = { at: label, cost: covered(label) * coverCost };
  if (best.cost === 0) return label;
  const longest = Math.max(
    ...pieces.flatMap(({ points }) => points.map((_, index) => pieceLength(points, index))),
  );
  for (const { points } of pieces)
    for (let index = 1; index < points.length; index++) {
      const [a, b] = [points[index - 1], points[index]];
      const length = pieceLength(points, index);
      if (a === undefined || b === undefined || length < 2 * height) continue;
      for (const part of places) {
        const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
        const cost = covered(at) * coverCost + (longest - length) * 0.5 + Math.abs(part - 0.5) * length * 0.3;
        if (cost < best.cost) best = { at, cost };
      }
    }
  return best.at;
}

function labelWidth({ label }: Flow): number {
  return label === '' ? usualWidth : textWidth(label, 11) + 12;
}

function around({ x, y }: Point, w: number, h: number): Rect {
  return { x: x - w / 2, y: y - h / 2, w, h };
}
