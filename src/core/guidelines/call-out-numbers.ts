import { byNumber, callOuts, numbering, type CallOut } from './callOuts';
import { deck, defineGuideline, type Departure } from './guideline';

export default defineGuideline({
  id: 'call-out-numbers',
  summary: {
    en: 'Call-outs are numbered from 1, without gaps and each number once',
    ja: '番号は 1 から始まる連番とし、欠番や重複をなくします',
  },
  why: {
    en: 'Who reads of step 4 looks for it, and where two have its number finds the wrong one. Letters are no numbers.',
    ja: '手順 4 を探す読者は、欠番では見つけられず、重複では誤った場所を見ます。文字は番号として使いません。',
  },
  source: deck,
  *check(drawing) {
    const all = byNumber(callOuts(drawing));
    const fixes: Departure['fixes'] = () => [
      numbering(drawing, all, {
        en: all.length === 1 ? 'Number it 1' : `Renumber 1 to ${all.length}`,
        ja: all.length === 1 ? '番号を 1 にする' : `1～${all.length} に番号を振り直す`,
      }),
    ];
    const seen = new Map<number, CallOut>();
    let wanted = 1;
    for (const each of all) {
      const { number, box } = each;
      const { id } = box.resource;
      if (number === undefined) {
        yield {
          on: [id],
          message: { en: 'A call-out has no number', ja: '番号のない説明マークがあります' },
          fixes,
        };
        continue;
      }
      const before = seen.get(number);
      if (before !== undefined) {
        yield {
          on: [id, before.box.resource.id],
          message: { en: `Two call-outs have the number ${number}`, ja: `番号 ${number} が重複しています` },
          fixes,
        };
        continue;
      }
      seen.set(number, each);
      if (number !== wanted) yield { on: [id], message: missing(wanted, number), fixes };
      wanted = number + 1;
    }
  },
});

function missing(wanted: number, number: number): Departure['message'] {
  if (number < wanted)
    return { en: `Call-outs begin at 1, not at ${number}`, ja: `番号は ${number} ではなく 1 から始めます` };
  const gone = number - wanted === 1 ? `${wanted}` : `${wanted}–${number - 1}`;
  return {
    en: `${gone} is missing before call-out ${number}`,
    ja: `番号 ${number} の前の ${gone.replace('–', '～')} がありません`,
  };
}
