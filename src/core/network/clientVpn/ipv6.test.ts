/**
 * IPv6 through a Client VPN endpoint: AWS gives the client an address of the associated subnet, and translates nothing.
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/ipv6-considerations.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoint-create.html
 */
import { describe, expect, test } from 'vitest';
import { clientVpn, type ClientVpnRows } from '../../../testing/clientVpn';
import {
  allow,
  attachment,
  flow,
  instance,
  internetGateway,
  region,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  unknown,
  vpc,
} from '../../../testing/facts';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';
import type { End, Query } from '../trace';

interface Given extends ClientVpnRows {
  readonly vpcIpv6?: string;
  readonly vpnSubnetIpv6?: string | null;
  readonly serverAdmits?: string;
  readonly vpnRoutes?: Readonly<Record<string, string>>;
}

/** A server and the endpoint in two subnets of a dual-stack VPC. */
const design = ({
  vpcIpv6 = '2001:db8::/56',
  vpnSubnetIpv6 = '2001:db8::/64',
  serverAdmits = '::/0',
  vpnRoutes = {},
  ...rows
}: Given = {}): readonly Fact[] => [
  vpc('Vpc', '10.0.0.0/16', { ipv6: vpcIpv6 }),
  internetGateway('Igw', 'Vpc'),
  subnet('VpnSubnet', 'Vpc', '10.0.0.0/24', { routeTable: 'VpnTable', ipv6: vpnSubnetIpv6 }),
  routeTable('VpnTable', 'Vpc', vpnRoutes),
  subnet('ServerSubnet', 'Vpc', '10.0.1.0/24', { ipv6: '2001:db8:0:1::/64' }),
  securityGroup('ServerGroup', 'Vpc', { in: [allow('tcp', 443, serverAdmits)] }),
  instance('Server', 'ServerSubnet', { ipv6: true, securityGroups: ['ServerGroup'] }),
  ...clientVpn('Vpn', 'Vpc', ['VpnSubnet'], {
    addresses: 'dualstack',
    authorized: [['::/0', null]],
    ...rows,
  }),
];

/** The reference does not follow clients over IPv6. */
const fromClient = (facts: readonly Fact[], to: string | End, more: Partial<Query> = {}) =>
  compileNetwork(facts).trace(flow('Vpn', to, more));

describe('CV1: a client over IPv6', () => {
  test('is authorized, routed, and appears in the VPC under its own address', () => {
    const { verdict, forward, return: back } = fromClient(design(), 'Server');

    expect(verdict).toBe('reachable');
    expect(
      forward.steps.slice(0, 3).map(({ what, because, packet }) => [what, because.row, packet.source]),
    ).toEqual([
      ['authorization', '::/0 → all users', '2001:db8::/64'],
      ['route', 'Vpc → VpnSubnet', '2001:db8::/64'],
      ['gateway', null, '2001:db8::/64'],
    ]);
    expect(forward.steps.map(({ what }) => what)).not.toContain('translate');
    expect(back?.steps.at(-1)).toMatchObject({
      at: 'Vpn',
      what: 'deliver',
      packet: { destination: '2001:db8::/64' },
    });
  });

  test('is recognised by the block of the associated subnet, and by the security group of the endpoint', () => {
    const own = [...design({ serverAdmits: '2001:db8::/64' })];
    const other = [...design({ serverAdmits: '2001:db8:0:9::/64' })];
    const byGroup = [
      ...design({ securityGroups: ['VpnGroup'] }).filter(({ by }) => by !== 'ServerGroup'),
      securityGroup('VpnGroup', 'Vpc', { out: [allow('any', null, '::/0')] }),
      securityGroup('ServerGroup', 'Vpc', { in: [allow('tcp', 443, { ref: 'VpnGroup' })] }),
    ];

    expect(fromClient(own, 'Server').verdict).toBe('reachable');
    expect(fromClient(other, 'Server').blockedBy[0]).toMatchObject({
      resource: 'ServerGroup',
      code: 'denied-by-security-group',
    });
    expect(fromClient(byGroup, 'Server').verdict).toBe('reachable');
  });

  test('needs an authorization rule for IPv6', () => {
    expect(
      fromClient(design({ addresses: 'ipv6', authorized: [['0.0.0.0/0', null]] }), 'Server').blockedBy[0],
    ).toMatchObject({
      resource: 'Vpn',
      code: 'not-authorized',
    });
  });

  test('goes out to the internet by a route of the endpoint and one of the subnet, without any public IPv4 address', () => {
    const out = (routes: NonNullable<ClientVpnRows['routes']>, vpnRoutes: Readonly<Record<string, string>>) =>
      fromClient(design({ addresses: 'ipv6', routes, vpnRoutes }), {
        internet: true,
        address: '2001:4860:4860::8888',
      });

    expect(out([['::/0', 'VpnSubnet']], { '::/0': 'Igw' })).toMatchObject({
      verdict: 'reachable',
      forward: { disposition: 'exits-to-internet' },
    });
    expect(out([], { '::/0': 'Igw' }).blockedBy[0]).toMatchObject({ resource: 'Vpn', code: 'no-route' });
    expect(out([['::/0', 'VpnSubnet']], {}).blockedBy[0]).toMatchObject({
      resource: 'VpnTable',
      code: 'no-route',
    });
  });

  test('may be one with a given address, which has to be of the associated subnet', () => {
    const from = (address: string, facts = design()) =>
      fromClient(facts, 'Server', { from: { resource: 'Vpn', address } });

    expect(from('2001:db8::77').verdict).toBe('reachable');
    expect(from('2001:db8::77', design({ serverAdmits: '2001:db8::77/128' })).verdict).toBe('reachable');
    expect(from('2001:db8::77', design({ serverAdmits: '2001:db8::78/128' })).verdict).toBe('blocked');
    expect(from('2001:db8:0:1::77').verdict).toBe('blocked');
    expect(from('2001:db8::77', design({ addresses: 'ipv4' })).verdict).toBe('blocked');
  });

  test('works as well with a block that Amazon assigns', () => {
    const facts = [
      ...design().filter(({ by }) => !['Vpc', 'VpnSubnet', 'ServerSubnet'].includes(by)),
      vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
      subnet('VpnSubnet', 'Vpc', '10.0.0.0/24', { routeTable: 'VpnTable', ipv6: 0 }),
      subnet('ServerSubnet', 'Vpc', '10.0.1.0/24', { ipv6: 1 }),
    ];

    expect(fromClient(facts, 'Server').verdict).toBe('reachable');
  });
});

