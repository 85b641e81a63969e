/**
 * The worked examples of AWS's VPC and PrivateLink guides, as they are drawn there, asked of the engine and of the slow
 * reference at once: middleboxes, NAT gateways, egress-only gateways, gateway endpoints.
 */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../core/network/facts';
import type { Query } from '../../core/network/trace';
import {
  allow,
  applicationLoadBalancer,
  attachment,
  awsService,
  egressOnlyGateway,
  flow,
  gatewayEndpoint,
  gwlbEndpoint,
  instance,
  internetGateway,
  natGateway,
  peering,
  region,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  transitGateway,
  transitTable,
  vpc,
} from '../facts';
import { askBoth } from './both';

const everyone = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];
const zone = (letter: string): string => `${region}${letter}`;

function verdict(facts: readonly Fact[], from: Query['from'] | string, to: Query['to'] | string): string {
  return askBoth(facts, flow(from, to)).verdict;
}

type Routes = Parameters<typeof routeTable>[2];

/** A subnet with a table of its own. */
function part(name: string, network: string, block: string, routes: Routes, inZone = 'a'): Fact[] {
  return [
    subnet(name, network, block, { routeTable: `${name} table`, zone: zone(inZone) }),
    routeTable(`${name} table`, network, routes),
  ];
}

const open = (network: string): Fact =>
  securityGroup(`${network} open`, network, { in: everyone, out: everyone });

