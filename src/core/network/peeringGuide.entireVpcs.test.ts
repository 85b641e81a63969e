import { describe, expect, test } from 'vitest';
import { ask, connection, site, verdict } from '../../testing/peeringGuide';

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

function pairs(names: readonly string[]): (readonly [string, string])[] {
  return names.flatMap((one) => names.flatMap((other) => (one === other ? [] : [[one, other] as const])));
}
