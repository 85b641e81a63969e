/** What a new Network Load Balancer starts with: a subnet in each zone, the group that is named for it, a first listener. */
import type { Surroundings } from '../../core/catalog/kind';
import { startOfBalancer } from '../../core/catalog/loadBalancers';
import type { Resource } from '../../core/model/document';
import type { PropsOf } from '../../core/model/kinds';

export function proposal(
  _: Resource<'network-load-balancer'>,
  around: Surroundings,
): Partial<PropsOf<'network-load-balancer'>> {
  const vpc = around.ancestor('vpc');
  if (vpc === undefined) return {};
  const found = {
    own: around.ancestor('subnet'),
    subnets: around.all('subnet', vpc.id),
    targetGroups: around.all('target-group', vpc.id).filter(({ props }) => props.targetType !== 'lambda'),
    securityGroups: around.all('security-group', vpc.id),
    balancers: [...around.all('network-load-balancer'), ...around.all('application-load-balancer')],
  };
  return startOfBalancer({ protocol: 'TCP', called: /nlb|load.?balancer/i }, found, around);
}
