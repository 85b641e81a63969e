/** Whether the resource is locked, and the switch for it, beside its name. */
import type { ResourceId } from '../../core/model/document';
import { actionById } from '../../editor/actions';
import { ariaKeys, keysText } from '../../editor/keyboard';
import { LockGlyph } from '../glyphs';
import { UnlockedGlyph } from './glyphs';
import { isMac } from '../shell/isMac';
import { useDocument, useEditor, useSay } from '../useEditor';

export function LockButton({ id }: { readonly id: ResourceId }) {
  const editor = useEditor();
  const say = useSay();
  const isLocked = useDocument((document) => document.resources.get(id)?.locked === true);
  // The inspector shows the one resource that is selected, which is what the action goes by.
  const action = actionById('toggle-lock');
  const [keys] = action?.keys ?? [];
  if (action === undefined || keys === undefined) return null;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={say(action.label)}
      aria-pressed={isLocked}
      aria-keyshortcuts={ariaKeys(keys, isMac)}
      data-tip={say(action.labelNow?.(editor) ?? action.label)}
      data-tip-keys={keysText(keys, isMac)}
      onClick={() => action.run(editor)}
    >
      {isLocked ? <LockGlyph /> : <UnlockedGlyph />}
    </button>
  );
}
