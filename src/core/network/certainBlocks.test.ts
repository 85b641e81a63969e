/** A certain block beats an unknown, and whatever stops a packet first is what is to be changed first. */
import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  flow,
  instance,
  internetGateway,
  networkAcl,
  networkLoadBalancer,
  region,
  regionalNat,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
} from '../../testing/facts';
import type { AclRow } from './facts';
import { compileNetwork } from './network';

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
describe('GW2, NA2 behind a route of which nobody can say whether it leads the reply', () => {
  const behindEdge = (inbound: readonly AclRow[]) =>
    compileNetwork([
      vpc('Vpc'),
      routeTable('Edge', 'Vpc', { '10.0.0.0/24': null }),
      internetGateway('Igw', 'Vpc', { routeTable: 'Edge' }),
      regionalNat('Nat', 'Vpc', null),
      routeTable('Private', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      networkAcl('Acl', 'Vpc', { in: inbound }),
      subnet('Other', 'Vpc', '10.0.0.0/24'),
      subnet('A', 'Vpc', '10.0.1.0/24', { routeTable: 'Private', networkAcl: 'Acl' }),
      instance('Client', 'A'),
    ]).trace(flow('Client', 'internet'));

  test('a network ACL that lets no reply from there in blocks it for certain', () => {
    const trace = behindEdge([aclRow(100, 'allow', 'any', null, '10.0.0.0/16')]);

    expect(trace.verdict).toBe('blocked');
    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Acl',
      code: 'denied-by-network-acl',
      direction: 'return',
    });
  });

  test('one that lets the reply in leaves it unknown', () => {
    expect(behindEdge([aclRow(100, 'allow', 'tcp', [32768, 65535])]).verdict).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
test.each([
  [[32768, 65535], 'reachable'],
  [[1024, 40000], 'blocked'],
] as const)(
  'NA2 of every protocol, too, the replies go to ports of the client: %o makes it %s',
  (ports, verdict) => {
    const facts = [
      vpc('Vpc'),
      networkAcl('Acl', 'Vpc', {
        in: [
          aclRow(90, 'allow', 'tcp', ports),
          aclRow(100, 'deny', 'tcp'),
          aclRow(110, 'deny', 'udp', [0, 32767]),
          aclRow(120, 'allow'),
        ],
      }),
      subnet('A', 'Vpc', '10.0.0.0/24', { networkAcl: 'Acl' }),
      subnet('B', 'Vpc', '10.0.1.0/24'),
      securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
      instance('Client', 'A'),
      instance('Server', 'B', { securityGroups: ['Open'] }),
    ];

    expect(
      compileNetwork(facts).trace(flow('Client', 'Server', { protocol: 'any', port: null })).verdict,
    ).toBe(verdict);
  },
);

// https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html
test('LB4 a target that cannot be is told of before the way to it', () => {
  const facts = [
    vpc('Vpc'),
    subnet('A', 'Vpc', '10.0.0.0/24', { zone: `${region}a` }),
    subnet('Outside', 'Vpc', '192.168.0.0/24', { zone: `${region}a` }),
    instance('Client', 'A'),
    instance('Server', 'Outside'),
    ...networkLoadBalancer('Nlb', 'Vpc', ['A'], { 'TCP 443': 'Group' }),
    targetGroup('Group', 'Vpc', ['Server']),
  ];

  expect(compileNetwork(facts).trace(flow('Client', 'Nlb')).blockedBy[0]).toMatchObject({
    resource: 'Outside',
    code: 'cannot-be-created',
  });
});
