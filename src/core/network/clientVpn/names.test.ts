/** How the DNS servers of a Client VPN endpoint decide what names mean to its clients. */
import { expect, test } from 'vitest';
import { clientVpn, fromClient, type ClientVpnRows } from '../../../testing/clientVpn';
import {
  allow,
  hostedZone,
  instance,
  interfaceEndpoint,
  internetGateway,
  region,
  resolverEndpoint,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import type { Fact } from '../facts';

/** A VPC with an interface endpoint for SQS, a private zone, and an inbound endpoint; two subnets, the first with the VPN. */
const design = (rows: ClientVpnRows = {}, dnsPorts: number | null = null): readonly Fact[] => [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  subnet('B', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', zone: `${region}c` }),
  routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  internetGateway('Igw', 'Vpc'),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
  securityGroup('DnsGroup', 'Vpc', { in: [allow(dnsPorts === null ? 'any' : 'tcp', dnsPorts, '0.0.0.0/0')] }),
  ...interfaceEndpoint('SqsEndpoint', 'Vpc', 'sqs', ['B'], { securityGroups: ['Open'] }),
  instance('App', 'B', { privateIpv4: '10.0.1.5', securityGroups: ['Open'] }),
  ...hostedZone('Zone', ['Vpc'], 'corp.internal', { 'app.corp.internal A': '10.0.1.5' }),
  ...resolverEndpoint(
    'Inbound',
    'Vpc',
    'inbound',
    [
      ['A', '10.0.0.10'],
      ['B', '10.0.1.10'],
    ],
    { securityGroups: ['DnsGroup'] },
  ),
  ...clientVpn('Vpn', 'Vpc', ['A'], { splitTunnel: true, authorized: [['10.0.0.0/16', null]], ...rows }),
];
const sqs = { service: 'sqs' } as const;
const app = { dns: 'app.corp.internal' } as const;

// https://repost.aws/knowledge-center/client-vpn-how-dns-works-with-endpoint
test('IE3 without DNS servers a client asks a public resolver, and reaches the service outside the VPN', () => {
  const { verdict, resolution, forward, unknowns } = fromClient(design(), sqs);

  expect(verdict).toBe('reachable');
  expect(resolution).toMatchObject({ by: null, answers: [`sqs.${region}.amazonaws.com`] });
  expect(forward.disposition).toBe('exits-to-service');
  expect(unknowns.map(({ en }) => en).join()).toContain('names no DNS server');
});

test('IE3 the endpoint itself is reached by its own name, without any DNS server', () => {
  expect(fromClient(design(), 'SqsEndpoint').verdict).toBe('reachable');
});

test('a private hosted zone is not answered by a public resolver', () => {
  expect(fromClient(design(), app)).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ resource: 'Zone', code: 'unresolved-name' }],
  });
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/no-internet-access.html
test.each([
  ['DN1 the resolver of the VPC, at the address plus two', '10.0.0.2'],
  ['DN3 an inbound endpoint', '10.0.1.10'],
])('%s answers clients as it answers the VPC', (_, server) => {
  const facts = design({ dnsServers: [server] });

  expect(fromClient(facts, sqs)).toMatchObject({
    verdict: 'reachable',
    resolution: { answers: ['10.0.1.0/24'] },
  });
  expect(fromClient(facts, app).verdict).toBe('reachable');
});

test('DN1 the resolver of the VPC has to be authorized, too', () => {
  const facts = design({ dnsServers: ['10.0.0.2'], authorized: [['10.0.1.0/24', null]] });

  expect(fromClient(facts, app)).toMatchObject({
    verdict: 'blocked',
    forward: { disposition: 'unresolved-name' },
    blockedBy: [{ resource: 'Vpn', code: 'not-authorized' }],
  });
});

test('the group of the user counts for DNS queries as well', () => {
  const facts = design({ dnsServers: ['10.0.0.2'], authorized: [['10.0.0.0/16', 'Admins']] });

  expect(fromClient(facts, app).blockedBy[0]?.code).toBe('not-authorized');
  expect(fromClient(facts, app, { group: 'Admins' }).verdict).toBe('reachable');
});

test('DN3 an inbound endpoint that does not admit port 53 answers no client', () => {
  const facts = design({ dnsServers: ['10.0.1.10'] }, 443);

  expect(fromClient(facts, app)).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ resource: 'DnsGroup', code: 'denied-by-security-group' }],
  });
});

test('the second DNS server is asked where the first cannot be reached', () => {
  expect(fromClient(design({ dnsServers: ['10.9.9.9', '10.0.0.2'] }), app).verdict).toBe('reachable');
});

test('a public DNS server is asked beside the tunnel, and with a full tunnel needs a way out', () => {
  const rows = { dnsServers: ['203.0.113.53'], authorized: [['0.0.0.0/0', null]] } as const;

  expect(fromClient(design(rows), sqs)).toMatchObject({ verdict: 'reachable', resolution: { by: null } });
  expect(fromClient(design({ ...rows, splitTunnel: false }), sqs).blockedBy[0]).toMatchObject({
    resource: 'Vpn',
    code: 'no-route',
  });
});

test('a DNS server of one’s own, or one that is not known, answers what nobody can say', () => {
  for (const server of ['10.0.1.5', unknown])
    expect(fromClient(design({ dnsServers: [server] }), app).verdict).toBe('unknown');
});

test('a query to the resolver of the VPC is a flow as any other', () => {
  const ask = (port: number) => fromClient(design(), { address: '10.0.0.2' }, { protocol: 'udp', port });

  expect(ask(53).verdict).toBe('reachable');
  expect(ask(123).verdict).not.toBe('reachable');
});
