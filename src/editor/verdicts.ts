/** The editor's side of the validation worker: sends what changes, keeps the newest answer. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Patch, Store } from '../core/store/store';
import type { ToWorker, Verdicts } from '../worker/protocol';
import { shareEqual } from './sharing';

/** The newest answer, with how long it took to come, in ms (`?debug=times`). */
export interface TimedVerdicts extends Verdicts {
  readonly took: number;
}

export type VerdictStore = StoreApi<TimedVerdicts>;

/** What a validation worker looks like from here: a `Worker`, or something in a test that answers at once. */
export interface Validator {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Verdicts }) => void): void;
}

export const noVerdicts: TimedVerdicts = {
  revision: -1,
  findings: [],
  traces: new Map(),
  routes: new Map(),
  suppressed: 0,
  took: 0,
};

/**
 * Each message is answered once, so at most one is under way: what changes meanwhile is gathered, and is the next question.
 * A burst of edits thus costs two answers and not one for each edit.
 */
export function createVerdicts(store: Store, validator: Validator): VerdictStore {
  const verdicts = createStore<TimedVerdicts>(() => noVerdicts);
  let isAsking = false;
  let asked = 0;
  let gathered: Patch[] = [];
  let isReplaced = true;

  const ask = (): void => {
    if (isAsking || (!isReplaced && gathered.length === 0)) return;
    const { revision, document } = store;
    const message: ToWorker = isReplaced
      ? { say: 'document', revision, document }
      : { say: 'patches', revision, patches: gathered };
    isAsking = true;
    isReplaced = false;
    gathered = [];
    asked = performance.now();
    validator.postMessage(message);
  };

  validator.addEventListener('message', ({ data }) => {
    isAsking = false;
    const answer: TimedVerdicts = { ...data, took: performance.now() - asked };
    verdicts.setState((before) => shareEqual(before, answer), true);
    ask();
  });
  store.subscribe(({ patches, origin }) => {
    if (origin.by === 'replace') {
      isReplaced = true;
      gathered = [];
    } else gathered.push(...patches);
    ask();
  });
  ask();
  return verdicts;
}
