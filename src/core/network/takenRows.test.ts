import { expect, test } from 'vitest';
import { aclRow, allow, flow, instance, networkAcl, securityGroup, subnet, vpc } from '../../testing/facts';
import type { AclRow, GroupRow } from './facts';
import { compileNetwork } from './network';

const between = (group: readonly GroupRow[], acl: readonly AclRow[] = [aclRow(100, 'allow')]) =>
  compileNetwork([
    vpc('Vpc'),
    subnet('A', 'Vpc', '10.0.0.0/24'),
    subnet('B', 'Vpc', '10.0.1.0/24', { networkAcl: 'Acl' }),
    networkAcl('Acl', 'Vpc', { in: acl }),
    securityGroup('Group', 'Vpc', { in: group }),
    instance('Client', 'A'),
    instance('Server', 'B', { securityGroups: ['Group'] }),
  ]).trace(flow('Client', 'Server', { port: 443 }));

const https = allow('tcp', 443, '0.0.0.0/0');

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
test.each([
  ['that ends beyond the last port', [443, 70_000]],
  ['that ends before it starts', [65_535, 0]],
  ['that starts before the first port', [-1, 443]],
] as const)('a security group rule with a range %s lets nothing in', (_, ports) => {
  const trace = between([allow('tcp', ports, '0.0.0.0/0')]);

  expect(trace.verdict).toBe('blocked');
  expect(trace.blockedBy[0]).toMatchObject({ resource: 'Group', code: 'denied-by-security-group' });
  expect(between([allow('tcp', ports, '0.0.0.0/0'), https]).verdict).toBe('reachable');
});

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
test.each([
  ['the number 0', aclRow(0, 'deny')],
  ['a number beyond the last one', aclRow(32_767, 'deny')],
  ['a number that is none', aclRow(1.5, 'deny')],
  ['a range that ends before it starts', aclRow(90, 'deny', 'tcp', [443, 80])],
  ['a range that ends beyond the last port', aclRow(90, 'deny', 'tcp', [443, 70_000])],
  ['a block that is none', aclRow(90, 'deny', 'any', null, '10.0.0.0/33')],
])('whether a network ACL rule with %s would deny is not known', (_, refused) => {
  const later = { ...aclRow(100, 'allow'), number: typeof refused.number === 'number' ? 32_766 : 100 };

  const trace = between([https], [refused, later]);

  // What comes first decides, so what comes last does not matter.
  if (refused.number === 32_767) expect(trace.verdict).toBe('reachable');
  else {
    expect(trace.verdict).toBe('unknown');
    expect(JSON.stringify(trace)).toContain('a value that AWS refuses');
  }
  expect(between([https], [{ ...refused, action: 'allow' }]).verdict).toBe('unknown');
});

test('what a refused rule is not about is decided by the others', () => {
  const refused = aclRow(90, 'deny', 'udp', [443, 80]);

  expect(between([https], [refused, aclRow(100, 'allow')]).verdict).toBe('reachable');
  expect(between([https], [aclRow(80, 'deny'), aclRow(0, 'allow', 'udp')]).verdict).toBe('blocked');
});

test('every ICMP type and code, and every port, are taken', () => {
  expect(between([allow('tcp', null, '0.0.0.0/0')]).verdict).toBe('reachable');
  expect(between([https], [aclRow(1, 'allow', 'tcp', null), aclRow(32_766, 'deny')]).verdict).toBe(
    'reachable',
  );
  expect(between([https], [aclRow(1, 'deny', 'icmp', [8, 0]), aclRow(100, 'allow')]).verdict).toBe(
    'reachable',
  );
});
