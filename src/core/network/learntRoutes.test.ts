import { describe, expect, test } from 'vitest';
import {
  flow,
  gatewayEndpoint,
  instance,
  internetGateway,
  learntRoutes,
  natGateway,
  region,
  routeTable,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import type { Fact } from './facts';
import { compileNetwork } from './network';

/** A public subnet with a web server and, as places that routes may lead to, two NAT gateways. */
const design = [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  subnet('Other', 'Vpc', '10.0.1.0/24'),
  natGateway('One', 'Other'),
  natGateway('Two', 'Other'),
  instance('Web', 'Public', { publicIpv4: true }),
  instance('Db', 'Other', { privateIpv4: '10.0.1.10' }),
];

function lookUp(facts: readonly Fact[], address: string) {
  const trace = compileNetwork([...design, ...facts]).trace(flow('Web', { address }));
  const step = trace.forward.steps.find(({ what }) => what === 'route');
  return { row: step?.because.row, lost: step?.lost ?? [], trace, verdict: step?.verdict };
}

// https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
describe('RT3 a propagated route', () => {
  test('is used where no other covers the destination', () => {
    const facts = [
      routeTable('Table', 'Vpc'),
      learntRoutes('Vpn', 'One', ['Table'], { '192.168.0.0/16': 'static-vpn' }),
    ];

    expect(lookUp(facts, '192.168.1.1')).toMatchObject({ row: '192.168.0.0/16 → One', verdict: 'pass' });
  });

  test('wins over a less specific route', () => {
    const facts = [
      routeTable('Table', 'Vpc', { '192.168.0.0/16': 'Two' }),
      learntRoutes('Vpn', 'One', ['Table'], { '192.168.1.0/24': 'bgp-vpn' }),
    ];

    expect(lookUp(facts, '192.168.1.1').row).toBe('192.168.1.0/24 → One');
  });

  test('loses to a static route with the same destination', () => {
    const facts = [
      routeTable('Table', 'Vpc', { '192.168.0.0/16': 'Two' }),
      learntRoutes('Vpn', 'One', ['Table'], { '192.168.0.0/16': 'direct-connect' }),
    ];

    expect(lookUp(facts, '192.168.1.1')).toMatchObject({
      row: '192.168.0.0/16 → Two',
      lost: [{ row: '192.168.0.0/16 → One', because: { en: '192.168.0.0/16 → Two has priority' } }],
    });
    expect(
      compileNetwork([...design, ...facts])
        .routesOf('Table')
        .at(-1),
    ).toMatchObject({
      target: 'One',
      beatenBy: '192.168.0.0/16',
    });
  });

  test.each([
    ['direct-connect', 'static-vpn'],
    ['static-vpn', 'bgp-vpn'],
    ['direct-connect', 'bgp-vpn'],
  ] as const)('from %s wins over the same one from %s', (better, worse) => {
    const facts = [
      routeTable('Table', 'Vpc'),
      learntRoutes('A', 'One', ['Table'], { '192.168.0.0/16': worse }),
      learntRoutes('B', 'Two', ['Table'], { '192.168.0.0/16': better }),
    ];

    expect(lookUp(facts, '192.168.1.1')).toMatchObject({ row: '192.168.0.0/16 → Two', verdict: 'pass' });
  });

  test('learnt alike from two places leads to one that the design does not say', () => {
    const facts = [
      routeTable('Table', 'Vpc'),
      learntRoutes('A', 'One', ['Table'], { '192.168.0.0/16': 'bgp-vpn' }),
      learntRoutes('B', 'Two', ['Table'], { '192.168.0.0/16': 'bgp-vpn' }),
    ];

    expect(lookUp(facts, '192.168.1.1').verdict).toBe('unknown');
  });

  test('of all addresses loses to the prefix list of a gateway endpoint', () => {
    const facts = [
      routeTable('Table', 'Vpc'),
      learntRoutes('Vpn', 'One', ['Table'], { '0.0.0.0/0': 'direct-connect' }),
      gatewayEndpoint('S3', 'Vpc', 's3', ['Table']),
    ];
    const trace = compileNetwork([...design, ...facts]).trace(flow('Web', { service: 's3' }));

    expect(trace.forward.steps.find(({ what }) => what === 'route')?.because.row).toBe(
      `pl:com.amazonaws.${region}.s3 → S3`,
    );
  });

  test('splits the addresses of a block that no other row mentions', () => {
    const facts = [
      routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      learntRoutes('Vpn', 'One', ['Table'], { '0.0.0.0/1': 'static-vpn', '128.0.0.0/1': 'static-vpn' }),
    ];
    const trace = compileNetwork([...design, ...facts]).trace(flow('Web', 'internet'));

    expect(trace.forward.steps.find(({ what }) => what === 'route')?.because.row).toMatch(/\/1 → One$/);
  });
});

// https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
describe('RT7 a propagated route inside the VPC', () => {
  test('never beats the local route, however specific', () => {
    const facts = [
      routeTable('Table', 'Vpc'),
      learntRoutes('Vpn', 'One', ['Table'], { '10.0.1.0/24': 'bgp-vpn', '10.0.1.10/32': 'direct-connect' }),
    ];

    expect(lookUp(facts, '10.0.1.10')).toMatchObject({
      row: '10.0.0.0/16 → local',
      lost: [{ row: '10.0.1.10/32 → One' }, { row: '10.0.1.0/24 → One' }],
    });
    expect(
      compileNetwork([...design, ...facts])
        .routesOf('Table')
        .map(({ beatenBy }) => beatenBy),
    ).toEqual([undefined, '10.0.0.0/16', '10.0.0.0/16']);
  });

  test('a wider one still decides for what is outside the VPC', () => {
    const facts = [
      routeTable('Table', 'Vpc'),
      learntRoutes('Vpn', 'One', ['Table'], { '10.0.0.0/8': 'bgp-vpn' }),
    ];

    expect(lookUp(facts, '10.9.0.1').row).toBe('10.0.0.0/8 → One');
    expect(lookUp(facts, '10.0.1.10').row).toBe('10.0.0.0/16 → local');
  });

  test('where the block of the VPC is not known, it is assumed to be elsewhere', () => {
    const hidden = { ...vpc('Vpc'), blocks: [unknown] };
    const facts = [
      hidden,
      ...design.filter(({ by }) => by !== 'Vpc'),
      routeTable('Table', 'Vpc'),
      learntRoutes('Vpn', 'One', ['Table'], { '192.168.0.0/16': 'static-vpn' }),
    ];
    const trace = compileNetwork(facts).trace(flow('Web', { address: '192.168.1.1' }));

    expect(trace.forward.steps.find(({ what }) => what === 'route')).toMatchObject({
      verdict: 'pass',
      because: { row: '192.168.0.0/16 → One' },
      lost: [{ row: '? → local' }],
    });
    expect(trace.unknowns.map(({ en }) => en)).toContain(
      '192.168.1.1 is assumed not to be covered by the route ? → local',
    );
  });
});

describe('what only BGP will say', () => {
  const bgp = learntRoutes('Vpn', 'One', ['Table'], { '?': 'bgp-vpn' });

  test('makes an address that nothing else covers unknown', () => {
    expect(lookUp([routeTable('Table', 'Vpc'), bgp], '192.168.1.1').trace.verdict).toBe('unknown');
  });

  test('may be more specific than a static route', () => {
    const table = routeTable('Table', 'Vpc', { '192.168.0.0/16': 'Two' });

    expect(lookUp([table, bgp], '192.168.1.1').verdict).toBe('unknown');
  });

  test('cannot beat a static route for one address', () => {
    const table = routeTable('Table', 'Vpc', { '192.168.1.1/32': 'Two' });

    expect(lookUp([table, bgp], '192.168.1.1').verdict).toBe('pass');
  });

  test('is assumed not to hold the addresses of the internet where a row leads there', () => {
    const table = routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' });
    const trace = compileNetwork([...design, table, bgp]).trace(flow('Web', 'internet'));

    expect(trace).toMatchObject({
      verdict: 'reachable',
      unknowns: [{ en: 'internet is assumed not to be covered by the route ? → One' }],
    });
  });

  test('says nothing of what is in the VPC', () => {
    const trace = compileNetwork([...design, routeTable('Table', 'Vpc'), bgp]).trace(flow('Web', 'Db'));

    expect(trace.forward.steps.find(({ what }) => what === 'route')?.because.row).toBe('10.0.0.0/16 → local');
    expect(trace.unknowns).toEqual([]);
  });
});

test('a propagated route whose target is gone drops what it wins', () => {
  const facts = [
    routeTable('Table', 'Vpc'),
    learntRoutes('Vpn', 'Igw2', ['Table'], { '8.0.0.0/8': 'bgp-vpn' }),
    internetGateway('Igw2', null),
  ];

  expect(lookUp(facts, '8.8.8.8').trace.blockedBy[0]).toMatchObject({
    resource: 'Table',
    row: '8.0.0.0/8 → Igw2',
    code: 'blackhole',
  });
});

test('text that is no block, and tables that are not there, add nothing', () => {
  const facts = [
    routeTable('Table', 'Vpc'),
    learntRoutes('Vpn', 'One', ['Table', 'Gone'], { nonsense: 'bgp-vpn' }),
  ];

  expect(compileNetwork([...design, ...facts]).routesOf('Table')).toHaveLength(1);
});
