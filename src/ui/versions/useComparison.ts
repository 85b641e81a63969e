/**
 * The comparison of two documents: first of their resources, then also of who reaches whom. Each has a worker of its own, which is
 * sent home when another two are asked for, so that nothing waits for an answer that nobody wants any more.
 */
import { useEffect, useState } from 'react';
import type { Comparison } from '../../core/diff/comparison';
import type { Document } from '../../core/model/document';
import type { FromVersionsWorker, ToVersionsWorker, VersionAnswers } from '../../worker/versionsProtocol';
import { hireVersionsWorker } from './askVersions';

interface Found {
  readonly before: Document;
  readonly after: Document;
  readonly comparison: Comparison | null;
  readonly failed: boolean;
}

const nothing = { comparison: null, failed: false };

export function useComparison(
  before: Document | undefined,
  after: Document | undefined,
): { readonly comparison: Comparison | null; readonly failed: boolean } {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (before === undefined || after === undefined) return;
    const worker = hireVersionsWorker();
    const fail = (): void => setFound({ before, after, comparison: null, failed: true });
    worker.addEventListener('message', ({ data }: MessageEvent<FromVersionsWorker>) => {
      if ('broken' in data) fail();
      // This worker is asked for nothing else.
      else setFound({ before, after, comparison: data.answer as VersionAnswers['compare'], failed: false });
    });
    worker.addEventListener('error', fail);
    for (const [number, depth] of (['resources', 'all'] as const).entries())
      worker.postMessage({ number, ask: 'compare', before, after, depth } satisfies ToVersionsWorker);
    return () => worker.terminate();
  }, [before, after]);
  return found === null || found.before !== before || found.after !== after ? nothing : found;
}
