import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  flow,
  instance,
  internetGateway,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../../testing/facts';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

const both = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];
const facts = (more: readonly Fact[] = []): Fact[] => [
  vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', {
    routeTable: 'PublicTable',
    ipv6: '2001:db8::/64',
    networkAcl: 'Acl',
  }),
  subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', ipv6: '2001:db8:0:1::/64' }),
  subnet('Old', 'Vpc', '10.0.2.0/24'),
  routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  routeTable('Table', 'Vpc', { '64:ff9b::/96': 'Nat' }),
  natGateway('Nat', 'Public'),
  securityGroup('Open', 'Vpc', { in: both, out: both }),
  instance('App', 'Private', { ipv6: true, securityGroups: ['Open'] }),
  instance('Db', 'Old', { privateIpv4: '10.0.2.9', securityGroups: ['Open'] }),
  ...more,
];
const trace = (given: readonly Fact[], address: string, protocol: 'tcp' | 'icmp' = 'tcp') =>
  compileNetwork(given).trace(flow('App', { address }, { protocol, port: protocol === 'tcp' ? 443 : null }));

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
describe('OT7 IPv6 packets to 64:ff9b::/96 reach the IPv4 address they stand for through a NAT gateway', () => {
  test('on the internet, with the NAT gateway’s addresses, and the reply comes back as IPv6', () => {
    const there = trace(facts(), '64:ff9b::808:808');

    expect(there).toMatchObject({
      verdict: 'reachable',
      forward: { disposition: 'exits-to-internet' },
      return: { disposition: 'delivered' },
    });
    expect(
      there.forward.steps.find(({ at, what }) => at === 'Nat' && what === 'translate')?.packet,
    ).toMatchObject({
      source: '10.0.0.0/24',
      destination: '8.8.8.8',
    });
    expect(
      there.return?.steps.find(({ at, what }) => at === 'Nat' && what === 'translate')?.packet,
    ).toMatchObject({
      source: '64:ff9b::808:808',
      destination: '2001:db8:0:1::/64',
    });
  });

  test('in the VPC', () => {
    const there = trace(facts(), '64:ff9b::a00:209');

    expect(there).toMatchObject({ verdict: 'reachable', forward: { disposition: 'delivered' } });
    expect(there.forward.steps.at(-1)?.at).toBe('Db');
  });

  test('a ping is one of ICMPv6 before, and one of ICMP behind', () => {
    const rows = (v6: number, v4: number) =>
      networkAcl('Acl', 'Vpc', {
        in: [aclRow(100, 'allow', 'icmpv6', [v6, -1], '::/0'), aclRow(110, 'allow', 'icmp', [0, -1])],
        out: [aclRow(100, 'allow', 'icmp', [v4, -1]), aclRow(110, 'allow', 'icmpv6', [129, -1], '::/0')],
      });

    expect(trace(facts([rows(128, 8)]), '64:ff9b::808:808', 'icmp').verdict).toBe('reachable');
    expect(trace(facts([rows(8, 8)]), '64:ff9b::808:808', 'icmp').verdict).toBe('blocked');
    expect(trace(facts([rows(128, 128)]), '64:ff9b::808:808', 'icmp').verdict).toBe('blocked');
  });
});
