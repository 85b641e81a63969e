/** Rows that templates give to the default group and ACL of a VPC, for which the VPC stands, and rows without a known block. */
import { expect, test } from 'vitest';
import { aclRow, allow, flow, instance, networkAcl, securityGroup, subnet, vpc } from '../../testing/facts';
import type { Fact } from './facts';
import { compileNetwork } from './network';
import type { Trace } from './trace';

const design = (...more: readonly Fact[]): Fact[] => [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('A', 'Vpc', '10.0.1.0/24'),
  subnet('B', 'Vpc', '10.0.2.0/24'),
  securityGroup('Plain', 'Vpc'),
  instance('Member', 'A', { securityGroups: [] }),
  instance('Named', 'B', { securityGroups: ['Default'] }),
  instance('Stranger', 'A', { securityGroups: ['Plain'] }),
  ...more,
];
const trace = (facts: readonly Fact[], from: string, to: string, port = 443): Trace =>
  compileNetwork(facts).trace(flow(from, { resource: to }, { port }));

// https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
test('SG1 whoever names no group is in the default one, with those who name it', () => {
  const rules = {
    in: [allow('any', null, { ref: 'Default' }), allow('tcp', 22, '10.0.1.0/24')],
    out: [allow('any', null, '0.0.0.0/0')],
  };
  const facts = design({ ...securityGroup('Default', 'Vpc', rules), isDefault: true });

  expect(trace(facts, 'Member', 'Named').verdict).toBe('reachable');
  expect(trace(facts, 'Named', 'Member').verdict).toBe('reachable');
  expect(trace(facts, 'Stranger', 'Named', 22).verdict).toBe('reachable');
  expect(trace(facts, 'Stranger', 'Member').blockedBy[0]).toMatchObject({
    resource: 'Vpc',
    row: 'default security group',
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
test('NA1 an entry of a default ACL that nobody drew is blamed on the VPC', () => {
  const rows = {
    in: [aclRow(50, 'deny', 'any', null, '10.0.1.0/24'), aclRow(100, 'allow', 'any', null, '0.0.0.0/0')],
    out: [aclRow(100, 'allow', 'any', null, '0.0.0.0/0')],
  };
  const facts = design(
    { ...networkAcl('Acl', 'Vpc', rows), isDefault: true, isImplied: true },
    { ...securityGroup('Default', 'Vpc', { in: [allow('any', null, { ref: 'Default' })] }), isDefault: true },
  );

  const { verdict, blockedBy } = trace(facts, 'Member', 'Named');

  expect(verdict).toBe('blocked');
  expect(blockedBy[0]).toMatchObject({ resource: 'Vpc', row: 'default network ACL: ingress rule 50' });
  expect(blockedBy[0]).not.toHaveProperty('rowKey');
});

// https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
test('SG1, NA1 a row for an IPv6 block that is not known is about no IPv4 address', () => {
  const hidden = { unknown: { en: 'AWS assigns it', ja: 'AWS が割り当てます' } };
  const facts = (family: { readonly family?: 6 }): Fact[] => [
    ...design(),
    securityGroup('Open', 'Vpc', { in: [{ ...allow('tcp', 443, '0.0.0.0/0'), peer: hidden, ...family }] }),
    instance('Web', 'B', { securityGroups: ['Open'] }),
  ];
  const deny = (family: { readonly family?: 6 }): Fact[] => [
    ...design().filter(({ by }) => by !== 'B'),
    networkAcl('Acl', 'Vpc', {
      in: [{ ...aclRow(90, 'deny'), block: hidden, ...family }, aclRow(100, 'allow')],
    }),
    subnet('B', 'Vpc', '10.0.2.0/24', { networkAcl: 'Acl' }),
    securityGroup('Open', 'Vpc', { in: [allow('tcp', 443, '0.0.0.0/0')] }),
    instance('Web', 'B', { securityGroups: ['Open'] }),
  ];

  expect(trace(facts({ family: 6 }), 'Stranger', 'Web').verdict).toBe('blocked');
  expect(trace(facts({}), 'Stranger', 'Web').verdict).toBe('unknown');
  expect(trace(deny({ family: 6 }), 'Stranger', 'Web').verdict).toBe('reachable');
  expect(trace(deny({}), 'Stranger', 'Web').verdict).toBe('unknown');
});
