/** What travels between the making of a presentation and its worker: one question, one answer. */
import type { Document, FlowId } from '../core/model/document';
import type { Trace } from '../core/network/trace';
import type { Plan } from '../core/plans/plan';

export interface ToStoryboardWorker {
  readonly document: Document;
  readonly flow: FlowId;
}

export interface FromStoryboardWorker {
  readonly flow: FlowId;
  readonly trace: Trace | null;
  /** What makes the flow arrive, with the trace that it has then; the best first. */
  readonly mends: readonly { readonly plan: Plan; readonly trace: Trace }[];
}
