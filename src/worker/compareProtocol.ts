/** What travels between the panel of paths and its worker: one question, one answer. */
import type { Comparison } from '../core/compare/alternative';
import type { PriceTable } from '../core/cost/prices';
import type { Document, FlowId } from '../core/model/document';

export interface ToCompareWorker {
  /** With the arrow that is asked about. */
  readonly document: Document;
  readonly flow: FlowId;
  /** Gigabytes a month in place of what the arrow says; null: not said; undefined: what it says. */
  readonly gb: number | null | undefined;
  readonly prices: PriceTable;
}

export interface FromCompareWorker {
  /** Null where the document has no such arrow. */
  readonly comparison: Comparison | null;
}
