import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { catalog } from '../../awsKinds';
import { emptyDocument, type Document } from '../../core/model/document';
import { createEditor } from '../../editor/editor';
import { answerTo } from '../../worker/versionAnswers';
import type { Desk, DeskState } from '../files/desk';
import type { AskVersions } from './askVersions';
import { keepVersions } from './keepVersions';
import { createShelf } from './versionShelf';
import { inMemory } from './versionStore';

const minute = 60_000;

describe('versions that are kept by themselves', () => {
  it('hold the diagram as it was before the first change, and not after each', async () => {
    const desk = opened('Vpc');

    desk.add('A');
    desk.add('B');

    expect(await desk.names()).toEqual([['Vpc']]);
  });

  it('hold the end of a stretch of work once a pause is over', async () => {
    const desk = opened('Vpc');
    desk.add('A');
    desk.wait(minute);
    desk.add('B');

    desk.wait(20 * minute);
    const beforeGoingOn = await desk.names();
    desk.add('C');

    expect(beforeGoingOn).toEqual([['Vpc']]);
    expect(await desk.names()).toEqual([['A', 'B', 'Vpc'], ['Vpc']]);
  });

  it('come at least every quarter of an hour while one works without a pause', async () => {
    const desk = opened('Vpc');

    for (let at = 0; at < 46; at++) {
      desk.add(`R${at}`);
      desk.wait(minute);
    }

    expect((await desk.names()).map((names) => names.length)).toEqual([46, 31, 16, 1]);
  });

  it('are none of an empty diagram, and none of one that is only looked at', async () => {
    const empty = opened();
    empty.add('A');
    const seen = opened('Vpc');
    seen.wait(60 * minute);

    expect(await empty.names()).toEqual([]);
    expect(await seen.names()).toEqual([]);
  });

  it('are not kept twice when nothing is another', async () => {
    const desk = opened('Vpc');
    desk.add('A');
    desk.editor.store.undo();

    desk.wait(20 * minute);
    desk.add('B');

    expect(await desk.names()).toEqual([['Vpc']]);
  });

  it('belong to the diagram that is on the desk', async () => {
    const desk = opened('Vpc');
    desk.add('A');

    desk.put('other', 'Other');
    desk.add('B');

    expect(await desk.names('first')).toEqual([['Vpc']]);
    expect(await desk.names('other')).toEqual([['Other']]);
  });

  it('hold what was there before the change that started them', async () => {
    const desk = opened('Vpc', 'A');
    const late = desk.startedBy(documentWith('Vpc'));

    desk.add('B');
    await late.settled();

    expect(await desk.names()).toEqual([['Vpc']]);
  });
});

describe('a version with a name', () => {
  it('is the one that is there already where it holds the same', async () => {
    const desk = opened('Vpc');
    desk.add('A');
    desk.editor.store.undo();

    const named = await desk.keeping.keep('named', 'First');

    expect(named).toMatchObject({ name: 'First', why: 'opened' });
    expect(await desk.names()).toEqual([['Vpc']]);
  });

  it('stands beside one of another name, though both hold the same', async () => {
    const desk = opened('Vpc');

    await desk.keeping.keep('named', 'First');
    await desk.keeping.keep('named', 'Agreed');

    expect((await desk.shelf.list('first')).map(({ name }) => name).sort()).toEqual(['Agreed', 'First']);
  });

  it('is not kept where the diagram could not be read back, and whoever asked learns of it', async () => {
    const desk = opened('Vpc');
    desk.editor.store.replace({
      ...documentWith('Vpc'),
      templates: new Map([['t', { id: 't', fileName: 'huge.yaml', text: 'x'.repeat(20_000_001) }]]),
    });

    expect(await desk.keeping.keep('named', 'Huge')).toBeUndefined();
  });
});

const ask: AskVersions = async (question, given) =>
  structuredClone(answerTo(question, structuredClone(given)));

function documentWith(...names: readonly string[]): Document {
  const editor = editorOn(emptyDocument);
  for (const name of names) addVpc(editor, name);
  return editor.store.document;
}

function addVpc({ store }: ReturnType<typeof editorOn>, name: string): void {
  store.commit('addResource', { kind: 'vpc', id: name, name, parentId: null, order: 'V' });
}

function editorOn(document: Document) {
  return createEditor({
    catalog,
    document,
    validator: { postMessage: () => undefined, addEventListener: () => undefined },
    random: () => 'x',
  });
}

function opened(...names: readonly string[]) {
  let time = 1_000_000_000_000;
  let count = 0;
  const editor = editorOn(documentWith(...names));
  const state = createStore<DeskState>(() => ({
    diagram: 'first',
    file: null,
    seq: 0,
    safety: { is: 'kept' },
  }));
  const desk: Pick<Desk, 'editor' | 'state'> = { editor, state };
  const shelf = createShelf(inMemory(), {
    now: () => time,
    limits: { perDiagram: 100, bytes: 1_000_000 },
    onTrouble: () => undefined,
  });
  const options = { desk, shelf, ask, now: () => time, newId: () => `v${++count}` };
  let keeping = keepVersions(options);
  return {
    editor,
    shelf,
    get keeping() {
      return keeping;
    },
    add: (name: string) => addVpc(editor, name),
    wait: (ms: number) => (time += ms),
    put(diagram: string, name: string) {
      state.setState({ diagram });
      editor.store.replace(documentWith(name));
    },
    startedBy(document: Document) {
      keeping.stop();
      keeping = keepVersions({ ...options, before: { diagram: 'first', document, at: time } });
      return keeping;
    },
    /** The names of the resources of each version, the newest first. */
    async names(diagram = 'first'): Promise<string[][]> {
      await keeping.settled();
      const all: string[][] = [];
      for (const { id } of await shelf.list(diagram)) {
        const packed = await shelf.read(id);
        if (packed === undefined) throw new Error(`${id} holds nothing`);
        const read = await ask('unpack', { packed });
        if ('failure' in read) throw new Error(read.failure.en);
        all.push([...read.document.resources.keys()].sort());
      }
      return all;
    },
  };
}
