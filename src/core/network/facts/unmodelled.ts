import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import type { FactBase } from './fact';

/**
 * Something that is in the design and not modelled, and what it may change for one resource. `by` is what people call it:
 * it is no resource of the diagram.
 */
export interface UnmodelledFact extends FactBase {
  readonly fact: 'unmodelled';
  readonly on: ResourceId;
  readonly effect: UnmodelledEffect;
  readonly says: Words;
}

export const unmodelledEffects = [
  /** Nothing, it is assumed: whoever touches the resource is told so. */
  'assumed',
  /** Anything about it. A route table may have other rows; of the rest it is assumed that nothing changes. */
  'may-change',
  /** A route table gets routes that nobody wrote here. */
  'learnt-routes',
  /** Names may have another answer in a network: those of a domain, else it is assumed that they have not (DN2). */
  'names',
  /** A network may have an internet gateway that is not drawn. */
  'internet-gateway',
  /** A network interface may have a public address. */
  'public-address',
  /** What an interface does not say of itself (its security groups, its public address) is said elsewhere. */
  'interface',
  /** A subnet has an IPv6 block that is not known. */
  'ipv6',
] as const;
export type UnmodelledEffect =
  | { readonly is: Exclude<(typeof unmodelledEffects)[number], 'names'> }
  /** `domain`: without a dot at its end; null where it is not known. */
  | { readonly is: 'names'; readonly domain: string | null };
