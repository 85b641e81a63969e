/**
 * Where versions are put: in the browser as long as it takes them, thinned as they grow older, and in memory when it does
 * not, so that no version that was asked for is lost while the page is there.
 */
import type { Packed } from '../../worker/versionsProtocol';
import { bounds, superfluous, type Bounds } from './thinning';
import { isAutomatic, newestFirst, type Version } from './version';
import { inMemory, type VersionStore } from './versionStore';

export interface VersionShelf extends Omit<VersionStore, 'close'> {
  /** Why versions are in memory alone; null: the browser keeps them. */
  trouble(): Trouble | null;
  /** Those that last no longer than the page. */
  isOnlyHere(id: string): boolean;
}

export type Trouble = 'full' | 'forbidden';

/** `kept`: null where the browser forbids storage. */
export function createShelf(
  kept: VersionStore | null,
  {
    now,
    limits = bounds,
    onTrouble,
  }: { readonly now: () => number; readonly limits?: Bounds; readonly onTrouble: (trouble: Trouble) => void },
): VersionShelf {
  const here = inMemory();
  const onlyHere = new Set<string>();
  let trouble: Trouble | null = kept === null ? 'forbidden' : null;

  const listKept = async (diagram?: string): Promise<readonly Version[]> =>
    (await kept?.list(diagram).catch(() => [])) ?? [];

  const put = async (version: Version, packed: Packed): Promise<void> => {
    if (kept === null) throw new Error('there is no storage');
    try {
      await kept.add(version, packed);
    } catch (failure) {
      if (!isFull(failure)) throw failure;
      // Half of the automatic ones make room for the newest, which is the one that may be needed next.
      const others = (await listKept()).filter(isAutomatic);
      await kept.drop(others.slice(Math.floor(others.length / 2)).map(({ id }) => id));
      await kept.add(version, packed);
    }
  };

  return {
    trouble: () => trouble,
    isOnlyHere: (id) => onlyHere.has(id),
    async list(diagram) {
      return newestFirst([...(await listKept(diagram)), ...(await here.list(diagram))]);
    },
    read: async (id) => (onlyHere.has(id) ? here.read(id) : kept?.read(id)),
    async add(version, packed) {
      try {
        await put(version, packed);
        trouble = null;
      } catch (failure) {
        const before = trouble;
        trouble = isFull(failure) ? 'full' : 'forbidden';
        onlyHere.add(version.id);
        await here.add(version, packed);
        if (trouble !== before) onTrouble(trouble);
      }
      await thin(kept, now(), limits);
      await thin(here, now(), limits);
    },
    async change(version) {
      await (onlyHere.has(version.id) ? here : kept)?.change(version);
    },
    async drop(ids) {
      await here.drop(ids);
      await kept?.drop(ids);
    },
  };
}

/** Drops what is not needed any more; when that fails, it is done the next time. */
async function thin(store: VersionStore | null, now: number, limits: Bounds): Promise<void> {
  try {
    const gone = superfluous((await store?.list()) ?? [], now, limits);
    if (gone.length > 0) await store?.drop(gone);
  } catch {
    // The next version that is kept tries again.
  }
}

export function isFull(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'QuotaExceededError';
}
