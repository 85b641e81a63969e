import { expect, test } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, sketch } from '../core/model/sketch';
import { createStore } from '../core/store/store';
import type { ToWorker, Verdicts } from '../worker/protocol';
import { createVerdicts, noVerdicts } from './verdicts';

function slowWorker() {
  const heard: ToWorker[] = [];
  let listen: (event: { readonly data: Verdicts }) => void = () => undefined;
  return {
    heard,
    postMessage: (message: ToWorker) => heard.push(message),
    addEventListener: (_: 'message', listener: typeof listen) => {
      listen = listener;
    },
    answer: () => listen({ data: { ...noVerdicts, revision: heard.at(-1)?.revision ?? -1 } }),
  };
}

const document = fromSketch(catalog, sketch(box('vpc', 'Vpc')));

test('a burst of edits while the worker is busy is one question, asked when it has answered', () => {
  const worker = slowWorker();
  const store = createStore({ catalog }, document);
  const verdicts = createVerdicts(store, worker);
  worker.answer();

  for (const name of ['A', 'B', 'C']) store.commit('renameResource', { id: 'Vpc', name });
  worker.answer();
  worker.answer();

  expect(worker.heard.map(({ say, revision }) => `${say} ${revision}`)).toEqual([
    'document 0',
    'patches 1',
    'patches 3',
  ]);
  expect(verdicts.getState().revision).toBe(3);
});

test('a document put in another’s place is sent whole, without the edits of the one before', () => {
  const worker = slowWorker();
  const store = createStore({ catalog }, document);
  createVerdicts(store, worker);

  store.commit('renameResource', { id: 'Vpc', name: 'A' });
  store.replace(document);
  worker.answer();

  expect(worker.heard.at(-1)).toEqual({ say: 'document', revision: 2, document });
});

test('nothing is asked while nothing changes', () => {
  const worker = slowWorker();
  createVerdicts(createStore({ catalog }, document), worker);

  worker.answer();

  expect(worker.heard).toHaveLength(1);
});
