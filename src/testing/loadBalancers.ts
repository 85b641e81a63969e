/** A load balancer, its client and its target, with which the tests of load balancers begin. */
import type { Fact, TargetGroupFact } from '../core/network/facts';
import {
  allow,
  instance,
  networkLoadBalancer,
  region,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
} from './facts';

export const at80 = { port: 80 } as const;

/** A VPC with a client, and two more subnets in different Availability Zones. */
export const place: readonly Fact[] = [
  vpc('Vpc'),
  subnet('Clients', 'Vpc', '10.0.9.0/24'),
  subnet('A', 'Vpc', '10.0.0.0/24', { zone: `${region}a` }),
  subnet('C', 'Vpc', '10.0.1.0/24', { zone: `${region}c` }),
  instance('Client', 'Clients'),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
];

export const open = { securityGroups: ['Open'] } as const;
export const web = instance('Web', 'A', open);

/** A Network Load Balancer in A with one target, which is in A. */
export const behindNlb = (
  group: Partial<TargetGroupFact> = {},
  balancer: Parameters<typeof networkLoadBalancer>[4] = {},
): Fact[] => [
  ...place,
  ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }, balancer),
  targetGroup('Group', 'Vpc', ['Web'], group),
];
