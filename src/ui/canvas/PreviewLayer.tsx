/** The plan that is pointed at, as ghosts: dashed outlines of what it would add, change and take away. */
import { useMemo } from 'react';
import { previewOf } from '../../editor/preview';
import { useDocument, useEditor, useSession } from '../useEditor';

export function PreviewLayer() {
  const { catalog, store } = useEditor();
  const plan = useSession((session) => session.preview ?? session.proposal?.plan ?? null);
  const document = useDocument((found) => (plan === null ? null : found));
  const ghosts = useMemo(
    () => (plan === null || document === null ? [] : previewOf(catalog, document, plan)),
    [catalog, document, plan],
  );
  // What changes of itself bears its name already.
  return ghosts.map(({ id, name, rect, is }) => (
    <div
      key={id}
      className={`ghost preview-${is}`}
      style={{ transform: `translate(${rect.x}px, ${rect.y}px)`, width: rect.w, height: rect.h }}
      aria-hidden="true"
    >
      {is === 'changed' && store.document.resources.get(id)?.name === name ? null : <span>{name}</span>}
    </div>
  ));
}
