/** The matrix of the document as it is drawn, and answers about it, from the worker that works them out. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Query, Trace } from '../../core/network/trace';
import type { WhatIf } from '../../core/network/whatIf/choices';
import type { Consequences } from '../../core/network/whatIf/whatIf';
import type { FromMatrixWorker, ToMatrixWorker, WholeMatrix } from '../../worker/matrixProtocol';
import { useEditor } from '../useEditor';

export interface LiveMatrix {
  /** Null until there is one. */
  readonly whole: WholeMatrix | null;
  /** The worker broke down. */
  readonly failed: boolean;
  /** What the worker says to a question about the matrix; null until it has, and where nothing is asked. */
  readonly consequences: Consequences | null;
  readonly trace: Trace | null;
  askWhatIf(whatIf: WhatIf | null): void;
  askTrace(query: Query | null): void;
}

/** What a matrix worker looks like from here: a `Worker`, or something in a test that answers at once. */
export interface MatrixWorker {
  postMessage(message: ToMatrixWorker): void;
  addEventListener(type: 'message', listener: (event: { readonly data: FromMatrixWorker }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

export function hireMatrixWorker(): MatrixWorker {
  return new Worker(new URL('../../worker/matrixWorker.ts', import.meta.url), { type: 'module' });
}

export function useMatrix(hire: () => MatrixWorker): LiveMatrix {
  const { store } = useEditor();
  const [whole, setWhole] = useState<WholeMatrix | null>(null);
  const [failed, setFailed] = useState(false);
  const [consequences, setConsequences] = useState<Consequences | null>(null);
  const [trace, setTrace] = useState<Trace | null>(null);
  const worker = useRef<MatrixWorker | null>(null);
  /** The number of the last question of each sort: an answer to an earlier one is stale. */
  const asked = useRef({ count: 0, matrix: 0, 'what-if': 0, trace: 0 });
  useEffect(() => {
    const hired = hire();
    worker.current = hired;
    hired.addEventListener('message', ({ data }) => {
      if (data.number !== asked.current[data.tells]) return;
      setFailed(false);
      if (data.tells === 'matrix') setWhole(data);
      else if (data.tells === 'what-if') setConsequences(data.consequences);
      else setTrace(data.trace);
    });
    hired.addEventListener('error', () => setFailed(true));
    const send = (): void => {
      const number = ++asked.current.count;
      asked.current.matrix = number;
      hired.postMessage({ number, ask: 'matrix', document: store.document });
    };
    send();
    const stop = store.subscribe(send);
    return () => {
      stop();
      hired.terminate();
      worker.current = null;
    };
  }, [store, hire]);
  const askWhatIf = useCallback((whatIf: WhatIf | null): void => {
    setConsequences(null);
    const number = ++asked.current.count;
    asked.current['what-if'] = number;
    if (whatIf !== null) worker.current?.postMessage({ number, ask: 'what-if', whatIf });
  }, []);
  const askTrace = useCallback((query: Query | null): void => {
    setTrace(null);
    const number = ++asked.current.count;
    asked.current.trace = number;
    if (query !== null) worker.current?.postMessage({ number, ask: 'trace', query });
  }, []);
  return { whole, failed, consequences, trace, askWhatIf, askTrace };
}
