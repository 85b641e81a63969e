import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  instance,
  internetGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import type { Fact, GroupRow } from '../facts';

/** Two instances with public addresses in one VPC; the server's group has these rows. */
function neighbours(rows: readonly GroupRow[], serverSubnet = 'B'): Fact[] {
  return [
    vpc('Vpc'),
    internetGateway('Igw', 'Vpc'),
    routeTable('Public', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    routeTable('Private', 'Vpc'),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Public' }),
    subnet('B', 'Vpc', '10.0.1.0/24', { routeTable: 'Public', networkAcl: 'AclB' }),
    subnet('C', 'Vpc', '10.0.2.0/24', { routeTable: 'Private' }),
    securityGroup('Clients', 'Vpc'),
    securityGroup('Servers', 'Vpc', { in: rows }),
    instance('Client', 'A', { publicIpv4: true, securityGroups: ['Clients'] }),
    instance('Inner', 'C', { securityGroups: ['Clients'] }),
    instance('Server', serverSubnet, { publicIpv4: true, securityGroups: ['Servers'] }),
  ];
}

const byPublic = { resource: 'Server', address: 'public' } as const;

// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
describe('IG5 a neighbour asked by its public address', () => {
  test('sees the public address of whoever asks: a rule for the VPC’s own block does not match', () => {
    const facts = neighbours([allow('tcp', 443, '10.0.0.0/16')]);

    expect(traceOf(facts, 'Client', 'Server').verdict).toBe('reachable');
    expect(traceOf(facts, 'Client', byPublic).blockedBy[0]).toMatchObject({
      resource: 'Servers',
      code: 'denied-by-security-group',
      analyzerCode: 'ENI_SG_RULES_MISMATCH',
    });
  });

  test('answers by the internet gateway too, even to one in its own subnet', () => {
    for (const place of ['A', 'B']) {
      const trace = traceOf(neighbours([allow('tcp', 443, '0.0.0.0/0')], place), 'Client', byPublic);

      expect(trace.verdict).toBe('reachable');
      for (const path of [trace.forward, trace.return])
        expect(path?.steps.filter(({ at }) => at === 'Igw').map(({ what }) => what)).toEqual([
          'translate',
          'gateway',
          'translate',
        ]);
    }
  });

  test('is behind the network ACL of its subnet, which sees public addresses', () => {
    const facts = (block: string) => [
      ...neighbours([allow('tcp', 443, '0.0.0.0/0')]),
      networkAcl('AclB', 'Vpc', { in: [aclRow(100, 'allow', 'tcp', 443, block)] }),
    ];

    expect(traceOf(facts('0.0.0.0/0'), 'Client', byPublic).verdict).toBe('reachable');
    expect(traceOf(facts('10.0.0.0/16'), 'Client', byPublic).blockedBy[0]).toMatchObject({
      resource: 'AclB',
      direction: 'forward',
    });
  });

  test('is out of reach of one that has no way to the internet', () => {
    const facts = neighbours([allow('tcp', 443, '0.0.0.0/0')]);

    expect(traceOf(facts, 'Inner', byPublic).blockedBy[0]).toMatchObject({
      resource: 'Private',
      code: 'no-route',
    });
    expect(traceOf(facts, 'Inner', 'Server').verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
describe('IG3 what an internet gateway drops', () => {
  test.each([
    ['10.1.2.3', 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS'],
    ['100.64.0.9', 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS'],
  ])('from %s', (address, analyzerCode) => {
    const facts = neighbours([allow('tcp', 443, '0.0.0.0/0')]);

    expect(traceOf(facts, { internet: true, address }, 'Server').blockedBy[0]).toMatchObject({
      resource: null,
      code: 'gateway-rejects',
      analyzerCode,
    });
  });

  test.each(['172.31.255.255', '192.168.0.1', '100.127.255.255'])('to %s', (address) => {
    expect(traceOf(neighbours([]), 'Client', { address }).blockedBy[0]).toMatchObject({
      resource: 'Public',
      row: '0.0.0.0/0 → Igw',
      code: 'gateway-rejects',
    });
  });

  test.each(['172.32.0.1', '100.128.0.1', '192.167.255.255'])('and not to %s, which is public', (address) => {
    expect(traceOf(neighbours([]), 'Client', { address }).verdict).toBe('reachable');
  });
});

test('IG6 a public address does not make a subnet public: only a route to an internet gateway does', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
  const facts = [
    ...neighbours([allow('tcp', 443, '0.0.0.0/0')]),
    instance('Mapped', 'C', { publicIpv4: true, securityGroups: ['Servers'] }),
  ];

  expect(traceOf(facts, 'Mapped', 'internet').blockedBy[0]).toMatchObject({
    resource: 'Private',
    code: 'no-route',
  });
  expect(traceOf(facts, 'internet', 'Mapped').blockedBy[0]).toMatchObject({
    resource: 'Private',
    direction: 'return',
  });
});
