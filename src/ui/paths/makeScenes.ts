/** Makes a presentation of a comparison, adds it to the scenes as one step, and opens their panel. */
import { comparedRows } from '../../core/compare/comparedRows';
import { atOwnPrices } from '../../core/cost/costLines';
import type { ResourceId } from '../../core/model/document';
import { comparisonScenes } from '../../core/storyboard/comparing';
import { planAdding } from '../../core/storyboard/draft';
import type { Editor } from '../../editor/editor';
import { announce, notify } from '../../editor/session';
import type { Words } from '../../lib/words';
import type { Answer } from './compared';
import { words } from './words';

export function makeScenes(editor: Editor, { asked, ways }: Answer): void {
  const { catalog, store, session } = editor;
  const rows = comparedRows(ways);
  const drafts = comparisonScenes(
    catalog,
    asked.base,
    asked.flow,
    ways.map(({ alternative: { id, title, passage }, seen }, index) => ({
      id,
      title,
      // What draws the question is in the design by then.
      plan: { title: seen.title, commands: seen.commands.slice(asked.commands.length) },
      hops:
        passage?.hops.flatMap(({ resource }): readonly ResourceId[] =>
          resource === null ? [] : [resource],
        ) ?? [],
      facts: rows.flatMap(({ id: row, label, cells, isAtOwnPrices }) => {
        const cell = cells[index];
        return cell === undefined || notPresented.has(row)
          ? []
          : [{ label: isAtOwnPrices ? atOwn(label) : label, value: cell.brief, isAside: row === 'plan' }];
      }),
    })),
  );
  if (drafts.length === 0 || store.document !== asked.document) {
    notify(session, {
      en: 'The design has changed meanwhile; try again.',
      ja: '設計が変更されました。もう一度お試しください。',
    });
    return;
  }
  const { first: _, ...plan } = planAdding(asked.base, words.makeScenes, drafts, () => editor.newId('scene'));
  store.apply({ ...plan, commands: [...asked.commands, ...plan.commands] });
  session.setState({ panel: 'scenes', comparing: null });
  announce(session, {
    en: `${drafts.length} scenes added`,
    ja: `${drafts.length} 件のシーンを追加しました`,
  });
}

/** Who sees the scenes is not the one whose prices they are. */
function atOwn({ en, ja }: Words): Words {
  return { en: `${en} ${atOwnPrices.en}`, ja: `${ja} (${atOwnPrices.ja})` };
}

/** What takes more words than a slide has room for. */
const notPresented: ReadonlySet<string> = new Set(['assumed']);
