import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  gwlbEndpoint,
  instance,
  internetGateway,
  networkAcl,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../../testing/facts';
import type { Design } from '../../../testing/inspection';
import { inspected, without } from '../../../testing/inspection';
import { traceOf } from '../../../testing/traceOf';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

// https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html
describe('GW1 through a Gateway Load Balancer endpoint', () => {
  test('the packet goes on by the route table of the endpoint’s subnet, its addresses unchanged, and nobody can say', () => {
    const trace = traceOf(inspected(), 'Client', 'Server');

    expect(trace.verdict).toBe('unknown');
    expect(trace.unknowns[0]?.en).toContain('PATH_THROUGH_GWLB_NOT_CHECKED');
    expect(trace.forward.steps.map(({ at, what }) => `${at} ${what}`)).toEqual([
      'Client security-group',
      'ClientSubnet network-acl',
      'ClientSubnet route',
      'EndpointSubnet network-acl',
      'Gwlbe endpoint',
      'EndpointSubnet network-acl',
      'EndpointSubnet route',
      'ServerSubnet network-acl',
      'Server security-group',
      'Server deliver',
    ]);
    expect(trace.forward.steps.at(-1)?.packet).toMatchObject({ source: '10.0.0.0/24' });
    expect(trace.return?.steps.map(({ at }) => at)).toContain('Gwlbe');
  });

  test('a certain block behind it beats what is not known (CLI.md, rule 6)', () => {
    const closed = [
      ...without(inspected(), 'ServerGroup'),
      securityGroup('ServerGroup', 'Vpc', { in: [allow('tcp', 80, '10.0.0.0/24')] }),
    ];

    expect(traceOf(closed, 'Client', 'Server')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ code: 'denied-by-security-group', resource: 'ServerGroup' }],
    });
  });

  test('so does a block at the network ACL of its subnet, in each direction', () => {
    for (const rows of [
      { in: [aclRow(100, 'allow', 'tcp', 80)] },
      { out: [aclRow(100, 'allow', 'tcp', 80)] },
      { in: [aclRow(100, 'allow', 'tcp', 443)] },
    ]) {
      const facts = [...without(inspected(), 'Acl'), networkAcl('Acl', 'Vpc', rows)];

      expect(traceOf(facts, 'Client', 'Server').blockedBy[0]).toMatchObject({
        code: 'denied-by-network-acl',
        at: 'EndpointSubnet',
      });
    }
  });

  test('a subnet that holds the endpoint and is led to it never gets its packets out', () => {
    const facts = inspected({ endpoint: { '0.0.0.0/0': 'Gwlbe' } });
    const here = [...facts, instance('Neighbour', 'EndpointSubnet', { publicIpv4: true })];

    expect(traceOf(here, 'Neighbour', 'internet').blockedBy[0]).toMatchObject({
      code: 'loop',
      resource: 'EndpointTable',
    });
  });

  test('out to the internet a client needs its own public address, and the way back to be the same', () => {
    const facts = inspected({ client: { '0.0.0.0/0': 'Gwlbe' }, endpoint: { '0.0.0.0/0': 'Igw' } });

    const trace = traceOf(facts, 'Client', 'internet');
    expect(trace.forward.steps.map(({ at }) => at)).toEqual([
      'Client',
      'ClientSubnet',
      'ClientSubnet',
      'EndpointSubnet',
      'Gwlbe',
      'EndpointSubnet',
      'EndpointSubnet',
      'Igw',
      null,
    ]);
    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Igw',
      analyzerCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
      direction: 'return',
    });
    const hidden = facts.map((fact) =>
      fact.fact === 'interface' && fact.by === 'Client' ? { ...fact, publicIpv4: false } : fact,
    );
    expect(traceOf(hidden, 'Client', 'internet').blockedBy[0]).toMatchObject({
      code: 'no-public-address',
      resource: 'Client',
    });
  });

  test('it begins nothing and answers to no address of its own', () => {
    expect(traceOf(inspected(), 'Gwlbe', 'Server').blockedBy[0]).toMatchObject({ code: 'gateway-rejects' });
    expect(traceOf(inspected(), 'Client', 'Gwlbe').blockedBy[0]).toMatchObject({
      code: 'gateway-rejects',
      resource: 'Gwlbe',
    });
  });

  test('an endpoint of another VPC is no target', () => {
    const facts = [
      ...without(inspected(), 'Gwlbe'),
      vpc('Elsewhere', '10.9.0.0/16'),
      subnet('There', 'Elsewhere', '10.9.0.0/24'),
      gwlbEndpoint('Gwlbe', 'Elsewhere', 'There'),
    ];

    expect(traceOf(facts, 'Client', 'Server').blockedBy[0]).toMatchObject({ code: 'blackhole' });
  });

  test('it carries IPv6 when it is dual-stack', () => {
    const six = (dualStack: boolean): readonly Fact[] => [
      vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
      internetGateway('Igw', 'Vpc'),
      subnet('ClientSubnet', 'Vpc', '10.0.0.0/24', { routeTable: 'ClientTable', ipv6: 0 }),
      subnet('EndpointSubnet', 'Vpc', '10.0.1.0/24', { routeTable: 'EndpointTable', ipv6: 1 }),
      routeTable('ClientTable', 'Vpc', { '::/0': 'Gwlbe' }),
      routeTable('EndpointTable', 'Vpc', { '::/0': 'Igw' }),
      instance('Client', 'ClientSubnet', { ipv6: true }),
      gwlbEndpoint('Gwlbe', 'Vpc', 'EndpointSubnet', { dualStack }),
    ];

    expect(traceOf(six(false), 'Client', { address: '2001:4860:4860::8888' }).blockedBy[0]).toMatchObject({
      resource: 'Gwlbe',
      field: 'dualStack',
    });
    expect(traceOf(six(true), 'Client', { address: '2001:4860:4860::8888' }).forward.disposition).toBe(
      'unknown',
    );
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
describe('GW3 both directions go through the same appliances', () => {
  test('a reply that misses the endpoint is not reachable, and its table is to blame', () => {
    const trace = traceOf(inspected({ server: {} }), 'Client', 'Server');

    expect(trace).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'ServerTable', direction: 'return', code: 'gateway-rejects' }],
    });
    expect(trace.blockedBy[0]?.says.en).toContain('past Gwlbe');
  });

  test('a reply that is led through the endpoint must have been asked that way', () => {
    expect(traceOf(inspected({ client: {} }), 'Client', 'Server')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'ServerTable', rowKey: '10.0.0.0/24', direction: 'return' }],
    });
  });

  test('another endpoint on the way back is another appliance', () => {
    const facts = [
      ...inspected({ server: { '10.0.0.0/24': 'Other' } }),
      gwlbEndpoint('Other', 'Vpc', 'EndpointSubnet'),
    ];

    expect(traceOf(facts, 'Client', 'Server')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ direction: 'return' }, { direction: 'return' }],
    });
  });

  test('an instance that forwards may answer for the other side, so nobody can say what becomes of replies past it', () => {
    const behind = (server: Design['server']): readonly Fact[] => [
      ...inspected({ client: { '10.0.2.0/24': 'Appliance' }, server: server ?? {} }),
      securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
      instance('Appliance', 'EndpointSubnet', { sourceDestinationCheck: false, securityGroups: ['Open'] }),
    ];

    expect(traceOf(behind({ '10.0.0.0/24': 'Appliance' }), 'Client', 'Server').verdict).toBe('unknown');
    expect(traceOf(behind({}), 'Client', 'Server').verdict).toBe('unknown');
    // A firewall may have an interface on each side.
    const twoArms = [
      ...behind({ '10.0.0.0/24': 'Inner' }),
      instance('Inner', 'EndpointSubnet', { sourceDestinationCheck: false, securityGroups: ['Open'] }),
    ];
    expect(traceOf(twoArms, 'Client', 'Server').verdict).toBe('unknown');
    // A NAT instance gets its replies whatever the routes of the client say.
    const nat = inspected({ client: { '0.0.0.0/0': 'Nat' }, endpoint: { '0.0.0.0/0': 'Igw' } });
    expect(
      traceOf(
        [
          ...nat,
          securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
          instance('Nat', 'EndpointSubnet', {
            sourceDestinationCheck: false,
            publicIpv4: true,
            securityGroups: ['Open'],
          }),
        ],
        'Client',
        'internet',
      ).verdict,
    ).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/vpce-gateway-load-balancer.html
describe('GW2 the table of an internet gateway that leads to an endpoint', () => {
  const edged = (client: string, edge: Readonly<Record<string, string>> = { '10.0.0.0/24': 'Gwlbe' }) => [
    ...without(inspected({ client: { '0.0.0.0/0': client }, endpoint: { '0.0.0.0/0': 'Igw' } }), 'Igw').map(
      (fact) =>
        fact.fact === 'security-group' ? { ...fact, inbound: { a: allow('tcp', 443, '0.0.0.0/0') } } : fact,
    ),
    internetGateway('Igw', 'Vpc', { routeTable: 'Edge' }),
    routeTable('Edge', 'Vpc', edge),
  ];

  test('hands it what comes in, and what goes out is inspected as well', () => {
    const [into, out] = [
      traceOf(edged('Gwlbe'), 'internet', 'Client'),
      traceOf(edged('Gwlbe'), 'Client', 'internet'),
    ];

    for (const { verdict, unknowns, forward, return: back } of [into, out]) {
      expect(verdict).toBe('unknown');
      expect(unknowns[0]?.en).toContain('PATH_THROUGH_GWLB_NOT_CHECKED');
      expect(forward.steps.map(({ at }) => at)).toContain('Gwlbe');
      expect(back?.steps.map(({ at }) => at)).toContain('Gwlbe');
    }
  });

  test.each(['internet', 'Client'])('must not be one way only: from %s', (from) => {
    const to = from === 'Client' ? 'internet' : 'Client';

    expect(traceOf(edged('Igw'), from, to).blockedBy[0]).toMatchObject({
      resource: 'ClientTable',
      analyzerCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
    });
    expect(traceOf(edged('Gwlbe', {}), from, to).verdict).toBe('blocked');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
describe('GW4 behind an appliance', () => {
  test('a rule that names the client’s group no longer matches', () => {
    const facts = [
      ...without(inspected(), 'ServerGroup'),
      securityGroup('ServerGroup', 'Vpc', { in: [allow('tcp', 443, { ref: 'ClientGroup' })] }),
    ];

    expect(traceOf(facts, 'Client', 'Server').blockedBy[0]).toMatchObject({
      code: 'denied-by-security-group',
      resource: 'ServerGroup',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
describe('RT6, RT9 routes to an endpoint', () => {
  test('inside the VPC a whole subnet may be led to it, and no part of one', () => {
    const routes = compileNetwork(
      inspected({ client: { '10.0.2.0/24': 'Gwlbe', '10.0.2.0/25': 'Gwlbe' } }),
    ).routesOf('ClientTable');

    expect(routes.filter(({ rowKey }) => rowKey !== null)).toMatchObject([
      { rowKey: '10.0.2.0/24', state: 'active' },
      { rowKey: '10.0.2.0/25', beatenBy: '10.0.0.0/16' },
    ]);
  });

  test('a prefix list may not', () => {
    const list = prefixList('Offices', ['203.0.113.0/24']);
    const routes = { a: { destination: { ref: 'Offices' }, target: 'Gwlbe' } };
    const facts = [
      ...without(inspected(), 'ClientTable'),
      routeTable('ClientTable', 'Vpc', {}, { routes }),
      list,
    ];

    expect(traceOf(facts, 'Client', { address: '203.0.113.9' }).blockedBy[0]).toMatchObject({
      code: 'no-route',
      resource: 'ClientTable',
    });
  });
});
