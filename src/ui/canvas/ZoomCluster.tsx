/** Zoom, bottom left. */
import { actionById } from '../../editor/actions';
import { keysText } from '../../editor/keyboard';
import { MinusGlyph, PlusGlyph } from '../glyphs';
import { useEditor, useSay, useSession } from '../useEditor';
import { FitGlyph } from './glyphs';
import { isMac } from './platform';
import { canvasWords } from './words';

export function ZoomCluster() {
  const say = useSay();
  const percent = useSession(({ viewport }) => Math.round(viewport.zoom * 100));
  return (
    <div className="canvas-zoom" role="group" aria-label={say(canvasWords.zoom)} data-over-canvas>
      <ActionButton id="zoom-out">
        <MinusGlyph />
      </ActionButton>
      <ActionButton id="zoom-actual" wide>
        {percent} %
      </ActionButton>
      <ActionButton id="zoom-in">
        <PlusGlyph />
      </ActionButton>
      <ActionButton id="fit-all">
        <FitGlyph />
      </ActionButton>
    </div>
  );
}

function ActionButton({
  id,
  wide = false,
  children,
}: {
  readonly id: string;
  readonly wide?: boolean;
  readonly children: React.ReactNode;
}) {
  const editor = useEditor();
  const say = useSay();
  const action = actionById(id);
  if (action === undefined) return null;
  const [keys] = action.keys ?? [];
  const label = say(action.label);
  return (
    <button
      type="button"
      className={wide ? 'canvas-button is-wide' : 'canvas-button'}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keysText(keys, isMac)})`}
      onClick={() => action.run(editor)}
    >
      {children}
    </button>
  );
}
