// Puts a working IndexedDB into the global scope, as a browser has it.
// oxlint-disable-next-line import/no-unassigned-import
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createStore as createState } from 'zustand/vanilla';
import { catalog } from '../../aws';
import { createStore } from '../../core/store/store';
import { opened } from '../../testing/opened';
import { createCodeAnswers } from '../../worker/codeAnswers';
import type { FromCodeWorker, ToCodeWorker } from '../../worker/codeProtocol';
import type { DeskState } from '../files/desk';
import { openDraftStore, type DraftStore } from './draftStore';
import { keepDrafts } from './keepDrafts';
import { createTextEditing } from './textEditing';

const template = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
`;
const half = `${template}  Broken: [`;

let names = 0;
const freshStore = (): Promise<DraftStore> => openDraftStore(`drafts-${++names}`);

/** A page that is loaded with a diagram of one template. Its worker answers at once, its clocks go when they are told. */
async function page(
  drafts: DraftStore,
  diagram: string,
  { tab = 'tab', seq = 0, document = opened(template) } = {},
) {
  const store = createStore({ catalog }, document);
  const state = createState<DeskState>(() => ({ diagram, seq, file: null, safety: { is: 'kept' } }));
  let due: (() => void)[] = [];
  let tick = (): void => {};
  const editing = createTextEditing(
    store,
    () => {
      const listeners: ((event: { readonly data: FromCodeWorker }) => void)[] = [];
      const answers = createCodeAnswers(catalog, (data) => {
        for (const listener of listeners) listener({ data: structuredClone(data) });
      });
      return {
        postMessage(message: ToCodeWorker) {
          answers.take(structuredClone(message));
          due.push(() => answers.answer());
        },
        terminate: () => listeners.splice(0),
        // Only messages are listened to here; nothing of ours fails.
        addEventListener: ((type: string, listener: (event: { readonly data: FromCodeWorker }) => void) => {
          if (type === 'message') listeners.push(listener);
        }) as Worker['addEventListener'],
      };
    },
    {
      now: () => 0,
      after: (ms, work) => {
        // The limit of a reading is never reached.
        if (ms < 1000) due.push(work);
        return () => (due = due.filter((each) => each !== work));
      },
    },
  );
  const keeping = keepDrafts({
    desk: { state },
    store,
    editing,
    drafts,
    tab,
    now: () => ++names,
    every(_, work) {
      tick = work;
      return () => (tick = () => {});
    },
  });
  await keeping.find();
  editing.attach();
  const settle = (): void => {
    for (let round = 0; due.length > 0 && round < 20; round++) for (const work of due.splice(0)) work();
  };
  settle();
  const own = store.document.templates.keys().next().value ?? null;
  return {
    store,
    editing,
    keeping,
    text: () => editing.textOf(own),
    fault: () => [...editing.state.getState().drafts.values()][0]?.fault?.message.en,
    settle,
    /** Types, waits until it is written, and lets the worker read it. */
    async type(text: string) {
      editing.typed(text);
      tick();
      settle();
      await drafts.of(diagram);
    },
    change() {
      store.commit('renameResource', { id: 'Vpc', name: 'Shop' });
      state.setState({ seq: state.getState().seq + 1 });
    },
    seq: () => state.getState().seq,
  };
}

test('what was typed is back in the page that is loaded next, and is told of in the same words', async () => {
  const drafts = await freshStore();
  const before = await page(drafts, 'one', { tab: 'before' });
  await before.type(half);

  const after = await page(drafts, 'one', { tab: 'after' });

  expect(after.text()).toBe(half);
  expect(after.fault()).toBe(before.fault());
  expect(after.fault()).toBeDefined();
});

test('what is taken over or given up is kept no more', async () => {
  const drafts = await freshStore();
  const taken = await page(drafts, 'taken');
  await taken.type(template.replace('10.0.0.0/16', '10.0.0.0/20'));
  const given = await page(drafts, 'given');
  await given.type(half);
  expect(await drafts.of('given')).toHaveLength(1);
  given.editing.discard();

  expect(taken.text()).toBeUndefined();
  expect(await drafts.of('taken')).toEqual([]);
  expect(await drafts.of('given')).toEqual([]);
});

test('a draft that is put back goes on from the diagram in which it was begun', async () => {
  const drafts = await freshStore();
  const before = await page(drafts, 'one', { tab: 'before' });
  await before.type(half);
  before.change();
  await drafts.of('one');

  const { document } = before.store;
  const after = await page(drafts, 'one', { tab: 'after', seq: before.seq(), document });
  const [draft] = after.editing.state.getState().drafts.values();
  expect(draft?.isBehind).toBe(true);
  await after.type(template.replace('10.0.0.0/16', '10.0.0.0/20'));

  expect(after.text()).toBeUndefined();
  expect(after.store.document.resources.get('Vpc')).toMatchObject({
    name: 'Shop',
    props: { cidr: '10.0.0.0/20' },
  });
});

test('diagrams keep their drafts apart, and so do tabs', async () => {
  const drafts = await freshStore();
  const one = await page(drafts, 'one', { tab: 'first' });
  const two = await page(drafts, 'two', { tab: 'second' });
  const same = await page(drafts, 'one', { tab: 'third' });
  await one.type(half);
  await two.type(`${half}2`);
  await same.type(`${half}3`);

  two.editing.discard();

  expect(await drafts.of('two')).toEqual([]);
  expect((await drafts.of('one')).map(({ text }) => text).sort()).toEqual([half, `${half}3`]);
});

test('a draft stays kept when another diagram is put in the place of its own', async () => {
  const drafts = await freshStore();
  const { type, store, editing, keeping } = await page(drafts, 'one');
  await type(half);

  keeping.leave();
  store.replace(opened(template));

  expect(editing.state.getState().drafts.size).toBe(0);
  expect((await drafts.of('one')).map(({ text }) => text)).toEqual([half]);
});

test('the drafts of diagrams that are kept no more go with them', async () => {
  const drafts = await freshStore();
  for (const diagram of ['one', 'two']) await (await page(drafts, diagram)).type(half);

  await drafts.keepOnly(new Set(['two']));

  expect(await drafts.of('one')).toEqual([]);
  expect(await drafts.of('two')).toHaveLength(1);
});
