/**
 * The quotas of AWS's VPN services.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html
 */
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import type { KindName } from '../core/model/kinds';
import { box, sketch, type Box } from '../core/model/sketch';
import { validate } from '../core/rules/validate';

const found = (...boxes: readonly Box[]): readonly string[] =>
  validate(catalog, rules, fromSketch(catalog, sketch(...boxes)))
    .findings.filter(({ rule }) => rule === 'quota-exceeded')
    .map(({ message }) => message.en);

const several = (count: number, of: (index: number) => Box): readonly Box[] =>
  Array.from({ length: count }, (_, index) => of(index + 1));

/** Blocks that no VPC here has. */
const blocks = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `192.${Math.floor(index / 256)}.${index % 256}.0/24`);
const rows = (destinations: readonly string[]) =>
  Object.fromEntries(destinations.map((destination, index) => [`a${index}`, { destination }]));

const hub = box('transit-gateway', 'Hub');
const vpc = box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw'));
const device = (prefixes = 0) =>
  box('customer-gateway', 'Cgw', {
    prefixes: Object.fromEntries(blocks(prefixes).map((cidr, index) => [`a${index}`, { cidr }])),
  });

test.each([
  ['virtual-private-gateway', 5, 'virtual private gateways'],
  ['client-vpn-endpoint', 5, 'Client VPN endpoints'],
  ['customer-gateway', 50, 'customer gateways'],
  ['vpn-connection', 50, 'Site-to-Site VPN connections'],
] as const satisfies readonly (readonly [KindName, number, string])[])(
  'a Region has so many of a kind: %s, %i',
  (kind, quota, what) => {
    const drawn = (count: number) => found(...several(count, (each) => box(kind, `Number${each}`)));

    expect(drawn(quota)).toEqual([]);
    expect(drawn(quota + 2)).toEqual([
      `Number${quota + 1} is one of ${quota + 2} ${what} in ap-northeast-1; the default quota is ${quota}`,
    ]);
  },
);

test('each Region has a quota of its own, and all of one name are one Region', () => {
  const gateways = (prefix: string, count: number) =>
    several(count, (each) => box('virtual-private-gateway', `${prefix}${each}`));
  const inRegion = (name: string, region: string, ...inside: readonly Box[]) =>
    box('region', name, { region }, ...inside);

  expect(
    found(
      inRegion('Tokyo', 'ap-northeast-1', ...gateways('A', 5)),
      inRegion('Osaka', 'ap-northeast-3', ...gateways('B', 5)),
    ),
  ).toEqual([]);
  expect(
    found(
      inRegion('Osaka', 'ap-northeast-3', ...gateways('A', 3)),
      inRegion('Again', 'ap-northeast-3', ...gateways('B', 3)),
    ),
  ).toEqual([expect.stringContaining('one of 6 virtual private gateways in ap-northeast-3')]);
});

test('a customer gateway counts where its connections end, and beside the diagram’s Region where it has none', () => {
  const devices = (count: number) => several(count, (each) => box('customer-gateway', `Cgw${each}`));
  const connected = several(51, (each) =>
    box('vpn-connection', `Vpn${each}`, {
      gateway: each > 40 ? 'OsakaHub' : 'TokyoHub',
      customerGateway: `Cgw${each}`,
      staticOnly: false,
    }),
  );
  const regions = [
    box('region', 'Tokyo', { region: 'ap-northeast-1' }, box('transit-gateway', 'TokyoHub')),
    box('region', 'Osaka', { region: 'ap-northeast-3' }, box('transit-gateway', 'OsakaHub')),
  ];

  expect(found(...regions, ...devices(51), ...connected)).toEqual([]);
  expect(found(...regions, ...devices(51))).toEqual([
    expect.stringContaining('one of 51 customer gateways in ap-northeast-1'),
  ]);
});

test('a virtual private gateway ends ten connections, a transit gateway more', () => {
  const connections = (gateway: string, count: number) =>
    several(count, (each) =>
      box('vpn-connection', `Vpn${each}`, { gateway, customerGateway: 'Cgw', staticOnly: false }),
    );

  expect(found(vpc, device(), ...connections('Vgw', 10))).toEqual([]);
  expect(found(vpc, device(), ...connections('Vgw', 11))).toEqual([
    'Vgw has 11 Site-to-Site VPN connections; the default quota is 10',
  ]);
  expect(found(hub, device(), ...connections('Hub', 11))).toEqual([]);
});

test('a connection at a virtual private gateway has a hundred static routes, which nobody raises', () => {
  const connection = (gateway: string, count: number) =>
    box('vpn-connection', 'Vpn', {
      gateway,
      customerGateway: 'Cgw',
      routes: rows(blocks(count)),
    });

  expect(found(vpc, device(), connection('Vgw', 100))).toEqual([]);
  expect(found(vpc, device(), connection('Vgw', 101))).toEqual([
    'Vpn has 101 static routes; the quota is 100, and cannot be raised',
  ]);
  // There they are not the connection's.
  expect(found(hub, device(), connection('Hub', 101))).toEqual([]);
});

test('a device announces a hundred prefixes to a virtual private gateway, and a thousand to a transit gateway', () => {
  const bgp = (gateway: string, staticOnly = false) =>
    box('vpn-connection', 'Vpn', { gateway, customerGateway: 'Cgw', staticOnly });

  expect(found(vpc, device(100), bgp('Vgw'))).toEqual([]);
  expect(found(vpc, device(101), bgp('Vgw'))).toEqual([
    'Cgw has 101 prefixes to announce to a virtual private gateway; the quota is 100, and cannot be raised',
  ]);
  expect(found(hub, device(101), bgp('Hub'))).toEqual([]);
  expect(found(hub, device(1001), bgp('Hub'))).toEqual([
    'Cgw has 1001 prefixes to announce to a transit gateway; the quota is 1000, and cannot be raised',
  ]);
  // Static routing tells nothing over BGP, and neither does a device without a connection.
  expect(found(vpc, device(101), bgp('Vgw', true))).toEqual([]);
  expect(found(vpc, device(101))).toEqual([]);
});

// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
test('a route table takes a hundred propagated routes, the same block from two connections being one', () => {
  const drawn = (...told: readonly (readonly string[])[]): readonly Box[] => [
    box(
      'vpc',
      'Vpc',
      {},
      box('route-table', 'Table'),
      box('virtual-private-gateway', 'Vgw', { propagation: { a: { routeTable: 'Table' } } }),
    ),
    ...told.flatMap((destinations, index) => [
      box('customer-gateway', `Cgw${index}`),
      box('vpn-connection', `Vpn${index}`, {
        gateway: 'Vgw',
        customerGateway: `Cgw${index}`,
        routes: rows(destinations),
      }),
    ]),
  ];
  const [half, rest] = [blocks(60), blocks(101).slice(60)];

  expect(found(...drawn(half, half))).toEqual([]);
  expect(found(...drawn(half, rest))).toEqual([
    'Table has 101 propagated routes; the quota is 100, and cannot be raised',
  ]);
});
