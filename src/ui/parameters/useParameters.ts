/** The parameters of the diagram's templates, and how to give them other values: each change is one undo step. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { TemplateParameter } from '../../core/cfn/parametersIn';
import type { Words } from '../../lib/words';
import type { ParametersAnswer, ParametersRequest } from '../../worker/parametersProtocol';
import { useDocument, useEditor } from '../useEditor';
import { words } from './words';

export interface Parameters {
  /** Null until they are known. */
  readonly all: readonly TemplateParameter[] | null;
  readonly fault: Words | null;
  /** `value`: undefined for the default. */
  readonly set: (name: string, value: string | undefined) => void;
}

interface Asked {
  readonly number: number;
  readonly revision: number;
  readonly values: Readonly<Record<string, string>> | undefined;
}

export function useParameters(): Parameters {
  const { store } = useEditor();
  const templates = useDocument((document) => document.templates);
  const [all, setAll] = useState<readonly TemplateParameter[] | null>(null);
  const [fault, setFault] = useState<Words | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef<Asked | null>(null);
  const count = useRef(0);

  const ask = useCallback(
    (values: Asked['values']): void => {
      const { revision, document } = store;
      const number = ++count.current;
      asked.current = { number, revision, values };
      worker.current?.postMessage({
        number,
        document,
        ...(values === undefined ? {} : { values }),
      } satisfies ParametersRequest);
    },
    [store],
  );

  useEffect(() => {
    const reader = new Worker(new URL('../../worker/parametersWorker.ts', import.meta.url), {
      type: 'module',
    });
    worker.current = reader;
    reader.addEventListener('message', ({ data }: MessageEvent<ParametersAnswer>) => {
      const question = asked.current;
      if (question === null || data.number !== question.number) return;
      // Somebody changed the diagram meanwhile.
      if (question.revision !== store.revision) {
        ask(question.values);
        return;
      }
      asked.current = null;
      setAll(data.parameters);
      setFault(data.fault ?? null);
      if (data.changes.length > 0) store.follow(words.change, data.changes, `parameters ${question.number}`);
    });
    reader.addEventListener('error', () => setFault(words.failed));
    return () => {
      reader.terminate();
      worker.current = null;
    };
  }, [store, ask]);

  // Other values by undo or redo, other templates by the code pane. An answer that is awaited brings them itself.
  useEffect(() => {
    if (asked.current?.values === undefined) ask(undefined);
  }, [ask, templates]);

  const set = useCallback(
    (name: string, value: string | undefined): void => {
      const [first] = store.document.templates.values();
      const { [name]: _, ...others } = asked.current?.values ?? first?.readWith?.parameters ?? {};
      ask(value === undefined ? others : { ...others, [name]: value });
    },
    [ask, store],
  );
  return { all, fault, set };
}
