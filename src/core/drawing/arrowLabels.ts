/** Where the labels of arrows stand: on a straight piece of their line, clear of icons, titles, crosses and one another. */
import type { Ground } from '../layout/route';
import { pieceLength } from '../layout/polyline';
import type { Flow, FlowId, Point } from '../model/document';
import type { Rect } from '../../lib/rect';
import { textWidth } from '../../lib/textWidth';
import type { Arrow } from './arrows';
import { createRectIndex, type RectIndex } from '../../lib/rectIndex';

export interface LabelPlace {
  /** The middle of its plate. */
  readonly at: Point;
  /** Whether it covers nothing there. One for which there is no room is shown only when it is asked for. */
  readonly fits: boolean;
}

/** The height of a plate, and what its sides add to the text, in px. */
const height = 17;
const sides = 12;
/** Where along a piece a label may stand, the best first; and how far it is from an end at least, in px. */
const places = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9] as const;
const fromEnd = 10;
/** A label beside its line is this far from it, in px, and worth a piece shorter by so much. */
const beside = 3;
const besideCost = 60;

export function labelsFor(
  arrows: readonly Arrow[],
  ground: Pick<Ground, 'obstacles' | 'titles'>,
): ReadonlyMap<FlowId, LabelPlace> {
  const found = new Map<FlowId, LabelPlace>();
  const taken = createRectIndex(
    arrows.flatMap(({ cross }) => (cross === null ? [] : [centred(cross, 18, 18)])),
  );
  const isFree = (rect: Rect): boolean =>
    taken.near(rect).length === 0 && ground.titles(rect).length === 0 && ground.obstacles(rect).length === 0;
  for (const arrow of arrows) {
    const width = labelWidth(arrow);
    const place = bestPlace(arrow, width, isFree);
    found.set(arrow.id, place);
    take(taken, place, width);
  }
  return found;
}

function take(taken: RectIndex, { at, fits }: LabelPlace, width: number): void {
  if (fits) taken.add(centred(at, width, height));
}

function bestPlace({ label, pieces }: Arrow, width: number, isFree: (rect: Rect) => boolean): LabelPlace {
  // Nearly always nothing is there.
  if (isFree(centred(label, width, height))) return { at: label, fits: true };
  const candidates = pieces.flatMap(({ points }) => candidatesOn(points, width));
  candidates.sort((a, b) => a.cost - b.cost || a.at.x - b.at.x || a.at.y - b.at.y);
  for (const { at } of candidates) if (isFree(centred(at, width, height))) return { at, fits: true };
  return { at: label, fits: false };
}

/** What a candidate costs is less the longer its piece is and the nearer to the middle of that it stands. */
function candidatesOn(
  points: readonly Point[],
  width: number,
): { readonly at: Point; readonly cost: number }[] {
  const candidates: { at: Point; cost: number }[] = [];
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    const length = pieceLength(points, index);
    if (a === undefined || b === undefined || length < 2 * fromEnd) continue;
    const isLevel = a.y === b.y;
    const aside = (isLevel ? height : width) / 2 + beside;
    for (const part of places) {
      if (Math.min(part, 1 - part) * length < fromEnd) continue;
      const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
      const cost = Math.abs(part - 0.5) * length * 0.3 - length * 0.5;
      // On a piece that it would cover wholly it stands beside that.
      if (length > (isLevel ? width : height) + fromEnd) candidates.push({ at, cost });
      for (const by of [-aside, aside])
        candidates.push({
          at: isLevel ? { x: at.x, y: at.y + by } : { x: at.x + by, y: at.y },
          cost: cost + besideCost,
        });
    }
  }
  return candidates;
}

function labelWidth({ flow, verdict }: Arrow): number {
  return textWidth(labelText(flow), 11) + sides + (verdict === 'cannot-say' ? 10 : 0);
}

/** The longer of the languages' texts, so that a label stays where it is when the language changes. */
function labelText({ label, protocol, port }: Flow): string {
  if (label !== '') return label;
  if (protocol === 'any') return 'All traffic';
  if (protocol === 'icmp') return 'ICMP';
  return `${protocol.toUpperCase()} ${port ?? 'any port'}`;
}

function centred({ x, y }: Point, w: number, h: number): Rect {
  return { x: x - w / 2, y: y - h / 2, w, h };
}
