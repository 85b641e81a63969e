/** Resolver rules, Resolver endpoints and DNS servers: whom a question goes to (DN2, DN3). */
import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  flow,
  gatewayEndpoint,
  hostedZone,
  interfaceEndpoint,
  networkAcl,
  onPremises,
  peering,
  region,
  resolverEndpoint,
  resolverRule,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { asked, base, but, inbound, outbound, rule } from '../../../testing/privateNames';
import { buildWorld } from '../buildWorld';
import { startsOf, type Start } from '../ends';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';
import type { World } from '../world';
import type { Value } from '../../model/value';
import { askedOutside, type Asked } from './asking';
import { resolve } from './resolve';

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

describe('whom a source asks', () => {
  const zone = hostedZone('Zone', ['Vpc'], 'example.com', { 'db.example.com A': '10.0.1.5' });

  test('DN3 an inbound endpoint answers as the resolver of its VPC', () => {
    // A rule that is not associated with the VPC of the endpoint makes no circle: its own zone answers.
    const facts: readonly Fact[] = [...base, ...zone, ...inbound(), ...outbound()];
    const direct = compileNetwork(facts).trace(flow('App', 'Inbound', { protocol: 'udp', port: 53 }));

    expect(direct.verdict).toBe('reachable');
    expect(compileNetwork(facts).trace(flow('App', 'Inbound')).verdict).toBe('reachable');
    expect(compileNetwork(facts).trace(flow('App', 'Inbound', { port: 80 })).blockedBy[0]).toMatchObject({
      resource: 'Inbound',
      code: 'gateway-rejects',
    });
    expect(compileNetwork(facts).trace(flow('Inbound', 'App')).blockedBy[0]).toMatchObject({
      resource: 'Inbound',
    });
    expect(
      compileNetwork(facts).trace(flow('App', 'Outbound', { protocol: 'udp', port: 53 })).blockedBy[0],
    ).toMatchObject({
      resource: 'Outbound',
      code: 'gateway-rejects',
    });
  });

  const dhcp = (...dnsServers: Value<string>[]) => but('Vpc', vpc('Vpc', '10.0.0.0/16', { dnsServers }));

  test('DHCP options that name DNS servers take the place of Amazon’s resolver', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html
    expect(asked([...dhcp('10.0.1.5'), ...zone], 'db.example.com')).toMatchObject({
      verdict: 'unknown',
      unknowns: [{ en: expect.stringContaining('DNS server Db') }],
    });
    expect(asked([...dhcp('10.0.0.2'), ...zone], 'db.example.com').resolution?.by).toBe('Zone');
    expect(asked([...dhcp('169.254.169.253', '8.8.8.8'), ...zone], 'db.example.com')).toMatchObject({
      verdict: 'reachable',
      resolution: { by: 'Zone' },
    });
    expect(asked([...dhcp('8.8.8.8'), ...zone], 'db.example.com')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Zone', code: 'unresolved-name' }],
    });
    expect(asked([...dhcp('8.8.8.8'), ...zone], 'example.org').verdict).toBe('reachable');
    expect(asked([...dhcp('not an address'), ...zone], 'example.org').blockedBy).toMatchObject([
      { resource: 'Vpc', field: 'dnsServers', code: 'unresolved-name' },
    ]);
  });

  test('PX2 the resolver of a peer’s VPC is asked by nobody but that VPC, though its interfaces are reached', () => {
    // https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
    const peer = (server: string) => [
      ...dhcp(server).filter(({ by }) => by !== 'Table'),
      routeTable('Table', 'Vpc', { '10.1.0.0/16': 'Pcx' }),
      vpc('Peer', '10.1.0.0/16'),
      peering('Pcx', 'Vpc', 'Peer', { answersPeer: { requester: true, accepter: true } }),
      subnet('PeerSubnet', 'Peer', '10.1.0.0/24', { routeTable: 'PeerTable' }),
      subnet('Other', 'Peer', '10.1.1.0/24', { routeTable: 'PeerTable', zone: `${region}c` }),
      routeTable('PeerTable', 'Peer', { '10.0.0.0/16': 'Pcx' }),
      securityGroup('PeerGroup', 'Peer', {
        in: [allow('udp', 53, '10.0.0.0/16'), allow('tcp', 53, '10.0.0.0/16')],
      }),
      ...resolverEndpoint(
        'PeerInbound',
        'Peer',
        'inbound',
        [
          ['PeerSubnet', '10.1.0.10'],
          ['Other', '10.1.1.10'],
        ],
        {
          securityGroups: ['PeerGroup'],
        },
      ),
      ...hostedZone('PeerZone', ['Peer'], 'example.com', { 'db.example.com A': '10.1.0.99' }),
    ];

    expect(asked(peer('10.1.0.2'), 'db.example.com').verdict).toBe('blocked');
    expect(asked(peer('10.1.0.10'), 'db.example.com').resolution).toMatchObject({
      by: 'PeerInbound',
      answers: ['10.1.0.99'],
    });
  });

  test('DHCP options that are not known are assumed to name Amazon’s resolver', () => {
    const trace = asked([...dhcp(unknown), ...zone], 'db.example.com');

    expect(trace).toMatchObject({ verdict: 'reachable', resolution: { by: 'Zone' } });
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(expect.stringContaining('DHCP options'));
  });

  test('DN3 a DNS server that is an inbound endpoint answers as the resolver of its VPC', () => {
    const facts = [...dhcp('10.0.0.10'), ...zone, ...inbound()];

    expect(asked(facts, 'db.example.com')).toMatchObject({
      verdict: 'reachable',
      resolution: { answers: ['10.0.1.5'], by: 'Inbound' },
      forward: { steps: [{ at: 'Inbound' }, { because: { resource: 'Zone' } }, {}, {}, {}, {}, {}, {}] },
    });
  });

  test('DN3 the inbound endpoint’s security group must let DNS in', () => {
    const facts = [
      ...dhcp('10.0.0.10'),
      ...zone,
      securityGroup('Https', 'Vpc', { in: [allow('tcp', 443, '10.0.0.0/8')] }),
      ...inbound({ securityGroups: ['Https'] }),
    ];

    expect(asked(facts, 'db.example.com')).toMatchObject({
      verdict: 'blocked',
      forward: { disposition: 'unresolved-name' },
      blockedBy: [{ resource: 'Https', at: 'Inbound', field: 'inbound', code: 'denied-by-security-group' }],
    });
  });

  test('IE5 private DNS of S3 answers those who ask through an inbound endpoint', () => {
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
    const facts = (servers: readonly string[]) => [
      ...dhcp(...servers),
      ...inbound(),
      gatewayEndpoint('S3Gateway', 'Vpc', 's3', ['Table']),
      ...interfaceEndpoint('S3', 'Vpc', 's3', ['B'], { securityGroups: ['Open'] }),
    ];
    const s3 = (servers: readonly string[]) =>
      compileNetwork(facts(servers))
        .trace(flow('App', { service: 's3' }))
        .forward.steps.map(({ at }) => at);

    expect(s3([])).toContain('S3Gateway');
    expect(s3(['10.0.0.10'])).toContain('S3');
  });
});

