/** What the selected resource can become: Enter puts the kind in its place. */
import { useMemo, useState } from 'react';
import { replacementsFor, replaceWith } from '../../editor/replacing';
import { iconAddress } from '../builtFile';
import { closeDialog } from '../shell/dialogs';
import { useEditor, useSay } from '../useEditor';
import { fold } from '../palette/entries';
import { KeyHint } from './KeyHint';
import { fitting } from './ranking';
import { SearchBox, type Line } from './SearchBox';
import { useSearch } from './useSearch';
import { countWords, words as shared } from './words';

const words = {
  title: { en: 'Replace with', ja: '種類を置き換え' },
  hint: { en: 'Which kind of resource?', ja: '置き換える種類を選択' },
  nothing: { en: 'No other kind does its work', ja: '置き換えられる種類はありません' },
};

export function ReplaceDialog() {
  const editor = useEditor();
  const say = useSay();
  const search = useSearch();
  const { query } = search;
  const [id] = useState(() => [...editor.session.getState().selection][0] ?? '');
  const all = useMemo(
    () =>
      replacementsFor(editor, id).map((replacement) => {
        const { label, summary } = replacement.kind;
        return { replacement, names: [label.en, label.ja, summary.en, summary.ja].map(fold) };
      }),
    [editor, id],
  );
  const shown = fitting(all, query);
  const name = editor.store.document.resources.get(id)?.name ?? '';
  const lines = shown.map(({ replacement: { kind } }): Line => ({
    id: kind.kind,
    group: name,
    content: (
      <>
        <span className="search-box-sign">
          {kind.icon === null ? null : <img src={iconAddress(kind.icon)} alt="" width={20} height={20} />}
        </span>
        <span className="search-box-name">{say(kind.label)}</span>
        <span className="search-box-about">{say(kind.summary)}</span>
      </>
    ),
  }));
  return (
    <SearchBox
      title={say(words.title)}
      hint={say(words.hint)}
      {...search}
      lines={lines}
      onChoose={(index) => {
        const chosen = shown[index];
        closeDialog();
        if (chosen !== undefined) setTimeout(() => replaceWith(editor, id, chosen.replacement), 0);
      }}
      status={say(all.length === 0 ? words.nothing : countWords(shown.length, shown.length))}
      foot={
        <>
          <KeyHint keys="Enter" does={say(shared.run)} />
          <KeyHint keys="Esc" does={say(shared.back)} />
        </>
      }
      onClose={closeDialog}
    />
  );
}
