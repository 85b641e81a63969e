/** Where gateways stand on the border of a container again when that has grown: clear of one another, of its title and of its content. */
import { overlaps, type Rect } from '../../lib/rect';
import type { Placement } from '../commands/placeResources';
import type { Resource, ResourceId } from '../model/document';
import { iconMiddle } from './border';

interface Size {
  readonly w: number;
  readonly h: number;
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** The height of a title line, and the step in which a free place along a side is looked for, in px. */
const titleHeight = 24;
const step = 8;

/** What changes; the sizes are those of the container before and after, `title` is how wide its words are, in px. */
export function onBorderAgain(
  gateways: readonly Resource[],
  before: Size,
  after: Size,
  title: number,
  content: readonly Rect[],
  isHeld: (resource: Resource) => boolean,
): Record<ResourceId, Placement> {
  const places: Record<ResourceId, Placement> = {};
  const words: Rect = { x: 0, y: 0, w: title, h: titleHeight };
  const taken = gateways.filter(isHeld).map(({ x, y, w, h }): Rect => ({ x, y, w, h }));
  for (const resource of gateways.filter((gateway) => !isHeld(gateway))) {
    const { id, x, y, w, h } = resource;
    const [wanted, ...others] = along(nearestSide(resource, before), resource, before, after);
    const isFree = (rect: Rect, from: readonly Rect[]): boolean =>
      !overlaps(words, iconOf(rect)) && !from.some((other) => overlaps(other, rect));
    if (wanted === undefined) continue;
    // What is in the box has made way for where the gateway stood, not for where it goes.
    const place = isFree(wanted, taken)
      ? wanted
      : (others.find((rect) => isFree(rect, [...taken, ...content])) ?? wanted);
    taken.push(place);
    if (place.x !== x || place.y !== y) places[id] = { x: place.x, y: place.y, w, h };
  }
  return places;
}

/** A gateway's box is wider than its icon: that may stand right beside the words. */
function iconOf({ x, y, w }: Rect): Rect {
  return { x: x + w / 2 - iconMiddle, y, w: 2 * iconMiddle, h: 2 * iconMiddle };
}

function nearestSide({ x, y, w }: Resource, size: Size): Side {
  const [middleX, middleY] = [x + w / 2, y + iconMiddle];
  const far: readonly [Side, number][] = [
    ['top', Math.abs(middleY)],
    ['right', Math.abs(middleX - size.w)],
    ['bottom', Math.abs(middleY - size.h)],
    ['left', Math.abs(middleX)],
  ];
  return far.reduce((best, each) => (each[1] < best[1] ? each : best))[0];
}

/** Places along a side, the nearest to its own first; across it a gateway goes with the side. */
function along(side: Side, { x, y, w, h }: Resource, before: Size, after: Size): Rect[] {
  const isLevel = side === 'top' || side === 'bottom';
  const across = {
    x: side === 'right' ? after.w - before.w : 0,
    y: side === 'bottom' ? after.h - before.h : 0,
  };
  const own: Rect = { x: x + across.x, y: y + across.y, w, h };
  const length = isLevel ? after.w - w : after.h - h;
  const at = isLevel ? x : y;
  const places = [own];
  for (let far = step; far <= Math.max(length, 0) + step; far += step)
    for (const to of [at + far, at - far])
      if (to >= 0 && to <= length) places.push(isLevel ? { ...own, x: to } : { ...own, y: to });
  return places;
}
