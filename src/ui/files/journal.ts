/**
 * The journal of diagrams in this browser (IndexedDB): for each a snapshot and every change since, so that a crash loses
 * nothing that was committed. It keeps the diagrams one had before, too: opening another is no loss.
 */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Document } from '../../core/model/document';
import type { Viewport } from '../../editor/session';
import { whole } from './whole';

enablePatches();
enableMapSet();

export type DiagramId = string;

/** A diagram in the list: small, so that the list is quick however large the diagrams are. */
export interface Head {
  readonly id: DiagramId;
  readonly name: string;
  readonly resources: number;
  /** When it was last changed, in ms since 1970. */
  readonly changed: number;
  /** The tab that writes to it. Another's writes are refused, so that two tabs never mix their changes. */
  readonly owner: string;
  /** The file it was opened from or last saved to. */
  readonly file: KeptFile | null;
}

export interface KeptFile {
  readonly name: string;
  /** Lets "Save" write to the same file again; null where the browser has no such thing. */
  readonly handle: FileSystemFileHandle | null;
  /** The change after which the file was written; later ones are not in it. */
  readonly seq: number;
}

interface Snapshot {
  readonly id: DiagramId;
  /** The last change that is in it. */
  readonly seq: number;
  readonly document: Document;
}

interface KeptChange {
  readonly id: DiagramId;
  readonly seq: number;
  readonly patches: readonly Patch[];
}

interface Schema extends DBSchema {
  heads: { key: DiagramId; value: Head };
  snapshots: { key: DiagramId; value: Snapshot };
  changes: { key: [DiagramId, number]; value: KeptChange };
  views: { key: DiagramId; value: { readonly id: DiagramId; readonly viewport: Viewport } };
}

export interface Kept {
  readonly head: Head;
  readonly document: Document;
  /** The number of the last change. */
  readonly seq: number;
  readonly viewport: Viewport | null;
  /** Changes that could not be read back; the document is as it was before them. */
  readonly lost: number;
}

export interface Journal {
  /** Starts a diagram, or writes one anew: its whole document, from which changes are counted. */
  snapshot(head: Head, seq: number, document: Document): Promise<void>;
  /** Adds changes. Throws `NotOwner` when another tab has taken the diagram over. */
  add(head: Head, changes: readonly Omit<KeptChange, 'id'>[]): Promise<void>;
  view(id: DiagramId, viewport: Viewport): Promise<void>;
  read(id: DiagramId): Promise<Kept | undefined>;
  /** Makes a tab the diagram's writer. */
  take(id: DiagramId, owner: string): Promise<void>;
  /** The last changed first. */
  list(): Promise<readonly Head[]>;
  forget(ids: readonly DiagramId[]): Promise<void>;
  close(): void;
}

/** Another tab writes to this diagram now. */
export class NotOwner extends Error {}

const stores = ['heads', 'snapshots', 'changes', 'views'] as const;
const everything = Number.MAX_SAFE_INTEGER;

/** Rejects where the browser forbids storage. */
export async function openJournal(name = 'vpcanvas'): Promise<Journal> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('heads', { keyPath: 'id' });
      fresh.createObjectStore('snapshots', { keyPath: 'id' });
      fresh.createObjectStore('changes', { keyPath: ['id', 'seq'] });
      fresh.createObjectStore('views', { keyPath: 'id' });
    },
    // A newer version of the app in another tab must not wait for this one.
    blocking: (_old, _new, event) => {
      // The event's target is the connection that stands in the way: ours.
      (event.target as IDBPDatabase).close();
    },
  });
  return {
    async snapshot(head, seq, document) {
      await whole(db.transaction(stores, 'readwrite'), async (transaction) => {
        await checkOwner(transaction, head);
        void transaction.objectStore('heads').put(head);
        void transaction.objectStore('snapshots').put({ id: head.id, seq, document });
        // All of them: what was behind a gap, and so could not be read back, would follow upon new ones.
        void transaction
          .objectStore('changes')
          .delete(IDBKeyRange.bound([head.id, -1], [head.id, everything]));
      });
    },
    async add(head, changes) {
      await whole(db.transaction(stores, 'readwrite'), async (transaction) => {
        // The changes go out before anything is waited for: a crash right after them finds them written.
        for (const change of changes) void transaction.objectStore('changes').put({ id: head.id, ...change });
        await checkOwner(transaction, head);
        void transaction.objectStore('heads').put(head);
      });
    },
    async view(id, viewport) {
      await db.put('views', { id, viewport });
    },
    async read(id) {
      const transaction = db.transaction(stores, 'readonly');
      const [head, snapshot, changes, view] = await Promise.all([
        transaction.objectStore('heads').get(id),
        transaction.objectStore('snapshots').get(id),
        transaction.objectStore('changes').getAll(IDBKeyRange.bound([id, -1], [id, everything])),
        transaction.objectStore('views').get(id),
      ]);
      if (head === undefined || snapshot === undefined) return undefined;
      return { head, viewport: view?.viewport ?? null, ...replayed(snapshot, changes) };
    },
    async take(id, owner) {
      const transaction = db.transaction('heads', 'readwrite');
      const head = await transaction.store.get(id);
      if (head !== undefined) await transaction.store.put({ ...head, owner });
      await transaction.done;
    },
    async list() {
      const heads = await db.getAll('heads');
      return heads.sort((one, other) => other.changed - one.changed);
    },
    async forget(ids) {
      await whole(db.transaction(stores, 'readwrite'), async (transaction) => {
        for (const id of ids) {
          void transaction.objectStore('heads').delete(id);
          void transaction.objectStore('snapshots').delete(id);
          void transaction.objectStore('views').delete(id);
          void transaction.objectStore('changes').delete(IDBKeyRange.bound([id, -1], [id, everything]));
        }
      });
    },
    close: () => db.close(),
  };
}

type Write = IDBPTransaction<Schema, typeof stores, 'readwrite'>;

async function checkOwner(transaction: Write, head: Head): Promise<void> {
  const before = await transaction.objectStore('heads').get(head.id);
  if (before !== undefined && before.owner !== head.owner) throw new NotOwner();
}

function replayed(
  snapshot: Snapshot,
  changes: readonly KeptChange[],
): { readonly document: Document; readonly seq: number; readonly lost: number } {
  let { document, seq } = snapshot;
  const since = changes.filter((change) => change.seq > snapshot.seq);
  for (const [index, change] of since.entries()) {
    // A gap or a change that does not fit: what comes after it would be built on sand.
    if (change.seq !== seq + 1) return { document, seq, lost: since.length - index };
    try {
      document = applyPatches(document, change.patches);
    } catch {
      return { document, seq, lost: since.length - index };
    }
    seq = change.seq;
  }
  return { document, seq, lost: 0 };
}
