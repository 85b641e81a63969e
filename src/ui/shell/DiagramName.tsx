/** The diagram's name; a click makes it a field. */
import { useState } from 'react';
import { isComposing } from '../../lib/isComposing';
import { nameWords } from '../../lib/nameWords';
import { useDocument, useEditor, useSay } from '../useEditor';
import { words } from './words';

export function DiagramName() {
  const { store } = useEditor();
  const say = useSay();
  const name = useDocument((document) => document.name);
  const title = name === '' ? say(words.untitled) : say(nameWords(name));
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null)
    return (
      <button
        type="button"
        className={name === '' ? 'diagram-name diagram-name-empty' : 'diagram-name'}
        aria-label={`${say(words.rename)}: ${title}`}
        title={title}
        onClick={() => setTyped(name)}
      >
        {title}
      </button>
    );
  const leave = (kept: string): void => {
    setTyped(null);
    if (kept.trim() !== name) store.commit('renameDocument', { name: kept.trim() });
  };
  return (
    <input
      className="field diagram-name-field"
      aria-label={say(words.diagramName)}
      placeholder={say(words.untitled)}
      value={typed}
      maxLength={200}
      // The field takes the place of the button that was just pressed.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => leave(typed)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Enter') leave(typed);
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
