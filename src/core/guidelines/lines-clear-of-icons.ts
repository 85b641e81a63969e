import { deck, defineGuideline } from './guideline';
import { crossed, plainLines, turning } from './plainLine';

export default defineGuideline({
  id: 'lines-clear-of-icons',
  summary: {
    en: 'An arrow does not run through an icon that it has nothing to do with',
    ja: '矢印は、関係のないアイコンの上を通しません',
  },
  why: {
    en: 'It seems to begin or to end there, and covers the icon. Lead it around, or move its ends.',
    ja: 'そのアイコンが始点や終点に見え、アイコンも隠れます。迂回させるか、端の位置を変えてください。',
  },
  source: deck,
  *check(drawing) {
    for (const line of plainLines(drawing))
      for (const icon of crossed(drawing, line)) {
        const { id } = line.box.resource;
        const [name, under] = [drawing.called(id), drawing.called(icon.resource.id)];
        yield {
          on: [id, icon.resource.id],
          message: {
            en: `${name.en} runs through ${under.en}`,
            ja: `${name.ja} が ${under.ja} の上を通っています`,
          },
          ...(line.isAngled || line.box.w === 0 || line.box.h === 0
            ? {}
            : {
                fixes: () => [
                  turning(line, true, {
                    en: `Draw ${name.en} with right angles`,
                    ja: `${name.ja} を直角に折る`,
                  }),
                ],
              }),
        };
      }
  },
});
