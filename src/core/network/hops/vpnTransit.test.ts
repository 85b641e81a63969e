/** VPN connections at a transit gateway, in both directions. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../facts';
import {
  attachment,
  instance,
  internetGateway,
  natGateway,
  routeTable,
  subnet,
  transitGateway,
  transitTable,
  unknown,
  vpc,
} from '../../../testing/facts';
import {
  customerGateway,
  instead,
  webVpc,
  site,
  vpnAttachment,
  vpnConnection,
  vpnGateway,
  traceOf,
} from '../../../testing/vpn';

const both = { associations: ['ToVpc', 'Vpn'], propagations: ['ToVpc', 'Vpn'] };
const table = (routes: Readonly<Record<string, string>> = {}, rows: object = both): Fact =>
  transitTable('TgwTable', 'Tgw', { ...rows, routes });

/** A VPC and an office at one transit gateway: BGP tells what is at the office. */
const hub: readonly Fact[] = [
  ...webVpc({ '192.168.0.0/16': 'Tgw' }),
  transitGateway('Tgw'),
  attachment('ToVpc', 'Tgw', 'Vpc', ['Subnet']),
  table(),
  customerGateway('Cgw', ['192.168.0.0/16']),
  vpnConnection('Vpn', 'Tgw', 'Cgw', 'bgp'),
  vpnAttachment('Vpn', 'Tgw'),
  site('Office', '192.168.0.0/16', 'Cgw'),
];
const host = { resource: 'Cgw', address: '192.168.1.10' } as const;
const fixed = instead(hub, vpnConnection('Vpn', 'Tgw', 'Cgw', []));
const hidden = instead(hub, customerGateway('Cgw'));

test('TG3 what BGP tells is propagated, and the office and the VPC reach each other', () => {
  expect(traceOf(hub, 'Web', 'Office')).toMatchObject({
    verdict: 'reachable',
    forward: { disposition: 'exits-to-on-premises' },
  });
  expect(traceOf(hub, 'Office', 'Web').verdict).toBe('reachable');
  expect(traceOf(hub, 'Vpn', 'Web').verdict).toBe('reachable');
});