test('an endpoint for IPv4 alone carries no IPv6, and one for IPv6 alone no IPv4', () => {
  const four = fromClient(design({ addresses: 'ipv4' }), { address: '2001:db8:0:1::9' });
  const six = fromClient(design({ addresses: 'ipv6', authorized: [['0.0.0.0/0', null]] }), {
    address: '10.0.1.9',
  });

  expect(four.verdict).toBe('blocked');
  expect(four.blockedBy[0]).toMatchObject({ resource: 'Vpn', field: 'traffic' });
  expect(six.verdict).toBe('blocked');
});

test('an associated subnet without IPv6 is refused for IPv6 traffic, and not for IPv4 traffic', () => {
  const facts = (addresses: ClientVpnRows['addresses']) =>
    design({
      vpnSubnetIpv6: null,
      ...(addresses === undefined ? {} : { addresses }),
      authorized: [
        ['0.0.0.0/0', null],
        ['::/0', null],
      ],
      serverAdmits: '0.0.0.0/0',
    });

  for (const addresses of ['dualstack', 'ipv6'] as const)
    expect(fromClient(facts(addresses), 'Server').blockedBy[0], addresses).toMatchObject({
      resource: 'Vpn',
      field: 'traffic',
      code: 'cannot-be-created',
    });
  expect(fromClient(facts('ipv4'), 'Server').verdict).toBe('reachable');
});

test('IPv4 traffic needs a client block, and IPv6 traffic alone takes none', () => {
  const facts = (addresses: 'ipv6' | 'dualstack' | 'ipv4') => design({ addresses, clientBlock: '' });

  for (const addresses of ['dualstack', 'ipv4'] as const)
    expect(fromClient(facts(addresses), 'Server').blockedBy[0], addresses).toMatchObject({
      field: 'clientCidr',
      code: 'cannot-be-created',
    });
  expect(fromClient(facts('ipv6'), 'Server').verdict).toBe('reachable');
});

describe('what AWS’s guide leaves open is unknown', () => {
  test('which traffic a parameter chooses', () => {
    expect(fromClient(design({ addresses: unknown }), 'Server').verdict).toBe('unknown');
  });

  test('whether anybody may begin connections to clients over IPv6, as nobody may over IPv4', () => {
    const ask = (facts: readonly Fact[]) => compileNetwork(facts).trace(flow('Server', 'Vpn'));

    expect(ask(design()).verdict).toBe('unknown');
    expect(ask(design({ addresses: 'ipv4' })).blockedBy[0]?.code).toBe('translation-refused');
    expect(compileNetwork(design()).trace(flow('Server', { address: '2001:db8::9' })).verdict).not.toBe(
      'reachable',
    );
  });

  test('how clients reach one another', () => {
    expect(fromClient(design({ addresses: 'ipv6' }), 'Vpn').verdict).toBe('unknown');
  });

  test('which IPv6 addresses clients have through a transit gateway', () => {
    const facts = [
      transitGateway('Hub', { defaultAssociation: true, defaultPropagation: true }),
      vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
      subnet('Subnet', 'Vpc', '10.0.0.0/24', {
        routeTable: 'Table',
        ipv6: '2001:db8::/64',
        zone: `${region}a`,
      }),
      routeTable('Table', 'Vpc', { '::/0': 'Hub' }),
      attachment('ToVpc', 'Hub', 'Vpc', ['Subnet']),
      securityGroup('Group', 'Vpc', { in: [allow('any', null, '::/0')] }),
      instance('Server', 'Subnet', { ipv6: true, securityGroups: ['Group'] }),
      ...clientVpn('Vpn', null, [], {
        addresses: 'ipv6',
        transitGateway: 'Hub',
        routes: [['::/0', null]],
        authorized: [['::/0', null]],
      }),
    ];

    expect(fromClient(facts, 'Server').verdict).toBe('unknown');
  });
});
