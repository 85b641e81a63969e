import { nameFit } from '../picture/lines';
import { iconName } from '../picture/shapes/icon';
import { deck, defineGuideline } from './guideline';

export default defineGuideline({
  id: 'label-lines',
  summary: {
    en: 'The label of an icon has at most two lines, and no word of it is broken',
    ja: 'アイコンのラベルは 2 行以内とし、単語の途中で改行しません',
  },
  why: {
    en: 'A longer name is cut with an ellipsis, or runs into its neighbours. Give the resource a shorter one; what else there is to say fits a note.',
    ja: '長い名前は省略記号で切れるか、隣のものと重なります。短い名前にし、補足はメモに書いてください。',
  },
  source: deck,
  *check({ boxes, catalog, called }) {
    const { room, lines, type } = iconName;
    for (const { resource } of boxes.values()) {
      if (catalog.kind(resource.kind).shape.as !== 'icon' || resource.name.trim() === '') continue;
      const fit = nameFit(resource.name, room, lines, type);
      if (fit === 'whole') continue;
      const { en, ja } = called(resource.id);
      // How to say it shorter only a person knows, and the name of a resource is in its template too.
      yield {
        on: [resource.id],
        message:
          fit === 'cut'
            ? {
                en: `The name ${en} is too long for two lines of ${room} px`,
                ja: `名前 ${ja} は 2 行 (幅 ${room} px) に収まりません`,
              }
            : {
                en: `A word of the name ${en} is wider than ${room} px and is broken`,
                ja: `名前 ${ja} には幅 ${room} px を超える単語があり、途中で改行されます`,
              },
      };
    }
  },
});
