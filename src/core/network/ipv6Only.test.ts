/** Subnets without IPv4. */
import { describe, expect, test } from 'vitest';
import {
  allow,
  flow,
  instance,
  internetGateway,
  natGateway,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../testing/facts';
import type { Fact, SubnetFact } from './facts';
import { compileNetwork } from './network';
import type { End } from './trace';

const open = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];
const design = (modern: Partial<SubnetFact> = {}): Fact[] => [
  vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Outward', ipv6: '2001:db8::/64' }),
  subnet('Modern', 'Vpc', '10.0.1.0/24', {
    block: null,
    ipv6: '2001:db8:0:1::/64',
    routeTable: 'Table',
    ...modern,
  }),
  routeTable('Outward', 'Vpc', { '0.0.0.0/0': 'Igw', '::/0': 'Igw' }),
  routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Nat', '::/0': 'Igw', '64:ff9b::/96': 'Nat' }),
  natGateway('Nat', 'Public'),
  securityGroup('Open', 'Vpc', { in: open, out: open }),
  instance('App', 'Modern', { ipv6: true, securityGroups: ['Open'] }),
  instance('Old', 'Public', { securityGroups: ['Open'] }),
];
const trace = (from: End, to: End, facts = design()) =>
  compileNetwork(facts).trace({ ...flow('App', to), from });
const app: End = { resource: 'App' };

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
describe('OT7 an instance in a subnet for IPv6 only', () => {
  test('sends over IPv6, and through NAT64', () => {
    expect(trace(app, { address: '2001:4860:4860::8888' }).verdict).toBe('reachable');
    expect(trace(app, { address: '64:ff9b::808:808' }).verdict).toBe('reachable');
  });

  test('has no IPv4 address to send from, whatever its route table says', () => {
    expect(trace(app, { address: '8.8.8.8' })).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Modern', code: 'no-public-address', analyzerCode: 'UNASSOCIATED_COMPONENT' }],
    });
  });

  test('is not reached over IPv4', () => {
    expect(trace({ internet: true, address: '8.8.8.8' }, app)).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Modern', code: 'no-public-address' }],
    });
    expect(trace({ resource: 'Old' }, app)).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Old', code: 'no-public-address' }],
    });
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
  test('may reach a service that has IPv4 addresses only where DNS64 answers', () => {
    expect(trace(app, { service: 's3' })).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Modern' }],
    });
    expect(trace(app, { service: 's3' }, design({ dns64: true })).verdict).toBe('unknown');
    expect(trace(app, { address: '8.8.8.8' }, design({ dns64: true })).verdict).toBe('blocked');
  });
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html
test('a subnet for IPv6 only is refused without an IPv6 block', () => {
  expect(trace(app, { address: '8.8.8.8' }, design({ ipv6: null }))).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ resource: 'Modern', code: 'cannot-be-created' }],
  });
});
