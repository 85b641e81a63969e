// Puts a working IndexedDB into the global scope, as a browser has it.
// oxlint-disable-next-line import/no-unassigned-import
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../awsKinds';
import { emptyDocument } from '../../core/model/document';
import { createEditor } from '../../editor/editor';
import { createDesk, isInFile, type Desk, type DeskOptions } from './desk';
import { openJournal, type Journal, type Kept } from './journal';

describe('the desk', () => {
  it('keeps a new diagram and every change to it', async () => {
    const { desk, journal } = await freshDesk();

    desk.editor.store.commit('renameDocument', { name: 'Network' });
    addVpc(desk, 'a');
    addVpc(desk, 'b');
    await desk.settled();

    const kept = await journal.read(desk.state.getState().diagram);
    expect(kept?.document).toEqual(desk.editor.store.document);
    expect(kept?.lost).toBe(0);
  });

  it('has a change in the journal before the page could do anything else', async () => {
    const { desk, journal } = await freshDesk();
    await desk.settled();

    addVpc(desk, 'a');
    // What a crash leaves: nothing of this page runs any more after its microtasks.
    await Promise.resolve();
    const kept = await journal.read(desk.state.getState().diagram);

    expect(kept?.document.resources.has('a')).toBe(true);
  });

  it('comes back to the same document after undo, redo and many snapshots', async () => {
    const { desk, journal } = await freshDesk();

    for (let round = 0; round < 450; round++) {
      addVpc(desk, `vpc-${round}`);
      if (round % 3 === 0) desk.editor.store.undo();
      if (round % 6 === 0) desk.editor.store.redo();
      if (round % 50 === 0) await desk.settled();
    }
    await desk.settled();

    const kept = await journal.read(desk.state.getState().diagram);
    expect(kept?.document).toEqual(desk.editor.store.document);
  });

  it('goes on with a diagram of last time where it was left', async () => {
    const { desk, journal, name } = await freshDesk();
    addVpc(desk, 'a');
    await desk.settled();
    const { diagram } = desk.state.getState();

    const again = deskOn(journal, await journal.read(diagram));
    addVpc(again, 'b');
    await again.settled();

    const reopened = await openJournal(name);
    expect([...((await reopened.read(diagram))?.document.resources.keys() ?? [])]).toEqual(['a', 'b']);
  });

  it('keeps the diagram before when another takes its place, and can come back to it', async () => {
    const { desk, journal } = await freshDesk();
    addVpc(desk, 'a');
    const { diagram: first } = desk.state.getState();

    await desk.put({ ...emptyDocument, name: 'Other' });
    addVpc(desk, 'b');
    await desk.settled();
    const kept = await journal.read(first);
    if (kept === undefined) throw new Error('the first diagram is gone');
    await desk.put(kept.document, { kept });
    addVpc(desk, 'c');
    await desk.settled();

    expect([...((await journal.read(first))?.document.resources.keys() ?? [])]).toEqual(['a', 'c']);
    expect((await journal.list()).map(({ name }) => name).sort()).toEqual(['', 'Other']);
  });

  it('goes on with a copy when another tab has taken the diagram, and harms neither', async () => {
    const { desk, journal } = await freshDesk();
    addVpc(desk, 'shared');
    await desk.settled();
    const { diagram } = desk.state.getState();
    let told = 0;
    desk.onCopied = () => told++;

    const other = deskOn(journal, await journal.read(diagram));
    addVpc(other, 'theirs');
    await other.settled();
    addVpc(desk, 'ours');
    await desk.settled();
    await desk.settled();

    expect(told).toBe(1);
    const copy = desk.state.getState().diagram;
    expect(copy).not.toBe(diagram);
    expect([...((await journal.read(diagram))?.document.resources.keys() ?? [])]).toEqual([
      'shared',
      'theirs',
    ]);
    expect([...((await journal.read(copy))?.document.resources.keys() ?? [])]).toEqual(['shared', 'ours']);
  });

  it('says so when the storage is full, and is safe again when there is room', async () => {
    const { desk, journal } = await freshDesk();
    await desk.settled();
    const { add, snapshot } = journal;
    const broken = () => Promise.reject(new DOMException('', 'QuotaExceededError'));

    Object.assign(journal, { add: broken, snapshot: broken });
    addVpc(desk, 'a');
    const whileFull = await desk.settled();
    const { safety } = desk.state.getState();
    Object.assign(journal, { add, snapshot });
    addVpc(desk, 'b');

    expect(whileFull).toBe(false);
    expect(safety).toEqual({ is: 'not-kept', because: 'full' });
    expect(await desk.settled()).toBe(true);
    expect([
      ...((await journal.read(desk.state.getState().diagram))?.document.resources.keys() ?? []),
    ]).toEqual(['a', 'b']);
  });

  it('makes room once when the storage is full, and keeps the change without a word where that was enough', async () => {
    let isFull = false;
    let asked = 0;
    const { desk, journal } = await freshDesk({
      makeRoom: async () => {
        asked++;
        isFull = false;
      },
    });
    await desk.settled();
    const { add } = journal;
    const short: Journal['add'] = async (...args) => {
      if (isFull) throw new DOMException('', 'QuotaExceededError');
      await add(...args);
    };
    const said: string[] = [];
    desk.state.subscribe(({ safety }) => said.push(safety.is));

    Object.assign(journal, { add: short });
    isFull = true;
    addVpc(desk, 'a');

    expect(await desk.settled()).toBe(true);
    expect(asked).toBe(1);
    expect(said).not.toContain('not-kept');
    expect((await journal.read(desk.state.getState().diagram))?.document.resources.has('a')).toBe(true);
  });

  it('works without storage, and says that nothing is kept', async () => {
    const desk = deskOn(null, undefined);

    addVpc(desk, 'a');

    expect(await desk.settled()).toBe(false);
    expect(desk.state.getState().safety).toEqual({ is: 'not-kept', because: 'forbidden' });
  });

  it('knows whether the file holds the present state', async () => {
    const { desk } = await freshDesk();

    desk.savedTo({ name: 'a.vpcanvas.json', handle: null });
    const atOnce = isInFile(desk.state.getState());
    addVpc(desk, 'a');

    expect(atOnce).toBe(true);
    expect(isInFile(desk.state.getState())).toBe(false);
  });

  it('holds a diagram that was just begun, and lets go of it when another takes its place', async () => {
    const held = new Set<string>();
    const desk = deskOn(await openJournal(`test-${++count}`), undefined, {
      hold: (id) => {
        held.add(id);
        return Promise.resolve(() => void held.delete(id));
      },
    });
    const first = desk.state.getState().diagram;
    await desk.settled();
    expect([...held]).toEqual([first]);

    await desk.put(emptyDocument);

    expect([...held]).toEqual([desk.state.getState().diagram]);
    expect(held).not.toContain(first);
  });

  it('reads back what was before a change that was lost', async () => {
    const { desk, journal, name } = await freshDesk();
    await desk.settled();
    for (const id of ['a', 'b', 'c']) {
      addVpc(desk, id);
      await desk.settled();
    }
    const { diagram } = desk.state.getState();
    await removeChange(name, [diagram, 2]);

    const kept = await journal.read(diagram);

    expect([...(kept?.document.resources.keys() ?? [])]).toEqual(['a']);
    expect(kept?.lost).toBe(1);
  });

  it('does not let what lies behind a lost change follow upon a new one', async () => {
    const { desk, journal, name } = await freshDesk();
    await desk.settled();
    for (const id of ['a', 'b', 'c']) {
      addVpc(desk, id);
      await desk.settled();
    }
    const { diagram } = desk.state.getState();
    await removeChange(name, [diagram, 2]);

    const again = deskOn(journal, await journal.read(diagram));
    addVpc(again, 'new');
    await again.settled();

    const kept = await journal.read(diagram);
    expect([...(kept?.document.resources.keys() ?? [])]).toEqual(['a', 'new']);
    expect(kept?.lost).toBe(0);
  });
});

