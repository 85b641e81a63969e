/** The bill of the document as it is drawn, from a worker that follows it as long as somebody looks. */
import { useEffect } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { WholeBill } from '../../core/compare/wholeBill';
import type { Patch } from '../../core/store/store';
import type { Editor } from '../../editor/editor';
import type { FromCostWorker, ToCostWorker } from '../../worker/costProtocol';
import { useEditor } from '../useEditor';
import { ownPrices } from './ownPrices';

/** What a cost worker looks like from here: a `Worker`, or something in a test that answers at once. */
export interface CostWorker {
  postMessage(message: ToCostWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromCostWorker }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

export interface LiveBill {
  /** Null until there is one. */
  readonly bill: WholeBill | null;
  /** The worker broke down. */
  readonly failed: boolean;
}

export function hireCostWorker(): CostWorker {
  return new Worker(new URL('../../worker/costWorker.ts', import.meta.url), { type: 'module' });
}

/** The panel and the dialogs over it look at the same bill. */
interface Shared {
  readonly live: StoreApi<LiveBill>;
  viewers: number;
  stop: () => void;
}

const sharedBy = new WeakMap<Editor, Shared>();

export function useBill(hire: () => CostWorker = hireCostWorker): LiveBill {
  const editor = useEditor();
  const shared = sharedOf(editor);
  useEffect(() => look(editor, shared, hire), [editor, shared, hire]);
  return useStore(shared.live);
}

/** The first who looks has it followed, and the last who stops looking ends that. */
function look(editor: Editor, shared: Shared, hire: () => CostWorker): () => void {
  if (shared.viewers++ === 0) shared.stop = follow(editor, shared.live, hire);
  return () => {
    if (--shared.viewers === 0) shared.stop();
  };
}

function sharedOf(editor: Editor): Shared {
  let shared = sharedBy.get(editor);
  if (shared === undefined) {
    shared = {
      live: createStore<LiveBill>(() => ({ bill: null, failed: false })),
      viewers: 0,
      stop: () => undefined,
    };
    sharedBy.set(editor, shared);
  }
  return shared;
}

/** Each message is answered once, so at most one is under way: what changes meanwhile is gathered. */
function follow({ store }: Editor, live: StoreApi<LiveBill>, hire: () => CostWorker): () => void {
  const worker = hire();
  let isAsking = false;
  let isReplaced = true;
  let isStale = true;
  let gathered: Patch[] = [];
  const ask = (): void => {
    if (isAsking || !isStale) return;
    const { prices } = ownPrices.getState();
    const changes = isReplaced ? { document: store.document } : { patches: gathered };
    isAsking = true;
    isReplaced = false;
    isStale = false;
    gathered = [];
    worker.postMessage({ ...changes, prices });
  };
  worker.addEventListener('message', ({ data }) => {
    isAsking = false;
    live.setState({ bill: data, failed: false });
    ask();
  });
  worker.addEventListener('error', () => live.setState({ failed: true }));
  const stopStore = store.subscribe(({ patches, origin }) => {
    isStale = true;
    if (origin.by === 'replace') {
      isReplaced = true;
      gathered = [];
    } else gathered.push(...patches);
    ask();
  });
  const stopPrices = ownPrices.subscribe((now, before) => {
    if (now.prices === before.prices) return;
    isStale = true;
    ask();
  });
  ask();
  return () => {
    stopStore();
    stopPrices();
    worker.terminate();
  };
}
