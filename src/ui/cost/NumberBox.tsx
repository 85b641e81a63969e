/** A box for a number within bounds. What is no such number is marked and told, and changes nothing. */
import { useId, useState } from 'react';
import type { Words } from '../../lib/words';
import { useSay } from '../useEditor';
import { numberRefused } from './chartWords';

export interface NumberBoxProps {
  readonly label: Words;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}

export function NumberBox({ label, value, least, most, unit, onChange }: NumberBoxProps) {
  const say = useSay();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const isRefused = draft !== null && numberIn(draft, least, most) === undefined;
  return (
    <div className="chart-input">
      <label htmlFor={id}>{say(label)}</label>
      <span className="chart-box">
        <input
          id={id}
          className="inspector-box mono"
          inputMode="numeric"
          aria-invalid={isRefused ? true : undefined}
          aria-describedby={isRefused ? `${id}-fault` : undefined}
          value={draft ?? String(value)}
          onChange={({ target }) => {
            const next = numberIn(target.value, least, most);
            setDraft(target.value);
            if (next !== undefined) onChange(next);
          }}
          onKeyDown={(event) => {
            const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
            if (step === undefined || event.nativeEvent.isComposing) return;
            event.preventDefault();
            setDraft(null);
            onChange(Math.min(most, Math.max(least, value + step * stepOf(value, most))));
          }}
          // A number that was refused stays to be mended.
          onBlur={() => {
            if (!isRefused) setDraft(null);
          }}
        />
        {unit === undefined ? null : <span>{unit}</span>}
      </span>
      {isRefused ? (
        <span className="chart-fault" id={`${id}-fault`} role="alert">
          {say(numberRefused(least, most))}
        </span>
      ) : null}
    </div>
  );
}

/** A whole number; full-width digits come from Japanese keyboards, commas from people. */
function numberIn(text: string, least: number, most: number): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  const number = /^\d+$/.test(plain) ? Number(plain) : NaN;
  return number >= least && number <= most ? number : undefined;
}

/** One of the second digit: from 1,000 on by hundreds. */
function stepOf(value: number, most: number): number {
  if (most <= 100) return 1;
  return Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(value, 1))) - 1));
}
