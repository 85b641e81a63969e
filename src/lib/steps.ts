/** Work in small steps, so that whoever does it can stop in between. */

/** What the work comes to, done at once. */
export function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
