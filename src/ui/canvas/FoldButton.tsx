/** What collapses a container while it is pointed at or selected, and opens a chip at any time. The pointer's machine acts on it. */
import type { ResourceId } from '../../core/model/document';
import { DownGlyph, RightGlyph } from '../glyphs';
import { useSay, useSession } from '../useEditor';
import { canvasWords } from './words';

export function FoldButton({
  id,
  isCollapsed = false,
}: {
  readonly id: ResourceId;
  readonly isCollapsed?: boolean;
}) {
  const say = useSay();
  const isShown = useSession(
    ({ hovered, selection, gesture }) =>
      isCollapsed || (gesture === null && (hovered === id || (selection.size === 1 && selection.has(id)))),
  );
  if (!isShown) return null;
  const label = say(isCollapsed ? canvasWords.expand : canvasWords.collapse);
  return (
    <button
      type="button"
      className="fold"
      aria-label={label}
      title={label}
      aria-expanded={!isCollapsed}
      tabIndex={-1}
      data-part="fold"
      data-id={id}
    >
      {isCollapsed ? <RightGlyph /> : <DownGlyph />}
    </button>
  );
}
