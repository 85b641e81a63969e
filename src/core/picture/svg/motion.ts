/** Dots that move along the arrows, as far as their traffic gets; never the icons. Who wants less motion sees none of them. */
import { lengthOf, roundedPath } from '../../layout/polyline';
import type { Point } from '../../../lib/rect';
import { colourOf } from '../palettes';
import type { Journey, Picture } from '../picture';
import type { Painting } from './parts';
import { element } from './xml';

/** From hop to hop, and at rest before the next dot leaves, in ms. */
const hop = 600;
const rest = 900;
/** More dots than that tell nothing, and keep a machine busy. */
const mostDots = 60;

export function motionOf(
  { journeys }: Picture,
  painting: Painting,
  prefix: string,
): { readonly element: string; readonly style: string } {
  const dots = movingJourneys(journeys).map((journey) => dotOf(journey, painting));
  return {
    element: element(
      'g',
      { class: `${prefix}-dots`, 'aria-hidden': 'true', 'pointer-events': 'none' },
      dots.join(''),
    ),
    style: `@media (prefers-reduced-motion:reduce){.${prefix}-dots{display:none}}`,
  };
}

/** The journeys on which a dot moves. */
export function movingJourneys(journeys: readonly Journey[]): readonly Journey[] {
  return journeys
    .filter(({ pieces, verdict }) => verdict !== 'not-computed' && lengthOf(pieces.flat()) >= 1)
    .slice(0, mostDots);
}

/** How long a dot is on its way, in ms. */
export function dotTime({ pieces }: Pick<Journey, 'pieces'>): number {
  return hop * Math.max(2, pieces.length);
}

function dotOf(journey: Journey, { palette, classOf }: Painting): string {
  const { ink, pieces } = journey;
  // Between two pieces a dot passes behind the icon of the hop.
  const points: Point[] = pieces.flat();
  const time = dotTime(journey);
  const duration = `${(time + rest) / 1000}s`;
  const share = String(Math.round((time / (time + rest)) * 1000) / 1000);
  const motion = element('animateMotion', {
    path: roundedPath(points, 8),
    dur: duration,
    keyPoints: '0;1;1',
    keyTimes: `0;${share};1`,
    calcMode: 'linear',
    repeatCount: 'indefinite',
  });
  const fading = element('animate', {
    attributeName: 'opacity',
    values: '1;1;0;0',
    keyTimes: `0;${share};${share};1`,
    dur: duration,
    repeatCount: 'indefinite',
  });
  const classes = [classOf('fill', ink), classOf('stroke', 'canvas')].filter((each) => each !== undefined);
  const look = {
    r: 5,
    class: classes.length === 0 ? undefined : classes.join(' '),
    fill: colourOf(ink, palette),
    // So that it is seen on a line of its own colour.
    stroke: palette.canvas,
    'stroke-width': 2,
    opacity: 0,
  };
  return element('circle', look, motion + fading);
}
