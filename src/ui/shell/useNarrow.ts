import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 899.98px)');

/** Whether the window is too narrow for the palette and the inspector to stand beside the canvas. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
