/** The comparison of two documents, worked out in the worker; of the last two that were asked for. */
import { useEffect, useState } from 'react';
import type { Comparison } from '../../core/diff/comparison';
import type { Document } from '../../core/model/document';
import type { Versions } from './versionsOf';

interface Found {
  readonly before: Document;
  readonly after: Document;
  /** Null: it could not be worked out. */
  readonly comparison: Comparison | null;
}

export function useComparison(
  { ask }: Versions,
  before: Document | undefined,
  after: Document | undefined,
): { readonly comparison: Comparison | null; readonly failed: boolean } {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (before === undefined || after === undefined) return;
    let isStale = false;
    const keep = (comparison: Comparison | null): void => {
      if (!isStale) setFound({ before, after, comparison });
    };
    ask('compare', { before, after }).then(keep, () => keep(null));
    return () => {
      isStale = true;
    };
  }, [ask, before, after]);
  if (found === null || found.before !== before || found.after !== after)
    return { comparison: null, failed: false };
  return { comparison: found.comparison, failed: found.comparison === null };
}
