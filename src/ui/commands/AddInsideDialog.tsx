/** Adding a resource to the selected container, or to the bare canvas, by the name of its kind. */
import { useMemo, useState } from 'react';
import { shortName } from '../../editor/naming';
import { startPlacing, stopPlacing } from '../../editor/place';
import { placeByKeyboard } from '../../editor/placeByKeyboard';
import { entriesOf } from '../palette/entries';
import { KindIcon } from '../palette/KindIcon';
import { closeDialog } from '../shell/dialogs';
import { useEditor, useSay } from '../useEditor';
import { KeyHint } from './KeyHint';
import { fitting, mostShown } from './ranking';
import { SearchBox, type Line } from './SearchBox';
import { useSearch } from './useSearch';
import { chooseWords, countWords, words } from './words';

export function AddInsideDialog() {
  const editor = useEditor();
  const say = useSay();
  const search = useSearch();
  const { session, store, catalog } = editor;
  const [parent] = useState(() => store.document.resources.get([...session.getState().selection][0] ?? ''));
  const entries = useMemo(
    () =>
      entriesOf(catalog).filter(({ kind }) =>
        kind.parents.some((each) => each === (parent?.kind ?? 'canvas')),
      ),
    [catalog, parent],
  );
  const offered = entries.filter(({ searchOnly }) => !searchOnly || search.query.trim() !== '');
  const found = fitting(offered, search.query);
  const shown = found.slice(0, mostShown);
  const lines = shown.map((entry): Line => ({
    id: entry.id,
    group: '',
    content: (
      <>
        <span className="search-box-sign">
          <KindIcon kind={entry.kind} icon={entry.icon} />
        </span>
        <span className="search-box-name">{say(entry.label)}</span>
        <span className="search-box-about">{say(entry.summary)}</span>
      </>
    ),
  }));
  const choose = (index: number): void => {
    const entry = shown[index];
    if (entry === undefined) return;
    closeDialog();
    setTimeout(() => {
      startPlacing(editor, entry.kind.kind, entry.preset);
      placeByKeyboard(editor, entry.kind.kind);
      stopPlacing(editor);
    }, 0);
  };
  return (
    <SearchBox
      title={say(
        parent === undefined
          ? chooseWords.addToCanvas
          : chooseWords.addTitle(say(shortName(editor, parent.id))),
      )}
      hint={say(chooseWords.addHint)}
      {...search}
      lines={lines}
      onChoose={choose}
      status={say(countWords(found.length, shown.length))}
      foot={
        <>
          <KeyHint keys="Enter" does={say(chooseWords.add)} />
          <KeyHint keys="Esc" does={say(words.back)} />
        </>
      }
      onClose={closeDialog}
    />
  );
}
