/** Finding resources: each hit is shown on the canvas; Escape puts everything back as it was. */
import { useMemo, useState } from 'react';
import { keysText } from '../../editor/keyboard';
import { ResourceIcon } from '../ResourceName';
import { closeDialog } from '../shell/dialogs';
import { isMac } from '../shell/isMac';
import { useEditor, useSay } from '../useEditor';
import { KeyHint } from './KeyHint';
import { placesOf } from './places';
import { fitting, mostShown } from './ranking';
import { SearchBox, type Line } from './SearchBox';
import { useSearch } from './useSearch';
import { showHit } from './showHit';
import { countWords, words } from './words';

export function FindDialog() {
  const editor = useEditor();
  const { session } = editor;
  const say = useSay();
  const search = useSearch();
  const { query } = search;
  const [before] = useState(() => {
    const { selection, flowInFocus, viewport } = session.getState();
    return { selection, flowInFocus, viewport };
  });
  const places = useMemo(() => placesOf(editor).filter(({ isFlow }) => !isFlow), [editor]);
  const hits = fitting(places, query);
  const shown = hits.slice(0, mostShown);
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
  const show = (index: number): void => {
    const hit = shown[index];
    search.onActive(index);
    if (hit !== undefined) showHit(editor, hit.id);
  };
  const accept = (index: number): void => {
    show(index);
    closeDialog();
    const { selection } = session.getState();
    // Once the box is gone, so that the focus goes to what was found and not back.
    setTimeout(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      session.setState({ selection: new Set(selection) });
    }, 0);
  };
  return (
    <SearchBox
      title={say(words.find)}
      className="search-box-aside"
      hint={say(words.findHint)}
      {...search}
      onQuery={(text) => {
        search.onQuery(text);
        const [first] = text.trim() === '' ? [] : fitting(places, text);
        if (first === undefined) session.setState(before);
        else showHit(editor, first.id);
      }}
      lines={lines}
      onActive={show}
      onChoose={(index, how) => {
        if (how === 'click' || how === 'mod-enter' || shown.length === 1) accept(index);
        else show((index + (how === 'enter' ? 1 : shown.length - 1)) % shown.length);
      }}
      status={say(countWords(hits.length, shown.length))}
      foot={
        <>
          <KeyHint keys="Enter" does={say(words.next)} />
          <KeyHint keys={keysText({ key: 'Enter', shift: true }, isMac)} does={say(words.previous)} />
          <KeyHint keys={keysText({ key: 'Enter', mod: true }, isMac)} does={say(words.select)} />
          <KeyHint keys="Esc" does={say(words.back)} />
        </>
      }
      onClose={() => {
        session.setState(before);
        closeDialog();
      }}
    />
  );
}
