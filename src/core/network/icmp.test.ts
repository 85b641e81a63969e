import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  flow,
  instance,
  networkAcl,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import type { AclRow, Fact, GroupRow } from './facts';
import { compileNetwork } from './network';

const both = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];

/** A client and a server in two subnets, each with addresses of both families. */
function pair(rows: readonly GroupRow[], acl: readonly Fact[] = []): Fact[] {
  return [
    vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
    subnet('A', 'Vpc', '10.0.0.0/24', { ipv6: '2001:db8::/64' }),
    subnet('B', 'Vpc', '10.0.1.0/24', { ipv6: '2001:db8:0:1::/64', networkAcl: 'AclB' }),
    securityGroup('ClientGroup', 'Vpc', { out: both }),
    securityGroup('ServerGroup', 'Vpc', { in: rows }),
    instance('Client', 'A', { ipv6: true, securityGroups: ['ClientGroup'] }),
    instance('Server', 'B', { ipv6: true, securityGroups: ['ServerGroup'] }),
    ...acl,
  ];
}

const addresses = { 4: '10.0.1.10', 6: '2001:db8:0:1::10' } as const;

function ping(family: 4 | 6, facts: readonly Fact[], protocol: 'icmp' | 'any' = 'icmp') {
  const to = { resource: 'Server', address: addresses[family] };
  return compileNetwork(facts).trace(flow('Client', to, { protocol, port: null }));
}

describe('OT3 rules for ICMP name type and code', () => {
  const verdict = (family: 4 | 6, row: GroupRow) => ping(family, pair([row])).verdict;

  test('a ping is an echo request', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
    expect(verdict(4, allow('icmp', null, '0.0.0.0/0'))).toBe('reachable');
    expect(verdict(4, allow('icmp', [8, -1], '0.0.0.0/0'))).toBe('reachable');
    expect(verdict(4, allow('icmp', [-1, -1], '0.0.0.0/0'))).toBe('reachable');
    expect(verdict(4, allow('icmp', [3, -1], '0.0.0.0/0'))).toBe('blocked');
    expect(verdict(4, allow('tcp', null, '0.0.0.0/0'))).toBe('blocked');
  });

  test('over IPv6 a ping is one of ICMPv6, of which a rule for ICMP says nothing', () => {
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
    expect(verdict(6, allow('icmpv6', null, '::/0'))).toBe('reachable');
    expect(verdict(6, allow('icmpv6', [128, -1], '::/0'))).toBe('reachable');
    expect(verdict(6, allow('icmpv6', [128, 0], '::/0'))).toBe('reachable');
    expect(verdict(6, allow('icmpv6', null, { ref: 'ClientGroup' }))).toBe('reachable');
    expect(verdict(6, allow('any', null, '::/0'))).toBe('reachable');
    expect(verdict(6, allow('icmpv6', [8, -1], '::/0'))).toBe('blocked');
    expect(verdict(6, allow('icmpv6', [129, -1], '::/0'))).toBe('blocked');
    expect(verdict(6, allow('icmp', null, '::/0'))).toBe('blocked');
    expect(verdict(6, allow('icmp', null, { ref: 'ClientGroup' }))).toBe('blocked');
    expect(verdict(6, allow('icmpv6', null, '0.0.0.0/0'))).toBe('blocked');
    expect(verdict(6, allow(unknown, null, '::/0'))).toBe('unknown');
  });

  test('over IPv4 a rule for ICMPv6 says nothing', () => {
    expect(verdict(4, allow('icmpv6', null, '0.0.0.0/0'))).toBe('blocked');
    expect(verdict(4, allow('icmpv6', null, { ref: 'ClientGroup' }))).toBe('blocked');
    expect(verdict(4, allow('icmp', null, { ref: 'ClientGroup' }))).toBe('reachable');
  });

  test('the refusal names the protocol and the type of the ping', () => {
    const trace = ping(6, pair([allow('icmp', null, '::/0')]));

    expect(trace.blockedBy[0]).toMatchObject({ resource: 'ServerGroup', code: 'denied-by-security-group' });
    expect(trace.blockedBy[0]?.says.en).toContain('ICMPv6 type 128');
    expect(trace.forward.steps[0]?.packet.protocol).toBe('icmpv6');
  });

  test('a flow of every protocol over IPv6 needs ICMPv6, and no ICMP', () => {
    const rest = aclRow(100, 'allow', 'any', null, '::/0');
    const every = (row: AclRow) =>
      ping(6, pair(both, [networkAcl('AclB', 'Vpc', { in: [row, rest], out: [rest] })]), 'any').verdict;

    expect(every(aclRow(90, 'deny', 'icmpv6', null, '::/0'))).toBe('blocked');
    expect(every(aclRow(90, 'deny', 'icmp', null, '::/0'))).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
describe('NA2 the answer to a ping is an echo reply', () => {
  const answered = (family: 4 | 6, protocol: 'icmp' | 'icmpv6', type: number) => {
    const block = family === 4 ? '0.0.0.0/0' : '::/0';
    const acl = networkAcl('AclB', 'Vpc', {
      in: [aclRow(100, 'allow', 'any', null, block)],
      out: [aclRow(100, 'allow', protocol, [type, -1], block)],
    });
    return ping(family, pair(both, [acl])).verdict;
  };

  test('over IPv4', () => {
    expect(answered(4, 'icmp', 0)).toBe('reachable');
    expect(answered(4, 'icmp', 8)).toBe('blocked');
    expect(answered(4, 'icmpv6', 0)).toBe('blocked');
  });

  test('over IPv6', () => {
    expect(answered(6, 'icmpv6', 129)).toBe('reachable');
    expect(answered(6, 'icmpv6', 128)).toBe('blocked');
    expect(answered(6, 'icmpv6', 0)).toBe('blocked');
    expect(answered(6, 'icmp', 129)).toBe('blocked');
  });
});
