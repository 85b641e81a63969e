import { describe, expect, test } from 'vitest';
import {
  allow,
  egressOnlyGateway,
  flow,
  instance,
  internetGateway,
  natGateway,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import type { Fact, NetworkFact, PublicAccessBlockFact, SubnetFact } from './facts';
import { compileNetwork } from './network';

interface Design {
  readonly mode?: PublicAccessBlockFact['mode'];
  readonly vpc?: NetworkFact['publicAccess'];
  /** The subnet of A, which the internet gateway serves. */
  readonly a?: SubnetFact['publicAccess'];
  /** The subnet of the NAT gateway. */
  readonly nat?: SubnetFact['publicAccess'];
  /** The subnet of C, which sends by the NAT gateway, and of D, which sends by the egress-only internet gateway. */
  readonly c?: SubnetFact['publicAccess'];
  readonly more?: readonly Fact[];
}

/** The network of AWS's own example: A and B are public, C is behind a NAT gateway, D has IPv6 out only. */
function example({
  mode = 'off',
  vpc: ofVpc = 'none',
  a = 'none',
  nat = 'none',
  c = 'none',
  more = [],
}: Design) {
  const open = { publicIpv4: true, securityGroups: ['Open'] };
  return compileNetwork([
    { fact: 'public-access-block', by: 'Bpa', region, mode },
    vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned', publicAccess: ofVpc }),
    internetGateway('Igw', 'Vpc'),
    egressOnlyGateway('Eigw', 'Vpc'),
    subnet('SubnetA', 'Vpc', '10.0.1.0/24', { routeTable: 'Public', publicAccess: a, ipv6: 1 }),
    subnet('SubnetB', 'Vpc', '10.0.2.0/24', { routeTable: 'Public', ipv6: 2 }),
    subnet('Nats', 'Vpc', '10.0.3.0/24', { routeTable: 'Public', publicAccess: nat }),
    subnet('SubnetC', 'Vpc', '10.0.4.0/24', { routeTable: 'Private', publicAccess: c, ipv6: 4 }),
    routeTable('Public', 'Vpc', { '0.0.0.0/0': 'Igw', '::/0': 'Igw' }),
    routeTable('Private', 'Vpc', { '0.0.0.0/0': 'Nat', '::/0': 'Eigw' }),
    natGateway('Nat', 'Nats'),
    instance('A', 'SubnetA', { ...open, ipv6: true }),
    instance('B', 'SubnetB', open),
    instance('C', 'SubnetC', { securityGroups: ['Open'] }),
    instance('D', 'SubnetC', { securityGroups: ['Open'], ipv6: true }),
    securityGroup('Open', 'Vpc', {
      in: [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')],
      out: [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')],
    }),
    ...more,
  ]);
}

const six = { address: '2001:4860:4860::8888' };

/** Whether A and B are reached, whether A, B, C (by NAT) and D (by IPv6) get out. */
function verdicts(design: Design): readonly string[] {
  const network = example(design);
  return [
    flow('internet', 'A'),
    flow('internet', 'B'),
    flow('A', 'internet'),
    flow('B', 'internet'),
    flow('C', 'internet'),
    flow('D', six),
  ].map((query) => network.trace(query).verdict);
}

const [yes, no] = ['reachable', 'blocked'];

// https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-example.html
describe('BP1 the scenarios of AWS’s example', () => {
  test.each<[string, Design, readonly (string | undefined)[]]>([
    ['1: off', { mode: 'off' }, [yes, yes, yes, yes, yes, yes]],
    ['2: bidirectional', { mode: 'block-bidirectional' }, [no, no, no, no, no, no]],
    ['3: ingress-only', { mode: 'block-ingress' }, [no, no, no, no, yes, yes]],
    [
      '4: ingress-only, the subnet of A excluded',
      { mode: 'block-ingress', a: 'allow-bidirectional' },
      [yes, no, yes, no, yes, yes],
    ],
    [
      '5: an egress-only exclusion has no effect where the mode is ingress-only',
      { mode: 'block-ingress', a: 'allow-egress' },
      [no, no, no, no, yes, yes],
    ],
    [
      '6: bidirectional, the subnet of A excluded for egress',
      { mode: 'block-bidirectional', a: 'allow-egress' },
      [no, no, yes, no, no, no],
    ],
  ])('%s', (_, design, expected) => {
    expect(verdicts(design)).toEqual(expected);
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
describe('BP1 exclusions', () => {
  test('of a VPC are those of all its subnets', () => {
    expect(verdicts({ mode: 'block-bidirectional', vpc: 'allow-bidirectional' })).toEqual(Array(6).fill(yes));
    expect(verdicts({ mode: 'block-bidirectional', vpc: 'allow-egress' })).toEqual([
      no,
      no,
      yes,
      yes,
      yes,
      yes,
    ]);
  });

  test('of a subnet may allow more than that of its VPC', () => {
    const design: Design = { mode: 'block-bidirectional', vpc: 'allow-egress', a: 'allow-bidirectional' };

    expect(verdicts(design)).toEqual([yes, no, yes, yes, yes, yes]);
  });

  test('are asked of the subnet that sends by the internet gateway: that of the NAT gateway, not of its clients', () => {
    expect(verdicts({ mode: 'block-bidirectional', nat: 'allow-egress' })[4]).toBe(yes);
    expect(verdicts({ mode: 'block-bidirectional', c: 'allow-egress' })[4]).toBe(no);
  });

  test.each([
    ['of the appliance', 'allow-bidirectional', 'none', 'unknown'],
    ['of the one it is meant for, which does not count', 'none', 'allow-bidirectional', 'blocked'],
  ] as const)('where an appliance takes in what is meant for others: %s', (_, dmz, app, verdict) => {
    const network = compileNetwork([
      { fact: 'public-access-block', by: 'Bpa', region, mode: 'block-ingress' },
      vpc('Vpc'),
      internetGateway('Igw', 'Vpc', { routeTable: 'Edge' }),
      routeTable('Edge', 'Vpc', { '10.0.5.0/24': 'Firewall' }),
      subnet('Dmz', 'Vpc', '10.0.1.0/24', { publicAccess: dmz }),
      subnet('App', 'Vpc', '10.0.5.0/24', { routeTable: 'AppTable', publicAccess: app }),
      routeTable('AppTable', 'Vpc', { '0.0.0.0/0': 'Firewall' }),
      instance('Firewall', 'Dmz', {
        publicIpv4: true,
        sourceDestinationCheck: false,
        securityGroups: ['Open'],
      }),
      instance('Web', 'App', { publicIpv4: true, securityGroups: ['Open'] }),
      securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
    ]);

    expect(network.trace(flow('internet', 'Web')).verdict).toBe(verdict);
  });
});

describe('BP1 the explanation', () => {
  test('names what blocks, as AWS’s own analyser does', () => {
    const network = example({ mode: 'block-bidirectional' });

    for (const query of [flow('internet', 'A'), flow('A', 'internet'), flow('C', 'internet'), flow('D', six)])
      expect(network.trace(query).blockedBy[0]).toMatchObject({
        resource: 'Bpa',
        field: 'mode',
        code: 'public-access-blocked',
        analyzerCode: 'VPC_BLOCK_PUBLIC_ACCESS_ENABLED',
      });
  });

  test('names it once for a flow that would come back by the same gateway', () => {
    const { blockedBy } = example({ mode: 'block-bidirectional' }).trace(flow('internet', 'A'));

    expect(blockedBy).toHaveLength(1);
  });

  test('counts AWS services that are reached by public addresses among the internet', () => {
    const { blockedBy } = example({ mode: 'block-ingress' }).trace(flow('A', { service: 'sqs' }));

    expect(blockedBy[0]).toMatchObject({ code: 'public-access-blocked' });
  });
});

test('BP1 what stays in the VPC, and other Regions, are not concerned', () => {
  const network = example({ mode: 'block-bidirectional' });
  const elsewhere = compileNetwork([
    { fact: 'public-access-block', by: 'Bpa', region: 'us-east-1', mode: 'block-bidirectional' },
    vpc('Vpc'),
    internetGateway('Igw', 'Vpc'),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
    routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    instance('Web', 'A', { publicIpv4: true }),
  ]);

  expect(network.trace(flow('A', 'C')).verdict).toBe('reachable');
  expect(elsewhere.trace(flow('Web', 'internet')).verdict).toBe('reachable');
});

describe('BP1 what is not known', () => {
  test('a mode from a parameter makes it unknown', () => {
    const trace = example({ mode: unknown }).trace(flow('internet', 'A'));

    expect(trace.verdict).toBe('unknown');
    expect(trace.unknowns).toContainEqual(unknown.unknown);
  });

  test('it does not matter where every mode lets the packet pass', () => {
    expect(verdicts({ mode: unknown, a: 'allow-bidirectional' })[0]).toBe(yes);
  });

  test('an exclusion from a parameter does not matter where it has no effect', () => {
    expect(verdicts({ mode: 'off', vpc: unknown })).toEqual(Array(6).fill(yes));
    expect(verdicts({ mode: 'block-bidirectional', vpc: unknown })).toEqual(Array(6).fill('unknown'));
  });
});

test('of two for one Region the first by name counts, whatever their order', () => {
  const second: Fact = { fact: 'public-access-block', by: 'Another', region, mode: 'off' };

  expect(verdicts({ mode: 'block-bidirectional', more: [second] })).toEqual(Array(6).fill(yes));
});
