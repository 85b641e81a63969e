/** Which two are compared: versions, the diagram of now, or a file that is opened for it. */
import { useId, useState } from 'react';
import type { Document } from '../../core/model/document';
import type { Words } from '../../lib/words';
import { pickFiles } from '../files/pickFiles';
import { readFiles } from '../files/readFiles';
import { words as fileWords } from '../files/words';
import { SwapGlyph } from './SwapGlyph';
import { useSay } from '../useEditor';
import type { Side, Sides } from './ComparePane';
import type { Version } from './version';
import { words } from './words';

export interface NamedFile {
  readonly name: string;
  readonly document: Document;
}

export interface SideChoiceProps {
  readonly sides: Sides;
  readonly list: readonly Version[];
  readonly file: NamedFile | null;
  readonly captionFor: (side: Side) => string;
  readonly onChoose: (sides: Sides) => void;
  readonly onFile: (file: NamedFile) => void;
}

export function SideChoice({ sides, list, file, captionFor, onChoose, onFile }: SideChoiceProps) {
  const say = useSay();
  const [fault, setFault] = useState<Words | null>(null);
  const { before, after } = sides;
  const all: readonly Side[] = ['now', ...(file === null ? [] : ['file']), ...list.map(({ id }) => id)];

  const open = async (): Promise<void> => {
    const picked = await pickFiles(say(fileWords.openable));
    const first = picked?.files[0];
    if (picked === undefined || first === undefined) return;
    const opened = await readFiles(picked.files);
    if (opened.as === 'nothing') {
      const { en, ja } = opened.failure.message;
      setFault({ en: `${first.name}: ${en}`, ja: `${first.name}: ${ja}` });
      return;
    }
    setFault(null);
    onFile({ name: first.name, document: opened.document });
  };

  return (
    <div className="compare-sides">
      <Choice
        label={say(words.earlier)}
        value={before}
        all={all}
        captionFor={captionFor}
        onChoose={(side) => onChoose({ before: side, after })}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={say(words.swap)}
        title={say(words.swap)}
        disabled={before === null}
        onClick={() => {
          if (before !== null) onChoose({ before: after, after: before });
        }}
      >
        <SwapGlyph />
      </button>
      <Choice
        label={say(words.later)}
        value={after}
        all={all}
        captionFor={captionFor}
        onChoose={(side) => onChoose({ before, after: side })}
      />
      <button type="button" className="button button-outlined compare-file" onClick={() => void open()}>
        {say(words.compareWithFile)}
      </button>
      {fault === null ? null : (
        <p role="alert" className="versions-fault">
          {say(fault)}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: Side | null;
  readonly all: readonly Side[];
  readonly captionFor: (side: Side) => string;
  readonly onChoose: (side: Side) => void;
}

function Choice({ label, value, all, captionFor, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="compare-side">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="inspector-select"
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        {value === null ? <option value="">—</option> : null}
        {all.map((side) => (
          <option key={side} value={side}>
            {captionFor(side)}
          </option>
        ))}
      </select>
    </div>
  );
}
