/** What a lens is: one question asked of the whole design, which marks what matters to it and says what there is to say. */
import type { Words } from '../../lib/words';
import type { Document, ResourceId } from '../model/document';
import type { Fact } from '../network/facts';

export const lensNames = ['routes', 'security', 'endpoints', 'cost'] as const;
export type LensName = (typeof lensNames)[number];

/** So many colours tell things apart; those that come later begin again, and are told apart by their names. */
export const tints = 8;

/** What a lens says of a resource that matters to it; what has no mark fades. */
export interface LensMark {
  /** From 0 to `tints` - 1: what belongs together has the same. */
  readonly tint?: number;
  /** Shown at the resource, a line each. */
  readonly notes?: readonly Words[];
}

export interface LensLink {
  readonly from: ResourceId;
  readonly to: ResourceId;
  readonly says: Words;
}

/** Something that has no place of its own and is drawn as a box around those that have it: a security group. */
export interface LensSet {
  readonly id: ResourceId;
  readonly members: readonly ResourceId[];
}

export interface LensView {
  readonly lens: LensName;
  readonly marks: ReadonlyMap<ResourceId, LensMark>;
  readonly links: readonly LensLink[];
  readonly sets: readonly LensSet[];
  /** Said of the whole: what it costs together. */
  readonly total?: Words;
}

/** What lenses are made from: the facts of all resources in drawing order, and what resources are called. */
export interface LensGround {
  readonly document: Document;
  readonly facts: readonly Fact[];
  nameOf(id: ResourceId): string;
}

/** Adds to the mark of a resource: what is said twice of it is put together. */
export function mark(
  marks: Map<ResourceId, LensMark>,
  id: ResourceId | null | undefined,
  { tint, notes = [] }: LensMark = {},
): void {
  if (id == null) return;
  const before = marks.get(id);
  const all = [...(before?.notes ?? []), ...notes];
  const colour = before?.tint ?? tint;
  marks.set(id, {
    ...(colour === undefined ? {} : { tint: colour }),
    ...(all.length === 0 ? {} : { notes: all }),
  });
}
