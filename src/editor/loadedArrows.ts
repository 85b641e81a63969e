/** Loads what draws arrows, once the diagram stands: routing them is a good part of the editor, and until it is there none are drawn. */
type Drawing = typeof import('./drawnArrows');
let loaded: Drawing | undefined;

export async function loadArrows(): Promise<void> {
  loaded ??= await import('./drawnArrows');
}

export function loadedArrows(): Drawing | undefined {
  return loaded;
}
