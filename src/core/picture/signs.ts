/** The signs of verdicts on an arrow: heads, crosses, a question mark. Each has a form of its own beside its colour. */
import type { FlowVerdict } from '../network/flowVerdict';
import type { Point } from '../../lib/rect';
import { tenth } from './lines';
import type { Palette, Part, Segment, Stroke } from './picture';

export const verdictInk: Readonly<Record<FlowVerdict, Exclude<keyof Palette, 'plate'>>> = {
  arrives: 'arrives',
  blocked: 'blocked',
  'reply-blocked': 'caution',
  'cannot-say': 'unsure',
  'not-computed': 'quiet',
};

/** The line as far as the traffic gets, and where it would go on. */
export function lineStroke(verdict: FlowVerdict): Stroke {
  const ink = verdictInk[verdict];
  return verdict === 'cannot-say' ? { ink, width: 2.2, dash: [0.1, 5] } : { ink, width: 1.7 };
}

export function beyondStroke(verdict: FlowVerdict): Stroke {
  return { ink: verdictInk[verdict], width: 1.7, dash: [5, 5], opacity: 0.7 };
}

/** At the end of a line; open where nothing arrives there. */
export function headAt(points: readonly Point[], verdict: FlowVerdict): Part[] {
  const tip = points.at(-1);
  if (tip === undefined) return [];
  const ink = verdictInk[verdict];
  const place = placedAt(tip, points.at(-2) ?? tip);
  const stroke = { ink, width: 1.5 };
  const lines: readonly Segment[] = [
    ['M', -9, -4.5],
    ['L', 0, 0],
    ['L', -9, 4.5],
  ];
  return verdict === 'blocked' || verdict === 'not-computed'
    ? [{ draw: 'outline', segments: lines.map(place), stroke }]
    : [{ draw: 'outline', segments: [...lines.map(place), ['Z']], fill: { ink }, stroke }];
}

/** The reply's head at the start of a line, broken, with its cross: it does not come back. */
export function brokenHeadAt(points: readonly Point[]): Part[] {
  const [tip, next] = points;
  if (tip === undefined) return [];
  const place = placedAt(tip, next ?? tip);
  const lines: readonly Segment[] = [
    ['M', -10, -5.5],
    ['L', -6.5, -3.2],
    ['M', -3.2, -1.6],
    ['L', 0, 0],
    ['L', -3.2, 1.6],
    ['M', -6.5, 3.2],
    ['L', -10, 5.5],
  ];
  const middle = place(['M', -20, 0]);
  return [
    { draw: 'outline', segments: lines.map(place), stroke: { ink: 'blocked', width: 1.5 } },
    ...(middle[0] === 'M' ? crossAt({ x: middle[1], y: middle[2] }, 7) : []),
  ];
}

/** Where traffic is stopped. */
export function crossAt({ x, y }: Point, radius = 8): Part[] {
  const arm = radius * 0.44;
  return [
    {
      draw: 'box',
      x: x - radius,
      y: y - radius,
      w: 2 * radius,
      h: 2 * radius,
      radius,
      fill: { ink: 'canvas' },
      stroke: { ink: 'blocked', width: 1.5 },
    },
    {
      draw: 'outline',
      segments: [
        ['M', x - arm, y - arm],
        ['L', x + arm, y + arm],
        ['M', x + arm, y - arm],
        ['L', x - arm, y + arm],
      ],
      stroke: { ink: 'blocked', width: 2 },
    },
  ];
}

/** Moves what is drawn around the origin, to the right, to a tip that is come to from another point. */
function placedAt(tip: Point, before: Point): (segment: Segment) => Segment {
  const length = Math.hypot(tip.x - before.x, tip.y - before.y);
  const [cos, sin] = length === 0 ? [1, 0] : [(tip.x - before.x) / length, (tip.y - before.y) / length];
  return (segment) =>
    segment[0] === 'M' || segment[0] === 'L'
      ? [
          segment[0],
          tenth(tip.x + segment[1] * cos - segment[2] * sin),
          tenth(tip.y + segment[1] * sin + segment[2] * cos),
        ]
      : segment;
}
