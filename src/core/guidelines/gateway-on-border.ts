import { overlaps, type Point, type Rect } from '../../lib/rect';
import type { Words } from '../../lib/words';
import type { Box } from '../drawing/boxes';
import { iconMiddle, onBorder, standsOnBorder } from '../layout/border';
import type { Plan } from '../plans/plan';
import type { Drawing } from './drawing';
import { deck, defineGuideline } from './guideline';
import { placeAt, placing } from './places';

/** So far from the border a gateway's middle counts as on it, in px. */
const near = 2;
/** The step in which other places along the border are looked at, in px; into how many steps a side is cut at most; how many places are tried. */
const step = 16;
const mostSteps = 200;
const most = 8;

export default defineGuideline({
  id: 'gateway-on-border',
  summary: {
    en: 'A gateway stands on the border of the network that it opens',
    ja: 'ゲートウェイは、接続先のネットワークの枠線上に置きます',
  },
  why: {
    en: 'On the border one sees that it is the way in and out. Inside it reads as one more resource of the VPC, outside as nobody’s.',
    ja: '枠線上にあると出入り口だと分かります。内側では VPC 内のリソースに、外側では無関係なものに見えます。',
  },
  source: deck,
  *check(drawing) {
    for (const box of drawing.boxes.values()) {
      const parent = drawing.boxes.get(box.resource.parentId ?? '');
      if (parent === undefined || !standsOnBorder(drawing.catalog, box.resource.kind, parent.resource.kind))
        continue;
      const far = distanceFrom(parent, middleOf(box));
      if (far <= near) continue;
      const [gateway, network] = [drawing.called(box.resource.id), drawing.called(parent.resource.id)];
      yield {
        on: [box.resource.id, parent.resource.id],
        message: {
          en: `${gateway.en} stands ${Math.round(far)} px off the border of ${network.en}`,
          ja: `${gateway.ja} が ${network.ja} の枠線から ${Math.round(far)} px 離れています`,
        },
        fixes: () =>
          placesOnBorder(drawing, box, parent, {
            en: `Put ${gateway.en} on the border of ${network.en}`,
            ja: `${gateway.ja} を ${network.ja} の枠線上に置く`,
          }),
      };
    }
  },
});

function middleOf({ x, y, w }: Box): Point {
  return { x: x + w / 2, y: y + iconMiddle };
}

/** How far a point is from the sides of a rectangle, in px. */
function distanceFrom({ x, y, w, h }: Rect, at: Point): number {
  const across = at.x < x ? x - at.x : at.x > x + w ? at.x - x - w : 0;
  const down = at.y < y ? y - at.y : at.y > y + h ? at.y - y - h : 0;
  if (across > 0 || down > 0) return Math.hypot(across, down);
  return Math.min(at.x - x, x + w - at.x, at.y - y, y + h - at.y);
}

/** The nearest place on the border, then others along it that look free. */
export function placesOnBorder(drawing: Drawing, box: Box, parent: Box, title: Words): readonly Plan[] {
  const middle = middleOf(box);
  const corners = new Map<string, Point>();
  const put = (at: Point): void => {
    const corner = onBorder(parent, box, at);
    corners.set(`${corner.x} ${corner.y}`, corner);
  };
  put(middle);
  for (let along = box.w / 2; along <= parent.w - box.w / 2; along += Math.max(step, parent.w / mostSteps))
    for (const y of [parent.y, parent.y + parent.h]) put({ x: parent.x + along, y });
  for (let along = iconMiddle; along <= parent.h - box.h / 2; along += Math.max(step, parent.h / mostSteps))
    for (const x of [parent.x, parent.x + parent.w]) put({ x, y: parent.y + along });
  const far = ({ x, y }: Point): number => Math.hypot(x - box.x, y - box.y);
  const others = drawing.inside(parent.resource.id).filter((other) => other !== box);
  const isFree = (corner: Point): boolean => {
    const rect = { ...corner, w: box.w, h: box.h };
    return !others.some((other) => overlaps(rect, other));
  };
  return [...corners.values()]
    .sort((a, b) => far(a) - far(b))
    .filter((corner, index) => index === 0 || isFree(corner))
    .slice(0, most)
    .map((corner) => placing(title, { [box.resource.id]: placeAt(box, corner) }));
}
