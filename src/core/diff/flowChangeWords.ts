/** What has become of the verdict of a drawn flow, in words: `reachable → blocked`. */
import type { Words } from '../../lib/words';
import type { Verdict } from '../network/trace';

/** Null: it is not drawn in that design. */
export function flowChangeWords(before: Verdict | null, after: Verdict | null): Words {
  const [was, is] = [wordsFor(before), wordsFor(after)];
  return { en: `${was.en} → ${is.en}`, ja: `${was.ja} → ${is.ja}` };
}

function wordsFor(verdict: Verdict | null): Words {
  switch (verdict) {
    case null:
      return { en: 'not drawn', ja: 'なし' };
    case 'reachable':
      return { en: 'reachable', ja: '到達可能' };
    case 'blocked':
      return { en: 'blocked', ja: 'ブロック' };
    case 'unknown':
      return { en: 'cannot say', ja: '判定不能' };
  }
}
