import { describe, expect, test } from 'vitest';
import {
  allow,
  egressOnlyGateway,
  instance,
  internetGateway,
  natGateway,
  networkAcl,
  aclRow,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';

const open = securityGroup('Open', 'Vpc', {
  in: [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')],
});

const publicSubnet = [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  open,
];

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
describe('IG2 outbound IPv4 needs a public address', () => {
  test('with one it leaves, translated, and the reply finds its way back', () => {
    const trace = traceOf(
      [...publicSubnet, instance('Web', 'Public', { publicIpv4: true })],
      'Web',
      'internet',
    );

    expect(trace).toMatchObject({
      verdict: 'reachable',
      forward: { disposition: 'exits-to-internet' },
      return: { disposition: 'delivered' },
    });
    expect(trace.forward.steps.find(({ what }) => what === 'translate')).toMatchObject({
      verdict: 'rewrite',
      packet: { source: 'Web (public)', destination: 'internet' },
    });
  });

  test('without one the instance is blamed, not the gateway', () => {
    const trace = traceOf([...publicSubnet, instance('Web', 'Public')], 'Web', 'internet');

    expect(trace.blockedBy).toMatchObject([
      {
        resource: 'Web',
        at: 'Igw',
        code: 'no-public-address',
        analyzerCode: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
        direction: 'forward',
      },
    ]);
    expect(trace.return).toBeNull();
  });

  test('when nobody knows whether it has one, nobody can say', () => {
    const facts = [
      ...publicSubnet,
      instance('Web', 'Public', { publicIpv4: unknown, securityGroups: ['Open'] }),
    ];

    expect(traceOf(facts, 'Web', 'internet').verdict).toBe('unknown');
    expect(traceOf(facts, 'internet', 'Web').verdict).toBe('unknown');
  });

  test('IPv6 needs a route only', () => {
    const facts = [
      vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
      internetGateway('Igw', 'Vpc'),
      subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', ipv6: 1 }),
      routeTable('Table', 'Vpc', { '::/0': 'Igw' }),
      open,
      instance('Web', 'Public', { ipv6: true, securityGroups: ['Open'] }),
    ];
    const withEgress = facts.map((fact) =>
      fact.fact === 'security-group'
        ? securityGroup('Open', 'Vpc', {
            in: [allow('any', null, '::/0')],
            out: [allow('any', null, '::/0')],
          })
        : fact,
    );

    expect(traceOf(withEgress, 'Web', 'internet')).toMatchObject({
      verdict: 'reachable',
      unknowns: [{ en: 'over IPv6 only: IPv4 is blocked' }],
    });
    expect(traceOf(withEgress, 'internet', 'Web').verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { address: '2001:db8::1' }).blockedBy[0]).toMatchObject({
      code: 'denied-by-security-group',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
describe('IG3 private addresses do not pass', () => {
  test.each([
    ['10.200.0.5', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'],
    ['100.64.3.4', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'],
  ])('outbound to %s', (address, analyzerCode) => {
    const facts = [...publicSubnet, instance('Web', 'Public', { publicIpv4: true })];

    expect(traceOf(facts, 'Web', { address }).blockedBy[0]).toMatchObject({
      resource: 'Table',
      row: '0.0.0.0/0 → Igw',
      code: 'gateway-rejects',
      analyzerCode,
    });
  });

  test('inbound from a private source', () => {
    const facts = [
      ...publicSubnet,
      instance('Web', 'Public', { publicIpv4: true, securityGroups: ['Open'] }),
    ];

    expect(traceOf(facts, { internet: true, address: '192.168.1.1' }, 'Web').blockedBy[0]).toMatchObject({
      code: 'gateway-rejects',
      analyzerCode: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS',
    });
    expect(traceOf(facts, { internet: true, address: '203.0.113.7' }, 'Web').verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
describe('IG4 a public address in a subnet without an internet route', () => {
  test('is delivered, and the reply has no route', () => {
    const facts = [
      vpc('Vpc'),
      internetGateway('Igw', 'Vpc'),
      subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable' }),
      routeTable('PrivateTable', 'Vpc'),
      open,
      instance('Web', 'Private', { publicIpv4: true, securityGroups: ['Open'] }),
    ];

    const trace = traceOf(facts, 'internet', 'Web');

    expect(trace.forward.disposition).toBe('delivered');
    expect(trace.return?.disposition).toBe('no-route');
    expect(trace.blockedBy).toMatchObject([
      { resource: 'PrivateTable', code: 'no-route', direction: 'return' },
    ]);
  });

  test('a reply that is routed to a NAT gateway does not get out by it', () => {
    const facts = [
      ...publicSubnet,
      subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable' }),
      routeTable('PrivateTable', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      natGateway('Nat', 'Public'),
      instance('Web', 'Private', { publicIpv4: true, securityGroups: ['Open'] }),
    ];

    expect(traceOf(facts, 'internet', 'Web').blockedBy[0]).toMatchObject({
      resource: 'PrivateTable',
      row: '0.0.0.0/0 → Nat',
      code: 'translation-refused',
      direction: 'return',
    });
  });
});

test('IG5 by the public address of a neighbour the sender’s security group is no longer known', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
  const facts = [
    ...publicSubnet,
    subnet('Public2', 'Vpc', '10.0.3.0/24', { routeTable: 'Table' }),
    securityGroup('Clients', 'Vpc'),
    securityGroup('Servers', 'Vpc', { in: [allow('tcp', 443, { ref: 'Clients' })] }),
    instance('Client', 'Public', { publicIpv4: true, securityGroups: ['Clients'] }),
    instance('Server', 'Public2', { publicIpv4: true, securityGroups: ['Servers'] }),
  ];

  expect(traceOf(facts, 'Client', 'Server').verdict).toBe('reachable');
  expect(traceOf(facts, 'Client', { resource: 'Server', address: 'public' }).blockedBy[0]).toMatchObject({
    resource: 'Servers',
    code: 'denied-by-security-group',
    analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
describe('IG1 inbound needs an attached gateway and a public address', () => {
  test('without a gateway nothing arrives', () => {
    const facts = [
      vpc('Vpc'),
      internetGateway('Igw', null),
      subnet('Public', 'Vpc', '10.0.0.0/24'),
      instance('Web', 'Public', { publicIpv4: true }),
    ];

    expect(traceOf(facts, 'internet', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      code: 'not-attached',
    });
  });

  test('without a public address nobody can send to it', () => {
    expect(
      traceOf([...publicSubnet, instance('Web', 'Public')], 'internet', 'Web').blockedBy[0],
    ).toMatchObject({
      resource: 'Web',
      code: 'no-public-address',
      analyzerCode: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
    });
  });

  test('two instances of unconnected VPCs meet by their public addresses', () => {
    const facts = [
      ...publicSubnet,
      vpc('Vpc2', '10.1.0.0/16'),
      internetGateway('Igw2', 'Vpc2'),
      subnet('Public2', 'Vpc2', '10.1.0.0/24', { routeTable: 'Table2' }),
      routeTable('Table2', 'Vpc2', { '0.0.0.0/0': 'Igw2' }),
      securityGroup('Open2', 'Vpc2', { in: [allow('tcp', 443, '0.0.0.0/0')] }),
      instance('Client', 'Public', { publicIpv4: true }),
      instance('Server', 'Public2', { publicIpv4: true, securityGroups: ['Open2'] }),
      instance('Hidden', 'Public2', { securityGroups: ['Open2'] }),
    ];

    expect(traceOf(facts, 'Client', 'Server').verdict).toBe('reachable');
    expect(traceOf(facts, 'Client', 'Hidden').blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'gateway-rejects',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
describe('EI1 an egress-only internet gateway', () => {
  const facts = [
    vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
    egressOnlyGateway('Eigw', 'Vpc'),
    subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', ipv6: 0 }),
    routeTable('Table', 'Vpc', { '::/0': 'Eigw' }),
    securityGroup('Open', 'Vpc', { in: [allow('any', null, '::/0')], out: [allow('any', null, '::/0')] }),
    instance('App', 'Private', { ipv6: true, securityGroups: ['Open'] }),
  ];

  test('lets IPv6 out, and the replies to it in', () => {
    expect(traceOf(facts, 'App', 'internet')).toMatchObject({
      verdict: 'reachable',
      forward: { disposition: 'exits-to-internet' },
      return: { disposition: 'delivered' },
    });
  });

  test('the reply of a host in another VPC leaves by the routes of that VPC', () => {
    const other = (routes: Parameters<typeof routeTable>[2]) => [
      ...facts,
      vpc('Other', '10.1.0.0/16', { ipv6: 'assigned' }),
      internetGateway('OtherIgw', 'Other'),
      subnet('Public', 'Other', '10.1.1.0/24', { routeTable: 'OtherTable', ipv6: 1 }),
      routeTable('OtherTable', 'Other', routes),
      securityGroup('OtherOpen', 'Other', { in: [allow('any', null, '::/0')] }),
      instance('Server', 'Public', { ipv6: true, securityGroups: ['OtherOpen'] }),
    ];

    expect(traceOf(other({ '::/0': 'OtherIgw' }), 'App', 'Server').verdict).toBe('reachable');
    expect(traceOf(other({}), 'App', 'Server').blockedBy).toContainEqual(
      expect.objectContaining({ resource: 'OtherTable', code: 'no-route', direction: 'return' }),
    );
  });

  test('lets nothing in that begins outside', () => {
    expect(traceOf(facts, 'internet', 'App').blockedBy[0]).toMatchObject({
      resource: 'Eigw',
      code: 'gateway-rejects',
      direction: 'forward',
    });
  });

  test('does not carry the reply to what came in by the internet gateway', () => {
    const trace = traceOf([...facts, internetGateway('Igw', 'Vpc')], 'internet', 'App');

    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Table',
      row: '::/0 → Eigw',
      code: 'gateway-rejects',
      direction: 'return',
    });
  });

  test('the reply is judged by the network ACL of the subnet', () => {
    const guarded = facts.map((fact) => (fact.fact === 'subnet' ? { ...fact, networkAcl: 'Acl' } : fact));
    const acl = networkAcl('Acl', 'Vpc', {
      in: [aclRow(100, 'allow', 'tcp', 443, '::/0')],
      out: [aclRow(100, 'allow', 'any', null, '::/0')],
    });

    expect(traceOf([...guarded, acl], 'App', 'internet').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      code: 'denied-by-network-acl',
      direction: 'return',
    });
  });

  test('is for IPv6 only: AWS does not accept 0.0.0.0/0 to it', () => {
    const v4 = [
      ...facts.filter(({ fact }) => fact !== 'route-table'),
      routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Eigw' }),
      securityGroup('Open4', 'Vpc'),
      instance('Old', 'Private', { securityGroups: ['Open4'] }),
    ];

    expect(traceOf(v4, 'Old', 'internet').blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'no-route',
    });
  });
});
