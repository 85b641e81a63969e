/** Where a hop's card stands: beside the hop, inside the screen, and off the arrow and what it leads to. */
import { grown, overlaps, type Point, type Rect } from '../lib/rect';

const gap = 14;

interface Size {
  readonly w: number;
  readonly h: number;
}

/** What a card should not lie over, on the screen. */
export interface Around {
  /** The way of the packet. */
  readonly arrow: readonly Point[];
  /** Where else the packet stands on its way, and the packet itself. */
  readonly stops: readonly Rect[];
  /** All other things that are drawn. */
  readonly others: readonly Rect[];
}

/**
 * The upper left corner of a card of that size (px of the screen), for a hop that takes `hop`. Beside the hop, to its right if that
 * is as good, where the card is wholly on the screen and covers nothing. Where every place beside it covers something, anywhere on
 * the screen: never over the hop, the arrow or another stop while there is a place that covers none of them; then near,
 * and off the other things.
 */
export function cardPlace(hop: Rect, card: Size, screen: Size, around: Around): Point {
  let best: Point = { x: gap, y: gap };
  let bestCost = Infinity;
  const consider = (wished: Point): void => {
    const x = Math.max(gap, Math.min(wished.x, screen.w - card.w - gap));
    const y = Math.max(gap, Math.min(wished.y, screen.h - card.h - gap));
    const rect = { x, y, ...card };
    const far = distance(rect, hop) / 8;
    if (far >= bestCost) return;
    const cost =
      far +
      (overlaps(grown(rect, 4), hop) ? 10 * ofTheFlow : 0) +
      ofTheFlow * (piecesIn(around.arrow, rect) + covered(around.stops, rect)) +
      ofOthers * covered(around.others, rect);
    if (cost < bestCost - 0.001) [best, bestCost] = [{ x, y }, cost];
  };
  for (const each of besideIt(hop, card)) consider(each);
  if (bestCost < ofOthers) return best;
  for (let y = gap; y <= screen.h - card.h - gap; y += sweep)
    for (let x = gap; x <= screen.w - card.w - gap; x += sweep) consider({ x, y });
  return best;
}

/** What it costs to cover one of them; going 8 px further away costs 1, so that no screen is too wide to spare the flow. */
const ofTheFlow = 10_000;
const ofOthers = 30;

/** Between two places that are tried on the screen, in px. */
const sweep = 16;

function besideIt(hop: Rect, card: Size): readonly Point[] {
  const [right, left] = [hop.x + hop.w + gap, hop.x - gap - card.w];
  const [below, above] = [hop.y + hop.h + gap, hop.y - gap - card.h];
  const alongY = [hop.y + hop.h / 2 - card.h / 2, hop.y, hop.y + hop.h - card.h];
  const alongX = [hop.x + hop.w / 2 - card.w / 2, hop.x, hop.x + hop.w - card.w];
  const beside = [right, left].flatMap((x) => alongY.map((y) => ({ x, y })));
  const over = [below, above].flatMap((y) => [...alongX, right, left].map((x) => ({ x, y })));
  return [...beside, ...over];
}

/** Between two rectangles; 0 where they touch. */
function distance(a: Rect, b: Rect): number {
  const dx = Math.max(0, b.x - (a.x + a.w), a.x - (b.x + b.w));
  const dy = Math.max(0, b.y - (a.y + a.h), a.y - (b.y + b.h));
  return Math.hypot(dx, dy);
}

function covered(rects: readonly Rect[], by: Rect): number {
  return rects.filter((each) => overlaps(by, each)).length;
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
