/** Work that waits until nothing has asked for it for a while, but not for ever. */
export interface Rest {
  ask(): void;
  stop(): void;
}

/** `after` and `most`: how long nobody must ask, and after how long it is done all the same, in ms. */
export function createRest(work: () => void, after: number, most: number): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: number | undefined;
  const done = (): void => {
    asked = undefined;
    work();
  };
  return {
    ask() {
      const now = performance.now();
      asked ??= now;
      clearTimeout(timer);
      timer = setTimeout(done, Math.min(after, Math.max(0, asked + most - now)));
    },
    stop: () => clearTimeout(timer),
  };
}
