/** Resolver rules and what becomes of the questions that they forward (DN2, DN3). */
import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  flow,
  hostedZone,
  interfaceEndpoint,
  networkAcl,
  region,
  resolverEndpoint,
  resolverRule,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { asked, base, inbound, outbound, rule } from '../../../testing/privateNames';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html
describe('Resolver rules', () => {
  const zone = hostedZone('Zone', ['Vpc'], 'example.com', {
    'db.example.com A': '10.0.1.5',
    'db.sub.example.com A': '10.0.1.5',
  });

  test('DN2 a rule beats a zone of the same name; a more specific zone beats the rule', () => {
    const facts = [...base, ...zone, ...outbound(), ...rule('example.com', '192.0.2.53')];

    expect(asked(facts, 'db.example.com').resolution?.by).toBe('Rule');
    expect(
      asked([...base, ...zone, ...outbound(), ...rule('com', '192.0.2.53')], 'db.example.com').resolution?.by,
    ).toBe('Zone');
    expect(
      asked([...base, ...zone, ...outbound(), ...rule('.', '192.0.2.53')], 'db.example.com').resolution?.by,
    ).toBe('Zone');
    expect(
      asked([...base, ...zone, ...outbound(), ...rule('.', '192.0.2.53')], 'example.org').resolution?.by,
    ).toBe('Rule');
  });

  test('DN2 the most specific rule wins, and a system rule keeps its part of the names', () => {
    const system = resolverRule('System', ['Vpc'], 'sub.example.com', null);
    const facts = [...base, ...zone, ...outbound(), ...rule('example.com', '192.0.2.53'), ...system];

    expect(asked(facts, 'db.sub.example.com')).toMatchObject({
      verdict: 'reachable',
      resolution: { by: 'System' },
    });
    expect(asked(facts, 'db.example.com').resolution?.by).toBe('Rule');
  });

  test('a rule of another VPC does not count', () => {
    const facts = [
      ...base,
      ...zone,
      vpc('Other', '10.1.0.0/16'),
      ...outbound(),
      ...resolverRule('Rule', ['Other'], 'example.com', { endpoint: 'Outbound', targets: ['192.0.2.53'] }),
    ];

    expect(asked(facts, 'db.example.com').resolution?.by).toBe('Zone');
  });

  test('private names of instances stay with the resolver unless a rule is as specific', () => {
    const facts = [...base, ...outbound(), ...rule('internal', '192.0.2.53')];

    expect(asked(facts, `ip-10-0-1-5.${region}.compute.internal`).verdict).toBe('reachable');
    expect(
      asked(
        [...base, ...outbound(), ...rule(`${region}.compute.internal`, '10.0.77.1')],
        `ip-10-0-1-5.${region}.compute.internal`,
      ).resolution?.by,
    ).toBe('Rule');
  });

  test('the private DNS of an endpoint stays with the resolver under a wider rule', () => {
    const facts = [
      ...base,
      ...outbound(),
      ...rule('amazonaws.com', '192.0.2.53'),
      ...interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['B'], { securityGroups: ['Open'] }),
    ];

    expect(compileNetwork(facts).trace(flow('App', { service: 'ssm' })).resolution?.by).toBe('Ssm');
    expect(compileNetwork(facts).trace(flow('App', { service: 'sqs' })).resolution?.by).toBe('Rule');
  });
});

