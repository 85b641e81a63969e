/** The template of the document as it is drawn, from the worker that writes it; null until there is one. */
import { useEffect, useRef, useState } from 'react';
import type { TemplateId } from '../../core/model/document';
import type { Store } from '../../core/store/store';
import type { Code, CodeFormat, ToCodeWorker } from '../../worker/codeProtocol';
import { useEditor } from '../useEditor';

export interface LiveCode {
  readonly code: Code | null;
  /** The writer broke down; the text is that of an earlier state. */
  readonly failed: boolean;
}

/** What was written last for each editor, so that the pane has something to show when it moves or opens again. */
const last = new WeakMap<Store, Code>();

/** `template`: which of a diagram's templates; the first where null. */
export function useCode(format: CodeFormat, template: TemplateId | null): LiveCode {
  const { store } = useEditor();
  const [code, setCode] = useState<Code | null>(() => last.get(store) ?? null);
  const [failed, setFailed] = useState(false);
  const worker = useRef<Worker | null>(null);
  useEffect(() => {
    const writer = new Worker(new URL('../../worker/codeWorker.ts', import.meta.url), { type: 'module' });
    worker.current = writer;
    const send = (message: ToCodeWorker): void => writer.postMessage(message);
    writer.addEventListener('message', ({ data }: MessageEvent<Code>) => {
      setFailed(false);
      last.set(store, data);
      setCode(data);
    });
    writer.addEventListener('error', () => setFailed(true));
    send({ say: 'document', revision: store.revision, document: store.document });
    const stop = store.subscribe(({ revision, document, patches, origin }) =>
      send(
        origin.by === 'replace'
          ? { say: 'document', revision, document }
          : { say: 'patches', revision, patches },
      ),
    );
    return () => {
      stop();
      writer.terminate();
      worker.current = null;
    };
  }, [store]);
  useEffect(() => {
    worker.current?.postMessage({ say: 'show', format, template } satisfies ToCodeWorker);
  }, [format, template]);
  return { code, failed };
}