/** A source that others give: a VPN or a Client VPN, which stands in the VPC as far as routes are concerned. */
describe('a source that says itself whom it asks', () => {
  const zone = hostedZone('Zone', ['Vpc'], 'corp.internal', { 'db.corp.internal A': '10.0.1.5' });
  const answersTo = (facts: readonly Fact[], host: string, asks: (world: World) => Asked) => {
    const world = buildWorld(facts, (id) => id);
    const [start] = startsOf(world, { resource: 'App' }) as readonly Start[]; // it has one interface
    if (start === undefined) throw new Error('the app is a start');
    return resolve(world, start, asks(world), { host }).map(({ answer }) => answer);
  };

  test('the network that it names answers', () => {
    const [answer] = answersTo([...base, ...zone], 'db.corp.internal', (world) => {
      const network = world.networks.get('Vpc');
      return network === undefined ? { is: 'public', own: null } : { is: 'network', network, by: null };
    });

    expect(answer).toMatchObject({ is: 'found', stages: [{ resource: 'Zone' }] });
  });

  test('DN3 a network outside is taken to forward to the inbound endpoints of the design, and that is said', () => {
    const facts = [...base, ...zone, ...inbound(), onPremises('Office')];
    const [answer] = answersTo(facts, 'db.corp.internal', (world) => askedOutside(world, 'Office', []));

    expect(answer).toMatchObject({
      is: 'found',
      stages: [{ resource: 'Inbound' }, { resource: 'Zone' }],
      notes: [{ en: expect.stringContaining('assumed to forward queries to Inbound') }],
    });
  });

  test('DN3 a closed inbound endpoint is to blame; one to which no way leads is not asked', () => {
    const closed = [
      ...base,
      ...zone,
      securityGroup('Https', 'Vpc', { in: [allow('tcp', 443, '10.0.0.0/8')] }),
      ...inbound({ securityGroups: ['Https'] }),
      onPremises('Office'),
    ];
    const far = [
      ...base,
      ...zone,
      vpc('Hub', '10.8.0.0/16'),
      subnet('HubA', 'Hub', '10.8.0.0/24'),
      ...resolverEndpoint('Inbound', 'Hub', 'inbound', [
        ['HubA', '10.8.0.10'],
        ['HubA', '10.8.0.11'],
      ]),
      onPremises('Office'),
    ];

    expect(answersTo(closed, 'db.corp.internal', (world) => askedOutside(world, 'Office', []))).toMatchObject(
      [{ is: 'missing', blocks: [{ resource: 'Https' }, {}] }],
    );
    expect(answersTo(far, 'example.org', (world) => askedOutside(world, 'Office', []))).toMatchObject([
      { is: 'found', stages: [{ says: { en: 'the public DNS answers' } }] },
    ]);
  });

  test('without an inbound endpoint the names of services are public, and private names are the network’s own', () => {
    const facts = [...base, onPremises('Office')];
    const ask = (host: string) => answersTo(facts, host, (world) => askedOutside(world, 'Office', []))[0];

    expect(ask(`ssm.${region}.amazonaws.com`)?.is).toBe('found');
    expect(ask('printer.office.internal')).toMatchObject({
      is: 'undecided',
      why: { en: expect.stringContaining('DNS server Office') },
    });
  });

  test('servers that it names are asked in turn', () => {
    const facts = [...base, ...zone, ...inbound(), onPremises('Office')];
    const ask = (...servers: string[]) =>
      answersTo(facts, 'db.corp.internal', (world) => askedOutside(world, 'Office', servers))[0];

    expect(ask('10.0.77.1', '10.0.0.10')).toMatchObject({ is: 'found' });
    expect(ask('10.0.0.10', '8.8.8.8')).toMatchObject({ is: 'found' });
    expect(ask('8.8.8.8', '10.0.0.10')).toMatchObject({ is: 'missing' });
  });
});
