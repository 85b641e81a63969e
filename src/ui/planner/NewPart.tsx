/** A new subnet of some size, at the first place that is free. */
import { useId, useState } from 'react';
import { partText, type AddressPlan } from '../../core/addresses/addressPlan';
import { lengthsOf, usualPrefix } from '../../core/addresses/gestures';
import { nextFree } from '../../core/addresses/proposals';
import { addPart, type Outcome } from '../../editor/planning';
import { PlusGlyph } from '../glyphs';
import { useEditor, useSay } from '../useEditor';
import { plainNumber, words } from './words';

export interface NewPartProps {
  readonly plan: AddressPlan;
  readonly onDone: (outcome: Outcome) => void;
}

export function NewPart({ plan, onDone }: NewPartProps) {
  const editor = useEditor();
  const say = useSay();
  const id = useId();
  const [prefix, setPrefix] = useState(usualPrefix(4));
  if (!plan.spaces.some(({ block }) => block.family === 4)) return null;
  const { shortest, longest } = lengthsOf(4);
  const place = nextFree(plan, 4, prefix);
  return (
    <div className="planner-new">
      <label htmlFor={id}>{say(words.newSubnet)}</label>
      <select
        id={id}
        className="inspector-select"
        value={prefix}
        onChange={({ target }) => setPrefix(Number(target.value))}
      >
        {Array.from({ length: longest - shortest + 1 }, (_, index) => shortest + index).map((each) => (
          <option key={each} value={each}>
            {`/${each} (${plainNumber(2 ** (32 - each))})`}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button button-outlined"
        disabled={place === undefined}
        onClick={() => {
          if (place !== undefined) onDone(addPart(editor, plan, place));
        }}
      >
        <PlusGlyph />
        {place === undefined
          ? say(words.noRoom)
          : `${say(words.add)} ${partText(place.space.block, place.block)}`}
      </button>
    </div>
  );
}
