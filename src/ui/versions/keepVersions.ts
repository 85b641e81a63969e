/**
 * Keeps versions of the diagram on the desk by itself: as it was before the first change after it was opened, and at the end
 * of each stretch of work. A version is kept when the next change is about to bury it, so whoever only looks keeps none.
 */
import type { Document } from '../../core/model/document';
import type { Desk } from '../files/desk';
import type { AskVersions } from './askVersions';
import type { Version, WhyKept } from './version';
import type { VersionShelf } from './versionShelf';

export interface KeepVersionsOptions {
  readonly desk: Pick<Desk, 'editor' | 'state'>;
  readonly shelf: VersionShelf;
  readonly ask: AskVersions;
  readonly now: () => number;
  readonly newId: () => string;
  /** The diagram as it was before the first change of this page, when there has been one already. */
  readonly before?: Standing;
}

/** A diagram as it was at a time. */
export interface Standing {
  readonly diagram: string;
  readonly document: Document;
  /** In ms since 1970. */
  readonly at: number;
}

export interface VersionKeeping {
  /** Keeps the diagram as it is now; gives the version that holds it, which may have been there before; undefined: it is too large to be kept. */
  keep(why: WhyKept, name?: string): Promise<Version | undefined>;
  /** Settles once everything up to now is kept. */
  settled(): Promise<void>;
  stop(): void;
}

/** A pause of so many ms ends a stretch of work, and so does work for so long without one. */
const pause = 5 * 60_000;
const longest = 15 * 60_000;

export function keepVersions({ desk, shelf, ask, now, newId, before }: KeepVersionsOptions): VersionKeeping {
  const { editor, state } = desk;
  const standing = (): Standing => ({
    diagram: state.getState().diagram,
    document: editor.store.document,
    at: now(),
  });
  let present = standing();
  /** When the present stretch of work began; null: with the next change. */
  let begun: number | null = before?.diagram === present.diagram ? before.at : null;
  let work: Promise<unknown> = Promise.resolve();

  const keepStanding = async ({ diagram, document, at }: Standing, why: WhyKept, name: string | null) => {
    const { packed } = await ask('pack', { document });
    if (packed === null) return undefined;
    const [newest] = await shelf.list(diagram);
    if (newest !== undefined && isSame(await shelf.read(newest.id), packed)) {
      if (name === null || newest.name === name) return newest;
      if (newest.name === null) {
        const named = { ...newest, name };
        await shelf.change(named);
        return named;
      }
    }
    const version: Version = {
      id: newId(),
      diagram,
      made: at,
      why,
      name,
      resources: document.resources.size,
      bytes: packed.length,
    };
    await shelf.add(version, packed);
    return version;
  };

  /** One after the other, so that each is compared with the one before it. */
  const inTurn = async <T>(deed: () => Promise<T>): Promise<T> => {
    const turn = work.then(deed);
    work = turn.catch(() => undefined);
    return turn;
  };

  const keepBySelf = (what: Standing, why: WhyKept): void => {
    if (isEmpty(what.document)) return;
    // What could not be kept is in the journal still; the next stretch tries again.
    inTurn(async () => keepStanding(what, why, null)).catch(() => undefined);
  };

  if (before !== undefined) keepBySelf(before, 'opened');

  const stop = editor.store.subscribe(({ origin }) => {
    const last = present;
    present = standing();
    if (origin.by === 'replace') {
      begun = null;
      return;
    }
    if (begun !== null && present.at - last.at < pause && present.at - begun < longest) return;
    // A tab that goes on with a copy has another diagram than a moment ago.
    keepBySelf({ ...last, diagram: present.diagram }, begun === null ? 'opened' : 'work');
    begun = present.at;
  });

  return {
    keep: async (why, name) => {
      begun = now();
      return inTurn(async () => keepStanding(standing(), why, name ?? null));
    },
    settled: async () => {
      await work;
    },
    stop,
  };
}

function isEmpty({ resources, flows }: Document): boolean {
  return resources.size === 0 && flows.size === 0;
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a?.length === b.length && a.every((byte, index) => byte === b[index]);
}
