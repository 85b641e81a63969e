import { describe, expect, test } from 'vitest';
import { flow } from '../../testing/facts';
import type { Routes } from '../../testing/peeringGuide';
import { ask, connection, site, verdict } from '../../testing/peeringGuide';
import { askBoth } from '../../testing/reference/both';
import type { Fact } from './facts';

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
