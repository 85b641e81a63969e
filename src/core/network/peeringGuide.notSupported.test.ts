import { describe, expect, test } from 'vitest';
import { gatewayEndpoint, internetGateway, natGateway } from '../../testing/facts';
import type { Routes } from '../../testing/peeringGuide';
import { ask, connection, site, verdict } from '../../testing/peeringGuide';
import type { Fact } from './facts';

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
