/** The minimap, bottom right; it folds to a button. */
import { lazy, Suspense } from 'react';
import { actionById } from '../../editor/actions';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { MapGlyph } from './glyphs';
import { useOnceDrawn } from './useOnceDrawn';
import { canvasWords } from './words';

const MinimapPicture = lazy(async () => ({
  default: (await import('./MinimapPicture')).MinimapPicture,
}));

export function Minimap() {
  const editor = useEditor();
  const say = useSay();
  const isOpen = useSession((session) => session.minimapOpen);
  const isEmpty = useDocument(({ resources }) => resources.size === 0);
  const isDrawn = useOnceDrawn();
  if (isEmpty) return null;
  const place = <span className="minimap minimap-place" />;
  return (
    <div className="canvas-minimap" data-over-canvas>
      {isOpen && isDrawn ? (
        <Suspense fallback={place}>
          <MinimapPicture label={say(canvasWords.minimap)} />
        </Suspense>
      ) : isOpen ? (
        place
      ) : null}
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
