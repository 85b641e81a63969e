/** What is another since the version before, in one line: `2 added: Web2, Db · 1 removed: Old · 1 arrow`. */
import type { Words } from '../../lib/words';
import type { ChangeCounts } from '../../worker/versionsProtocol';

/** So many are named of a group, and the others counted. */
const mostNamed = 2;

export function summaryWords({ added, removed, changed, flows, elsewhere }: ChangeCounts): Words {
  const parts = [
    part(added, 'added', '追加'),
    part(removed, 'removed', '削除'),
    part(changed, 'changed', '変更'),
    ...(flows === 0 ? [] : [{ en: flows === 1 ? '1 arrow' : `${flows} arrows`, ja: `矢印 ${flows} 件` }]),
    ...(elsewhere === 0 ? [] : [{ en: `${elsewhere} drawn elsewhere`, ja: `位置のみ ${elsewhere} 件` }]),
  ].filter((each) => each !== undefined);
  if (parts.length === 0) return { en: 'No change on the canvas', ja: '図の変更なし' };
  return { en: parts.map(({ en }) => en).join(' · '), ja: parts.map(({ ja }) => ja).join(' · ') };
}

function part(names: readonly string[], en: string, ja: string): Words | undefined {
  if (names.length === 0) return undefined;
  const rest = names.length - mostNamed;
  const shown = names.slice(0, mostNamed);
  return {
    en: `${names.length} ${en}: ${shown.join(', ')}${rest > 0 ? ', …' : ''}`,
    ja: `${ja} ${names.length} 件: ${shown.join('、')}${rest > 0 ? ' ほか' : ''}`,
  };
}
