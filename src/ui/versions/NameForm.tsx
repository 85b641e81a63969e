/** Asks for the name of a version. */
import { useEffect, useId, useRef, useState } from 'react';
import { isComposing } from '../../lib/isComposing';
import { useSay } from '../useEditor';
import { words } from './words';

export interface NameFormProps {
  readonly start: string;
  readonly onKeep: (name: string) => void;
  readonly onCancel: () => void;
}

const longest = 120;

export function NameForm({ start, onKeep, onCancel }: NameFormProps) {
  const say = useSay();
  const id = useId();
  const [name, setName] = useState(start);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  return (
    <form
      className="versions-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onKeep(name.trim());
      }}
    >
      <label htmlFor={id}>{say(words.name)}</label>
      <input
        ref={box}
        id={id}
        className="inspector-box"
        value={name}
        maxLength={longest}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          // The Enter that ends a composition does not send the form; Escape leaves the form and not the history.
          if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
          if (event.key === 'Escape' && !isComposing(event.nativeEvent)) {
            event.preventDefault();
            event.stopPropagation();
            onCancel();
          }
        }}
      />
      <p id={`${id}-hint`} className="versions-quiet">
        {say(words.nameHint)}
      </p>
      <div className="versions-actions">
        <button type="submit" className="button button-filled" disabled={name.trim() === ''}>
          {say(words.keep)}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {say(words.cancel)}
        </button>
      </div>
    </form>
  );
}
