/** In which Availability Zones something stands, by its facts. */
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { Fact } from './facts';
import type { FactsBy } from './factsBy';

/** Null for a zone that the design does not say; undefined for what is in no zone: it is AWS's to keep it up. */
export function zonesOfResource(id: ResourceId, facts: FactsBy): readonly (string | null)[] | undefined {
  const subnets = subnetsOfResource(id, facts);
  if (subnets.length === 0) return undefined;
  const zones = subnets.map((subnet) => zoneOfSubnet(subnet, facts));
  const named = [...new Set(zones)];
  // Two subnets without a zone are in two, or in one.
  return zones.filter((zone) => zone === null).length > 1 ? [...named, null] : named;
}

export function zoneOfSubnet(subnet: ResourceId, facts: FactsBy): string | null {
  for (const fact of facts.get(subnet) ?? [])
    if (fact.fact === 'subnet') return isUnknown(fact.zone) || fact.zone === '' ? null : fact.zone;
  return null;
}

export function subnetsOfResource(id: ResourceId, facts: FactsBy): readonly ResourceId[] {
  return subnetsStated(facts.get(id) ?? []);
}

/** Where the interfaces of one resource are; a transit gateway's attachment has some as well. */
export function subnetsStated(facts: readonly Fact[]): readonly ResourceId[] {
  const found = new Set<ResourceId>();
  for (const fact of facts) {
    if ('subnet' in fact && typeof fact.subnet === 'string') found.add(fact.subnet);
    if ('subnets' in fact) for (const subnet of fact.subnets) found.add(subnet);
    if (fact.fact === 'transit-gateway-attachment' && fact.to.is === 'network')
      for (const subnet of fact.to.subnets) found.add(subnet);
  }
  return [...found];
}
