/** Forgets what is kept in this browser and needed least: never a diagram that a tab has open, nor a version with a name. */
import { isAutomatic } from '../versions/version';
import { openVersionStore } from '../versions/versionStore';
import type { DiagramId, Head, Journal } from './journal';
import { heldAnywhere } from './oneTab';

/** So many diagrams are kept besides the present one. */
const mostKept = 40;

/**
 * Those that were not looked at for longest, and empty ones. A diagram of which somebody named a version is worth keeping, however
 * many came after it.
 */
export async function forgetOld(journal: Journal, present: DiagramId): Promise<void> {
  const others = await closedDiagrams(journal, present);
  const old = others.filter(({ resources }, index) => resources === 0 || index >= mostKept);
  if (old.length === 0) return;
  const versions = await openVersionStore().catch(() => null);
  const all = (await versions?.list()) ?? [];
  const named = new Set(all.filter((version) => !isAutomatic(version)).map(({ diagram }) => diagram));
  const gone = new Set(old.map(({ id }) => id).filter((id) => !named.has(id)));
  await journal.forget([...gone]);
  await versions?.drop(all.filter(({ diagram }) => gone.has(diagram)).map(({ id }) => id));
  versions?.close();
}

/** When the storage is full: automatic versions but the newest of each diagram, and empty diagrams. What somebody drew stays. */
export async function makeRoomWhenFull(journal: Journal, present: DiagramId): Promise<void> {
  const versions = await openVersionStore().catch(() => null);
  const automatic = ((await versions?.list()) ?? []).filter(isAutomatic);
  const newest = new Set<string>();
  const spare = automatic.filter(({ diagram }) => newest.size === newest.add(diagram).size);
  await versions?.drop(spare.map(({ id }) => id));
  versions?.close();
  const empty = (await closedDiagrams(journal, present)).filter(({ resources }) => resources === 0);
  await journal.forget(empty.map(({ id }) => id));
}

/** A diagram that somebody forgets goes with all its versions. */
export async function forgetVersionsOf(diagram: DiagramId): Promise<void> {
  const versions = await openVersionStore().catch(() => null);
  const own = (await versions?.list(diagram)) ?? [];
  await versions?.drop(own.map(({ id }) => id));
  versions?.close();
}

/** The last changed first. */
async function closedDiagrams(journal: Journal, present: DiagramId): Promise<readonly Head[]> {
  const held = await heldAnywhere();
  return (await journal.list()).filter(({ id }) => id !== present && !held.has(id));
}
