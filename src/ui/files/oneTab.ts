/** Sees to it that a diagram is edited in one tab at a time, by the browser's locks, which end with the tab. */

const prefix = 'vpcanvas.diagram.';

/** Lets go of the diagram. */
export type Release = () => void;

/** Takes hold of a diagram for this tab; undefined when another tab has it. Waits so long for a tab that is just closing. */
export async function hold(id: string, waitMs: number): Promise<Release | undefined> {
  // Without locks (an old browser) the journal's owner check still keeps two tabs from mixing their changes.
  if (!('locks' in navigator)) return () => undefined;
  // Asked for without a limit of time first: what nobody has is had, however busy the machine is.
  return (await request(id, { ifAvailable: true })) ?? request(id, { signal: AbortSignal.timeout(waitMs) });
}

async function request(id: string, options: LockOptions): Promise<Release | undefined> {
  return new Promise((resolve) => {
    navigator.locks
      .request(prefix + id, options, (lock) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((release) => resolve(release));
      })
      .catch(() => resolve(undefined));
  });
}

/** The diagrams that any tab has hold of. */
export async function heldAnywhere(): Promise<ReadonlySet<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name.slice(prefix.length)] : [])),
  );
}
