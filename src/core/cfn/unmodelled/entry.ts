/** What an entry of the table of unmodelled types is made of. */
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import type { UnmodelledEffect } from '../../network/facts';
import type { CfnReader } from '../mapping';

/**
 * A sort of CFN resource that bears on traffic and that no kind draws, or of which a kind does not read all. As soon as a
 * kind takes the type, its resources are drawn, or absorbed, and the entry has no say about them.
 */
export interface UnmodelledType {
  /** CFN types, the one that stands for all first; `AWS::VpcLattice::*` means those that begin like this. */
  readonly types: readonly string[];
  /** Several of them, as words for a list. */
  readonly what: Words;
  readonly consequence: Consequence;
  /** Whether it is about resources that are drawn, too: of these a part is not read. */
  readonly ofDrawn?: true;
  /** What one of them may change. Absent: nothing but where a route leads to it. */
  readonly effects?: (resource: UndrawnResource) => Iterable<FoundEffect>;
}

export type Consequence =
  /** A verdict that hangs on where it leads a packet is unknown. */
  | 'by-route'
  /** A verdict that hangs on it is unknown. */
  | 'unknown'
  /** It is assumed to change nothing, and a trace that touches what it is about says so. */
  | 'assumed'
  /** It is nobody's way: flows just cannot start or end there. */
  | 'no-end';

/** One CFN resource, its expressions evaluated as far as they can be. */
export interface UndrawnResource {
  readonly logicalId: string;
  readonly type: string;
  /** What it is drawn as; null for one that is not. */
  readonly id: ResourceId | null;
  readonly reader: CfnReader;
  /** The drawn resources that a property names anywhere in its value; of all properties, when none is said. */
  named(property?: string): readonly ResourceId[];
  /** The resource that is not drawn and that a property names. */
  undrawn(property: string): UndrawnResource | undefined;
}

export interface FoundEffect {
  readonly on: readonly ResourceId[];
  readonly effect: UnmodelledEffect;
  readonly says: Words;
}
