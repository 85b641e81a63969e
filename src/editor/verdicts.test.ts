import { describe, expect, test } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, sketch } from '../core/model/sketch';
import type { Finding } from '../core/rules/rule';
import { createStore } from '../core/store/store';
import { answerOf } from '../testing/answerOf';
import type { Answer, ToWorker } from '../worker/protocol';
import { createVerdicts, noVerdicts } from './verdicts';

function slowWorker() {
  const heard: ToWorker[] = [];
  let listen: (event: { readonly data: Answer }) => void = () => undefined;
  return {
    heard,
    postMessage: (message: ToWorker) => heard.push(message),
    addEventListener: (_: 'message', listener: typeof listen) => {
      listen = listener;
    },
    answer: (more: Partial<Answer> = {}) =>
      listen({ data: { ...answerOf(noVerdicts), revision: heard.at(-1)?.revision ?? -1, ...more } }),
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

describe('an answer says what has changed', () => {
  const [one, other] = ['one', 'other'].map((key) => finding(key, 'as it was'));

  test('and the rest is as it was', () => {
    const { worker, verdicts } = started();
    worker.answer({ findings: ['one', 'other'], changed: [one, other].flatMap((each) => each ?? []) });

    worker.answer({ findings: ['other', 'one'], changed: [finding('one', 'otherwise')] });

    expect(verdicts.getState().findings.map(({ key, message }) => [key, message.en])).toEqual([
      ['other', 'as it was'],
      ['one', 'otherwise'],
    ]);
  });

  test('and takes away what is gone', () => {
    const { worker, verdicts } = started();
    worker.answer({ findings: ['one'], changed: [finding('one', '')], routes: new Map([['table', []]]) });

    worker.answer({ findings: [], changed: [], routes: new Map([['table', undefined]]) });

    expect(verdicts.getState().findings).toEqual([]);
    expect(verdicts.getState().routes).toEqual(new Map());
  });

  test('and one that comes late is not the answer to what was asked meanwhile', () => {
    const { store, worker } = started();
    worker.answer();
    store.commit('renameResource', { id: 'Vpc', name: 'A' });

    worker.answer({ isLate: true, revision: 0 });
    store.commit('renameResource', { id: 'Vpc', name: 'B' });

    expect(worker.heard.map(({ revision }) => revision)).toEqual([0, 1]);
  });
});

function started() {
  const worker = slowWorker();
  const store = createStore({ catalog }, document);
  return { worker, store, verdicts: createVerdicts(store, worker) };
}

function finding(key: string, text: string): Finding {
  return { key, rule: 'some-rule', severity: 'error', on: ['Vpc'], message: { en: text, ja: text } };
}
