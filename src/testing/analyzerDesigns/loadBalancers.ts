/** Codes of load balancers. */
import type { Fact } from '../../core/network/facts';
import {
  allow,
  flow,
  gatewayLoadBalancer,
  gwlbEndpoint,
  instance,
  networkLoadBalancer,
  region,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
} from '../facts';
import type { Family } from './shown';

/** A client and a web server in two zones. */
const place: readonly Fact[] = [
  vpc('Vpc'),
  subnet('A', 'Vpc', '10.0.1.0/24', { zone: `${region}a` }),
  subnet('C', 'Vpc', '10.0.2.0/24', { zone: `${region}c` }),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
  instance('Client', 'C'),
  instance('Web', 'A', { securityGroups: ['Open'] }),
];

const toNlb = flow('Client', 'Nlb', { port: 80 });

export const loadBalancers: Family = {
  ELBV2_LISTENERS_MISMATCH: {
    design: [...place, ...networkLoadBalancer('Nlb', 'Vpc', ['A'], {})],
    flow: toNlb,
    blamed: 'Nlb',
    code: 'no-listener',
  },
  ELBV2_LISTENER_PORT_RESTRICTION: {
    design: [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 8080': 'Group' }),
      targetGroup('Group', 'Vpc', ['Web']),
    ],
    flow: toNlb,
    blamed: 'Nlb',
    code: 'no-listener',
  },
  ELBV2_LISTENER_HAS_NO_TG: {
    design: [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }),
      targetGroup('Group', 'Vpc', []),
    ],
    flow: toNlb,
    blamed: 'Group',
    code: 'no-target',
  },
  ELBV2_LISTENER_REQUIRES_TG_ACCEPT: {
    design: [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }),
      targetGroup('Group', 'Vpc', ['Web'], { protocol: 'UDP' }),
    ],
    flow: toNlb,
    blamed: 'Nlb',
    code: 'cannot-be-created',
  },
  ELB_INSTALLED_AZ_RESTRICTION: {
    design: [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['C'], { 'TCP 80': 'Group' }, { crossZone: true }),
      targetGroup('Group', 'Vpc', ['Web']),
    ],
    flow: toNlb,
    blamed: 'Nlb',
    code: 'not-in-zone',
  },
  ELB_NOT_CROSSZONE: {
    design: [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['A', 'C'], { 'TCP 80': 'Group' }, { fixed: { C: '10.0.2.9' } }),
      targetGroup('Group', 'Vpc', ['Web']),
    ],
    flow: flow('Client', { address: '10.0.2.9' }, { port: 80 }),
    blamed: 'Nlb',
    code: 'no-target',
  },
  // What is registered there is nothing that could be an appliance.
  ELBV2_NO_TARGETS_IN_AZ: {
    design: [
      ...place,
      subnet('App', 'Vpc', '10.0.3.0/24', { routeTable: 'Table' }),
      routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Endpoint' }),
      instance('Server', 'App'),
      gwlbEndpoint('Endpoint', 'Vpc', 'A', { provider: 'Gwlb' }),
      gatewayLoadBalancer('Gwlb', 'Vpc', ['A'], [{ ref: 'Table' }]),
    ],
    flow: flow('Server', { address: '8.8.8.8' }),
    blamed: 'Gwlb',
    code: 'no-target',
  },
  // LB2: a target that is its own client sees its own address as the source.
  ELBV2_SOURCE_ADDRESS_PRESERVATION: {
    design: [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }),
      targetGroup('Group', 'Vpc', ['Web']),
    ],
    flow: flow('Web', 'Nlb', { port: 80 }),
    blamed: 'Nlb',
    code: 'gateway-rejects',
  },
  // A target group of IPv6 sends to the IPv6 addresses of its targets, and this one has none.
  TARGET_ADDRESS_RESTRICTION: {
    design: [
      ...place,
      ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 80': 'Group' }),
      targetGroup('Group', 'Vpc', ['Web'], { family: 6 }),
    ],
    flow: toNlb,
    blamed: 'Nlb',
    code: 'no-target',
  },
};
