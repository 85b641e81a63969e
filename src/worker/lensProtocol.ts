/** What travels between the editor and its lens worker: what changed and which lens is on, and what that shows. */
import type { PriceTable } from '../core/cost/prices';
import type { LensName, LensView } from '../core/lenses/lens';
import type { Document } from '../core/model/document';
import type { Patch } from '../core/store/store';

/** Each is answered once. */
export interface ToLensWorker {
  /** A whole document at the start and whenever one takes another's place; else what changed since the last message. */
  readonly document?: Document;
  readonly patches?: readonly Patch[];
  readonly lens: LensName;
  /** For what things cost. */
  readonly prices: PriceTable;
}

export type FromLensWorker = LensView;