// https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-appliance-routing
describe('GW2 routing through a middlebox', () => {
  const design = (gatewayRows: Routes, subnetRows: Routes): Fact[] => [
    vpc('Vpc', '10.0.0.0/16'),
    open('Vpc'),
    { ...internetGateway('igw', 'Vpc'), routeTable: 'edge' },
    routeTable('edge', 'Vpc', gatewayRows),
    ...part('A', 'Vpc', '10.0.0.0/24', { '0.0.0.0/0': 'igw' }),
    ...part('B', 'Vpc', '10.0.1.0/24', subnetRows),
    instance('appliance', 'A', {
      publicIpv4: true,
      sourceDestinationCheck: false,
      securityGroups: ['Vpc open'],
    }),
    instance('server', 'B', { publicIpv4: true, securityGroups: ['Vpc open'] }),
  ];

  test('both directions pass the appliance, which decides', () => {
    const facts = design({ '10.0.1.0/24': 'appliance' }, { '0.0.0.0/0': 'appliance' });

    expect(verdict(facts, 'internet', 'server')).toBe('unknown');
    expect(verdict(facts, 'server', 'internet')).toBe('unknown');
  });

  test('the appliance itself is reached straight', () => {
    const facts = design({ '10.0.1.0/24': 'appliance' }, { '0.0.0.0/0': 'appliance' });

    expect(verdict(facts, 'internet', 'appliance')).toBe('reachable');
  });

  test('between two subnets, whole subnets are led to it in both tables', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/middlebox-routing-examples.html
    const between = (routesOfOne: Routes, routesOfTwo: Routes): Fact[] => [
      vpc('Vpc', '10.0.0.0/16'),
      open('Vpc'),
      ...part('one', 'Vpc', '10.0.1.0/24', routesOfOne),
      ...part('two', 'Vpc', '10.0.2.0/24', routesOfTwo),
      ...part('inspection', 'Vpc', '10.0.3.0/24', {}),
      instance('appliance', 'inspection', { sourceDestinationCheck: false, securityGroups: ['Vpc open'] }),
      instance('client', 'one', { securityGroups: ['Vpc open'] }),
      instance('server', 'two', { securityGroups: ['Vpc open'] }),
    ];

    expect(
      verdict(between({ '10.0.2.0/24': 'appliance' }, { '10.0.1.0/24': 'appliance' }), 'client', 'server'),
    ).toBe('unknown');
    // RT6: a part of a subnet is not accepted, so that the local route decides.
    expect(verdict(between({ '10.0.2.0/25': 'appliance' }, {}), 'client', 'server')).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-gateway-load-balancer
describe('GW1 routing to a Gateway Load Balancer endpoint', () => {
  const design = (servers: Routes, edge: Routes = { '10.0.1.0/24': 'endpoint' }): Fact[] => [
    vpc('Vpc', '10.0.0.0/16'),
    open('Vpc'),
    { ...internetGateway('igw', 'Vpc'), routeTable: 'edge' },
    routeTable('edge', 'Vpc', edge),
    ...part('servers', 'Vpc', '10.0.1.0/24', servers),
    ...part('inspection', 'Vpc', '10.0.2.0/28', { '0.0.0.0/0': 'igw' }),
    gwlbEndpoint('endpoint', 'Vpc', 'inspection'),
    instance('server', 'servers', { publicIpv4: true, securityGroups: ['Vpc open'] }),
  ];

  test('with all three tables the appliances behind it decide', () => {
    expect(verdict(design({ '0.0.0.0/0': 'endpoint' }), 'internet', 'server')).toBe('unknown');
    expect(verdict(design({ '0.0.0.0/0': 'endpoint' }), 'server', 'internet')).toBe('unknown');
  });

  test('GW3 where one of the tables is missing, the two directions do not meet', () => {
    expect(verdict(design({ '0.0.0.0/0': 'igw' }), 'internet', 'server')).toBe('blocked');
    expect(verdict(design({ '0.0.0.0/0': 'endpoint' }, {}), 'internet', 'server')).toBe('blocked');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html
describe('scenarios of NAT gateways', () => {
  const subnets = (natIn: string): Fact[] => [
    vpc('Vpc', '10.0.0.0/16'),
    open('Vpc'),
    internetGateway('igw', 'Vpc'),
    ...part('public', 'Vpc', '10.0.0.0/24', { '0.0.0.0/0': 'igw' }),
    ...part('private', 'Vpc', '10.0.1.0/24', { '0.0.0.0/0': 'nat' }),
    natGateway('nat', natIn),
    instance('server', 'private', { securityGroups: ['Vpc open'] }),
    instance('web', 'public', { publicIpv4: true, securityGroups: ['Vpc open'] }),
  ];

  test('NG2 access the internet from a private subnet, which nobody reaches from there', () => {
    expect(verdict(subnets('public'), 'server', 'internet')).toBe('reachable');
    expect(verdict(subnets('public'), 'internet', 'server')).toBe('blocked');
    expect(verdict(subnets('public'), 'internet', 'web')).toBe('reachable');
    expect(verdict(subnets('private'), 'server', 'internet')).toBe('blocked');
  });

  /** A VPC whose private NAT gateway reaches another one by a transit gateway that knows the block of its subnet only. */
  const allowListed = (peer: string): Fact[] => [
    vpc('Vpc', '10.0.0.0/16', { blocks: ['10.0.0.0/16', '100.64.0.0/16'] }),
    open('Vpc'),
    ...part('non-routable', 'Vpc', '100.64.0.0/24', { '0.0.0.0/0': 'nat' }),
    ...part('routable', 'Vpc', '10.0.1.0/24', { '0.0.0.0/0': 'tgw' }),
    natGateway('nat', 'routable', { connectivity: 'private', elasticIp: false }),
    instance('server', 'non-routable', { securityGroups: ['Vpc open'] }),
    vpc('Other', '10.1.0.0/16'),
    ...part('there', 'Other', '10.1.0.0/24', { '10.0.1.0/24': 'tgw' }),
    securityGroup('allow list', 'Other', { in: [allow('tcp', 443, peer)], out: everyone }),
    instance('host', 'there', { securityGroups: ['allow list'] }),
    transitGateway('tgw'),
    attachment('to Vpc', 'tgw', 'Vpc', ['routable']),
    attachment('to Other', 'tgw', 'Other', ['there']),
    transitTable('tgw table', 'tgw', {
      associations: ['to Vpc', 'to Other'],
      routes: { '10.0.1.0/24': 'to Vpc', '10.1.0.0/16': 'to Other' },
    }),
  ];

  test('access a network with allow-listed addresses, by a private NAT gateway', () => {
    expect(verdict(allowListed('10.0.1.0/24'), 'server', 'host')).toBe('reachable');
    expect(verdict(allowListed('100.64.0.0/16'), 'server', 'host')).toBe('blocked');
    expect(verdict(allowListed('0.0.0.0/0'), 'host', 'server')).toBe('blocked');
  });

  test('communication between overlapping networks, by a private NAT gateway and a load balancer', () => {
    const side = (letter: string, routable: string): Fact[] => [
      vpc(`Vpc ${letter}`, '100.64.0.0/16', { blocks: ['100.64.0.0/16', routable] }),
      open(`Vpc ${letter}`),
      ...part(`${letter} inner`, `Vpc ${letter}`, '100.64.0.0/24', { '0.0.0.0/0': `${letter} nat` }),
      ...part(`${letter} outer`, `Vpc ${letter}`, routable, { '0.0.0.0/0': 'tgw' }),
      ...part(`${letter} outer c`, `Vpc ${letter}`, '100.64.9.0/24', {}, 'c'),
      natGateway(`${letter} nat`, `${letter} outer`, { connectivity: 'private', elasticIp: false }),
      instance(`${letter} host`, `${letter} inner`, {
        privateIpv4: '100.64.0.10',
        securityGroups: [`Vpc ${letter} open`],
      }),
      attachment(`to ${letter}`, 'tgw', `Vpc ${letter}`, [`${letter} outer`]),
    ];
    const facts = [
      ...side('A', '10.0.1.0/24'),
      ...side('B', '10.0.2.0/24'),
      ...applicationLoadBalancer(
        'balancer',
        'Vpc B',
        ['B outer', 'B outer c'],
        { 'HTTP 80': 'group' },
        {
          securityGroups: ['Vpc B open'],
        },
      ),
      targetGroup('group', 'Vpc B', ['B host'], { protocol: 'HTTP' }),
      transitGateway('tgw'),
      transitTable('tgw table', 'tgw', {
        associations: ['to A', 'to B'],
        routes: { '10.0.1.0/24': 'to A', '10.0.2.0/24': 'to B' },
      }),
    ];

    expect(askBoth(facts, flow('A host', 'balancer', { port: 80 })).verdict).toBe('reachable');
    expect(verdict(facts, 'A host', 'B host')).toBe('blocked');
  });
});

test('EI1 routing for an egress-only internet gateway', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
  const facts: Fact[] = [
    vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
    open('Vpc'),
    egressOnlyGateway('eigw', 'Vpc'),
    internetGateway('igw', 'Vpc'),
    subnet('private', 'Vpc', '10.0.1.0/24', { routeTable: 'table', ipv6: 1 }),
    routeTable('table', 'Vpc', { '::/0': 'eigw' }),
    instance('server', 'private', { ipv6: true, securityGroups: ['Vpc open'] }),
  ];

  expect(verdict(facts, 'server', 'internet')).toBe('reachable');
  expect(verdict(facts, 'internet', 'server')).toBe('blocked');
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
describe('routing to a gateway endpoint', () => {
  const design = (tables: readonly string[]): Fact[] => [
    vpc('Vpc', '10.0.0.0/16'),
    open('Vpc'),
    internetGateway('igw', 'Vpc'),
    ...part('public', 'Vpc', '10.0.0.0/24', { '0.0.0.0/0': 'igw' }),
    ...part('private', 'Vpc', '10.0.1.0/24', { '10.1.0.0/16': 'pcx' }),
    instance('web', 'public', { publicIpv4: true, securityGroups: ['Vpc open'] }),
    instance('server', 'private', { securityGroups: ['Vpc open'] }),
    gatewayEndpoint('endpoint', 'Vpc', 's3', tables),
    vpc('Peer', '10.1.0.0/16'),
    open('Peer'),
    ...part('there', 'Peer', '10.1.0.0/24', { '0.0.0.0/0': 'pcx' }),
    instance('neighbour', 'there', { securityGroups: ['Peer open'] }),
    peering('pcx', 'Vpc', 'Peer'),
    awsService('far S3', 's3', 'us-east-1'),
  ];
  const both = design(['public table', 'private table']);

  test('GE2 the private subnet needs it, the public one has the internet gateway as well', () => {
    expect(verdict(both, 'server', { service: 's3' })).toBe('reachable');
    expect(verdict(both, 'web', { service: 's3' })).toBe('reachable');
    expect(verdict(design(['public table']), 'server', { service: 's3' })).toBe('blocked');
    expect(verdict(design([]), 'web', { service: 's3' })).toBe('reachable');
  });

  test('GE3 another service, and the service in another Region, take the other routes', () => {
    expect(verdict(both, 'server', { service: 'dynamodb' })).toBe('blocked');
    expect(verdict(both, 'server', 'far S3')).toBe('blocked');
    expect(verdict(both, 'web', 'far S3')).toBe('reachable');
  });

  test('GE4 the other side of a peering connection cannot use it', () => {
    expect(verdict(both, 'neighbour', { service: 's3' })).toBe('blocked');
    expect(verdict(both, 'neighbour', 'server')).toBe('reachable');
  });
});
