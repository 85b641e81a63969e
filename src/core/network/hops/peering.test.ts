import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  peering,
  routeTable,
  securityGroup,
  subnet,
} from '../../../testing/facts';
import type { Routes } from '../../../testing/peering';
import { site, toA, toB, two } from '../../../testing/peering';
import { traceOf } from '../../../testing/traceOf';
import type { Fact } from '../facts';

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
describe('PX1 a peering needs a route on both sides', () => {
  test('with both, packets pass in both directions, whoever asked for the connection', () => {
    const facts = two();

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(facts, 'HostB', 'HostA').verdict).toBe('reachable');
    expect(traceOf(facts, 'HostA', 'HostB').forward.steps).toContainEqual(
      expect.objectContaining({ at: 'Peering', what: 'gateway', direction: 'out', verdict: 'pass' }),
    );
  });

  test('without the first, the source’s table is at fault', () => {
    expect(traceOf(two({}, toA), 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'TableA', code: 'no-route', direction: 'forward', analyzerCode: 'NO_ROUTE_TO_DESTINATION' },
    ]);
  });

  test('without the second, the reply has no way back', () => {
    const trace = traceOf(two(toB, {}), 'HostA', 'HostB');

    expect(trace.forward.disposition).toBe('delivered');
    expect(trace.blockedBy).toMatchObject([{ resource: 'TableB', code: 'no-route', direction: 'return' }]);
  });

  test('a route to one address serves that address only', () => {
    const facts = [
      ...two({ '10.1.0.7/32': 'Peering' }),
      instance('Seven', 'SubnetB', { privateIpv4: '10.1.0.7', securityGroups: ['GroupB'] }),
      instance('Eight', 'SubnetB', { privateIpv4: '10.1.0.8', securityGroups: ['GroupB'] }),
    ];

    expect(traceOf(facts, 'HostA', 'Seven').verdict).toBe('reachable');
    expect(traceOf(facts, 'HostA', 'Eight').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      code: 'no-route',
    });
  });

  test('a plain address of the peer is reached as its owner is', () => {
    const facts = [
      ...two(),
      instance('Seven', 'SubnetB', { privateIpv4: '10.1.0.7', securityGroups: ['GroupB'] }),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.7' }).verdict).toBe('reachable');
    expect(traceOf(facts, 'HostA', { address: '10.1.0.3' }).verdict).toBe('blocked');
  });

  test('the filters of both subnets and of both interfaces look at it', () => {
    const facts = [
      ...two().map((fact) =>
        fact.fact === 'subnet' && fact.by === 'SubnetB' ? { ...fact, networkAcl: 'AclB' } : fact,
      ),
      networkAcl('AclB', 'VpcB', {
        in: [aclRow(100, 'allow')],
        out: [aclRow(90, 'deny', 'tcp', [1024, 65535], '10.0.0.0/16'), aclRow(100, 'allow')],
      }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'AclB', code: 'denied-by-network-acl', direction: 'return' },
    ]);
  });
});

