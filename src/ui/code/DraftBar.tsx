/** Below a text that the diagram does not follow: why, where, and how to give it up. */
import { WarningGlyph } from '../glyphs';
import { useSay } from '../useEditor';
import type { Draft, TextEditing } from './editingState';
import { words } from './words';

export interface DraftBarProps {
  readonly draft: Draft;
  readonly editing: TextEditing;
  readonly goTo: (place: { readonly line: number; readonly column: number }) => void;
}

export function DraftBar({ draft: { fault, isBehind }, editing, goTo }: DraftBarProps) {
  const say = useSay();
  // While the text is being read there is nothing to say yet.
  if (fault === null) return null;
  const { line, column = 1 } = fault;
  return (
    <div className="code-draft">
      <WarningGlyph />
      <p role="status">
        <strong>{say(words.draft)}</strong>
        {` (${line === undefined ? '' : `${line}:${column}: `}${say(fault.message)})`}
        {isBehind && ` ${say(words.behind)}`}
      </p>
      <div className="code-draft-buttons">
        {line !== undefined && (
          <button type="button" className="button button-outlined" onClick={() => goTo({ line, column })}>
            {say(words.goThere)}
          </button>
        )}
        <button type="button" className="button button-outlined" onClick={() => editing.discard()}>
          {say(words.discard)}
        </button>
      </div>
    </div>
  );
}