/** What becomes of a question on its way to another DNS server. */
describe('forwarded questions', () => {
  const spoke: readonly Fact[] = [
    ...base,
    ...hostedZone('Zone', ['Hub'], 'corp.example.com', { 'db.corp.example.com A': '10.0.1.5' }),
    vpc('Hub', '10.8.0.0/16'),
  ];

  test('DN3 to an address that nobody has: the answer never comes', () => {
    expect(
      asked([...base, ...outbound(), ...rule('corp.example.com', '10.0.77.1')], 'db.corp.example.com'),
    ).toMatchObject({
      verdict: 'blocked',
      forward: { disposition: 'unresolved-name' },
      blockedBy: [{ code: 'no-such-host' }],
    });
  });

  test('DN3 to an inbound endpoint of the same VPC that uses the rule too: in a circle', () => {
    const facts = [...base, ...inbound(), ...outbound(), ...rule('corp.example.com', '10.0.0.10')];

    expect(asked(facts, 'db.corp.example.com')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Rule', field: 'targets', code: 'unresolved-name' }],
    });
  });

  test('DN3 to a DNS server of one’s own: the query gets there, the answer is not in the design', () => {
    const facts = [...base, ...outbound(), ...rule('corp.example.com', '10.0.1.5')];

    expect(asked(facts, 'db.corp.example.com')).toMatchObject({
      verdict: 'unknown',
      resolution: { by: 'Rule', answers: [] },
      unknowns: [{ en: expect.stringContaining('DNS server Db') }],
    });
  });

  test('DN3 to a public DNS server: the public DNS answers', () => {
    const facts = [...base, ...outbound(), ...rule('example.org', '8.8.8.8')];

    expect(asked(facts, 'www.example.org')).toMatchObject({
      verdict: 'reachable',
      resolution: { by: 'Rule' },
    });
  });

  test('DN3 the outbound endpoint’s security group must let queries out to the targets', () => {
    const facts = [
      ...base,
      securityGroup('Closed', 'Vpc', { out: [allow('tcp', 443, '0.0.0.0/0')] }),
      ...outbound({ securityGroups: ['Closed'] }),
      ...rule('example.org', '10.0.1.5'),
    ];

    expect(asked(facts, 'www.example.org')).toMatchObject({
      verdict: 'blocked',
      forward: { disposition: 'unresolved-name' },
      blockedBy: [
        {
          resource: 'Closed',
          at: 'Outbound',
          field: 'outbound',
          code: 'denied-by-security-group',
          says: { en: expect.stringContaining('UDP') },
        },
      ],
    });
  });

  test('DN3 TCP that is not let out is told, and stops nothing', () => {
    const facts = [
      ...base,
      securityGroup('UdpOnly', 'Vpc', { out: [allow('udp', 53, '0.0.0.0/0')] }),
      ...outbound({ securityGroups: ['UdpOnly'] }),
      ...rule('example.org', '8.8.8.8'),
    ];

    const trace = asked(facts, 'www.example.org');
    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(
      expect.stringContaining('DNS over TCP is stopped'),
    );
  });

  test('DN3 the answers must pass the network ACL of the endpoint’s subnets', () => {
    const facts = [
      ...base.filter(({ by }) => by !== 'A'),
      subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', networkAcl: 'Acl' }),
      networkAcl('Acl', 'Vpc', { in: [aclRow(100, 'allow', 'tcp')] }),
      ...outbound(),
      ...rule('example.org', '10.0.1.5'),
    ];

    expect(asked(facts, 'www.example.org').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      code: 'denied-by-network-acl',
    });
  });

  test('a rule without an endpoint, and an endpoint with one address, cannot be created', () => {
    const alone = resolverEndpoint('Outbound', 'Vpc', 'outbound', [['A', null]], {
      securityGroups: ['Open'],
    });

    expect(
      asked(
        [...base, ...resolverRule('Rule', ['Vpc'], 'example.org', { endpoint: null, targets: ['8.8.8.8'] })],
        'www.example.org',
      ).blockedBy,
    ).toMatchObject([{ resource: 'Rule', field: 'endpoint', code: 'cannot-be-created' }]);
    expect(
      asked([...base, ...alone, ...rule('example.org', '8.8.8.8')], 'www.example.org').blockedBy,
    ).toMatchObject([{ resource: 'Outbound', field: 'addresses', code: 'cannot-be-created' }]);
  });

  test('a rule without targets leads nowhere', () => {
    expect(
      asked([...base, ...outbound(), ...rule('example.org')], 'www.example.org').blockedBy,
    ).toMatchObject([{ resource: 'Rule', field: 'targets', code: 'unresolved-name' }]);
  });

  test('an outbound endpoint of IPv4 addresses asks no server by IPv6', () => {
    expect(
      asked([...base, ...outbound(), ...rule('example.org', '2001:db8::53')], 'www.example.org').blockedBy,
    ).toMatchObject([{ resource: 'Rule', field: 'targets', code: 'unresolved-name' }]);
  });

  test('one server that can be asked is enough', () => {
    const facts = [...base, ...outbound(), ...rule('example.org', '10.0.77.1', '8.8.8.8')];

    expect(asked(facts, 'www.example.org').verdict).toBe('reachable');
  });

  test('what a parameter decides is not known', () => {
    expect(
      asked(
        [
          ...base,
          ...outbound(),
          ...resolverRule('Rule', ['Vpc'], 'example.org', { endpoint: 'Outbound', targets: [unknown] }),
        ],
        'www.example.org',
      ).verdict,
    ).toBe('unknown');
    expect(
      asked(
        [
          ...base,
          ...resolverRule('Rule', ['Vpc'], 'example.org', { endpoint: unknown, targets: ['8.8.8.8'] }),
        ],
        'www.example.org',
      ).verdict,
    ).toBe('unknown');
  });

  test('a VPC that the design does not connect is not asked', () => {
    const facts = [
      ...spoke,
      subnet('HubA', 'Hub', '10.8.0.0/24'),
      subnet('HubB', 'Hub', '10.8.1.0/24'),
      securityGroup('HubOpen', 'Hub', { in: [allow('any', null, '0.0.0.0/0')] }),
      ...resolverEndpoint(
        'HubInbound',
        'Hub',
        'inbound',
        [
          ['HubA', '10.8.0.10'],
          ['HubB', '10.8.1.10'],
        ],
        { securityGroups: ['HubOpen'] },
      ),
      ...outbound(),
      ...rule('corp.example.com', '10.8.0.10'),
    ];

    expect(asked(facts, 'db.corp.example.com')).toMatchObject({
      verdict: 'blocked',
      forward: { disposition: 'unresolved-name' },
    });
  });
});
