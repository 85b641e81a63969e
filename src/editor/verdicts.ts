/** The editor's side of the validation worker: sends what changes, keeps the newest answer. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Patch, Store } from '../core/store/store';
import type { Answer, MapChanges, ToWorker, Verdicts } from '../worker/protocol';
import { shareEqual } from './sharing';

/** The newest answer, with how long it took to come, in ms (`?debug=times`). */
export interface TimedVerdicts extends Verdicts {
  readonly took: number;
}

export type VerdictStore = StoreApi<TimedVerdicts>;

/** What a validation worker looks like from here: a `Worker`, or something in a test that answers at once. */
export interface Validator {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: Answer }) => void): void;
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
    if (data.isLate !== true) isAsking = false;
    verdicts.setState(
      (before) =>
        shareEqual<TimedVerdicts>(before, {
          ...updated(before, data),
          took: data.isLate === true ? before.took : performance.now() - asked,
        }),
      true,
    );
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

/** What is so, by what was so and what has changed. */
function updated(before: Verdicts, { revision, suppressed, findings, changed, ...maps }: Answer): Verdicts {
  const known = new Map([...before.findings, ...changed].map((each) => [each.key, each]));
  return {
    revision,
    suppressed,
    findings: findings?.flatMap((key) => known.get(key) ?? []) ?? before.findings,
    traces: withChanges(before.traces, maps.traces),
    routes: withChanges(before.routes, maps.routes),
  };
}

function withChanges<K, V>(before: ReadonlyMap<K, V>, changes: MapChanges<K, V>): ReadonlyMap<K, V> {
  const after = new Map(before);
  for (const [key, value] of changes)
    if (value === undefined) after.delete(key);
    else after.set(key, value);
  return after;
}