test('PX1 IPv6 passes between blocks of both VPCs, where the routes are for IPv6', () => {
  // https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
  const dual = (routes: Routes): Fact[] =>
    two(routes, { '2001:db8:a::/56': 'Peering' }).map((fact): Fact => {
      if (fact.fact === 'network')
        return { ...fact, ipv6: fact.by === 'VpcA' ? '2001:db8:a::/56' : '2001:db8:b::/56' };
      if (fact.fact === 'subnet')
        return { ...fact, ipv6: fact.by === 'SubnetA' ? '2001:db8:a::/64' : '2001:db8:b::/64' };
      if (fact.fact === 'interface') return { ...fact, ipv6: true };
      if (fact.fact === 'security-group') {
        const inbound = { all: allow('any', null, '::/0') };
        return { ...fact, inbound, outbound: { all: allow('any', null, '::/0') } };
      }
      return fact;
    });

  expect(traceOf(dual({ '2001:db8:b::/56': 'Peering' }), 'HostA', 'HostB')).toMatchObject({
    verdict: 'reachable',
    unknowns: [{ en: 'over IPv6 only: IPv4 is blocked' }],
  });
  expect(traceOf(dual({}), 'HostA', 'HostB').verdict).toBe('blocked');
});

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
describe('PX1 nothing passes through the peer', () => {
  test('to a third VPC: a peering is not transitive', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', { '10.1.0.0/16': 'PeeringAB', '10.2.0.0/16': 'PeeringAB' }),
      ...site('B', '10.1.0.0/16', { '10.0.0.0/16': 'PeeringAB', '10.2.0.0/16': 'PeeringBC' }),
      ...site('C', '10.2.0.0/16', { '10.0.0.0/16': 'PeeringBC', '10.1.0.0/16': 'PeeringBC' }),
      peering('PeeringAB', 'VpcA', 'VpcB'),
      peering('PeeringBC', 'VpcB', 'VpcC'),
    ];

    expect(traceOf(facts, 'HostA', 'HostC').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      row: '10.2.0.0/16 → PeeringAB',
      at: 'PeeringAB',
      code: 'gateway-rejects',
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
    expect(traceOf(facts, 'HostB', 'HostC').verdict).toBe('reachable');
  });

  const behind = [
    ...site('A', '10.0.0.0/16', { '0.0.0.0/0': 'Peering' }),
    ...site('B', '10.1.0.0/16', { '10.0.0.0/16': 'Peering', '0.0.0.0/0': 'Igw' }),
    peering('Peering', 'VpcA', 'VpcB'),
    internetGateway('Igw', 'VpcB'),
  ];

  test('to the internet by the peer’s internet gateway', () => {
    expect(traceOf(behind, 'HostA', 'internet').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      row: '0.0.0.0/0 → Peering',
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
  });

  test('NG3 to the internet by the peer’s NAT gateway', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
    const facts = [
      ...behind,
      natGateway('Nat', 'SubnetB'),
      subnet('Inner', 'VpcB', '10.1.1.0/24', { routeTable: 'InnerTable' }),
      routeTable('InnerTable', 'VpcB', { '0.0.0.0/0': 'Nat' }),
    ];

    expect(traceOf(facts, 'HostA', 'internet').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
  });

  test('GE4 to S3 by the peer’s gateway endpoint', () => {
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    const facts = [...behind, gatewayEndpoint('S3', 'VpcB', 's3', ['TableB'])];

    expect(traceOf(facts, 'HostB', { service: 's3' }).verdict).toBe('reachable');
    expect(traceOf(facts, 'HostA', { service: 's3' }).blockedBy[0]).toMatchObject({
      resource: 'TableA',
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
  });

  test('but an interface endpoint of the peer has an address there, and is reached', () => {
    // https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
    const facts = [
      ...two(),
      securityGroup('EndpointGroup', 'VpcB', { in: [allow('tcp', 443, '10.0.0.0/16')] }),
      ...interfaceEndpoint('Ssm', 'VpcB', 'ssm', ['SubnetB'], { securityGroups: ['EndpointGroup'] }),
    ];

    expect(traceOf(facts, 'HostA', 'Ssm').verdict).toBe('reachable');
  });
});

test('PX1 a reply that leaves by another peering goes astray, since nobody checks the way back', () => {
  // https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html#peering-incorrect-response-routing
  const facts = [
    ...site('A', '172.16.0.0/16', { '10.0.0.0/16': 'PeeringAC' }),
    ...site('B', '10.0.0.0/16', { '172.16.0.0/16': 'PeeringAB' }),
    ...site('C', '10.0.0.0/16', { '172.16.0.0/16': 'PeeringAC' }),
    peering('PeeringAB', 'VpcA', 'VpcB'),
    peering('PeeringAC', 'VpcA', 'VpcC'),
  ];

  expect(traceOf(facts, 'HostC', 'HostA').verdict).toBe('reachable');
  expect(traceOf(facts, 'HostB', 'HostA')).toMatchObject({
    verdict: 'blocked',
    forward: { disposition: 'delivered' },
    blockedBy: [
      { resource: 'TableA', row: '10.0.0.0/16 → PeeringAC', code: 'wrong-owner', direction: 'return' },
    ],
  });
});

test('a route of a third VPC to a peering is a blackhole', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-vpc-peering
  const facts = [...two(), ...site('C', '10.2.0.0/16', { '10.1.0.0/16': 'Peering' })];

  expect(traceOf(facts, 'HostC', 'HostB').blockedBy[0]).toMatchObject({
    resource: 'TableC',
    rowKey: '10.1.0.0/16',
    code: 'blackhole',
  });
});
