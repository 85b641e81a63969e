/** The minimap, bottom right; it folds to a button. */
import { MiniMap } from '@xyflow/react';
import { actionById } from '../../editor/actions';
import type { CanvasNode } from '../../editor/projection';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { MapGlyph } from './glyphs';
import { canvasWords } from './words';

export function Minimap() {
  const editor = useEditor();
  const say = useSay();
  const isOpen = useSession((session) => session.minimapOpen);
  const isEmpty = useDocument(({ resources }) => resources.size === 0);
  if (isEmpty) return null;
  return (
    <div className="canvas-minimap" data-over-canvas>
      {isOpen ? (
        <MiniMap
          pannable
          zoomable
          ariaLabel={say(canvasWords.minimap)}
          nodeClassName={(node) => `mini-${node.type ?? ''}`}
          nodeColor={(node) => colourOf(editor, node as unknown as CanvasNode)}
          nodeBorderRadius={2}
        />
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

/** Nodes are all ours, made by the projector. */
function colourOf(editor: import('../../editor/editor').Editor, { data }: CanvasNode): string {
  const { shape } = editor.catalog.kind(data.resource.kind);
  return data.look.colour ?? (shape.as === 'container' ? shape.border.colour : 'var(--line-strong)');
}
