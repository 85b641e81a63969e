import type { Words } from '../../lib/words';
import { isFrame } from '../catalog/kind';
import { titleLacks } from '../picture/shapes/container';
import { deck, defineGuideline } from './guideline';
import { placing, placingWithRoom } from './places';

/** Widths are whole steps of the grid, in px. */
const step = 8;

export default defineGuideline({
  id: 'group-title-whole',
  summary: {
    en: 'The title of a group is shown whole, on one line',
    ja: 'グループのタイトルは、省略せず 1 行で表示します',
  },
  why: {
    en: 'Public and private subnets differ by little more than their titles. Where one is cut, widen the group or give it a shorter name.',
    ja: 'パブリックサブネットとプライベートサブネットの違いは、ほぼタイトルだけです。途中で切れる場合は、グループを広げるか、名前を短くしてください。',
  },
  source: deck,
  *check(drawing) {
    const { catalog, document, looks } = drawing;
    // English labels are the longer ones.
    const say = ({ en }: Words): string => en;
    for (const box of drawing.boxes.values()) {
      const { resource } = box;
      const isFramed = isFrame(catalog.kind(resource.kind).shape);
      if (!isFramed && !drawing.isOpen(box)) continue;
      const lacks = titleLacks(box, { catalog, document, looks, say });
      if (lacks <= 0) continue;
      const { en, ja } = drawing.called(resource.id);
      const w = Math.ceil((resource.w + lacks) / step) * step;
      const title = { en: `Widen ${en} to ${w} px`, ja: `${ja} の幅を ${w} px に広げる` };
      const places = { [resource.id]: { w } };
      yield {
        on: [resource.id],
        message: {
          en: `The title of ${en} is cut: it lacks ${Math.ceil(lacks)} px`,
          ja: `${ja} のタイトルが途中で切れています (${Math.ceil(lacks)} px 不足)`,
        },
        fixes: () => [isFramed ? placing(title, places) : placingWithRoom(drawing, title, places)],
      };
    }
  },
});
