import type { Document, FlowId } from '../model/document';

/** Those of the flows that there are: a scene never names another. */
export function existingFlows(
  document: Document,
  flows: Readonly<Record<FlowId, true>>,
): Record<FlowId, true> {
  return Object.fromEntries(Object.entries(flows).filter(([id]) => document.flows.has(id)));
}
