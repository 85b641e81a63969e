/** What an office reaches in and beyond a VPC over a VPN connection at its virtual private gateway. */
import { describe, expect, test } from 'vitest';
import {
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkLoadBalancer,
  peering,
  resolverEndpoint,
  routeTable,
  subnet,
  targetGroup,
  vpc,
} from '../../../testing/facts';
import { instead, overVpn, vpnConnection, webVpc, traceOf } from '../../../testing/vpn';

describe('nothing beyond the VPC is reached over its VPN', () => {
  test('PX1 a peer of the VPC, in either direction', () => {
    const facts = [
      ...instead(overVpn, ...webVpc({ '10.9.0.0/16': 'Peering' })),
      vpc('Peer', '10.9.0.0/16'),
      subnet('PeerSubnet', 'Peer', '10.9.0.0/24', { routeTable: 'PeerTable' }),
      routeTable('PeerTable', 'Peer', { '192.168.0.0/16': 'Peering', '10.0.0.0/16': 'Peering' }),
      instance('Far', 'PeerSubnet'),
      peering('Peering', 'Vpc', 'Peer'),
    ];

    expect(traceOf(facts, 'Office', 'Far').blockedBy[0]).toMatchObject({
      resource: 'Vgw',
      code: 'gateway-rejects',
      analyzerCode: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
    });
    expect(traceOf(facts, 'Far', 'Office').blockedBy[0]).toMatchObject({
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
  });

  test('NG3, GE4 the internet, and a service behind a gateway endpoint', () => {
    const facts = [
      ...overVpn,
      internetGateway('Igw', 'Vpc'),
      subnet('Public', 'Vpc', '10.0.9.0/24', { routeTable: 'PublicTable' }),
      routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      natGateway('Nat', 'Public'),
      gatewayEndpoint('S3', 'Vpc', 's3', ['Table']),
    ];

    for (const to of ['internet', { service: 's3' }, { address: '8.8.8.8' }] as const)
      expect(traceOf(facts, 'Office', to).blockedBy[0], JSON.stringify(to)).toMatchObject({
        resource: 'Vgw',
        analyzerCode: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      });
    expect(traceOf(facts, 'Office', 'Nat').verdict).toBe('blocked');
  });

  test('IE1 an interface endpoint is', () => {
    const facts = [
      ...overVpn,
      ...interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['Subnet'], { securityGroups: ['Open'] }),
    ];

    expect(traceOf(facts, 'Office', 'Ssm').verdict).toBe('reachable');
  });

  test('IE3 names lead to an interface endpoint by an inbound Resolver endpoint', () => {
    const facts = [
      ...overVpn,
      ...interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['Subnet'], { securityGroups: ['Open'] }),
      ...resolverEndpoint(
        'Inbound',
        'Vpc',
        'inbound',
        [
          ['Subnet', '10.0.0.20'],
          ['Subnet', '10.0.0.21'],
        ],
        {
          securityGroups: ['Open'],
        },
      ),
    ];

    expect(traceOf(facts, 'Office', { service: 'ssm' })).toMatchObject({
      verdict: 'reachable',
      resolution: { by: 'Inbound' },
    });
    expect(traceOf(facts, 'Cgw', { service: 'ssm' }).verdict).toBe('reachable');
  });

  test('LB2 a load balancer hands the office’s packets on to its targets, and the replies find back', () => {
    const facts = [
      ...overVpn,
      ...networkLoadBalancer('Nlb', 'Vpc', ['Subnet'], { 'TCP 443': 'Targets' }),
      targetGroup('Targets', 'Vpc', ['Web']),
    ];

    expect(traceOf(facts, 'Office', 'Nlb').verdict).toBe('reachable');
  });

  test('DN1 the resolver of the VPC', () => {
    expect(
      traceOf(overVpn, 'Office', { address: '10.0.0.2' }, { protocol: 'udp', port: 53 }).blockedBy[0],
    ).toMatchObject({
      resource: 'Vgw',
      code: 'gateway-rejects',
      says: { en: expect.stringContaining('answers inside Vpc only') },
    });
  });

  test('an address of the VPC that nobody has', () => {
    const facts = instead(overVpn, ...webVpc());

    expect(traceOf(facts, 'Office', { address: '10.0.5.5' }).blockedBy[0]).toMatchObject({
      code: 'no-such-host',
    });
  });

  test('VG1 the reply to a client of the internet finds no way back', () => {
    const facts = [
      ...instead(
        instead(overVpn, ...webVpc({ '0.0.0.0/0': 'Vgw' })),
        instance('Web', 'Subnet', {
          privateIpv4: '10.0.0.10',
          securityGroups: ['Open'],
          publicIpv4: true,
        }),
      ),
      internetGateway('Igw', 'Vpc'),
    ];

    expect(traceOf(facts, 'internet', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Vpn',
      code: 'no-route',
      direction: 'return',
    });
  });

  test('the internet behind a default route of the office is not in the design', () => {
    const facts = instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', ['0.0.0.0/0']));

    expect(traceOf(facts, 'Web', 'internet').verdict).toBe('unknown');
    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('reachable');
  });
});
