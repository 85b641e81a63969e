/** A frame around each resource that a scene points at. */
import { hiddenIn } from '../core/layout/collapsed';
import type { ResourceId } from '../core/model/document';
import { viewOf } from '../editor/view';
import { useEditor, useSession } from '../ui/useEditor';

const room = 8;

export function Highlights({ ids }: { readonly ids: ReadonlySet<ResourceId> }) {
  const editor = useEditor();
  const viewport = useSession((session) => session.viewport);
  if (ids.size === 0) return null;
  const boxes = viewOf(editor).standing();
  const hidden = hiddenIn(editor.catalog, editor.store.document.resources);
  const shown = new Set([...ids].map((id) => hidden.get(id) ?? id));
  return (
    <div className="highlights" aria-hidden="true">
      {[...shown].map((id) => {
        const box = boxes.get(id);
        if (box === undefined) return null;
        return (
          <div
            key={id}
            className="highlight"
            style={{
              transform: `translate(${box.x * viewport.zoom + viewport.x - room}px, ${box.y * viewport.zoom + viewport.y - room}px)`,
              width: box.w * viewport.zoom + 2 * room,
              height: box.h * viewport.zoom + 2 * room,
            }}
          />
        );
      })}
    </div>
  );
}
