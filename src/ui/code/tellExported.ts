import type { Words } from '../../lib/words';
import { tell } from '../shell/messages';

/** Says what was downloaded, and what to look at first. `isFaulty`: one of the problems is an error. */
export function tellExported(
  names: readonly string[],
  problems: readonly Words[],
  { isFaulty }: { readonly isFaulty: boolean },
): void {
  const en = names.join(', ');
  const ja = names.join('、');
  const count = problems.length;
  tell({
    tone: isFaulty ? 'caution' : 'note',
    words:
      count === 0
        ? { en: `Exported ${en}.`, ja: `${ja} をエクスポートしました。` }
        : {
            en: `Exported ${en}. ${count === 1 ? 'One thing is' : `${count} things are`} to be looked at first.`,
            ja: `${ja} をエクスポートしました。使う前に確認が必要な点が ${count} 件あります。`,
          },
    particulars: problems,
  });
}
