/** What travels between the offer of ways beside a new arrow and its worker: one question, one answer. */
import type { Document, FlowId } from '../core/model/document';
import type { Plan } from '../core/plans/plan';

export interface ToWaysWorker {
  readonly document: Document;
  readonly flow: FlowId;
}

export interface FromWaysWorker {
  readonly flow: FlowId;
  readonly plans: readonly Plan[];
}
