/** What a version holds, read when it is first looked at and remembered while the history is open. */
import { useEffect, useState } from 'react';
import type { Document } from '../../core/model/document';
import type { Words } from '../../lib/words';
import type { Versions } from './versionsOf';
import { words } from './words';

export type ReadVersion = { readonly document: Document } | { readonly failure: Words };

const read = new WeakMap<Versions, Map<string, Promise<ReadVersion>>>();

export async function readVersion(versions: Versions, id: string): Promise<ReadVersion> {
  let known = read.get(versions);
  if (known === undefined) read.set(versions, (known = new Map()));
  let reading = known.get(id);
  if (reading === undefined) {
    reading = unpacked(versions, id).catch(() => ({ failure: words.unreadable }));
    known.set(id, reading);
    // What could not be read may be readable the next time.
    void reading.then((found) => {
      if ('failure' in found) known.delete(id);
    });
  }
  return reading;
}

async function unpacked({ shelf, ask }: Versions, id: string): Promise<ReadVersion> {
  const packed = await shelf.read(id);
  return packed === undefined ? { failure: words.unreadable } : ask('unpack', { packed });
}

export interface LookedAt {
  /** Undefined while it is read. */
  readonly read: ReadVersion | undefined;
  /** What was read last, so that something can be seen until then. */
  readonly seen: Document;
}

/** `id` null: no version but the diagram of now. */
export function useVersionDocument(versions: Versions, id: string | null, present: Document): LookedAt {
  const [found, setFound] = useState<{ readonly id: string; readonly read: ReadVersion } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let isStale = false;
    void readVersion(versions, id).then((answer) => {
      if (!isStale) setFound({ id, read: answer });
    });
    return () => {
      isStale = true;
    };
  }, [versions, id]);
  if (id === null) return { read: { document: present }, seen: present };
  const last = found !== null && 'document' in found.read ? found.read.document : present;
  return { read: found?.id === id ? found.read : undefined, seen: last };
}
