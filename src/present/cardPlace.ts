/** Where a hop's card stands: beside the hop, inside the screen, and off the arrow as far as that can be. */
import { grown, overlaps, type Point, type Rect } from '../lib/rect';

const gap = 14;

interface Size {
  readonly w: number;
  readonly h: number;
}

/**
 * The upper left corner of a card of that size (px of the screen), for a hop that takes `hop`. Of the places beside the hop, and
 * of the corners of the screen, the one that is wholly on the screen, covers the least of the arrow and the least of `keepFree`,
 * and is nearest; the first of them, if it is as good, to the right of the hop.
 */
export function cardPlace(
  hop: Rect,
  card: Size,
  screen: Size,
  arrow: readonly Point[],
  keepFree: readonly Rect[],
): Point {
  let best: Point = { x: gap, y: gap };
  let bestCost = Infinity;
  for (const wished of candidates(hop, card, screen)) {
    const x = Math.max(gap, Math.min(wished.x, screen.w - card.w - gap));
    const y = Math.max(gap, Math.min(wished.y, screen.h - card.h - gap));
    const rect = { x, y, ...card };
    const cost =
      (overlaps(grown(rect, 4), hop) ? 1000 : 0) +
      100 * piecesIn(arrow, rect) +
      60 * keepFree.filter((each) => overlaps(rect, each)).length +
      distance(rect, hop) / 12;
    if (cost < bestCost - 0.001) [best, bestCost] = [{ x, y }, cost];
  }
  return best;
}

function candidates(hop: Rect, card: Size, screen: Size): readonly Point[] {
  const [right, left] = [hop.x + hop.w + gap, hop.x - gap - card.w];
  const [below, above] = [hop.y + hop.h + gap, hop.y - gap - card.h];
  const alongY = [hop.y + hop.h / 2 - card.h / 2, hop.y, hop.y + hop.h - card.h];
  const alongX = [hop.x + hop.w / 2 - card.w / 2, hop.x, hop.x + hop.w - card.w];
  const beside = [right, left].flatMap((x) => alongY.map((y) => ({ x, y })));
  const over = [below, above].flatMap((y) => [...alongX, right, left].map((x) => ({ x, y })));
  const corners = [0, screen.w].flatMap((x) => [0, screen.h].map((y) => ({ x, y })));
  return [...beside, ...over, ...corners];
}

/** Between two rectangles; 0 where they touch. */
function distance(a: Rect, b: Rect): number {
  const dx = Math.max(0, b.x - (a.x + a.w), a.x - (b.x + b.w));
  const dy = Math.max(0, b.y - (a.y + a.h), a.y - (b.y + b.h));
  return Math.hypot(dx, dy);
}

/** How many pieces of a right-angled arrow run through a rectangle. */
function piecesIn(arrow: readonly Point[], rect: Rect): number {
  let count = 0;
  arrow.forEach((point, index) => {
    const next = arrow[index + 1];
    if (next === undefined) return;
    const piece = {
      x: Math.min(point.x, next.x),
      y: Math.min(point.y, next.y),
      w: Math.abs(point.x - next.x),
      h: Math.abs(point.y - next.y),
    };
    if (overlaps(grown(piece, 1), rect)) count++;
  });
  return count;
}
