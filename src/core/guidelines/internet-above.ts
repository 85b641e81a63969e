import type { Words } from '../../lib/words';
import type { TidyPlace } from '../catalog/kind';
import { surroundingsIn } from '../catalog/surroundings';
import type { Box } from '../drawing/boxes';
import { defineGuideline, type Departure } from './guideline';
import { placing } from './places';

export default defineGuideline({
  id: 'internet-above',
  summary: {
    en: 'What is nearer to the internet stands above: public over private',
    ja: 'インターネットに近いものを上に置きます (パブリックを上、プライベートを下)',
  },
  why: {
    en: 'North is the internet, south is inside, and east to west are Availability Zones: so one finds the way in without reading.',
    ja: '上をインターネット側、下を内部、左右をアベイラビリティーゾーンとすると、文字を読まなくても入り口が分かります。',
  },
  source: 'https://github.com/awslabs/diagram-as-code',
  isHint: true,
  *check(drawing) {
    const around = surroundingsIn(drawing.document);
    const placeOf = ({ resource }: Box): TidyPlace =>
      drawing.catalog.kind(resource.kind).tidy?.(resource, around(resource.id)) ?? {};
    for (const parent of drawing.boxes.values()) {
      if (!drawing.isOpen(parent)) continue;
      const groups = drawing.inside(parent.resource.id).filter(drawing.isOpen);
      const places = new Map(groups.map((box) => [box, placeOf(box)]));
      for (const lower of groups)
        for (const upper of groups) {
          const [own, other] = [places.get(lower), places.get(upper)];
          if (
            lower.resource.kind !== upper.resource.kind ||
            own?.row === undefined ||
            other?.row === undefined
          )
            continue;
          const isBelow =
            lower.y >= upper.y + upper.h && lower.x < upper.x + upper.w && upper.x < lower.x + lower.w;
          if (own.column !== other.column || own.row >= other.row || !isBelow) continue;
          yield tell(drawing.called(lower.resource.id), drawing.called(upper.resource.id), lower, upper);
        }
    }
  },
});

function tell(nearer: Words, farther: Words, lower: Box, upper: Box): Departure {
  const title: Words = {
    en: `Put ${nearer.en} above ${farther.en}`,
    ja: `${nearer.ja} を ${farther.ja} の上に置く`,
  };
  return {
    on: [lower.resource.id, upper.resource.id],
    message: {
      en: `${nearer.en} leads to the internet and stands below ${farther.en}`,
      ja: `インターネットにつながる ${nearer.ja} が ${farther.ja} の下にあります`,
    },
    fixes: () => [
      placing(title, {
        [lower.resource.id]: { x: upper.resource.x, y: upper.resource.y },
        [upper.resource.id]: {
          x: lower.resource.x,
          y: lower.resource.y + lower.resource.h - upper.resource.h,
        },
      }),
    ],
  };
}
