/** What one chooses with in the dialog of pictures: one of a list, and a thing or not. */
import { useId, type ReactNode } from 'react';
import type { Words } from '../../lib/words';
import { useSay } from '../useEditor';

interface ChoiceProps<T extends string> {
  readonly label: Words;
  readonly value: T;
  readonly options: Readonly<Partial<Record<T, Words>>>;
  readonly onChange: (value: T) => void;
}

export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const say = useSay();
  const id = useId();
  return (
    <div className="picture-choice">
      <label htmlFor={id}>{say(label)}</label>
      <select
        id={id}
        className="inspector-select"
        value={value}
        // Its options are the keys of what was given.
        onChange={(event) => onChange(event.currentTarget.value as T)}
      >
        {(Object.entries(options) as [T, Words][]).map(([name, text]) => (
          <option key={name} value={name}>
            {say(text)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SwitchProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly help?: string;
  readonly children: ReactNode;
}

export function Switch({ checked, onChange, help, children }: SwitchProps) {
  const id = useId();
  return (
    <div className="picture-switch">
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={help === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {children}
      </label>
      {help === undefined ? null : (
        <p id={id} className="picture-help">
          {help}
        </p>
      )}
    </div>
  );
}
