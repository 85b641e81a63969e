import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { documentOf } from '../../testing/gallery/example';
import { two } from '../../testing/transit';
import { noNat } from '../../testing/gallery/noNat';
import { traceOf } from '../../testing/traceOf';
import { fromSketch } from '../catalog/fromSketch';
import { emptyDocument, type Flow } from '../model/document';
import { arrow, box, sketch, type Box } from '../model/sketch';
import { validate } from '../rules/validate';
import { gbThrough, monthlyCost, type CostOptions } from './monthlyCost';
import type { PriceItem } from './priceList';
import { listPrices } from './prices';

const design = (region: string, ...inVpc: Box[]) =>
  fromSketch(catalog, sketch(box('region', 'Region', { region }, box('vpc', 'Vpc', {}, ...inVpc))));

/** Items with their quantities and amounts, to the cent. */
const told = (document: ReturnType<typeof design>, options: Omit<CostOptions, 'prices'> = {}) =>
  monthlyCost(catalog, document, { ...options, prices: listPrices }).lines.map(
    ({ item, quantity, monthlyUsd }) => [
      item,
      quantity,
      monthlyUsd === null ? null : Math.round(monthlyUsd * 100) / 100,
    ],
  );

const nat = (...more: Box[]) => box('subnet', 'Public', {}, box('nat-gateway', 'Nat'), ...more);

// https://aws.amazon.com/vpc/pricing/
describe('what a kind states of its price', () => {
  const subnets = (inA: readonly Box[]): Box[] => [
    box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }, ...inA),
    box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
  ];
  const cases: readonly (readonly [
    string,
    readonly Box[],
    readonly (readonly [PriceItem, number | null])[],
  ])[] = [
    [
      'a NAT gateway is paid with its public address',
      [nat()],
      [
        ['nat-gateway', 730],
        ['public-ipv4', 730],
      ],
    ],
    [
      'a private NAT gateway has none',
      [box('subnet', 'Public', {}, box('nat-gateway', 'Nat', { connectivity: 'private' }))],
      [['nat-gateway', 730]],
    ],
    [
      'a regional NAT gateway is paid in each zone that it may serve',
      [...subnets([]), box('nat-gateway', 'Nat')],
      [
        ['regional-nat-gateway', 1460],
        ['public-ipv4', 1460],
      ],
    ],
    [
      'an interface endpoint is paid in each of its subnets',
      subnets([box('interface-endpoint', 'Sqs', { service: 'sqs', subnets: { C: true } })]),
      [['interface-endpoint', 1460]],
    ],
    [
      'a Client VPN endpoint is paid for each association, and for hours that nobody knows',
      subnets([
        box('client-vpn-endpoint', 'Vpn', { associations: { a: { subnet: 'A' }, c: { subnet: 'C' } } }),
      ]),
      [
        ['client-vpn-association', 1460],
        ['client-vpn-connection', null],
      ],
    ],
    [
      'a gateway endpoint is free',
      [box('gateway-endpoint', 'S3', { service: 's3' })],
      [['gateway-endpoint', 730]],
    ],
    [
      'an internet-facing load balancer is paid with an address in each subnet, and by its capacity',
      subnets([box('network-load-balancer', 'Nlb', { scheme: 'internet-facing', subnets: { C: true } })]),
      [
        ['network-load-balancer', 730],
        ['network-load-balancer-capacity', null],
        ['public-ipv4', 1460],
      ],
    ],
    [
      'tasks with public addresses pay for each of them',
      subnets([box('ecs-service', 'Service', { assignPublicIp: true, desiredCount: 3 })]),
      [['public-ipv4', 2190]],
    ],
    [
      'a Resolver endpoint is paid for each of its interfaces',
      subnets([box('resolver-inbound-endpoint', 'In', { addresses: { other: { subnet: 'C', ip: '' } } })]),
      [['resolver-endpoint', 1460]],
    ],
  ];

  test.each(cases)('%s', (_, inVpc, expected) => {
    const lines = told(design('ap-northeast-1', ...inVpc));

    expect(lines.map(([item, quantity]) => [item, quantity])).toEqual(expected);
  });
});

