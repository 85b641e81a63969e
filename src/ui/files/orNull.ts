/** What a promise gives; null where it fails, or has not answered in time: some browsers never say that storage is forbidden. */
export async function orNull<T>(promise: Promise<T>, patienceMs: number): Promise<T | null> {
  return Promise.race([
    promise.catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), patienceMs);
    }),
  ]);
}

/** How long a browser may take to open its storage, in ms. */
export const storagePatience = 5000;
