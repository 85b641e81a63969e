/** How often the diagram has been handed out since the page was opened: as files, or as a link. */
import { createStore } from 'zustand/vanilla';

export const handedOut = createStore<{ readonly times: number }>(() => ({ times: 0 }));

export function countHandedOut(): void {
  handedOut.setState(({ times }) => ({ times: times + 1 }));
}
