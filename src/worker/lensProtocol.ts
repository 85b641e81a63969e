/** What travels between the editor and its lens worker: what changed and which lens is on, and what that shows. */
import type { LensName, LensView } from '../core/lenses/lens';
import type { Document, ResourceId } from '../core/model/document';
import type { Patch } from '../core/store/store';

/** Each is answered once. */
export interface ToLensWorker {
  /** A whole document at the start and whenever one takes another's place; else what changed since the last message. */
  readonly document?: Document;
  readonly patches?: readonly Patch[];
  readonly lens: LensName;
  /** Gigabytes a month that pass through resources, for what they cost. */
  readonly gb: ReadonlyMap<ResourceId, number>;
}

export type FromLensWorker = LensView;
