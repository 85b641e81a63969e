/** Loads what copies and pastes when someone is about to: nobody copies before. */
export type Copying = typeof import('./copying');
let loaded: Copying | undefined;

export async function loadCopying(): Promise<Copying> {
  return (loaded ??= await import('./copying'));
}

/** At once where it is there; otherwise in the order in which it was asked for. */
export function withCopying(act: (copying: Copying) => void): void {
  if (loaded === undefined) void loadCopying().then(act);
  else act(loaded);
}
