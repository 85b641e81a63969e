/** What an arrow may lead to that was let go where nothing is: choosing one draws both in one step. */
import { useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { connectNew, placeOfEnd } from '../../editor/connectNew';
import { announce } from '../../editor/session';
import { entriesOf } from '../palette/entries';
import { KindIcon } from '../palette/KindIcon';
import { groupLabels } from '../palette/words';
import { KeyHint } from '../commands/KeyHint';
import { fitting } from '../commands/ranking';
import { SearchBox, type Line } from '../commands/SearchBox';
import { useSearch } from '../commands/useSearch';
import { countWords, words as commandWords } from '../commands/words';
import { useEditor, useSay } from '../useEditor';
import { newEndWords as words } from './newEndWords';

export function NewEndBox({ surface }: { readonly surface: RefObject<HTMLElement | null> }) {
  const editor = useEditor();
  const { session, catalog } = editor;
  const say = useSay();
  const search = useSearch();
  const { query } = search;
  // As it was when it was asked for: the box is open until something is chosen or it is closed.
  const [{ end, at, entries }] = useState(() => {
    const { newEnd, viewport } = session.getState();
    const { left = 0, top = 0 } = surface.current?.getBoundingClientRect() ?? {};
    return {
      end: newEnd,
      at: {
        x: left + (newEnd?.at.x ?? 0) * viewport.zoom + viewport.x + 10,
        y: top + (newEnd?.at.y ?? 0) * viewport.zoom + viewport.y - 20,
      },
      entries:
        newEnd === null
          ? []
          : entriesOf(catalog).filter(({ kind }) => placeOfEnd(editor, newEnd, kind) !== undefined),
    };
  });
  const all = query.trim() === '' ? entries.filter(({ searchOnly }) => !searchOnly) : entries;
  const shown = fitting(all, query);
  const lines = shown.map(({ id, kind, icon, label, group }): Line => ({
    id,
    group: query.trim() === '' ? say(groupLabels[group]) : '',
    content: (
      <>
        <span className="search-box-sign">
          <KindIcon kind={kind} icon={icon} size={20} />
        </span>
        <span className="search-box-name">{say(label)}</span>
      </>
    ),
  }));
  const close = (): void => {
    session.setState({ newEnd: null });
    surface.current?.focus({ preventScroll: true });
  };
  return createPortal(
    <SearchBox
      title={say(words.title)}
      className="search-box-at"
      hint={say(words.hint)}
      at={at}
      {...search}
      lines={lines}
      onChoose={(index) => {
        const chosen = shown[index];
        if (chosen === undefined || end === null) return;
        close();
        // The box closes first and gives the focus back to the canvas, which hands it on to the arrow.
        setTimeout(() => connectNew(editor, end, chosen.kind, chosen.preset), 0);
      }}
      status={say(entries.length === 0 ? words.nothing : countWords(shown.length, shown.length))}
      foot={
        <>
          <KeyHint keys="Enter" does={say(words.choose)} />
          <KeyHint keys="Esc" does={say(commandWords.back)} />
        </>
      }
      onClose={() => {
        close();
        announce(session, words.left);
      }}
    />,
    document.querySelector('main') ?? document.body,
  );
}
