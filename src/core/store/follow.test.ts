import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { changesBetween } from '../model/changesBetween';
import type { Document } from '../model/document';
import { box, sketch } from '../model/sketch';
import { createStore, type Change } from './store';

const first = fromSketch(catalog, sketch(box('vpc', 'Vpc', {}, box('subnet', 'A'))));
const label = { en: 'Edit the template', ja: 'テンプレートの編集' };
const called = (document: Document, name: string): Document => ({ ...document, name });

describe('a change that was worked out elsewhere', () => {
  test('is one undo step with those of the same burst right before it', () => {
    const store = createStore({ catalog }, first);

    for (const name of ['a', 'ab', 'abc'])
      store.follow(label, changesBetween(store.document, called(store.document, name)), 'one');
    store.follow(label, changesBetween(store.document, called(store.document, 'abcd')), 'two');

    store.undo();
    expect(store.document.name).toBe('abc');
    store.undo();
    expect(store.document).toEqual(first);
    store.redo();
    expect(store.document.name).toBe('abc');
  });

  test('begins a step of its own after another one, and after an undo', () => {
    const store = createStore({ catalog }, first);
    const type = (name: string): void =>
      store.follow(label, changesBetween(store.document, called(store.document, name)), 'one');

    type('a');
    store.commit('renameResource', { id: 'A', name: 'B' });
    type('ab');
    store.undo();
    expect(store.document.name).toBe('a');
    type('ax');
    store.undo();

    expect(store.document.name).toBe('a');
  });

  test('is told of as the text’s, and not at all where it changes nothing', () => {
    const store = createStore({ catalog }, first);
    const told: Change[] = [];
    store.subscribe((change) => told.push(change));

    store.follow(label, [], 'one');
    store.follow(label, changesBetween(store.document, called(store.document, 'a')), 'one');

    expect(told.map(({ origin }) => origin)).toEqual([{ by: 'text' }]);
  });
});
