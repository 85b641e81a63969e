/** Shows on the canvas what was found: selected, in sight, and large enough to be recognised. */
import { around } from '../../lib/rect';
import { boxesFor, bringIntoView, showRect } from '../../editor/camera';
import type { Editor } from '../../editor/editor';
import { select } from '../../editor/selecting';

/** Below this zoom names can no longer be read. */
const leastZoom = 0.4;

export function showHit(editor: Editor, id: string): void {
  select(editor, id, false);
  const rect = around(boxesFor(editor, [id]));
  if (rect !== undefined && editor.session.getState().viewport.zoom < leastZoom) showRect(editor, rect);
  else bringIntoView(editor, [id]);
}
