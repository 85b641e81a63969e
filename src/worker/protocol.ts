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

/** What there is to say of a document. */
export interface Verdicts {
  readonly revision: number;
  readonly findings: readonly Finding[];
  readonly traces: ReadonlyMap<FlowId, Trace>;
  /** The routes of every route table, with what has become of each, by the table's id. */
  readonly routes: ReadonlyMap<string, readonly RouteState[]>;
  /** How many findings somebody has suppressed. */
  readonly suppressed: number;
}

/** Of a map: what is new or another, and undefined for what is gone. */
export type MapChanges<K, V> = ReadonlyMap<K, V | undefined>;

/**
 * The answer for the revision of the message: what is no longer as it was in the answer before. In a large design that is
 * little, and to copy all of it from one thread to the other would take longer than to find it out.
 */
export interface Answer {
  readonly revision: number;
  /** The keys of all findings, in their order; absent where all findings are the same. */
  readonly findings?: readonly string[];
  /** Those that are new or say something else. */
  readonly changed: readonly Finding[];
  readonly traces: MapChanges<FlowId, Trace>;
  readonly routes: MapChanges<string, readonly RouteState[]>;
  readonly suppressed: number;
  /** Whether it comes after the answer, unasked: the fixes that took time to find. */
  readonly isLate?: true;
}
