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

/** The resources that are referred to, in the order in which they are drawn; references to nothing are left out. */
export function listed(refs: Refs, around: Surroundings): readonly Resource[] {
  return Object.keys(refs)
    .flatMap((id) => around.resource(id) ?? [])
    .sort(compareOrder);
}
