import type { Editor } from './editor';
import { viewOf } from './view';

/** The change is shown as a movement, which nudging with a held key would only be slowed down by. */
export function gliding(editor: Editor, change: () => void): void {
  const view = viewOf(editor);
  view.isArranging = true;
  change();
  view.isArranging = false;
}
