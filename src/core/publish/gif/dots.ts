/** The dots of a shot, in px of its picture. */
import { dotTime, movingJourneys } from '../../picture/svg/motion';
import { colourOf, palettes } from '../../picture/palettes';
import type { Ink, Theme } from '../../picture/picture';
import type { Dot } from './encodeShots';
import type { Shot } from './shots';

export function dotsOf({ picture }: Shot, width: number, theme: Theme): readonly Dot[] {
  const { view, journeys } = picture;
  const scale = width / view.w;
  const numberOf = (ink: Ink): number =>
    Number.parseInt((colourOf(ink, palettes[theme]) ?? '#000000').slice(1), 16);
  return movingJourneys(journeys).map((journey) => ({
    points: journey.pieces.flat().map(({ x, y }) => ({ x: (x - view.x) * scale, y: (y - view.y) * scale })),
    colour: numberOf(journey.ink),
    ring: numberOf('canvas'),
    time: dotTime(journey),
  }));
}
