/** What a new Network Load Balancer starts with: a subnet in each zone, the group that is named for it, a first listener. */
import type { Refs } from '../../core/catalog/field';
import type { Surroundings } from '../../core/catalog/kind';
import { oneOfEachOtherZone } from '../../core/catalog/zones';
import type { Resource } from '../../core/model/document';
import type { PropsOf } from '../../core/model/kinds';
import { known } from '../../core/model/value';

export function proposal(
  _: Resource<'network-load-balancer'>,
  around: Surroundings,
): Partial<PropsOf<'network-load-balancer'>> {
  const vpc = around.ancestor('vpc');
  if (vpc === undefined) return {};
  const free = around
    .all('target-group', vpc.id)
    .find(({ id, props }) => props.targetType !== 'lambda' && !isUsed(id, around));
  const named = around.all('security-group', vpc.id).find(({ name }) => /nlb|load.?balancer/i.test(name));
  return {
    ...(named === undefined ? {} : { securityGroups: { [named.id]: true } }),
    subnets: otherZones(around),
    listeners: {
      first: {
        protocol: 'TCP',
        port: (free === undefined ? undefined : known(free.props.port)) ?? 80,
        targetGroup: free?.id ?? null,
        others: {},
      },
    },
  };
}

function isUsed(group: string, around: Surroundings): boolean {
  return [...around.all('network-load-balancer'), ...around.all('application-load-balancer')].some(
    ({ props }) =>
      Object.values(props.listeners).some(
        ({ targetGroup, others }) => targetGroup === group || others[group] === true,
      ),
  );
}

/** A subnet on the same table in each of the other zones. */
function otherZones(around: Surroundings): Refs {
  const own = around.ancestor('subnet');
  const vpc = around.ancestor('vpc');
  if (own === undefined || vpc === undefined) return {};
  const alike = around.all('subnet', vpc.id).filter(({ props }) => props.routeTable === own.props.routeTable);
  return Object.fromEntries(oneOfEachOtherZone(own, alike, around).map(({ id }) => [id, true]));
}
