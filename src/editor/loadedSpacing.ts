/** Loads what makes space when its tool is taken up for the first time. */
type Making = typeof import('./spacing');
let loaded: Making | undefined;

export async function loadSpacing(): Promise<Making> {
  return (loaded ??= await import('./spacing'));
}

export function loadedSpacing(): Making | undefined {
  return loaded;
}
