import { describe, expect, test } from 'vitest';
import {
  allow,
  flow,
  instance,
  internetGateway,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import type { Fact, InterfaceFact, NetworkFact, SubnetFact } from './facts';
import { compileNetwork } from './network';

function first(facts: readonly Fact[], ...question: Parameters<typeof flow>) {
  const [block] = compileNetwork(facts).trace(flow(...question)).blockedBy;
  return block === undefined ? undefined : { ...block, says: block.says.en, ja: block.says.ja };
}

const all = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];

/** Two instances; what is said of IPv6 is of the first one, the second one has it. */
function design(
  ipv6: NetworkFact['ipv6'],
  ofSubnet: SubnetFact['ipv6'],
  ofInstance: InterfaceFact['ipv6'],
): Fact[] {
  return [
    vpc('Vpc', '10.0.0.0/16', { ipv6 }),
    vpc('Other', '10.1.0.0/16', { ipv6: '2001:db8:1::/56' }),
    internetGateway('Igw', 'Vpc'),
    routeTable('Main', 'Vpc', { '0.0.0.0/0': 'Igw', '::/0': 'Igw' }, { main: true }),
    subnet('A', 'Vpc', '10.0.0.0/24', { ipv6: ofSubnet }),
    subnet('B', 'Other', '10.1.1.0/24', { ipv6: 2 }),
    securityGroup('Open', 'Vpc', { in: all, out: all }),
    instance('Web', 'A', { ipv6: ofInstance, publicIpv4: true, securityGroups: ['Open'] }),
    instance('Far', 'B', { ipv6: true }),
  ];
}

const six = { internet: true, address: '2001:db8:9::1' } as const;

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
describe('a source that sends IPv4 to a destination with IPv6 alone is told who lacks IPv6', () => {
  test('its subnet, and the VPC beside it', () => {
    expect(first(design(null, null, false), 'Web', six)).toMatchObject({
      resource: 'A',
      field: 'ipv6',
      at: 'Web',
      code: 'no-public-address',
      says: 'neither A nor Vpc has an IPv6 CIDR block, so Web cannot send over IPv6, which the destination needs',
      ja: 'A にも Vpc にも IPv6 CIDR ブロックがないため、送信先に必要な IPv6 では Web から送信できません',
    });
    expect(first(design('assigned', null, false), 'Web', six)).toMatchObject({
      resource: 'A',
      says: 'A has no IPv6 CIDR block, so Web cannot send over IPv6, which the destination needs',
    });
  });

  test('itself, where its subnet has IPv6 addresses', () => {
    expect(first(design('assigned', 1, false), 'Web', six)).toMatchObject({
      resource: 'Web',
      field: 'ipv6',
      at: 'Web',
      says: 'Web has no IPv6 address, so Web cannot send over IPv6, which the destination needs',
    });
    expect(first(design('assigned', 1, false), 'Web', { address: '2406:da00::1' })?.resource).toBe('Web');
  });

  test('while one that may have IPv6 is not blamed', () => {
    expect(first(design('assigned', unknown, unknown), 'Web', six)).toBeUndefined();
    expect(first(design('assigned', 1, true), 'Web', six)).toBeUndefined();
  });
});

describe('a source that sends IPv6 to a destination without it is told who lacks it', () => {
  test('from another network', () => {
    const far = { resource: 'Far', address: '2001:db8:1:2::9' } as const;

    expect(first(design('assigned', null, false), far, 'Web')).toMatchObject({
      resource: 'A',
      field: 'ipv6',
      at: 'Far',
      code: 'no-public-address',
      says: 'A has no IPv6 CIDR block, so nobody can send to Web over IPv6, which the source uses',
    });
  });

  test('from the internet, with a public IPv4 address or without', () => {
    for (const publicIpv4 of [true, false]) {
      const facts = design('assigned', 1, false).map((fact) =>
        fact.by === 'Web' && fact.fact === 'interface' ? { ...fact, publicIpv4 } : fact,
      );

      expect(first(facts, six, 'Web')).toMatchObject({
        resource: 'Web',
        field: 'ipv6',
        code: 'no-public-address',
      });
    }
  });
});

test('nobody is blamed where the question picks addresses that do not go together', () => {
  const facts = design('2001:db8::/56', 1, true);
  const mine = { resource: 'Web', address: '10.0.0.9' } as const;

  expect(first(facts, mine, six)).toMatchObject({
    resource: null,
    code: 'no-such-host',
    says: 'the destination has IPv6 addresses only, and Web sends from IPv4',
  });
  expect(first(facts, { resource: 'Web', address: '2001:db8:0:1::9' }, { address: '8.8.8.8' })).toMatchObject(
    {
      resource: null,
      says: 'the destination has IPv4 addresses only, and Web sends from IPv6',
    },
  );
});
