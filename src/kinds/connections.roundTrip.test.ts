import { expect, test } from 'vitest';
import { box } from '../core/model/sketch';
import { thereAndBack } from '../testing/thereAndBack';

test('peering connections come back, with the routes to them', () => {
  const routes = (destination: string, target: string) => ({ a: { destination, target } });
  const { before, after } = thereAndBack(
    box(
      'vpc',
      'A',
      { cidr: '10.0.0.0/16' },
      box('route-table', 'A table', { routes: routes('10.1.0.0/16', 'Own') }),
    ),
    box(
      'vpc',
      'B',
      { cidr: '10.1.0.0/16' },
      box('route-table', 'B table', { routes: routes('10.0.0.0/16', 'Own') }),
    ),
    box('vpc', 'C', { cidr: '10.2.0.0/16' }),
    box('peering-connection', 'Own', { requester: 'A', accepter: 'B' }),
    box('peering-connection', 'Other account', {
      requester: 'A',
      accepter: 'C',
      accepterAccount: '210987654321',
      accepterRegion: 'us-east-1',
      role: 'arn:aws:iam::210987654321:role/Accepts',
    }),
    box('peering-connection', 'Nobody accepts', {
      requester: 'B',
      accepter: 'C',
      accepterAccount: '210987654321',
      accepted: false,
    }),
  );

  expect(after).toEqual(before);
});

test('transit gateways come back, with their attachments, peerings and route tables', () => {
  const vpc = (name: string, block: string, options: object) =>
    box(
      'vpc',
      name,
      { cidr: `${block}.0.0/16` },
      box('subnet', `${name} subnet`, { cidr: `${block}.0.0/24`, routeTable: `${name} table` }),
      box('transit-gateway-attachment', `${name} attachment`, {
        transitGateway: 'Hub',
        subnets: { [`${name} subnet`]: true },
        ...options,
      }),
      box('route-table', `${name} table`, { routes: { a: { destination: '10.0.0.0/8', target: 'Hub' } } }),
    );
  const { before, after } = thereAndBack(
    box('transit-gateway', 'Hub', {
      defaultAssociation: false,
      defaultPropagation: false,
      securityGroupReferencing: true,
      dnsSupport: false,
      asn: 64600,
    }),
    box('transit-gateway', 'Plain'),
    vpc('A', '10.0', {}),
    vpc('B', '10.1', {
      applianceMode: true,
      securityGroupReferencing: false,
      ipv6: true,
      dnsSupport: false,
    }),
    box('transit-gateway-peering', 'Peering', { transitGateway: 'Hub', peerTransitGateway: 'Plain' }),
    box('transit-gateway-peering', 'Abroad', {
      transitGateway: 'Plain',
      peerTransitGateway: 'Hub',
      peerAccount: '210987654321',
      peerRegion: 'us-east-1',
    }),
    box('transit-gateway-route-table', 'Empty', { transitGateway: 'Plain' }),
    box('transit-gateway-route-table', 'Table', {
      transitGateway: 'Hub',
      associations: { a: { attachment: 'A attachment' }, b: { attachment: 'B attachment' } },
      propagations: { a: { attachment: 'B attachment' } },
      routes: {
        a: { destination: '0.0.0.0/0', attachment: 'B attachment' },
        b: { destination: '10.9.0.0/16', attachment: 'Peering' },
        c: { destination: '172.16.0.0/12', attachment: null },
        d: { destination: '::/0', attachment: 'A attachment' },
      },
    }),
  );

  expect(after).toEqual(before);
});

test('VPN connections come back, with their gateways, routes and propagations', () => {
  const { before, after } = thereAndBack(
    box('transit-gateway', 'Hub'),
    box('customer-gateway', 'Office', { ip: '203.0.113.1', asn: 4_200_000_010, deviceName: 'router' }),
    box('customer-gateway', 'Branch', { ip: '198.51.100.7' }),
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'A', { routes: { ATo: { destination: '172.16.0.0/12', target: 'Gateway' } } }),
      box('route-table', 'B'),
      box('route-table', 'Edge'),
      box('virtual-private-gateway', 'Gateway', {
        asn: 64600,
        routeTable: 'Edge',
        propagation: { First: { routeTable: 'A' }, Second: { routeTable: 'B' } },
      }),
    ),
    box('virtual-private-gateway', 'Spare'),
    box('vpn-connection', 'Static', {
      gateway: 'Gateway',
      customerGateway: 'Office',
      routes: { One: { destination: '192.168.0.0/16' }, Two: { destination: '172.20.0.0/16' } },
      customerBlock: '192.168.0.0/16',
    }),
    box('vpn-connection', 'Six', {
      gateway: 'Hub',
      customerGateway: 'Branch',
      staticOnly: false,
      ipVersion: 'ipv6',
      awsBlock: '2001:db8::/32',
    }),
  );

  expect(after).toEqual(before);
});
