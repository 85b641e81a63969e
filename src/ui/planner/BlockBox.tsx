/** A value of a subnet as text: what cannot be is said while it is typed, and is not taken. */
import { useId, useState } from 'react';
import { isComposing } from '../../lib/isComposing';
import type { Words } from '../../lib/words';
import { useSay } from '../useEditor';

export interface BlockBoxProps {
  readonly label: string;
  readonly value: string;
  readonly isShort?: boolean;
  /** Why a text cannot be taken. */
  readonly faultOf: (text: string) => Words | undefined;
  readonly onTake: (text: string) => void;
}

export function BlockBox({ label, value, isShort = false, faultOf, onTake }: BlockBoxProps) {
  const say = useSay();
  const id = useId();
  const [typed, setTyped] = useState(value);
  // A value from elsewhere (a drag, undo) takes the place of what is typed.
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const text = typed.trim();
  const fault = text === value ? undefined : faultOf(text);
  const take = (): void => {
    if (text !== value && fault === undefined) onTake(text);
  };
  return (
    <>
      <input
        className={isShort ? 'inspector-box mono planner-short' : 'inspector-box mono'}
        aria-label={label}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={fault === undefined ? undefined : id}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          take();
          if (fault !== undefined) setTyped(value);
        }}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Enter') take();
          if (event.key === 'Escape' && typed !== value) {
            setTyped(value);
            event.preventDefault();
            event.stopPropagation();
          }
        }}
      />
      {fault === undefined ? null : (
        <p id={id} className="inspector-fault">
          {say(fault)}
        </p>
      )}
    </>
  );
}
