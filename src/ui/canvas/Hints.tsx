import { lazy, Suspense } from 'react';
import { useSession } from '../useEditor';

/** Loaded with the first hint there may be to show. */
const HintPlates = lazy(async () => ({ default: (await import('./HintPlates')).HintPlates }));

export function Hints() {
  const mayBe = useSession(
    ({ gesture, notice, tool }) => gesture !== null || notice !== null || tool.tool !== 'select',
  );
  return mayBe ? (
    <Suspense fallback={null}>
      <HintPlates />
    </Suspense>
  ) : null;
}
