/** What answers an instance without the network: the resolver, the metadata, the clock. */
import { describe, expect, test } from 'vitest';
import {
  aclRow,
  flow,
  instance,
  networkAcl,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../testing/facts';
import type { Fact, NetworkFact } from './facts';
import { compileNetwork } from './network';

const design = (more: Partial<NetworkFact> = {}): Fact[] => [
  vpc('Vpc', '10.0.0.0/16', more),
  vpc('Peer', '10.1.0.0/16'),
  peering('Pcx', 'Vpc', 'Peer'),
  routeTable('Table', 'Vpc', { '10.1.0.0/16': 'Pcx' }),
  networkAcl('Closed', 'Vpc', { in: [aclRow(1, 'deny')], out: [aclRow(1, 'deny')] }),
  securityGroup('Nothing', 'Vpc', { out: [] }),
  subnet('A', 'Vpc', '10.0.1.0/24', { networkAcl: 'Closed', routeTable: 'Table' }),
  subnet('Open', 'Vpc', '10.0.2.0/24', { routeTable: 'Table' }),
  instance('App', 'A', { securityGroups: ['Nothing'] }),
  instance('Free', 'Open'),
];
const ask = (address: string, protocol: 'udp' | 'tcp', port: number, facts = design(), from = 'App') =>
  compileNetwork(facts).trace(flow(from, { address }, { protocol, port }));

// https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
describe('DN1 Amazon’s resolver', () => {
  test.each(['10.0.0.2', '169.254.169.253', 'fd00:ec2::253'])(
    'answers at %s, whatever groups and ACLs say',
    (address) => {
      const facts = design().map((fact) =>
        fact.fact === 'subnet' ? { ...fact, ipv6: fact.by === 'A' ? 1 : 2 } : fact,
      );
      const withIpv6 = facts.map((fact): Fact =>
        fact.fact === 'network' && fact.by === 'Vpc'
          ? { ...fact, ipv6: 'assigned' }
          : fact.fact === 'interface'
            ? { ...fact, ipv6: true }
            : fact,
      );

      expect(ask(address, 'udp', 53, withIpv6)).toMatchObject({
        verdict: 'reachable',
        forward: { disposition: 'delivered' },
        return: { disposition: 'delivered' },
      });
      expect(ask(address, 'tcp', 53, withIpv6).verdict).toBe('reachable');
      expect(ask(address, 'tcp', 443, withIpv6).verdict).toBe('blocked');
    },
  );

  test('answers nobody where DNS resolution is off', () => {
    expect(ask('10.0.0.2', 'udp', 53, design({ dnsSupport: false }))).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Vpc', code: 'no-such-host', field: 'dnsSupport' }],
    });
    const unsure = { unknown: { en: 'a parameter', ja: 'パラメータ' } };
    expect(ask('10.0.0.2', 'udp', 53, design({ dnsSupport: unsure })).verdict).toBe('unknown');
  });

  // PX2 https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
  test('is not asked through a peering', () => {
    expect(ask('10.1.0.2', 'udp', 53, design(), 'Free').verdict).toBe('blocked');
  });
});

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
test('NA3 instance metadata and the clock need no rule', () => {
  expect(ask('169.254.169.254', 'tcp', 80).verdict).toBe('reachable');
  expect(ask('169.254.169.123', 'udp', 123).verdict).toBe('reachable');
  expect(ask('169.254.169.254', 'tcp', 22).verdict).toBe('blocked');
});
