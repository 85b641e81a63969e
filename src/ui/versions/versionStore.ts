/**
 * Versions of diagrams, kept in this browser (IndexedDB) beside the journal. They have a database of their own: the journal
 * stays as it is, so that diagrams of before there were versions, and tabs with an earlier vpcanvas, go on with it.
 */
import { openDB, type DBSchema } from 'idb';
import type { Packed } from '../../worker/versionsProtocol';
import { whole } from '../files/whole';
import { newestFirst, type Version } from './version';

export interface VersionStore {
  /** Of one diagram, or of all; the newest first. */
  list(diagram?: string): Promise<readonly Version[]>;
  read(id: string): Promise<Packed | undefined>;
  add(version: Version, packed: Packed): Promise<void>;
  /** Writes a version of the list anew; one that is gone stays gone. */
  change(version: Version): Promise<void>;
  drop(ids: readonly string[]): Promise<void>;
  close(): void;
}

interface Schema extends DBSchema {
  versions: { key: string; value: Version; indexes: { diagram: string } };
  contents: { key: string; value: Packed };
}

const stores = ['versions', 'contents'] as const;

/** Rejects where the browser forbids storage. */
export async function openVersionStore(name = 'vpcanvas.versions'): Promise<VersionStore> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('versions', { keyPath: 'id' }).createIndex('diagram', 'diagram');
      fresh.createObjectStore('contents');
    },
    // A later version of the app in another tab must not wait for this one.
    blocking: () => db.close(),
  });
  return {
    async list(diagram) {
      const found =
        diagram === undefined
          ? await db.getAll('versions')
          : await db.getAllFromIndex('versions', 'diagram', diagram);
      return newestFirst(found);
    },
    read: async (id) => db.get('contents', id),
    async add(version, packed) {
      await whole(db.transaction(stores, 'readwrite'), async (transaction) => {
        await Promise.all([
          transaction.objectStore('versions').put(version),
          transaction.objectStore('contents').put(packed, version.id),
        ]);
      });
    },
    async change(version) {
      const transaction = db.transaction('versions', 'readwrite');
      if ((await transaction.store.getKey(version.id)) !== undefined) await transaction.store.put(version);
      await transaction.done;
    },
    async drop(ids) {
      const transaction = db.transaction(stores, 'readwrite');
      for (const id of ids) for (const store of stores) void transaction.objectStore(store).delete(id);
      await transaction.done;
    },
    close: () => db.close(),
  };
}

/** Where the browser keeps nothing: versions last as long as the page does. */
export function inMemory(): VersionStore {
  const versions = new Map<string, { readonly version: Version; readonly packed: Packed }>();
  return {
    async list(diagram) {
      const all = [...versions.values()].map(({ version }) => version);
      return newestFirst(diagram === undefined ? all : all.filter((version) => version.diagram === diagram));
    },
    read: async (id) => versions.get(id)?.packed,
    async add(version, packed) {
      versions.set(version.id, { version, packed });
    },
    async change(version) {
      const before = versions.get(version.id);
      if (before !== undefined) versions.set(version.id, { ...before, version });
    },
    async drop(ids) {
      for (const id of ids) versions.delete(id);
    },
    close: () => undefined,
  };
}
