import { grown, overlaps } from '../../lib/rect';
import type { Words } from '../../lib/words';
import type { Box } from '../drawing/boxes';
import { standsOnBorder } from '../layout/border';
import type { Plan } from '../plans/plan';
import type { Drawing } from './drawing';
import { placesOnBorder } from './gateway-on-border';
import { deck, defineGuideline } from './guideline';
import { tidying } from './places';

/** So far two may reach into one another, in px: names are measured. */
const tolerance = 1;

export default defineGuideline({
  id: 'boxes-apart',
  summary: {
    en: 'Groups, icons and notes that stand side by side do not overlap',
    ja: '並んでいるグループ、アイコン、メモは重ねません',
  },
  why: {
    en: 'Of two that overlap one is hidden, and what stands on the border of a group seems to be in it.',
    ja: '重なると一方が隠れ、グループの枠線にかかるものはその中にあるように見えます。',
  },
  source: deck,
  *check(drawing) {
    const parents = [
      null,
      ...[...drawing.boxes.values()].filter(drawing.isOpen).map(({ resource }) => resource.id),
    ];
    for (const parentId of parents) {
      const parent = drawing.boxes.get(parentId ?? '');
      for (const [first, second] of overlapping(drawing, drawing.inside(parentId))) {
        const [one, other] = [drawing.called(first.resource.id), drawing.called(second.resource.id)];
        const title: Words = {
          en: `Put ${one.en} and ${other.en} apart`,
          ja: `${one.ja} と ${other.ja} を離す`,
        };
        yield {
          on: [second.resource.id, first.resource.id],
          message: {
            en: `${other.en} and ${one.en} overlap`,
            ja: `${other.ja} と ${one.ja} が重なっています`,
          },
          fixes: () => apart(drawing, title, parent, [second, first]),
        };
      }
    }
  },
});

/** Each pair once, in the order in which they are drawn. */
function overlapping(drawing: Drawing, beside: readonly Box[]): [Box, Box][] {
  const standing = beside
    .map((box, order) => {
      const parts = drawing.parts(box);
      const left = Math.min(...parts.map(({ x }) => x));
      return { box, order, parts, left, right: Math.max(...parts.map(({ x, w }) => x + w)) };
    })
    .sort((a, b) => a.left - b.left);
  const found: (readonly [(typeof standing)[number], (typeof standing)[number]])[] = [];
  // From left to right: those that begin beyond one's right end, and all behind them, are beside it.
  standing.forEach((one, at) => {
    for (let next = at + 1; next < standing.length; next++) {
      const other = standing[next];
      if (other === undefined || other.left >= one.right) break;
      if (one.parts.some((part) => other.parts.some((each) => overlaps(grown(part, -tolerance), each))))
        found.push(one.order < other.order ? [one, other] : [other, one]);
    }
  });
  return found
    .sort(([a, b], [c, d]) => a.order - c.order || b.order - d.order)
    .map(([one, other]) => [one.box, other.box]);
}

/** One of them moves as little as may be, else the other, else all that stands there. Gateways stay on their border. */
function apart(
  drawing: Drawing,
  title: Words,
  parent: Box | undefined,
  pair: readonly Box[],
): readonly Plan[] {
  const parentId = parent?.resource.id ?? null;
  const single = pair.flatMap((box): readonly (Plan | undefined)[] =>
    parent !== undefined && standsOnBorder(drawing.catalog, box.resource.kind, parent.resource.kind)
      ? placesOnBorder(drawing, box, parent, title).slice(1)
      : [tidying(drawing, title, parentId, [box.resource.id])],
  );
  return [...single, tidying(drawing, title, parentId)].filter((plan) => plan !== undefined);
}
