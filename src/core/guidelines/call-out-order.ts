import {
  acrossFirst,
  byNumber,
  callOuts,
  clockwiseFrom,
  downFirst,
  numbering,
  type CallOut,
} from './callOuts';
import { deck, defineGuideline } from './guideline';

export default defineGuideline({
  id: 'call-out-order',
  summary: {
    en: 'Call-outs follow one another from left to right, from top to bottom, or clockwise',
    ja: '番号は、左から右、上から下、または時計回りに並べます',
  },
  why: {
    en: 'The eye finds the next number where it looks for it. Traffic that goes there and back may well need another order; then leave it.',
    ja: '次の番号を自然な位置で見つけられます。往復する通信のように、別の順序が必要な場合はそのままで構いません。',
  },
  source: deck,
  isHint: true,
  *check(drawing) {
    const all = byNumber(callOuts(drawing)).filter(({ number }) => number !== undefined);
    const [first] = all;
    // Three stand in a circle whatever their order is; of two there is only one.
    if (first === undefined || all.length < 3) return;
    const orders = [acrossFirst(all), downFirst(all), clockwiseFrom(first, all)];
    const likest = orders.reduce((best, each) => (misplaced(each, all) < misplaced(best, all) ? each : best));
    if (misplaced(likest, all) === 0) return;
    const at = all.findIndex((each, index) => likest[index] !== each);
    const [wrong, before] = [all[at], all[at - 1]];
    if (wrong === undefined) return;
    yield {
      on: [wrong.box.resource.id, ...(before === undefined ? [] : [before.box.resource.id])],
      message: {
        en: `Call-out ${wrong.number ?? '?'} is not where one looks for it${before === undefined ? '' : ` after ${before.number ?? '?'}`}`,
        ja: `番号 ${wrong.number ?? '?'} が、${before === undefined ? '最初の番号' : `${before.number ?? '?'} の次`}として探す位置にありません`,
      },
      fixes: () => [
        numbering(drawing, likest, {
          en: 'Renumber by where they stand',
          ja: '位置の順に番号を振り直す',
        }),
        numbering(drawing, acrossFirst(all), {
          en: 'Renumber from top left to bottom right',
          ja: '左上から右下へ番号を振り直す',
        }),
      ],
    };
  },
});

/** How many stand elsewhere than in an order. */
function misplaced(order: readonly CallOut[], all: readonly CallOut[]): number {
  return all.filter((each, index) => order[index] !== each).length;
}
