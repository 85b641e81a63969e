/** What takes one subnet of each Availability Zone. */
import type { Refs } from '../../core/catalog/field';
import { call } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import type { FoundFault, RuleContext } from '../../core/rules/rule';
import { zoneOf } from './networks';
import { called, plan } from './words';

/** The first of the subnets in each zone. */
export function oneForEachZone(
  context: RuleContext,
  subnets: readonly Resource<'subnet'>[],
): readonly Resource<'subnet'>[] {
  const byZone = new Map<string, Resource<'subnet'>>();
  for (const subnet of subnets) {
    // AWS may choose the same zone for two subnets that name none: take one of them only.
    const zone = zoneOf(context, subnet) ?? '';
    if (!byZone.has(zone)) byZone.set(zone, subnet);
  }
  const named = [...byZone].filter(([zone]) => zone !== '');
  return named.length > 0 ? named.map(([, subnet]) => subnet) : [...byZone.values()];
}

/** The faults of something with a prop `subnets`: every subnet in a zone that another one is in. */
export function* secondInZone(
  context: RuleContext,
  { id, props }: { readonly id: ResourceId; readonly props: { readonly subnets: Refs } },
  subnets: readonly Resource<'subnet'>[],
): Generator<FoundFault> {
  const owners = new Map<string, ResourceId>();
  for (const subnet of subnets) {
    const zone = zoneOf(context, subnet) ?? '';
    if (zone === '') continue;
    const owner = owners.get(zone);
    if (owner === undefined) {
      owners.set(zone, subnet.id);
      continue;
    }
    const name = called(context, id);
    const { [subnet.id]: _, ...kept } = props.subnets;
    yield {
      on: [id, subnet.id, owner],
      field: 'subnets',
      message: {
        en: `${name} takes ${called(context, owner)} and ${called(context, subnet.id)}, both in ${zone}`,
        ja: `${name} に指定された ${called(context, owner)} と ${called(context, subnet.id)} は、どちらも ${zone} にあります`,
      },
      fixes: [
        plan(
          `Take ${called(context, subnet.id)} off ${name}`,
          `${name} から ${called(context, subnet.id)} を外す`,
          call('setProps', { id, props: { subnets: kept } }),
        ),
      ],
    };
  }
}
