/** Keeps what the lens shows up to date, as long as one is on: asks a worker that follows the document by its patches. */
import { useEffect } from 'react';
import { listPrices, type PriceTable } from '../../core/cost/prices';
import type { LensName, LensView } from '../../core/lenses/lens';
import type { Patch } from '../../core/store/store';
import type { Editor } from '../../editor/editor';
import { lensShown } from '../../editor/lensShown';
import { announce } from '../../editor/session';
import type { FromLensWorker, ToLensWorker } from '../../worker/lensProtocol';
import { tell } from '../shell/messages';
import { useEditor, useSession } from '../useEditor';
import { broken, lensSaid } from './words';

export function useLensWorker(): void {
  const editor = useEditor();
  const lens = useSession((session) => session.lens);
  useEffect(() => (lens === null ? undefined : follow(editor, lens)), [editor, lens]);
}

/** Each message is answered once, so at most one is under way: what changes meanwhile is gathered. */
function follow(editor: Editor, lens: LensName): () => void {
  const { session, store } = editor;
  const worker = new Worker(new URL('../../worker/lensWorker.ts', import.meta.url), { type: 'module' });
  let isAsking = false;
  let isReplaced = true;
  let isStale = true;
  let gathered: Patch[] = [];
  let isTold = false;
  let prices: PriceTable = listPrices;
  const ask = (): void => {
    if (isAsking || !isStale) return;
    const { document } = store;
    const message: ToLensWorker = { ...(isReplaced ? { document } : { patches: gathered }), lens, prices };
    isAsking = true;
    isReplaced = false;
    isStale = false;
    gathered = [];
    worker.postMessage(message);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromLensWorker>) => {
    isAsking = false;
    lensShown(editor).setState(shared(lensShown(editor).getState(), data), true);
    if (!isTold) announce(session, lensSaid(data, store.document.resources.size));
    isTold = true;
    ask();
  });
  worker.addEventListener('error', () => {
    tell({ tone: 'failure', words: broken });
    session.setState({ lens: null });
  });
  const stopStore = store.subscribe(({ patches, origin }) => {
    isStale = true;
    if (origin.by === 'replace') {
      isReplaced = true;
      gathered = [];
    } else gathered.push(...patches);
    ask();
  });
  let stopPrices: (() => void) | undefined;
  let isOver = false;
  if (lens === 'cost')
    void import('../cost/ownPrices').then(({ ownPrices }) => {
      if (isOver) return;
      const take = (): void => {
        ({ prices } = ownPrices.getState());
        isStale = true;
        ask();
      };
      stopPrices = ownPrices.subscribe(take);
      take();
    }, ask);
  else ask();
  return () => {
    isOver = true;
    stopStore();
    stopPrices?.();
    worker.terminate();
    lensShown(editor).setState(null, true);
  };
}

/** The same mark for what is still marked so, that only those nodes are drawn again whose mark is another. */
function shared(before: LensView | null, now: LensView): LensView {
  if (before?.lens !== now.lens) return now;
  const marks = new Map(
    [...now.marks].map(([id, mark]) => {
      const then = before.marks.get(id);
      return [id, then !== undefined && JSON.stringify(then) === JSON.stringify(mark) ? then : mark];
    }),
  );
  return { ...now, marks };
}
