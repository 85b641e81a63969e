/** What travels between the cost panel and its worker: what changed and which prices count, and the bill. */
import type { WholeBill } from '../core/compare/wholeBill';
import type { PriceTable } from '../core/cost/prices';
import type { Document } from '../core/model/document';
import type { Patch } from '../core/store/store';

/** Each is answered once. */
export interface ToCostWorker {
  /** A whole document at the start and whenever one takes another's place; else what changed since the last message. */
  readonly document?: Document;
  readonly patches?: readonly Patch[];
  readonly prices: PriceTable;
}

export type FromCostWorker = WholeBill;
