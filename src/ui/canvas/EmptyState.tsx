/** Where nothing is drawn, the ways to begin stand; they are loaded when they are. */
import { lazy, Suspense } from 'react';
import { useDocument, useSession } from '../useEditor';

const Beginnings = lazy(async () => ({ default: (await import('../start/Beginnings')).Beginnings }));

export function EmptyState() {
  const isEmpty = useDocument(({ resources }) => resources.size === 0);
  const isPlacing = useSession((session) => session.tool.tool === 'place');
  if (!isEmpty || isPlacing) return null;
  return (
    <Suspense fallback={null}>
      <Beginnings />
    </Suspense>
  );
}
