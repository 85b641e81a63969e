/** Drawing an arrow from the selected resource to another that is chosen by name. */
import { useMemo, useState } from 'react';
import { connect } from '../../editor/connect';
import { shortName } from '../../editor/naming';
import { ResourceIcon } from '../ResourceName';
import { closeDialog } from '../shell/dialogs';
import { useEditor, useSay } from '../useEditor';
import { KeyHint } from './KeyHint';
import { placesOf } from './places';
import { fitting, mostShown } from './ranking';
import { SearchBox, type Line } from './SearchBox';
import { useSearch } from './useSearch';
import { chooseWords, countWords, words } from './words';

export function ConnectToDialog() {
  const editor = useEditor();
  const say = useSay();
  const search = useSearch();
  const [from] = useState(() => [...editor.session.getState().selection][0] ?? '');
  const ends = useMemo(
    () =>
      placesOf(editor).filter(({ id, isFlow }) => {
        const resource = editor.store.document.resources.get(id);
        return (
          !isFlow &&
          id !== from &&
          resource !== undefined &&
          editor.catalog.kind(resource.kind).isEnd === true
        );
      }),
    [editor, from],
  );
  const found = fitting(ends, search.query);
  const shown = found.slice(0, mostShown);
  const lines = shown.map(({ id, name, about }): Line => ({
    id,
    group: '',
    content: (
      <>
        <span className="search-box-sign">
          <ResourceIcon id={id} size={20} />
        </span>
        <span className="search-box-name">{name}</span>
        <span className="search-box-about">{say(about)}</span>
      </>
    ),
  }));
  const choose = (index: number): void => {
    const to = shown[index];
    if (to === undefined) return;
    closeDialog();
    setTimeout(() => connect(editor, from, to.id), 0);
  };
  return (
    <SearchBox
      title={say(chooseWords.connectTitle(say(shortName(editor, from))))}
      hint={say(chooseWords.connectHint)}
      {...search}
      lines={lines}
      onChoose={choose}
      status={say(countWords(found.length, shown.length))}
      foot={
        <>
          <KeyHint keys="Enter" does={say(chooseWords.draw)} />
          <KeyHint keys="Esc" does={say(words.back)} />
        </>
      }
      onClose={closeDialog}
    />
  );
}
