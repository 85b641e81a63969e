/** What travels between the editor and its validation worker: plain data, in order. Each message is answered once. */
import type { Document, FlowId } from '../core/model/document';
import type { RouteState } from '../core/network/network';
import type { Trace } from '../core/network/trace';
import type { Finding } from '../core/rules/rule';
import type { Patch } from '../core/store/store';

export type ToWorker =
  /** Another document: at the start, and whenever one takes the other's place. */
  | { readonly say: 'document'; readonly revision: number; readonly document: Document }
  /** What changed since the revision before. */
  | { readonly say: 'patches'; readonly revision: number; readonly patches: readonly Patch[] };

/** The answer for the revision of the message. */
export interface Verdicts {
  readonly revision: number;
  readonly findings: readonly Finding[];
  readonly traces: ReadonlyMap<FlowId, Trace>;
  /** The routes of every route table, with what has become of each, by the table's id. */
  readonly routes: ReadonlyMap<string, readonly RouteState[]>;
  /** How many findings somebody has suppressed. */
  readonly suppressed: number;
}
