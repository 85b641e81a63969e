import type { Words } from '../../lib/words';
import { deck, defineGuideline } from './guideline';
import { crossed, plainLines, turned, turning, type DrawnLine } from './plainLine';
import { placing } from './places';
import type { Plan } from '../plans/plan';

/** A line that rises by no more than that over all its length is meant to be level, in px. */
const slant = 12;

export default defineGuideline({
  id: 'lines-right-angled',
  summary: {
    en: 'Arrows are straight and right-angled; diagonal only where right angles are impossible',
    ja: '矢印は直線と直角で描き、斜めの線は直角にできない場合だけ使います',
  },
  why: {
    en: 'Lines along the two axes stay apart where they cross, and one can follow them. Arrows of traffic are routed so; a plain one is drawn as it was dragged.',
    ja: '縦横の線は交差しても見分けられ、たどりやすくなります。通信の矢印は自動で直角になりますが、図だけの矢印は描いたとおりになります。',
  },
  source: deck,
  *check(drawing) {
    for (const line of plainLines(drawing)) {
      const { box, isAngled } = line;
      if (isAngled || box.w === 0 || box.h === 0) continue;
      const isSlanted = Math.min(box.w, box.h) <= slant;
      // Through an icon there is no right way.
      if (!isSlanted && crossed(drawing, turned(line, true)).length > crossed(drawing, line).length) continue;
      const { en, ja } = drawing.called(box.resource.id);
      yield {
        on: [box.resource.id],
        message: isSlanted
          ? {
              en: `${en} is slanted by ${Math.min(box.w, box.h)} px`,
              ja: `${ja} が ${Math.min(box.w, box.h)} px 傾いています`,
            }
          : { en: `${en} is diagonal`, ja: `${ja} が斜めになっています` },
        fixes: () => [
          ...(isSlanted ? [levelled(line, { en: `Straighten ${en}`, ja: `${ja} をまっすぐにする` })] : []),
          turning(line, true, { en: `Draw ${en} with right angles`, ja: `${ja} を直角に折る` }),
        ],
      };
    }
  },
});

function levelled({ box }: DrawnLine, title: Words): Plan {
  const { id, x, y, w, h } = box.resource;
  const to = w >= h ? { y: Math.round(y + h / 2), h: 0 } : { x: Math.round(x + w / 2), w: 0 };
  return placing(title, { [id]: to });
}
