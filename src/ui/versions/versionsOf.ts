/** The version history of this page, opened when it is first needed: by the first change, or by whoever asks for it. */
import type { Desk } from '../files/desk';
import { orNull, storagePatience } from '../files/orNull';
import { askVersions, type AskVersions } from './askVersions';
import { keepVersions, type Standing, type VersionKeeping } from './keepVersions';
import { tellVersionsOnlyHere } from './tellVersions';
import { createShelf, type VersionShelf } from './versionShelf';
import { openVersionStore } from './versionStore';

export interface Versions extends VersionKeeping {
  readonly shelf: VersionShelf;
  readonly ask: AskVersions;
}

const opened = new WeakMap<Desk, Promise<Versions>>();

export async function versionsOf(desk: Desk, before?: Standing): Promise<Versions> {
  const known = opened.get(desk);
  if (known !== undefined) return known;
  const opening = open(desk, before);
  opened.set(desk, opening);
  return opening;
}

async function open(desk: Desk, before: Standing | undefined): Promise<Versions> {
  const kept = await orNull(openVersionStore(), storagePatience);
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
