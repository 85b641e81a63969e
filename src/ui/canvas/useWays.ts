/** The ways that a worker finds for an arrow; none until it has, and where there is no worker to be had. */
import { useEffect, useState } from 'react';
import type { FlowId } from '../../core/model/document';
import type { Plan } from '../../core/plans/plan';
import type { FromWaysWorker, ToWaysWorker } from '../../worker/waysProtocol';
import { useEditor } from '../useEditor';

const none: readonly Plan[] = [];

/** Asked of the diagram as it is when `flow` is given first. */
export function useWays(flow: FlowId | null): readonly Plan[] {
  const { store } = useEditor();
  const [found, setFound] = useState<FromWaysWorker | null>(null);
  useEffect(() => {
    if (flow === null) return;
    const worker = new Worker(new URL('../../worker/waysWorker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWaysWorker>) => setFound(data));
    worker.postMessage({ document: store.document, flow } satisfies ToWaysWorker);
    return () => worker.terminate();
  }, [store, flow]);
  return found?.flow === flow ? found.plans : none;
}
