import { describe, expect, test } from 'vitest';
import {
  allow,
  gatewayEndpoint,
  instance,
  internetGateway,
  natGateway,
  prefixList,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import { traceOf } from '../../testing/traceOf';
import type { Fact, RouteRow } from './facts';

/** A public server whose table leads some destinations somewhere; a route to nothing is a blackhole. */
const routed = (routes: readonly (readonly [string, string | null])[], ...lists: readonly Fact[]) => [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  subnet('Other', 'Vpc', '10.0.1.0/24', { routeTable: 'OtherTable' }),
  routeTable('OtherTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  natGateway('Nat', 'Other'),
  routeTable(
    'Table',
    'Vpc',
    {},
    {
      routes: Object.fromEntries(
        routes.map(([destination, target], index): [string, RouteRow] => [
          `r${index}`,
          { destination: /^[A-Z]/.test(destination) ? { ref: destination } : destination, target },
        ]),
      ),
    },
  ),
  instance('Web', 'Public', { publicIpv4: true }),
  ...lists,
];

const routeOf = (facts: readonly Fact[], address: string) =>
  traceOf(facts, 'Web', { address }).forward.steps.find(({ what }) => what === 'route');

// https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
describe('a prefix list as the destination of a route', () => {
  test('leads what any of its entries covers, and nothing else', () => {
    const facts = routed([['Offices', 'Igw']], prefixList('Offices', ['8.8.0.0/16', '9.9.9.0/24']));

    expect(routeOf(facts, '9.9.9.9')?.because).toMatchObject({ row: 'pl:Offices → Igw', rowKey: 'r0' });
    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { address: '7.7.7.7' }).blockedBy[0]).toMatchObject({
      code: 'no-route',
      resource: 'Table',
    });
    expect(traceOf(facts, 'Web', 'internet').blockedBy[0]).toMatchObject({ code: 'no-route' });
  });

  test('covers IPv6 with IPv6 entries', () => {
    const facts: Fact[] = [
      vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
      internetGateway('Igw', 'Vpc'),
      subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', ipv6: 0 }),
      routeTable('Table', 'Vpc', {}, { routes: { a: { destination: { ref: 'Six' }, target: 'Igw' } } }),
      instance('Web', 'Public', { ipv6: true, publicIpv4: true }),
      prefixList('Six', ['2001:4860::/32'], { family: 6 }),
    ];

    expect(traceOf(facts, 'Web', { address: '2001:4860:4860::8888' }).verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).verdict).toBe('blocked');
  });

  test('stands in the order at the length of each entry (RT2)', () => {
    const list = prefixList('Offices', ['8.0.0.0/8', '8.8.8.0/24']);
    const facts = routed(
      [
        ['8.8.0.0/16', null],
        ['Offices', 'Igw'],
      ],
      list,
    );

    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { address: '8.8.1.1' }).blockedBy[0]).toMatchObject({ rowKey: 'r0' });
    expect(traceOf(facts, 'Web', { address: '8.1.1.1' }).verdict).toBe('reachable');
  });

  test('gives way to a row with the very block of an entry (RT3)', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
    for (const routes of [
      [
        ['Offices', null],
        ['8.8.0.0/16', 'Igw'],
      ],
      [
        ['8.8.0.0/16', 'Igw'],
        ['Offices', null],
      ],
    ] as const) {
      const facts = routed(routes, prefixList('Offices', ['8.8.0.0/16']));

      expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).verdict).toBe('reachable');
      expect(routeOf(facts, '8.8.8.8')?.lost).toEqual([
        {
          row: 'pl:Offices → —',
          because: expect.objectContaining({ en: '8.8.0.0/16 → Igw has priority' }),
          analyzerCode: 'HIGHER_PRIORITY_ROUTE',
        },
      ]);
    }
  });

  test('leaves what it says of the VPC’s own addresses to the local route', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
    const facts = [
      ...routed(
        [['Everything', 'Igw']],
        prefixList('Everything', ['10.0.1.0/24', '10.0.0.0/16', '0.0.0.0/0']),
      ),
      instance('Neighbour', 'Other'),
    ];

    expect(traceOf(facts, 'Web', 'Neighbour').verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).verdict).toBe('reachable');
  });

  test('nobody can say whether it takes a whole subnet to an interface, as a row of its own would (RT6)', () => {
    const facts = [
      ...routed([['Inspected', 'Appliance']], prefixList('Inspected', ['10.0.1.0/24'])),
      instance('Neighbour', 'Other'),
      instance('Appliance', 'Public', { sourceDestinationCheck: true }),
    ];

    const trace = traceOf(facts, 'Web', 'Neighbour');

    expect(trace.verdict).toBe('unknown');
    expect(trace.unknowns[0]?.en).toContain('AWS does not say');
  });

  test('says nothing of addresses that AWS keeps (RT8)', () => {
    const facts = routed([['Metadata', 'Igw']], prefixList('Metadata', ['169.254.168.0/24']));

    expect(traceOf(facts, 'Web', { address: '169.254.168.9' }).blockedBy[0]).toMatchObject({
      code: 'no-route',
    });
  });

  test('leads nowhere when AWS would not create the list', () => {
    for (const list of [
      prefixList('Offices', ['8.8.0.0/16', '9.9.0.0/16'], { maxEntries: 1 }),
      prefixList('Offices', ['8.8.0.0/16', 'fd00::/8']),
    ])
      expect(
        traceOf(routed([['Offices', 'Igw']], list), 'Web', { address: '8.8.8.8' }).blockedBy[0],
      ).toMatchObject({ code: 'cannot-be-created', resource: 'Offices' });
  });

  test('is not known where an entry is not known, unless another entry covers the address', () => {
    const facts = routed([['Offices', 'Igw']], prefixList('Offices', ['8.8.0.0/16', unknown]));

    expect(traceOf(facts, 'Web', { address: '9.9.9.9' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).verdict).toBe('reachable');
  });

  test('covers the whole of a network by its halves, where the address is not known', () => {
    const facts: Fact[] = [
      ...routed([['Offices', null]], prefixList('Offices', ['10.9.0.0/17', '10.9.128.0/17'])),
      vpc('There', '10.9.0.0/16'),
      subnet('Hidden', 'There', '', { block: unknown }),
      instance('Far', 'Hidden'),
    ];

    expect(traceOf(facts, 'Web', 'Far').blockedBy[0]).toMatchObject({ code: 'blackhole', rowKey: 'r0' });
  });

  test('whose target is gone drops what it covers (RT10)', () => {
    const facts = routed(
      [
        ['Offices', null],
        ['0.0.0.0/0', 'Igw'],
      ],
      prefixList('Offices', ['8.8.0.0/16']),
    );

    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).blockedBy[0]).toMatchObject({
      code: 'blackhole',
      rowKey: 'r0',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
describe('RT4 prefix lists that overlap', () => {
  const lists = [prefixList('A', ['8.8.0.0/16']), prefixList('B', ['8.0.0.0/8', '8.8.0.0/16'])];

  test('one is assumed, and the assumption is told', () => {
    const facts = routed(
      [
        ['A', 'Igw'],
        ['B', 'Nat'],
      ],
      ...lists,
    );

    const trace = traceOf(facts, 'Web', { address: '8.8.8.8' });

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns.map(({ en }) => en)).toContain(
      'pl:A → Igw and pl:B → Nat overlap: AWS chooses one of the prefix lists and keeps to it; pl:A → Igw is assumed',
    );
  });

  test('nothing is assumed where both lead to the same target, or only one covers the address', () => {
    const same = routed(
      [
        ['A', 'Igw'],
        ['B', 'Igw'],
      ],
      ...lists,
    );
    const apart = routed(
      [
        ['A', 'Igw'],
        ['B', 'Nat'],
      ],
      ...lists,
    );

    expect(traceOf(same, 'Web', { address: '8.8.8.8' }).unknowns).toEqual([]);
    expect(traceOf(apart, 'Web', { address: '8.1.1.1' }).unknowns).toEqual([]);
  });

  test('a list of all addresses and the list of a service overlap, too', () => {
    const facts = [
      ...routed([['All', 'Nat']], prefixList('All', ['0.0.0.0/0'])),
      gatewayEndpoint('S3', 'Vpc', 's3', ['Table']),
    ];

    const trace = traceOf(facts, 'Web', { service: 's3' });

    expect(trace.verdict).toBe('reachable');
    expect(trace.forward.steps.map(({ at }) => at)).toContain('S3');
    expect(trace.unknowns.map(({ en }) => en).join()).toContain(
      `pl:com.amazonaws.${region}.s3 → S3 is assumed`,
    );
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
describe('a prefix list as the peer of a security group rule', () => {
  const guarded = (list: Fact, more: Parameters<typeof securityGroup>[2] = {}) => [
    ...routed([['0.0.0.0/0', 'Igw']], list),
    instance('Server', 'Public', { securityGroups: ['Group'], publicIpv4: true }),
    securityGroup('Group', 'Vpc', { in: [allow('tcp', 443, { ref: 'Offices' })], ...more }),
  ];

  test('lets in whom any of its entries covers', () => {
    const facts = guarded(prefixList('Offices', ['8.8.0.0/16', '203.0.113.0/24']));

    expect(traceOf(facts, { internet: true, address: '203.0.113.9' }, 'Server').verdict).toBe('reachable');
    expect(traceOf(facts, { internet: true, address: '198.51.100.9' }, 'Server').blockedBy[0]).toMatchObject({
      code: 'denied-by-security-group',
      resource: 'Group',
    });
    expect(traceOf(facts, 'internet', 'Server').verdict).toBe('blocked');
  });

  test('lets out to its entries', () => {
    const facts = guarded(prefixList('Offices', ['8.8.0.0/16']), {
      out: [allow('tcp', 443, { ref: 'Offices' })],
    });

    expect(traceOf(facts, 'Server', { address: '8.8.8.8' }).verdict).toBe('reachable');
    expect(traceOf(facts, 'Server', { address: '9.9.9.9' }).verdict).toBe('blocked');
  });

  test('lets in a subnet whose free addresses its entries cover together, and not one that they cover in part', () => {
    const halves = guarded(prefixList('Offices', ['10.0.1.0/25', '10.0.1.128/25']));
    const half = guarded(prefixList('Offices', ['10.0.1.0/25']));
    const client = instance('Client', 'Other');

    expect(traceOf([...halves, client], 'Client', 'Server').verdict).toBe('reachable');
    expect(traceOf([...half, client], 'Client', 'Server').verdict).toBe('unknown');
  });

  test('is not known where an entry is not known', () => {
    const facts = guarded(prefixList('Offices', [unknown]));

    expect(traceOf(facts, { internet: true, address: '203.0.113.9' }, 'Server').verdict).toBe('unknown');
  });

  test('lets nobody in when AWS would not create the list', () => {
    const facts = guarded(prefixList('Offices', ['203.0.113.0/24'], { maxEntries: 0 }));

    expect(traceOf(facts, { internet: true, address: '203.0.113.9' }, 'Server').verdict).toBe('blocked');
  });
});
