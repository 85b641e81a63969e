/** Where a hop's card stands: beside the hop, inside the screen, and off the arrow as far as that can be. */
import { grown, overlaps, type Point, type Rect } from '../lib/rect';

const gap = 14;

/**
 * The upper left corner of a card of that size (px of the screen), for a hop that takes `hop`. Of the four sides the one
 * that is wholly on the screen and covers least of the arrow and the least of `keepFree`; the first of them in the order
 * right, left, below, above.
 */
export function cardPlace(
  hop: Rect,
  card: { readonly w: number; readonly h: number },
  screen: { readonly w: number; readonly h: number },
  arrow: readonly Point[],
  keepFree: readonly Rect[],
): Point {
  const middleY = hop.y + hop.h / 2 - card.h / 2;
  const middleX = hop.x + hop.w / 2 - card.w / 2;
  const sides: readonly Point[] = [
    { x: hop.x + hop.w + gap, y: middleY },
    { x: hop.x - gap - card.w, y: middleY },
    { x: middleX, y: hop.y + hop.h + gap },
    { x: middleX, y: hop.y - gap - card.h },
  ];
  let best: Point = { x: gap, y: gap };
  let bestCost = Infinity;
  for (const side of sides) {
    const x = Math.max(gap, Math.min(side.x, screen.w - card.w - gap));
    const y = Math.max(gap, Math.min(side.y, screen.h - card.h - gap));
    const rect = { x, y, ...card };
    const cost =
      (overlaps(rect, hop) ? 1000 : 0) +
      100 * piecesIn(arrow, rect) +
      20 * keepFree.filter((each) => overlaps(rect, each)).length +
      (Math.abs(x - side.x) + Math.abs(y - side.y)) / 50;
    if (cost < bestCost) [best, bestCost] = [{ x, y }, cost];
  }
  return best;
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
