/** Where something in several Availability Zones starts: with one subnet of each. */
import type { Resource } from '../model/document';
import { known } from '../model/value';
import type { Surroundings } from './kind';

/**
 * One subnet of each zone other than that of `own`, in the order they come; none where that zone is not known, since two
 * of one zone may not go together.
 */
export function oneOfEachOtherZone<S extends Resource>(
  own: S,
  others: readonly S[],
  around: Surroundings,
): readonly S[] {
  const taken = new Set([zoneOf(own, around)]);
  if (taken.has('')) return [];
  return others.filter((each) => {
    const zone = zoneOf(each, around);
    if (zone === '' || taken.has(zone)) return false;
    taken.add(zone);
    return true;
  });
}

/** The first subnet in another zone than that of `own`, else the first other one. */
export function oneOfAnotherZone<S extends Resource>(
  own: S | undefined,
  subnets: readonly S[],
  around: Surroundings,
): S | undefined {
  const rest = subnets.filter(({ id }) => id !== own?.id);
  const zone = own === undefined ? undefined : zoneOf(own, around);
  return rest.find((each) => zoneOf(each, around) !== zone) ?? rest[0];
}

function zoneOf({ id }: Resource, around: Surroundings): string {
  return known(around.zoneOf(id)) ?? '';
}
