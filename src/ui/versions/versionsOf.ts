/** The version history of this page, opened when it is first needed: by the first change, or by whoever asks for it. */
import type { Desk } from '../files/desk';
import { askVersions, type AskVersions } from './askVersions';
import { keepVersions, type Standing, type VersionKeeping } from './keepVersions';
import { tellVersionsOnlyHere } from './tellVersions';
import { createShelf, type VersionShelf } from './versionShelf';
import { openVersionStore } from './versionStore';

export interface Versions extends VersionKeeping {
  readonly shelf: VersionShelf;
  readonly ask: AskVersions;
}

/** How long a browser may take to open its storage, in ms; some never answer. */
const patience = 3000;

const opened = new WeakMap<Desk, Promise<Versions>>();

export async function versionsOf(desk: Desk, before?: Standing): Promise<Versions> {
  const known = opened.get(desk);
  if (known !== undefined) return known;
  const opening = open(desk, before);
  opened.set(desk, opening);
  return opening;
}

async function open(desk: Desk, before: Standing | undefined): Promise<Versions> {
  const kept = await Promise.race([
    openVersionStore().catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), patience);
    }),
  ]);
  const now = (): number => Date.now();
  const shelf = createShelf(kept, { now, onTrouble: (trouble) => tellVersionsOnlyHere(desk, trouble) });
  const keeping = keepVersions({
    desk,
    shelf,
    ask: askVersions,
    now,
    newId: () => crypto.randomUUID(),
    ...(before === undefined ? {} : { before }),
  });
  return { ...keeping, shelf, ask: askVersions };
}
