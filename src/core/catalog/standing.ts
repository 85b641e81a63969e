import { compareOrder } from '../../lib/order';
import type { Resource, ResourceId } from '../model/document';
import type { Refs } from './field';
import type { Surroundings } from './kind';

/** The containers of something with a foot in several: the one it is drawn in, then those it names besides. */
export function standsIn(
  own: ResourceId | undefined,
  others: Refs,
  around: Surroundings,
): readonly ResourceId[] {
  const rest = listed(others, around).flatMap(({ id }) => (id === own ? [] : [id]));
  return own === undefined ? rest : [own, ...rest];
}

/** References apart: the first of a list is the one it is drawn in. */
export function firstAndOthers(refs: Refs): { readonly own: ResourceId | null; readonly others: Refs } {
  const [own, ...others] = Object.keys(refs);
  return { own: own ?? null, others: Object.fromEntries(others.map((id) => [id, true])) };
}

/** The resources that are referred to, in the order in which they are drawn; references to nothing are left out. */
export function listed(refs: Refs, around: Surroundings): readonly Resource[] {
  return Object.keys(refs)
    .flatMap((id) => around.resource(id) ?? [])
    .sort(compareOrder);
}
