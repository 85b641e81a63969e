/** Loads what copies and pastes when someone is about to: nobody copies before. */
export type Copying = typeof import('./copying');
let loaded: Copying | undefined;
let loading: Promise<Copying> | undefined;

/** One promise for all that wait: browsers keep the waits of several imports in no order. */
export async function loadCopying(): Promise<Copying> {
  loading ??= import('./copying').then(
    (copying) => (loaded = copying),
    (failure: unknown) => {
      // The next time it may come.
      loading = undefined;
      throw failure;
    },
  );
  return loading;
}

/** At once where it is there; otherwise in the order in which it was asked for. `hasWaited`: so it was. */
export function withCopying(act: (copying: Copying, hasWaited: boolean) => void): void {
  if (loaded === undefined) void loadCopying().then((copying) => act(copying, true));
  else act(loaded, false);
}
