/**
 * The worked examples of AWS's VPC peering guide, each as the guide draws it: who reaches whom, and where what is not
 * supported stops. The route tables are the guide's; VPC B and VPC C have the same addresses wherever the guide says so.
 */
import { describe, expect, test } from 'vitest';
import {
  allow,
  flow,
  gatewayEndpoint,
  instance,
  internetGateway,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../testing/facts';
import { askBoth } from '../../testing/reference/both';
import type { Fact } from './facts';

type Routes = Readonly<Record<string, string>>;

interface Part {
  readonly block: string;
  readonly routes: Routes;
  /** An instance for each name; with its private address where it matters. */
  readonly hosts: Readonly<Record<string, string | null>>;
  readonly ipv6?: string;
}

/** A VPC with a table of its own for each subnet, whose instances let everything in. */
function site(
  name: string,
  blocks: readonly string[],
  parts: Readonly<Record<string, Part>>,
  ipv6: string | null = null,
): Fact[] {
  const everyone = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];
  return [
    vpc(name, '', { blocks, ipv6 }),
    securityGroup(`${name} group`, name, { in: everyone, out: everyone }),
    ...Object.entries(parts).flatMap(([subnetName, part]) => [
      subnet(subnetName, name, part.block, { routeTable: `${subnetName} table`, ipv6: part.ipv6 ?? null }),
      routeTable(`${subnetName} table`, name, part.routes),
      ...Object.entries(part.hosts).map(([host, privateIpv4]) =>
        instance(host, subnetName, {
          privateIpv4,
          ipv6: part.ipv6 !== undefined,
          securityGroups: [`${name} group`],
        }),
      ),
    ]),
  ];
}

const connection = (ab: string): Fact =>
  peering(`pcx-${ab}`, `VPC ${ab.charAt(0).toUpperCase()}`, `VPC ${ab.charAt(1).toUpperCase()}`);

function ask(facts: readonly Fact[], from: string, to: Parameters<typeof flow>[1]) {
  return askBoth(facts, flow(from, to));
}

const verdict = (facts: readonly Fact[], from: string, to: Parameters<typeof flow>[1]): string =>
  ask(facts, from, to).verdict;

