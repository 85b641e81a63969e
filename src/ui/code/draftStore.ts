/**
 * Texts that are being typed, kept in this browser (IndexedDB) beside the journal of diagrams, which has only what the
 * diagram has taken over. Each tab writes records of its own.
 */
import { openDB, type DBSchema } from 'idb';
import type { Document } from '../../core/model/document';
import type { CodeFormat } from '../../worker/codeProtocol';

/** A diagram, the key of one of its templates, and the tab that writes. */
export type DraftId = readonly [diagram: string, key: string, tab: string];

export interface KeptStart {
  readonly format: CodeFormat;
  /** What the diagram said when the draft was begun. */
  readonly text: string;
  /** The last change of the diagram then. */
  readonly seq: number;
  /** The diagram then, once it has changed since. */
  readonly document?: Document;
}

export interface KeptDraft {
  readonly id: DraftId;
  readonly start: KeptStart;
  readonly text: string;
  /** When it was last typed in, in ms since 1970. */
  readonly typed: number;
}

export interface DraftStore {
  begin(id: DraftId, start: KeptStart): Promise<void>;
  /** A text may be written often; what it began from, which may be larger, is not written again with it. */
  type(id: DraftId, text: string, now: number): Promise<void>;
  drop(ids: readonly DraftId[]): Promise<void>;
  /** Those of a diagram; the last that was typed in first. */
  of(diagram: string): Promise<readonly KeptDraft[]>;
  /** Drops those of diagrams that are not kept any more. */
  keepOnly(diagrams: ReadonlySet<string>): Promise<void>;
}

interface Schema extends DBSchema {
  starts: { key: [string, string, string]; value: KeptStart };
  texts: { key: [string, string, string]; value: { readonly text: string; readonly typed: number } };
}

const stores = ['starts', 'texts'] as const;

/** Rejects where the browser forbids storage. */
export async function openDraftStore(name = 'vpcanvas.drafts'): Promise<DraftStore> {
  const db = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      for (const store of stores) fresh.createObjectStore(store);
    },
    // A later version of the app in another tab must not wait for this one.
    blocking: () => db.close(),
  });
  const drop = async (ids: readonly DraftId[]): Promise<void> => {
    const transaction = db.transaction(stores, 'readwrite');
    for (const id of ids) for (const store of stores) void transaction.objectStore(store).delete([...id]);
    await transaction.done;
  };
  return {
    async begin(id, start) {
      const transaction = db.transaction('starts', 'readwrite');
      void transaction.store.put(start, [...id]);
      transaction.commit();
      await transaction.done;
    },
    async type(id, text, typed) {
      const transaction = db.transaction('texts', 'readwrite');
      void transaction.store.put({ text, typed }, [...id]);
      // A page that is just going away does not live to see the transaction end by itself.
      transaction.commit();
      await transaction.done;
    },
    drop,
    async of(diagram) {
      const range = IDBKeyRange.bound([diagram], [diagram, []]);
      const transaction = db.transaction(stores, 'readonly');
      const [keys, starts] = await Promise.all([
        transaction.objectStore('starts').getAllKeys(range),
        transaction.objectStore('starts').getAll(range),
      ]);
      const found: KeptDraft[] = [];
      for (const [index, id] of keys.entries()) {
        const start = starts[index];
        const typed = await transaction.objectStore('texts').get(id);
        if (start !== undefined && typed !== undefined) found.push({ id, start, ...typed });
      }
      return found.sort((a, b) => b.typed - a.typed);
    },
    async keepOnly(diagrams) {
      const keys = await db.getAllKeys('starts');
      const gone = keys.filter(([diagram]) => !diagrams.has(diagram));
      if (gone.length > 0) await drop(gone);
    },
  };
}
