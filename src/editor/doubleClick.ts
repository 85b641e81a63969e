/** What a double-click means: a border fits its container, a chip opens, anything else is renamed. */
import { isCollapsed } from '../core/layout/collapsed';
import { holds } from '../lib/rect';
import { fitToContentsNow, toggleCollapsedNow } from './containerActs';
import type { Editor } from './editor';
import type { Hit } from './hit';
import type { Part, PointerInput } from './pointerInput';
import { startRenaming } from './renaming';
import { viewOf } from './view';

export function doubleClickOn(editor: Editor, on: Hit | Part, input: PointerInput): void {
  const { session, store, catalog } = editor;
  // Two clicks on the arrow that collapses have each done what they do.
  if (!('id' in on) || ('part' in on && on.part === 'fold')) return;
  if (session.getState().tool.tool !== 'select') return;
  const resource = store.document.resources.get(on.id);
  session.setState({ selection: new Set([on.id]) });
  if (resource !== undefined && isCollapsed(catalog, resource)) void toggleCollapsedNow(editor, [on.id]);
  else if (isBorder(editor, on, input)) void fitToContentsNow(editor, on.id);
  else startRenaming(editor, on.id);
}

/** Whether the border is meant (of what is selected, with the handles on it), and not the title below the upper one. */
function isBorder(editor: Editor, on: Hit | Part, { at, part }: PointerInput): boolean {
  if ('part' in on) return on.part === 'handle';
  const box = on.on === 'frame' && part === undefined ? viewOf(editor).boxes().get(on.id) : undefined;
  if (box === undefined) return false;
  const reach = 5 / editor.session.getState().viewport.zoom;
  return !holds({ x: box.x + reach, y: box.y + reach, w: box.w - 2 * reach, h: box.h - 2 * reach }, at);
}
