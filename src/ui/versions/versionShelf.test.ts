// Puts a working IndexedDB into the global scope, as a browser has it.
// oxlint-disable-next-line import/no-unassigned-import
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Version } from './version';
import { createShelf, type Trouble } from './versionShelf';
import { inMemory, openVersionStore, type VersionStore } from './versionStore';

let count = 0;

describe('the shelf of versions', () => {
  it('gives back after a reload what was put on it, the newest first', async () => {
    const name = `shelf-${++count}`;
    const shelf = shelfOn(await openVersionStore(name)).shelf;
    await shelf.add(version('a', 1), content('a'));
    await shelf.add(version('b', 2), content('b'));

    const again = shelfOn(await openVersionStore(name)).shelf;

    expect((await again.list('d')).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await again.read('a')).toEqual(content('a'));
    expect(again.trouble()).toBeNull();
  });

  it('makes room by dropping the older half of the automatic versions, and none that has a name', async () => {
    const store = full(inMemory(), 4);
    const { shelf, troubles } = shelfOn(store);
    await shelf.add({ ...version('named', 0), name: 'Keep me' }, content('n'));
    for (const id of ['a', 'b', 'c']) await shelf.add(version(id, ++count), content(id));

    await shelf.add(version('d', ++count), content('d'));

    const ids = (await shelf.list('d')).map(({ id }) => id);
    expect(ids).toContain('d');
    expect(ids).toContain('named');
    expect(ids).not.toContain('a');
    expect(troubles).toEqual([]);
  });

  it('goes on in memory when the storage stays full, says so once, and loses nothing', async () => {
    const { shelf, troubles } = shelfOn(full(inMemory(), 0));

    await shelf.add(version('a', 1), content('a'));
    await shelf.add(version('b', 2), content('b'));

    expect(troubles).toEqual(['full']);
    expect(shelf.trouble()).toBe('full');
    expect((await shelf.list('d')).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(await shelf.read('b')).toEqual(content('b'));
    expect(shelf.isOnlyHere('b')).toBe(true);
  });

  it('goes on in memory where storage is forbidden', async () => {
    const { shelf, troubles } = shelfOn(null);

    await shelf.add(version('a', 1), content('a'));
    await shelf.change({ ...version('a', 1), name: 'First' });

    expect(shelf.trouble()).toBe('forbidden');
    expect(troubles).toEqual([]);
    expect((await shelf.list()).map(({ name }) => name)).toEqual(['First']);
  });

  it('does not bring back a version that was deleted meanwhile', async () => {
    for (const store of [inMemory(), await openVersionStore(`shelf-${++count}`)]) {
      const { shelf } = shelfOn(store);
      await shelf.add(version('a', 1), content('a'));

      await shelf.drop(['a']);
      await shelf.change({ ...version('a', 1), name: 'Ghost' });

      expect(await shelf.list()).toEqual([]);
      expect(await shelf.read('a')).toBeUndefined();
    }
  });

  it('leaves the database of the diagrams as it is', async () => {
    const { openJournal } = await import('../files/journal');
    const { emptyDocument } = await import('../../core/model/document');
    const name = `vpcanvas-${++count}`;
    const head = { id: 'd', name: 'Old', resources: 0, changed: 1, owner: 'tab', file: null };
    const journal = await openJournal(name);
    await journal.snapshot(head, 3, { ...emptyDocument, name: 'Old' });
    journal.close();

    await openVersionStore();
    const again = await openJournal(name);

    expect((await again.read('d'))?.document.name).toBe('Old');
    expect((await again.read('d'))?.seq).toBe(3);
  });
});

function shelfOn(store: VersionStore | null) {
  const troubles: Trouble[] = [];
  const shelf = createShelf(store, { now: () => ++count, onTrouble: (trouble) => troubles.push(trouble) });
  return { shelf, troubles };
}

/** A browser with room for so many versions. */
function full(store: VersionStore, room: number): VersionStore {
  return {
    ...store,
    async add(added, packed) {
      if ((await store.list()).length >= room) throw new DOMException('', 'QuotaExceededError');
      await store.add(added, packed);
    },
  };
}

function version(id: string, made: number): Version {
  return { id, diagram: 'd', made, why: 'work', name: null, resources: 1, bytes: 1 };
}

function content(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
