/** Zoom, bottom left. */
import { MinusGlyph, PlusGlyph } from '../glyphs';
import { useEditor, useSay, useSession } from '../useEditor';
import { CanvasButton } from './CanvasButton';
import { FitGlyph } from './glyphs';
import { canvasWords } from './words';

export function ZoomCluster() {
  const editor = useEditor();
  const say = useSay();
  const percent = useSession(({ viewport }) => Math.round(viewport.zoom * 100));
  return (
    <div className="canvas-zoom" role="toolbar" aria-label={say(canvasWords.zoom)} data-over-canvas>
      <CanvasButton id="zoom-out" editor={editor}>
        <MinusGlyph />
      </CanvasButton>
      <CanvasButton id="zoom-actual" editor={editor} wide>
        {percent} %
      </CanvasButton>
      <CanvasButton id="zoom-in" editor={editor}>
        <PlusGlyph />
      </CanvasButton>
      <CanvasButton id="fit-all" editor={editor}>
        <FitGlyph />
      </CanvasButton>
    </div>
  );
}