// https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-full-access.html
describe('PX1 routes to an entire VPC', () => {
  test('two VPCs peered together', () => {
    const facts = [
      ...site('VPC A', ['172.16.0.0/16'], {
        a: { block: '172.16.0.0/24', routes: { '10.0.0.0/16': 'pcx-ab' }, hosts: { A: null } },
      }),
      ...site('VPC B', ['10.0.0.0/16'], {
        b: { block: '10.0.0.0/24', routes: { '172.16.0.0/16': 'pcx-ab' }, hosts: { B: null } },
      }),
      connection('ab'),
    ];

    expect(verdict(facts, 'A', 'B')).toBe('reachable');
    expect(verdict(facts, 'B', 'A')).toBe('reachable');
  });

  test('two VPCs with several blocks, with routes to some of them', () => {
    const facts = [
      ...site('VPC A', ['10.2.0.0/16', '10.4.0.0/16'], {
        a: { block: '10.2.0.0/24', routes: { '10.0.0.0/16': 'pcx-ab' }, hosts: { A: null } },
      }),
      ...site('VPC B', ['10.0.0.0/16', '10.3.0.0/16'], {
        b: { block: '10.0.0.0/24', routes: { '10.2.0.0/16': 'pcx-ab' }, hosts: { B: null } },
        other: { block: '10.3.0.0/24', routes: { '10.2.0.0/16': 'pcx-ab' }, hosts: { Other: null } },
      }),
      connection('ab'),
    ];

    expect(verdict(facts, 'A', 'B')).toBe('reachable');
    expect(ask(facts, 'A', 'Other').blockedBy[0]).toMatchObject({ resource: 'a table', code: 'no-route' });
  });

  test('one VPC peered with two, which do not reach one another', () => {
    const facts = [
      ...site('VPC A', ['172.16.0.0/16'], {
        a: {
          block: '172.16.0.0/24',
          routes: { '10.0.0.0/16': 'pcx-ab', '192.168.0.0/16': 'pcx-ac' },
          hosts: { A: null },
        },
      }),
      ...site('VPC B', ['10.0.0.0/16'], {
        b: { block: '10.0.0.0/24', routes: { '172.16.0.0/16': 'pcx-ab' }, hosts: { B: null } },
      }),
      ...site('VPC C', ['192.168.0.0/16'], {
        c: { block: '192.168.0.0/24', routes: { '172.16.0.0/16': 'pcx-ac' }, hosts: { C: null } },
      }),
      connection('ab'),
      connection('ac'),
    ];

    expect(['B', 'C'].map((peer) => verdict(facts, 'A', peer))).toEqual(['reachable', 'reachable']);
    expect(['B', 'C'].map((peer) => verdict(facts, peer, 'A'))).toEqual(['reachable', 'reachable']);
    expect([verdict(facts, 'B', 'C'), verdict(facts, 'C', 'B')]).toEqual(['blocked', 'blocked']);
  });

  test('three VPCs peered together, of which one has no IPv6', () => {
    const six = { a: '2001:db8:a::/56', b: '2001:db8:b::/56' };
    const facts = [
      ...site(
        'VPC A',
        ['172.16.0.0/16'],
        {
          a: {
            block: '172.16.0.0/24',
            ipv6: '2001:db8:a::/64',
            routes: { '10.0.0.0/16': 'pcx-ab', [six.b]: 'pcx-ab', '192.168.0.0/16': 'pcx-ac' },
            hosts: { A: null },
          },
        },
        six.a,
      ),
      ...site(
        'VPC B',
        ['10.0.0.0/16'],
        {
          b: {
            block: '10.0.0.0/24',
            ipv6: '2001:db8:b::/64',
            routes: { '172.16.0.0/16': 'pcx-ab', [six.a]: 'pcx-ab', '192.168.0.0/16': 'pcx-bc' },
            hosts: { B: '10.0.0.10' },
          },
        },
        six.b,
      ),
      ...site('VPC C', ['192.168.0.0/16'], {
        c: {
          block: '192.168.0.0/24',
          routes: { '172.16.0.0/16': 'pcx-ac', '10.0.0.0/16': 'pcx-bc' },
          hosts: { C: null },
        },
      }),
      connection('ab'),
      connection('ac'),
      connection('bc'),
    ];

    for (const [from, to] of pairs(['A', 'B', 'C']))
      expect(verdict(facts, from, to), `${from} ${to}`).toBe('reachable');
    const overIpv6 = { resource: 'B', address: '2001:db8:b::10' };
    expect(verdict(facts, 'A', overIpv6)).toBe('reachable');
    expect(verdict(facts, 'C', overIpv6)).toBe('blocked');
  });

  test('seven VPCs peered together', () => {
    const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const blockOf = (letter: string): string => `10.${letters.indexOf(letter)}.0.0/16`;
    const facts = letters.flatMap((own) =>
      site(`VPC ${own.toUpperCase()}`, [blockOf(own)], {
        [own]: {
          block: blockOf(own).replace('/16', '/24'),
          routes: Object.fromEntries(
            letters
              .filter((other) => other !== own)
              .map((other) => [blockOf(other), `pcx-${[own, other].sort().join('')}`]),
          ),
          hosts: { [own.toUpperCase()]: null },
        },
      }),
    );
    for (const [one, other] of pairs(letters)) if (one < other) facts.push(connection(`${one}${other}`));

    const hosts = letters.map((letter) => letter.toUpperCase());
    for (const [from, to] of pairs(hosts))
      expect(verdict(facts, from, to), `${from} ${to}`).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html
describe('PX1 specific routes, to VPCs with the same addresses', () => {
  const lone = (letter: 'B' | 'C', routes: Routes): Fact[] =>
    site(`VPC ${letter}`, ['10.0.0.0/16'], {
      [letter.toLowerCase()]: { block: '10.0.0.0/24', routes, hosts: { [letter]: null } },
    });

  test('two VPCs that access specific subnets in one VPC', () => {
    const facts = [
      ...site('VPC A', ['172.16.0.0/16'], {
        'subnet 1': { block: '172.16.0.0/24', routes: { '10.0.0.0/16': 'pcx-ab' }, hosts: { One: null } },
        'subnet 2': { block: '172.16.1.0/24', routes: { '10.0.0.0/16': 'pcx-ac' }, hosts: { Two: null } },
      }),
      ...lone('B', { '172.16.0.0/24': 'pcx-ab' }),
      ...lone('C', { '172.16.1.0/24': 'pcx-ac' }),
      connection('ab'),
      connection('ac'),
    ];

    expect([verdict(facts, 'B', 'One'), verdict(facts, 'One', 'B')]).toEqual(['reachable', 'reachable']);
    expect([verdict(facts, 'C', 'Two'), verdict(facts, 'Two', 'C')]).toEqual(['reachable', 'reachable']);
    expect([verdict(facts, 'B', 'Two'), verdict(facts, 'C', 'One')]).toEqual(['blocked', 'blocked']);
    expect(ask(facts, 'One', 'C').blockedBy[0]).toMatchObject({
      code: 'wrong-owner',
      row: '10.0.0.0/16 → pcx-ab',
    });
  });

  test('two VPCs that access specific blocks of one VPC', () => {
    const facts = [
      ...site('VPC A', ['10.2.0.0/16', '10.3.0.0/16'], {
        'subnet 1': { block: '10.2.0.0/24', routes: { '10.0.0.0/16': 'pcx-ab' }, hosts: { One: null } },
        'subnet 2': { block: '10.3.0.0/24', routes: { '10.0.0.0/16': 'pcx-ac' }, hosts: { Two: null } },
      }),
      ...lone('B', { '10.2.0.0/16': 'pcx-ab' }),
      ...lone('C', { '10.3.0.0/16': 'pcx-ac' }),
      connection('ab'),
      connection('ac'),
    ];

    expect([verdict(facts, 'B', 'One'), verdict(facts, 'C', 'Two')]).toEqual(['reachable', 'reachable']);
    expect([verdict(facts, 'B', 'Two'), verdict(facts, 'C', 'One')]).toEqual(['blocked', 'blocked']);
  });

  const halves = (letter: 'B' | 'C', first: Routes, second: Routes): Fact[] =>
    site(`VPC ${letter}`, ['10.0.0.0/16'], {
      [`${letter} 1`]: { block: '10.0.0.0/24', routes: first, hosts: { [`${letter} one`]: null } },
      [`${letter} 2`]: { block: '10.0.1.0/24', routes: second, hosts: { [`${letter} two`]: null } },
    });
  const directory = (routes: Routes): Fact[] => [
    ...site('VPC A', ['172.16.0.0/16'], {
      a: { block: '172.16.0.0/24', routes, hosts: { Directory: null } },
    }),
    connection('ab'),
    connection('ac'),
  ];

  test('one VPC that accesses specific subnets in two VPCs', () => {
    const facts = [
      ...directory({ '10.0.0.0/24': 'pcx-ab', '10.0.1.0/24': 'pcx-ac' }),
      ...halves('B', { '172.16.0.0/24': 'pcx-ab' }, {}),
      ...halves('C', {}, { '172.16.0.0/24': 'pcx-ac' }),
    ];

    expect([verdict(facts, 'B one', 'Directory'), verdict(facts, 'Directory', 'B one')]).toEqual([
      'reachable',
      'reachable',
    ]);
    expect([verdict(facts, 'C two', 'Directory'), verdict(facts, 'Directory', 'C two')]).toEqual([
      'reachable',
      'reachable',
    ]);
    expect([verdict(facts, 'B two', 'Directory'), verdict(facts, 'C one', 'Directory')]).toEqual([
      'blocked',
      'blocked',
    ]);
  });

  // https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html#peering-incorrect-response-routing
  describe('routing for response traffic', () => {
    const second = (routes: Routes): Fact[] => [
      ...directory(routes),
      ...halves('B', {}, { '172.16.0.0/24': 'pcx-ab' }),
      ...halves('C', {}, { '172.16.0.0/24': 'pcx-ac' }),
    ];

    test('goes to the wrong VPC where the table sends the whole range to it', () => {
      expect(ask(second({ '10.0.0.0/16': 'pcx-ac' }), 'B two', 'Directory')).toMatchObject({
        verdict: 'blocked',
        forward: { disposition: 'delivered' },
        blockedBy: [{ resource: 'a table', code: 'wrong-owner', direction: 'return' }],
      });
    });

    test('goes to the right one by a more specific route to its subnet, or to the one address', () => {
      const bySubnet = second({ '10.0.1.0/24': 'pcx-ab', '10.0.0.0/16': 'pcx-ac' });
      const byAddress = second({ '10.0.1.66/32': 'pcx-ab', '10.0.0.0/16': 'pcx-ac' });

      expect(verdict(bySubnet, 'B two', 'Directory')).toBe('reachable');
      expect(askBoth(byAddress, flow({ resource: 'B two', address: '10.0.1.66' }, 'Directory')).verdict).toBe(
        'reachable',
      );
    });
  });

  test('instances in one VPC that access specific instances in two VPCs', () => {
    const facts = [
      ...site('VPC A', ['172.16.0.0/16'], {
        a: {
          block: '172.16.0.0/24',
          routes: { '10.0.0.44/32': 'pcx-ab', '10.0.0.55/32': 'pcx-ac' },
          hosts: { 'A 88': '172.16.0.88', 'A 99': '172.16.0.99' },
        },
      }),
      ...site('VPC B', ['10.0.0.0/16'], {
        b: { block: '10.0.0.0/24', routes: { '172.16.0.88/32': 'pcx-ab' }, hosts: { 'B 44': '10.0.0.44' } },
      }),
      ...site('VPC C', ['10.0.0.0/16'], {
        c: { block: '10.0.0.0/24', routes: { '172.16.0.99/32': 'pcx-ac' }, hosts: { 'C 55': '10.0.0.55' } },
      }),
      connection('ab'),
      connection('ac'),
    ];

    expect([verdict(facts, 'A 88', 'B 44'), verdict(facts, 'A 99', 'C 55')]).toEqual([
      'reachable',
      'reachable',
    ]);
    expect(ask(facts, 'A 99', 'B 44').blockedBy[0]).toMatchObject({
      resource: 'b table',
      code: 'no-route',
      direction: 'return',
    });
    expect(ask(facts, 'C 55', 'A 88').blockedBy[0]).toMatchObject({
      resource: 'c table',
      direction: 'forward',
    });
  });

  test('one VPC that accesses two VPCs by the longest prefix', () => {
    const facts = [
      ...site('VPC A', ['172.16.0.0/16'], {
        a: {
          block: '172.16.0.0/24',
          routes: { '10.0.0.77/32': 'pcx-ab', '10.0.0.0/16': 'pcx-ac' },
          hosts: { A: null },
        },
      }),
      ...site('VPC B', ['10.0.0.0/16'], {
        b: {
          block: '10.0.0.0/24',
          routes: { '172.16.0.0/16': 'pcx-ab' },
          hosts: { X: '10.0.0.77', Other: '10.0.0.78' },
        },
      }),
      ...site('VPC C', ['10.0.0.0/16'], {
        c: { block: '10.0.0.0/24', routes: { '172.16.0.0/16': 'pcx-ac' }, hosts: { C: '10.0.0.80' } },
      }),
      connection('ab'),
      connection('ac'),
    ];
    const toX = ask(facts, 'A', 'X');

    expect([toX.verdict, verdict(facts, 'A', 'C')]).toEqual(['reachable', 'reachable']);
    expect(toX.forward.steps.find(({ what }) => what === 'route')?.lost).toEqual([
      expect.objectContaining({
        row: '10.0.0.0/16 → pcx-ac',
        because: expect.objectContaining({ en: '10.0.0.77/32 → pcx-ab is more specific' }),
      }),
    ]);
    expect(ask(facts, 'Other', 'A').blockedBy[0]).toMatchObject({ code: 'wrong-owner', direction: 'return' });
  });

  test('several VPCs of which some have the same addresses', () => {
    // VPC A and VPC X, and VPC D and VPC Z, overlap: a subnet of D and of Z has the routes to the one, others to the other.
    const spokes = ['b', 'c', 'e', 'f', 'g'];
    const blockOf = (letter: string): string => `10.${letter.charCodeAt(0)}.0.0/16`;
    const facts = [
      ...site('VPC A', ['192.168.0.0/16'], {
        a: {
          block: '192.168.0.0/24',
          routes: {
            ...Object.fromEntries(spokes.map((letter) => [blockOf(letter), `pcx-a${letter}`])),
            '10.0.1.0/24': 'pcx-ad',
          },
          hosts: { A: null },
        },
      }),
      ...spokes.flatMap((letter) => [
        ...site(`VPC ${letter.toUpperCase()}`, [blockOf(letter)], {
          [letter]: {
            block: blockOf(letter).replace('/16', '/24'),
            routes: { '192.168.0.0/16': `pcx-a${letter}` },
            hosts: { [letter.toUpperCase()]: null },
          },
        }),
        connection(`a${letter}`),
      ]),
      ...site('VPC D', ['10.0.0.0/16'], {
        'D 1': { block: '10.0.1.0/24', routes: { '192.168.0.0/16': 'pcx-ad' }, hosts: { 'D one': null } },
        'D 2': { block: '10.0.2.0/24', routes: { '192.168.0.0/16': 'pcx-dx' }, hosts: { 'D two': null } },
      }),
      ...site('VPC X', ['192.168.0.0/16'], {
        x: {
          block: '192.168.0.0/24',
          routes: { '172.16.0.0/16': 'pcx-xy', '10.0.2.0/24': 'pcx-dx', '10.0.1.0/24': 'pcx-xz' },
          hosts: { X: null },
        },
      }),
      ...site('VPC Y', ['172.16.0.0/16'], {
        y: {
          block: '172.16.0.0/24',
          routes: { '192.168.0.0/16': 'pcx-xy', '10.0.0.0/16': 'pcx-yz' },
          hosts: { Y: null },
        },
      }),
      ...site('VPC Z', ['10.0.0.0/16'], {
        'Z 1': {
          block: '10.0.1.0/24',
          routes: { '172.16.0.0/16': 'pcx-yz', '192.168.0.0/16': 'pcx-xz' },
          hosts: { 'Z one': null },
        },
        'Z 2': { block: '10.0.2.0/24', routes: { '172.16.0.0/16': 'pcx-yz' }, hosts: { 'Z two': null } },
      }),
      ...['ad', 'dx', 'xy', 'xz', 'yz'].map(connection),
    ];

    for (const spoke of ['B', 'C', 'E', 'F', 'G', 'D one']) {
      expect(verdict(facts, 'A', spoke), spoke).toBe('reachable');
      expect(verdict(facts, spoke, 'A'), spoke).toBe('reachable');
    }
    for (const peer of ['D two', 'Y', 'Z one']) {
      expect(verdict(facts, 'X', peer), peer).toBe('reachable');
      expect(verdict(facts, peer, 'X'), peer).toBe('reachable');
    }
    expect([verdict(facts, 'Y', 'Z one'), verdict(facts, 'Y', 'Z two')]).toEqual(['reachable', 'reachable']);
    for (const [from, to] of [
      ['A', 'D two'],
      ['X', 'D one'],
      ['X', 'Z two'],
      ['B', 'D one'],
      ['A', 'Y'],
    ] as const)
      expect(verdict(facts, from, to), `${from} ${to}`).toBe('blocked');
  });
});

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
describe('PX1 configurations that are not supported', () => {
  const two = (routesB: Routes, more: readonly Fact[]): Fact[] => [
    ...site('VPC A', ['172.16.0.0/16'], {
      a: {
        block: '172.16.0.0/24',
        routes: { '10.0.0.0/16': 'pcx-ab', '0.0.0.0/0': 'Igw' },
        hosts: { A: null },
      },
    }),
    ...site('VPC B', ['10.0.0.0/16'], {
      b: { block: '10.0.0.0/24', routes: { '172.16.0.0/16': 'pcx-ab', ...routesB }, hosts: { B: null } },
    }),
    connection('ab'),
    ...more,
  ];
  const rejected = { resource: 'b table', analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR' };

  test.each([
    ['the same block', ['10.0.0.0/16'], ['10.0.0.0/16']],
    ['blocks of which one lies in the other', ['10.0.0.0/16'], ['10.0.4.0/22']],
    ['one block of several in common', ['10.1.0.0/16', '10.2.0.0/16'], ['10.0.0.0/16', '10.2.0.0/16']],
  ])('VPCs with %s', (_, a, b) => {
    const facts = [
      ...site('VPC A', a, {
        a: { block: a[0] ?? '', routes: { '10.99.0.0/16': 'pcx-ab' }, hosts: { A: null } },
      }),
      ...site('VPC B', b, {}),
      connection('ab'),
    ];

    expect(ask(facts, 'A', { address: '10.99.0.1' }).blockedBy[0]).toMatchObject({
      resource: 'pcx-ab',
      code: 'cannot-be-created',
    });
  });

  test('transitive peering', () => {
    const facts = two({ '192.168.0.0/16': 'pcx-ab' }, [
      ...site('VPC C', ['192.168.0.0/16'], {
        c: { block: '192.168.0.0/24', routes: { '10.0.0.0/16': 'pcx-ac' }, hosts: { C: null } },
      }),
      connection('ac'),
    ]);

    expect(ask(facts, 'B', 'C').blockedBy[0]).toMatchObject(rejected);
  });

  test('the internet by the internet gateway of the peer', () => {
    const facts = two({ '0.0.0.0/0': 'pcx-ab' }, [internetGateway('Igw', 'VPC A')]);

    expect(ask(facts, 'B', 'internet').blockedBy[0]).toMatchObject(rejected);
  });

  test('the internet by a NAT device of the peer', () => {
    const facts = two({ '0.0.0.0/0': 'pcx-ab' }, [internetGateway('Igw', 'VPC A'), natGateway('Nat', 'a')]);

    expect(ask(facts, 'B', 'internet').blockedBy[0]).toMatchObject(rejected);
  });

  test('a corporate network by the VPN or Direct Connect of the peer', () => {
    const facts = two({ '192.168.0.0/16': 'pcx-ab' }, []);

    expect(ask(facts, 'B', { address: '192.168.10.1' }).blockedBy[0]).toMatchObject(rejected);
  });

  test('S3 by the gateway endpoint of the peer', () => {
    const facts = two({ '0.0.0.0/0': 'pcx-ab' }, [gatewayEndpoint('S3', 'VPC A', 's3', ['a table'])]);

    expect(verdict(facts, 'A', { service: 's3' })).toBe('reachable');
    expect(ask(facts, 'B', { service: 's3' }).blockedBy[0]).toMatchObject(rejected);
  });
});

function pairs(names: readonly string[]): (readonly [string, string])[] {
  return names.flatMap((one) => names.flatMap((other) => (one === other ? [] : [[one, other] as const])));
}
