import { useCallback } from 'react';
import type { Flow } from '../core/model/document';
import { useDocument } from '../ui/useEditor';

/** What an arrow is called where it is one of many: its ends. */
export function useFlowName(): (flow: Flow) => string {
  const resources = useDocument((document) => document.resources);
  return useCallback(
    ({ from, to }: Flow) => [from, to].map((id) => resources.get(id)?.name ?? '').join(' → '),
    [resources],
  );
}
