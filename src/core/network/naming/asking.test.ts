/** Whom a source asks for a name: the resolver of its VPC, an inbound endpoint, or a DNS server (DN3). */
import { describe, expect, test } from 'vitest';
import {
  allow,
  flow,
  gatewayEndpoint,
  hostedZone,
  interfaceEndpoint,
  onPremises,
  peering,
  region,
  resolverEndpoint,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { asked, base, but, inbound, outbound } from '../../../testing/privateNames';
import type { Value } from '../../model/value';
import { buildWorld } from '../buildWorld';
import type { Start } from '../ends';
import { startsOf } from '../ends';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';
import type { World } from '../world';
import type { Asked } from './asking';
import { askedOutside } from './asking';
import { resolve } from './resolve';

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
