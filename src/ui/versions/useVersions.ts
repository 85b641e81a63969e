/** The versions of the diagram on the desk, as the history shows them. */
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../files/useDesk';
import type { Version } from './version';
import { versionsOf, type Versions } from './versionsOf';

export interface ShownVersions {
  /** Null until the storage has answered. */
  readonly versions: Versions | null;
  /** The newest first. */
  readonly list: readonly Version[];
  /** Of all versions of all diagrams. */
  readonly bytes: number;
  reload(): Promise<void>;
}

export function useVersions(): ShownVersions {
  const desk = useDesk();
  const [versions, setVersions] = useState<Versions | null>(null);
  const [list, setList] = useState<readonly Version[]>([]);
  const [bytes, setBytes] = useState(0);

  const read = useCallback(
    async (from: Versions): Promise<readonly Version[]> => {
      await from.settled();
      const all = await from.shelf.list();
      const own = all.filter(({ diagram }) => diagram === desk.state.getState().diagram);
      setBytes(all.reduce((sum, version) => sum + version.bytes, 0));
      setList(own);
      return own;
    },
    [desk],
  );

  useEffect(() => {
    let isGone = false;
    const start = async (): Promise<void> => {
      const found = await versionsOf(desk);
      if (isGone) return;
      setVersions(found);
      const own = await read(found);
      for await (const summed of summed1By1(found, own)) {
        if (isGone) return;
        setList((before) => before.map((version) => (version.id === summed.id ? summed : version)));
      }
    };
    void start();
    return () => {
      isGone = true;
    };
  }, [desk, read]);

  const reload = useCallback(async () => {
    if (versions === null) return;
    const own = await read(versions);
    for await (const summed of summed1By1(versions, own))
      setList((before) => before.map((version) => (version.id === summed.id ? summed : version)));
  }, [read, versions]);
  return { versions, list, bytes, reload };
}

/** Finds out what each has changed since the one before it, where that is not known: the one before may have gone meanwhile. */
async function* summed1By1({ shelf, ask }: Versions, list: readonly Version[]): AsyncGenerator<Version> {
  for (const [index, version] of list.entries()) {
    const previous = list[index + 1];
    if (version.since !== undefined && version.since.version === (previous?.id ?? null)) continue;
    if (previous === undefined) continue;
    const [before, after] = await Promise.all([shelf.read(previous.id), shelf.read(version.id)]);
    if (before === undefined || after === undefined) continue;
    try {
      const changes = await ask('changes', { before, after });
      const summed: Version = { ...version, since: { version: previous.id, changes } };
      await shelf.change(summed);
      yield summed;
    } catch {
      // The list does without the line.
    }
  }
}