test('a NAT gateway in Tokyo costs 48.91 a month, and 0.062 for each gigabyte', () => {
  const document = design('ap-northeast-1', nat());

  expect(monthlyCost(catalog, document, { prices: listPrices }).monthlyUsd).toBeCloseTo(48.91, 2);
  expect(told(document, { gb: new Map([['Nat', 1000]]) })).toEqual([
    ['nat-gateway', 730, 45.26],
    ['nat-gateway', 1000, 62],
    ['public-ipv4', 730, 3.65],
  ]);
});

test('a line says where its figure is from, and whether it is an estimate', () => {
  const [line] = monthlyCost(catalog, design('us-east-1', nat()), { prices: listPrices }).lines;

  expect(line).toMatchObject({
    resource: 'Nat',
    unit: 'hour',
    unitUsd: 0.045,
    asOf: '2026-08-12',
    source: 'AWS Price List API',
    estimate: true,
  });
});

test('an amount that nobody knows is told, and is no part of the sum', () => {
  const { lines, monthlyUsd, notKnown } = monthlyCost(catalog, design('eu-west-3', nat()), {
    prices: listPrices,
  });

  expect(lines.map((line) => line.monthlyUsd)).toEqual([null, null]);
  expect(monthlyUsd).toBe(0);
  expect(notKnown.map(({ says }) => says.en)).toContain(
    'no price by the hour of “NAT gateway” is known for eu-west-3',
  );
});

test('figures of one’s own take the place of the table’s', () => {
  const prices = { own: { 'nat-gateway hour': 0.01, 'public-ipv4 hour': 0 } };

  const { monthlyUsd, notKnown } = monthlyCost(catalog, design('eu-west-3', nat()), { prices });

  expect(monthlyUsd).toBeCloseTo(7.3, 2);
  expect(notKnown).toEqual([]);
});

test('the tiers of a Region are filled by all of its endpoints together', () => {
  const petabyte = 1024 * 1024;
  const document = design(
    'us-east-1',
    box(
      'subnet',
      'A',
      {},
      box('interface-endpoint', 'One', { service: 'sqs' }),
      box('interface-endpoint', 'Two', { service: 'ssm' }),
    ),
  );

  const { lines } = monthlyCost(catalog, document, {
    prices: listPrices,
    gb: new Map([
      ['One', petabyte],
      ['Two', 100],
    ]),
  });

  expect(lines.find(({ resource, unit }) => resource === 'Two' && unit === 'gb')?.unitUsd).toBe(0.006);
});

// https://aws.amazon.com/vpn/pricing/ and https://aws.amazon.com/transit-gateway/pricing/
test('a VPN connection at a transit gateway is paid with its attachment', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box('transit-gateway', 'Tgw'),
      box('customer-gateway', 'Router'),
      box('vpn-connection', 'ToTransit', { gateway: 'Tgw', customerGateway: 'Router' }),
      box('vpn-connection', 'ToNobody', { customerGateway: 'Router' }),
    ),
  );

  expect(told(document).map(([item]) => item)).toEqual([
    'site-to-site-vpn',
    'transit-gateway-attachment',
    'site-to-site-vpn',
  ]);
});

// https://aws.amazon.com/transit-gateway/pricing/
test('a transit gateway charges traffic once, at the attachment that it comes in by', () => {
  const flow = { ...documentOf(catalog, noNat).flows.values().next().value, id: 'f', gbPerMonth: 10 } as Flow;
  const trace = traceOf(two, 'HostA', 'HostB');

  const through = gbThrough({ ...emptyDocument, flows: new Map([['f', flow]]) }, new Map([['f', trace]]));

  expect([through.get('AttachA'), through.get('AttachB')]).toEqual([10, undefined]);
});

test('the traffic of a flow is charged where it passes, and that of a blocked one nowhere', () => {
  const document = documentOf(catalog, noNat);
  const blocked = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('subnet', 'A', {}, box('instance', 'App'), box('interface-endpoint', 'Sqs', { service: 'sqs' })),
      ),
      box('internet', 'Internet'),
      arrow('App', 'Internet', { gbPerMonth: 5 }),
    ),
  );

  const through = gbThrough(document, validate(catalog, rules, document).traces);

  expect([through.get('SsmEndpoint'), through.get('SsmMessagesEndpoint'), through.get('S3Endpoint')]).toEqual(
    [1, 1, 100],
  );
  expect(gbThrough(blocked, validate(catalog, rules, blocked).traces).size).toBe(0);
});
