/** Loads the arithmetic of snapping when something is taken up for the first time; until it is there, the grid alone attracts. */
import type { Editor } from './editor';

type Snapping = typeof import('./snapping');
let loaded: Snapping | undefined;

export async function loadSnapping(): Promise<void> {
  loaded ??= await import('./snapping');
}

/** Undefined where it is not there yet, or nobody wants it. */
export function snappingOf({ session }: Editor): Snapping | undefined {
  return session.getState().snapsToObjects ? loaded : undefined;
}
