/** CV3: a Client VPN endpoint on a transit gateway, without any VPC of its own. */
import { expect, test } from 'vitest';
import { clientVpn, fromClient, type ClientVpnRows } from '../../../testing/clientVpn';
import {
  allow,
  attachment,
  flow,
  instance,
  resolverEndpoint,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  vpc,
  region,
} from '../../../testing/facts';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

/** A VPC on the transit gateway, whose table leads some blocks back there. */
const design = (rows: ClientVpnRows = {}, back: readonly string[] = ['172.20.0.0/22']): readonly Fact[] => [
  transitGateway('Hub', { defaultAssociation: true, defaultPropagation: true }),
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Subnet', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  routeTable('Table', 'Vpc', Object.fromEntries(back.map((block) => [block, 'Hub']))),
  attachment('ToVpc', 'Hub', 'Vpc', ['Subnet']),
  securityGroup('Group', 'Vpc', { in: [allow('tcp', 443, '172.20.0.0/22')] }),
  instance('Server', 'Subnet', { privateIpv4: '10.0.0.9', securityGroups: ['Group'] }),
  ...clientVpn('Vpn', null, [], {
    transitGateway: 'Hub',
    routes: [['10.0.0.0/16', null]],
    authorized: [['10.0.0.0/16', null]],
    ...rows,
  }),
];

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-tgw.html
test('the client keeps its address, which the server’s group admits and its table leads back', () => {
  const { verdict, forward, return: back } = fromClient(design(), 'Server');

  expect(verdict).toBe('reachable');
  expect(forward.steps.map(({ what }) => what).slice(0, 4)).toEqual([
    'authorization',
    'route',
    'gateway',
    'transit-gateway-route',
  ]);
  expect(new Set(forward.steps.map(({ packet }) => packet.source))).toEqual(new Set(['172.20.0.0/22']));
  expect(back?.steps.at(-1)).toMatchObject({ at: 'Vpn', what: 'deliver' });
});

test('VPCs need a return route for the client block', () => {
  expect(fromClient(design({}, []), 'Server').blockedBy[0]).toMatchObject({
    resource: 'Table',
    code: 'no-route',
    direction: 'return',
  });
});

test('routes are not learnt from the transit gateway: each network needs one, and an authorization rule', () => {
  expect(fromClient(design({ routes: [] }), 'Server').blockedBy[0]).toMatchObject({
    resource: 'Vpn',
    code: 'no-route',
  });
  expect(fromClient(design({ authorized: [] }), 'Server').blockedBy[0]).toMatchObject({
    resource: 'Vpn',
    code: 'not-authorized',
  });
});

test('without association or propagation at the transit gateway nothing gets through', () => {
  const closed = (more: Parameters<typeof transitGateway>[1]): readonly Fact[] =>
    design().map((fact) => (fact.fact === 'transit-gateway' ? transitGateway('Hub', more) : fact));

  expect(fromClient(closed({ defaultPropagation: true }), 'Server').blockedBy[0]).toMatchObject({
    resource: 'Vpn',
    analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
  });
  expect(fromClient(closed({ defaultAssociation: true }), 'Server').blockedBy[0]).toMatchObject({
    resource: 'Hub',
    code: 'no-route',
  });
});

test('subnets beside a transit gateway, and a client block that overlaps an attached VPC, are refused', () => {
  const mixed = [
    ...design().filter(({ by }) => by !== 'Vpn'),
    ...clientVpn('Vpn', null, ['Subnet'], { transitGateway: 'Hub' }),
  ];

  expect(fromClient(mixed, 'Server').blockedBy[0]).toMatchObject({
    field: 'transitGateway',
    code: 'cannot-be-created',
  });
  expect(fromClient(design({ clientBlock: '10.0.0.0/20' }), 'Server').blockedBy[0]).toMatchObject({
    field: 'clientCidr',
    code: 'cannot-be-created',
  });
});

test('the address plus two is asked from within a VPC only: clients need an inbound endpoint', () => {
  const facts = (server: string): readonly Fact[] => [
    ...design({ dnsServers: [server], splitTunnel: true }),
    subnet('Second', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', zone: `${region}c` }),
    securityGroup('Dns', 'Vpc', { in: [allow('any', null, '172.20.0.0/22')] }),
    ...resolverEndpoint(
      'Inbound',
      'Vpc',
      'inbound',
      [
        ['Subnet', '10.0.0.10'],
        ['Second', '10.0.1.10'],
      ],
      { securityGroups: ['Dns'] },
    ),
  ];
  const name = { dns: 'ip-10-0-0-9.ap-northeast-1.compute.internal' };

  expect(fromClient(facts('10.0.0.10'), name).verdict).toBe('reachable');
  expect(fromClient(facts('10.0.0.2'), name).verdict).toBe('blocked');
});

test('clients reach one another by a route to their own block', () => {
  const rows: ClientVpnRows = {
    routes: [['172.20.0.0/22', null]],
    authorized: [['172.20.0.0/22', null]],
  };

  expect(fromClient(design(rows), 'Vpn').verdict).toBe('reachable');
});

test('whether a client takes what a VPC sends to it cannot be said', () => {
  const ask = (facts: readonly Fact[]) => compileNetwork(facts).trace(flow('Server', 'Vpn'));

  expect(ask(design()).verdict).toBe('unknown');
  expect(ask(design({}, [])).blockedBy[0]).toMatchObject({ resource: 'Table', code: 'no-route' });
});

test('with split tunnel the internet is reached beside the tunnel', () => {
  expect(fromClient(design({ splitTunnel: true }), { internet: true }).verdict).toBe('reachable');
  expect(fromClient(design(), { internet: true }).blockedBy[0]?.code).toBe('not-authorized');
});
