/** Says that the browser does not keep versions, and what can be done: the work goes on, and a file is offered. */
import { actionById } from '../../editor/actions';
import type { Desk } from '../files/desk';
import { WarningGlyph } from '../glyphs';
import { useSay } from '../useEditor';
import type { Trouble as TroubleSort } from './versionShelf';
import { words } from './words';

export function Trouble({ trouble, desk }: { readonly trouble: TroubleSort | null; readonly desk: Desk }) {
  const say = useSay();
  if (trouble === null) return null;
  return (
    <div className="versions-trouble" role="note">
      <WarningGlyph />
      <div>
        <p>{say(words[trouble])}</p>
        <button
          type="button"
          className="button button-outlined"
          onClick={() => actionById('save-file')?.run(desk.editor)}
        >
          {say(words.saveToFile)}
        </button>
      </div>
    </div>
  );
}
