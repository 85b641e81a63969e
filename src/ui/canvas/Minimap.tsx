/** The minimap, bottom right; it folds to a button. */
import { actionById } from '../../editor/actions';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { MapGlyph } from './glyphs';
import { MinimapPicture } from './MinimapPicture';
import { canvasWords } from './words';

export function Minimap() {
  const editor = useEditor();
  const say = useSay();
  const isOpen = useSession((session) => session.minimapOpen);
  const isEmpty = useDocument(({ resources }) => resources.size === 0);
  if (isEmpty) return null;
  return (
    <div className="canvas-minimap" data-over-canvas>
      {isOpen ? <MinimapPicture label={say(canvasWords.minimap)} /> : null}
      <button
        type="button"
        className="canvas-button"
        aria-expanded={isOpen}
        aria-label={say(isOpen ? canvasWords.hideMinimap : canvasWords.showMinimap)}
        title={say(isOpen ? canvasWords.hideMinimap : canvasWords.showMinimap)}
        onClick={() => actionById('toggle-minimap')?.run(editor)}
      >
        <MapGlyph />
      </button>
    </div>
  );
}
