/** Where the drawing departs from the guidelines, and what mends it: found anew after each change, a little at a time. */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { createChecker, type Checked, type Mended } from '../../core/guidelines/mended';
import type { Plan } from '../../core/plans/plan';
import { useDocument, useEditor } from '../useEditor';

export interface Departures {
  readonly checked: Checked;
  /** By key, those that were found so far. */
  readonly fixes: ReadonlyMap<string, Plan>;
  /** Works out what mends all of them, or those of one guideline, and hands it on; undefined where nothing does. */
  fixAll(guideline: string | undefined, then: (mended: Mended | undefined) => void): void;
  readonly isFixing: boolean;
}

/** So long a task may keep the browser from other things, in ms. */
const slice = 12;
/** Nothing is tried out while somebody is changing things one after the other, in ms. */
const pause = 150;

export function useDepartures(): Departures {
  const { catalog } = useEditor();
  const checker = useMemo(() => createChecker(catalog), [catalog]);
  const document = useDeferredValue(useDocument((now) => now));
  const checked = useMemo(() => checker.check(document), [checker, document]);
  const [found, setFound] = useState<{ readonly of: Checked; readonly fixes: ReadonlyMap<string, Plan> }>({
    of: checked,
    fixes: none,
  });
  const [isFixing, setFixing] = useState(false);
  const stop = useRef(() => undefined as void);

  useEffect(
    () =>
      inSlices(
        (function* () {
          const fixes = new Map<string, Plan>();
          for (const each of checked.found) {
            if (each.fixes === undefined) continue;
            const plan = yield* checker.fixInSteps(checked, each);
            if (plan !== undefined) fixes.set(each.key, plan);
          }
          return fixes;
        })(),
        (fixes) => setFound({ of: checked, fixes }),
        pause,
      ),
    [checker, checked],
  );

  const fixAll = useCallback<Departures['fixAll']>(
    (guideline, then) => {
      stop.current();
      setFixing(true);
      stop.current = inSlices(checker.fixAllInSteps(checked, guideline), (mended) => {
        setFixing(false);
        then(mended);
      });
    },
    [checker, checked],
  );
  useEffect(
    () => () => {
      stop.current();
      setFixing(false);
    },
    [checked],
  );
  return { checked, fixes: found.of === checked ? found.fixes : none, fixAll, isFixing };
}

const none: ReadonlyMap<string, Plan> = new Map();

/** Runs to the end, with a pause for the browser after each slice of time; returns how to stop that. */
function inSlices<T>(steps: Generator<undefined, T>, then: (value: T) => void, wait = 0): () => void {
  let timer = setTimeout(run, wait);
  function run(): void {
    const started = performance.now();
    while (performance.now() - started < slice) {
      const { done, value } = steps.next();
      if (done === true) {
        then(value);
        return;
      }
    }
    timer = setTimeout(run, 0);
  }
  return () => clearTimeout(timer);
}