let count = 0;

async function freshDesk(options: Partial<DeskOptions> = {}): Promise<{
  readonly desk: Desk;
  readonly journal: Journal;
  readonly name: string;
}> {
  const name = `test-${++count}`;
  const journal = await openJournal(name);
  return { desk: deskOn(journal, undefined, options), journal, name };
}

function deskOn(journal: Journal | null, kept: Kept | undefined, options: Partial<DeskOptions> = {}): Desk {
  const editor = createEditor({
    catalog,
    document: kept?.document ?? emptyDocument,
    validator: { postMessage: () => undefined, addEventListener: () => undefined },
    random: () => `${++count}`,
  });
  return createDesk({
    editor,
    journal,
    first: { kept: kept ?? null, file: null },
    now: () => ++count,
    newId: () => `id-${++count}`,
    hold: () => Promise.resolve(() => undefined),
    makeRoom: () => Promise.resolve(),
    remember: () => undefined,
    ...options,
  });
}

function addVpc({ editor }: Desk, id: string): void {
  editor.store.commit('addResource', { kind: 'vpc', id, name: id, parentId: null, order: 'V' });
}

async function removeChange(name: string, key: [string, number]): Promise<void> {
  const { openDB } = await import('idb');
  const db = await openDB(name);
  await db.delete('changes', key);
  db.close();
}
