import { useSyncExternalStore } from 'react';

const narrow = createWidth('(max-width: 899.98px)');
const cramped = createWidth('(max-width: 1199.98px)');

/** Whether the window is too narrow for the palette and the inspector to stand beside the canvas. */
export function useNarrow(): boolean {
  return useSyncExternalStore(narrow.subscribe, narrow.isSo);
}

/** The same, asked once. */
export const isNarrow = narrow.isSo;

/** Whether the code cannot stand beside the canvas, too. */
export function useCramped(): boolean {
  return useSyncExternalStore(cramped.subscribe, cramped.isSo);
}

function createWidth(condition: string) {
  const query = matchMedia(condition);
  return {
    isSo: () => query.matches,
    subscribe: (changed: () => void): (() => void) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
  };
}
