/** Which problems are listed: of the whole design, or only of what is selected. It outlives the list, which others open. */
import { createStore } from 'zustand/vanilla';

export const problemsOf = createStore<{ readonly selection: boolean }>(() => ({ selection: false }));
