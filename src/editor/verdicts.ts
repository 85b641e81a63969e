/** The editor's side of the validation worker: sends what changes, keeps the newest answer. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Store } from '../core/store/store';
import type { ToWorker, Verdicts } from '../worker/protocol';
import { shareEqual } from './sharing';

export type VerdictStore = StoreApi<Verdicts>;

/** What a validation worker looks like from here: a `Worker`, or something in a test that answers at once. */
export interface Validator {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Verdicts }) => void): void;
}

export const noVerdicts: Verdicts = {
  revision: -1,
  findings: [],
  traces: new Map(),
  routes: new Map(),
  suppressed: 0,
  took: 0,
};

export function createVerdicts(store: Store, validator: Validator): VerdictStore {
  const verdicts = createStore<Verdicts>(() => noVerdicts);
  validator.addEventListener('message', ({ data }) => {
    // An answer to an older question is better than none while typing, but never replaces a newer one.
    if (data.revision >= verdicts.getState().revision)
      verdicts.setState((before) => shareEqual(before, data), true);
  });
  validator.postMessage({ say: 'document', revision: store.revision, document: store.document });
  store.subscribe(({ revision, document, patches, origin }) => {
    if (origin.by === 'replace') validator.postMessage({ say: 'document', revision, document });
    else validator.postMessage({ say: 'patches', revision, patches });
  });
  return verdicts;
}