test('TG3 what BGP tells is not known, unless the customer gateway is said to announce it', () => {
  expect(traceOf(hidden, 'Web', 'Office').verdict).toBe('unknown');
  expect(traceOf(hidden, host, 'Web').verdict).toBe('unknown');
  expect(traceOf(hidden, 'Web', { address: '10.99.0.1' }).blockedBy[0]).toMatchObject({ resource: 'Table' });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-create-static-route.html
test('a static route of the transit gateway is followed whatever BGP tells', () => {
  const facts = instead(hidden, table({ '192.168.0.0/16': 'Vpn' }));

  expect(traceOf(facts, 'Web', host).verdict).toBe('reachable');
  expect(traceOf(facts, host, 'Web').verdict).toBe('reachable');
});

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html
test('TG3 a static VPN connection propagates nothing: the transit gateway needs a static route', () => {
  const routed = instead(fixed, table({ '192.168.0.0/16': 'Vpn' }));

  expect(traceOf(fixed, 'Web', 'Office').blockedBy[0]).toMatchObject({
    resource: 'TgwTable',
    code: 'no-route',
    direction: 'forward',
  });
  expect(traceOf(fixed, 'Office', 'Web').blockedBy[0]).toMatchObject({
    resource: 'TgwTable',
    direction: 'return',
  });
  for (const end of ['Office', 'Cgw', 'Vpn', host, { address: '192.168.1.1' }] as const) {
    expect(traceOf(routed, 'Web', end).verdict, JSON.stringify(end)).toBe('reachable');
    expect(traceOf(routed, end, 'Web').verdict, JSON.stringify(end)).toBe('reachable');
  }
});

test('TG3 what a VPC propagates wins over what a VPN does', () => {
  const facts = [
    ...instead(
      hub,
      customerGateway('Cgw', ['10.2.0.0/16']),
      table(
        {},
        {
          associations: ['ToVpc', 'Vpn', 'ToOther'],
          propagations: ['ToVpc', 'Vpn', 'ToOther'],
        },
      ),
      ...webVpc({ '10.2.0.0/16': 'Tgw' }),
    ),
    vpc('Other', '10.2.0.0/16'),
    subnet('OtherSubnet', 'Other', '10.2.0.0/24', { routeTable: 'OtherTable' }),
    routeTable('OtherTable', 'Other', { '10.0.0.0/16': 'Tgw' }),
    instance('Far', 'OtherSubnet', { securityGroups: null }),
    attachment('ToOther', 'Tgw', 'Other', ['OtherSubnet']),
  ];

  expect(traceOf(facts, 'Web', 'Far').verdict).toBe('reachable');
});

test('TG3 a table without the route says who could propagate it', () => {
  const facts = instead(hub, table({}, { associations: ['ToVpc', 'Vpn'], propagations: ['ToVpc'] }));

  expect(traceOf(facts, 'Web', 'Office').blockedBy[0]).toMatchObject({
    resource: 'TgwTable',
    code: 'no-route',
    says: { en: expect.stringContaining('Vpn does not propagate to it') },
  });
});

test('TG3 an attachment without a route table sends nowhere', () => {
  const facts = instead(
    hub,
    transitGateway('Tgw', { defaultAssociation: false }),
    table({}, { associations: ['ToVpc'], propagations: ['ToVpc', 'Vpn'] }),
  );

  expect(traceOf(facts, 'Office', 'Web').blockedBy[0]).toMatchObject({
    resource: 'Vpn',
    analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
  });
});

describe('IPv6', () => {
  const six = [
    vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
    subnet('Subnet', 'Vpc', '10.0.0.0/24', { ipv6: '2001:db8::/64', routeTable: 'Table' }),
    routeTable('Table', 'Vpc', { '192.168.0.0/16': 'Tgw', 'fd00:1::/32': 'Tgw' }),
    instance('Web', 'Subnet', { ipv6: true, securityGroups: null }),
    attachment('ToVpc', 'Tgw', 'Vpc', ['Subnet'], { ipv6: true }),
    customerGateway('Cgw', ['fd00:1::/32']),
    site('Office', 'fd00:1::/32', 'Cgw'),
  ];

  // https://docs.aws.amazon.com/vpn/latest/s2svpn/ipv4-ipv6.html
  test.each([
    [4, 'blocked'],
    [6, 'reachable'],
    [unknown, 'unknown'],
  ] as const)('tunnels for %j carry it or not', (family, verdict) => {
    const facts = instead(instead(hub, ...six), vpnConnection('Vpn', 'Tgw', 'Cgw', 'bgp', { family }));

    expect(traceOf(facts, 'Office', 'Web').verdict).toBe(verdict);
  });

  test('what a static route sends into tunnels for IPv4 is lost there', () => {
    const facts = instead(
      instead(hub, ...six),
      vpnConnection('Vpn', 'Tgw', 'Cgw', 'bgp'),
      table({ 'fd00:1::/32': 'Vpn' }),
    );

    for (const [from, to] of [
      ['Web', 'Office'],
      ['Office', 'Web'],
    ] as const)
      expect(traceOf(facts, from, to).blockedBy[0]).toMatchObject({
        resource: 'Vpn',
        field: 'ipVersion',
        analyzerCode: 'PROTOCOL_RESTRICTION',
      });
  });
});

test('a connection whose device the tunnels do not reach is down', () => {
  const facts = instead(fixed, table({ '192.168.0.0/16': 'Vpn' }), customerGateway('Cgw', [], '10.1.1.1'));
  const overDirectConnect = instead(facts, vpnConnection('Vpn', 'Tgw', 'Cgw', [], { isPrivate: true }));

  expect(traceOf(facts, 'Web', 'Office').blockedBy[0]).toMatchObject({
    resource: 'Cgw',
    analyzerCode: 'TGW_BAD_STATE_VPN',
  });
  expect(traceOf(overDirectConnect, 'Web', 'Office').verdict).toBe('reachable');
});

// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-nat-igw.html
test('NG3 the office reaches the internet by a NAT gateway of an attached VPC', () => {
  const facts = [
    ...instead(
      hub,
      subnet('Subnet', 'Vpc', '10.0.0.0/24', { routeTable: 'ToNat' }),
      table({ '0.0.0.0/0': 'ToVpc' }),
    ),
    routeTable('ToNat', 'Vpc', { '0.0.0.0/0': 'Nat', '192.168.0.0/16': 'Tgw' }),
    subnet('Public', 'Vpc', '10.0.9.0/24', { routeTable: 'PublicTable' }),
    routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw', '192.168.0.0/16': 'Tgw' }),
    internetGateway('Igw', 'Vpc'),
    natGateway('Nat', 'Public'),
  ];

  expect(traceOf(facts, 'Office', 'internet').verdict).toBe('reachable');
});

// VG1 https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
test('VG1 what a transit gateway hands into a VPC does not leave by its virtual private gateway', () => {
  const facts = [
    ...webVpc({ '192.168.0.0/16': 'Vgw', '10.2.0.0/16': 'Tgw' }),
    transitGateway('Tgw'),
    attachment('ToVpc', 'Tgw', 'Vpc', ['Subnet']),
    attachment('ToOther', 'Tgw', 'Other', ['OtherSubnet']),
    transitTable('TgwTable', 'Tgw', {
      associations: ['ToVpc', 'ToOther'],
      propagations: ['ToVpc', 'ToOther'],
      routes: { '192.168.0.0/16': 'ToVpc' },
    }),
    vpc('Other', '10.2.0.0/16'),
    subnet('OtherSubnet', 'Other', '10.2.0.0/24', { routeTable: 'OtherTable' }),
    routeTable('OtherTable', 'Other', { '192.168.0.0/16': 'Tgw' }),
    instance('Far', 'OtherSubnet', { securityGroups: null }),
    vpnGateway('Vgw', 'Vpc'),
    customerGateway('Cgw'),
    vpnConnection('Vpn', 'Vgw', 'Cgw', ['192.168.0.0/16']),
    site('Office', '192.168.0.0/16', 'Cgw'),
  ];

  expect(traceOf(facts, 'Far', 'Office').blockedBy[0]).toMatchObject({
    resource: 'Table',
    code: 'gateway-rejects',
    analyzerCode: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS',
  });
});

test('an office with two connections uses the one that leads to the destination', () => {
  const facts = [
    ...hub,
    vpc('Own', '10.3.0.0/16'),
    subnet('OwnSubnet', 'Own', '10.3.0.0/24', { routeTable: 'OwnTable' }),
    routeTable('OwnTable', 'Own'),
    instance('Alone', 'OwnSubnet', { securityGroups: null }),
    vpnGateway('Vgw', 'Own', { propagatesTo: ['OwnTable'] }),
    vpnConnection('Direct', 'Vgw', 'Cgw', ['192.168.0.0/16']),
  ];

  expect(traceOf(facts, 'Office', 'Alone').verdict).toBe('reachable');
  expect(traceOf(facts, 'Office', 'Web').verdict).toBe('reachable');
  expect(traceOf(facts, 'Vpn', 'Alone').verdict).toBe('blocked');
});
