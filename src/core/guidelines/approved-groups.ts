import { call } from '../commands';
import { isFrame } from '../catalog/kind';
import { valuesOf } from '../model/queries';
import { deck, defineGuideline } from './guideline';

export default defineGuideline({
  id: 'approved-groups',
  summary: {
    en: 'Groups are those of AWS’s deck of architecture icons',
    ja: 'グループには AWS 公式のものだけを使います',
  },
  why: {
    en: 'Readers know them by colour and border. What is none of them is a generic group, grey and dashed. A frame that only marks a page of the diagram may stay as it is.',
    ja: '読者は色と枠線で種類を見分けます。どれにも当てはまらないものは、灰色の破線の汎用グループにします。ページの範囲を示すだけのフレームはそのままで構いません。',
  },
  source: deck,
  isHint: true,
  *check({ boxes, catalog, called }) {
    for (const { resource } of boxes.values()) {
      const { shape } = catalog.kind(resource.kind);
      if (!isFrame(shape) || shape.as !== 'picture' || shape.draws !== 'frame') continue;
      if (shape.isGroup(valuesOf(resource))) continue;
      const { id } = resource;
      const { en, ja } = called(id);
      yield {
        on: [id],
        message: {
          en: `${en} is not one of AWS’s own groups`,
          ja: `${ja} は AWS 公式のグループではありません`,
        },
        fixes: () => [
          {
            title: { en: `Draw ${en} as a generic group`, ja: `${ja} を汎用グループにする` },
            commands: [call('setProps', { id, props: shape.asGroup })],
          },
        ],
      };
    }
  },
});
