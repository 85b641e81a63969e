/**
 * The examples of AWS's Site-to-Site VPN guide, and what that of transit gateways says of VPN connections, asked of the
 * engine and of the slow reference at once: which routes have priority, and what a virtual private gateway does not carry.
 */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../core/network/facts';
import {
  attachment,
  instance,
  internetGateway,
  routeTable,
  subnet,
  transitGateway,
  transitTable,
  vpc,
} from '../facts';
import {
  customerGateway,
  instead,
  overVpn,
  site,
  traceOf,
  vpnAttachment,
  vpnConnection,
  vpnGateway,
  webVpc,
} from '../vpn';

const at = (trace: ReturnType<typeof traceOf>) => trace.forward.steps.map((step) => step.at);

// https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
describe('RT3, RT7 route tables and the routes of a VPN connection', () => {
  const office = (prefix: string, routes: Readonly<Record<string, string>> = {}): readonly Fact[] => [
    ...webVpc(routes),
    internetGateway('Igw', 'Vpc'),
    vpnGateway('Vgw', 'Vpc'),
    customerGateway('Cgw'),
    vpnConnection('Vpn', 'Vgw', 'Cgw', [prefix]),
    site('Office', prefix, 'Cgw'),
  ];

  test('a static route to the internet gateway beats the propagated one for the same block', () => {
    const both = office('172.31.0.0/24', { '172.31.0.0/24': 'Igw' });

    expect(traceOf(office('172.31.0.0/24'), 'Web', 'Office').verdict).toBe('reachable');
    expect(traceOf(both, 'Web', 'Office').verdict).toBe('blocked');
    expect(at(traceOf(both, 'Web', 'Office'))).not.toContain('Vgw');
  });

  test('the local route beats a propagated one that is more specific', () => {
    const facts = [
      ...office('10.0.1.0/24'),
      subnet('Second', 'Vpc', '10.0.1.0/24', { routeTable: 'Table' }),
      instance('Db', 'Second', { securityGroups: ['Open'] }),
    ];

    expect(traceOf(facts, 'Web', 'Db').verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('blocked');
  });

  test('the most specific route decides, whether it is propagated or not', () => {
    const facts = office('172.31.0.0/24', { '172.31.0.0/16': 'Igw' });

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('reachable');
  });

  test('without propagation a route is written by hand', () => {
    const by = (routes: Readonly<Record<string, string>>): readonly Fact[] =>
      instead(office('172.31.0.0/24', routes), vpnGateway('Vgw', 'Vpc', { propagatesTo: [] }));

    expect(traceOf(by({ '172.31.0.0/24': 'Vgw' }), 'Web', 'Office').verdict).toBe('reachable');
    expect(traceOf(by({}), 'Web', 'Office').verdict).toBe('blocked');
  });
});

// https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
describe('VG1 a virtual private gateway', () => {
  const twoSites: readonly Fact[] = [
    ...instead(overVpn, customerGateway('Cgw', ['192.168.0.0/16'])),
    customerGateway('Branch', ['192.168.0.0/16', '192.168.8.0/24']),
    vpnConnection('ToBranch', 'Vgw', 'Branch', 'bgp'),
    site('Depot', '192.168.8.0/24', 'Branch'),
  ];

  test('prefers a static route to one of BGP for the same prefix, and a longer one to both', () => {
    expect(traceOf(twoSites, 'Web', { resource: 'Cgw', address: '192.168.1.1' }).verdict).toBe('reachable');
    expect(traceOf(twoSites, 'Web', { resource: 'Branch', address: '192.168.1.1' }).verdict).toBe('blocked');
    expect(traceOf(twoSites, 'Web', 'Depot').verdict).toBe('reachable');
  });

  test('carries only what is for a prefix that it has been told of, or for its VPC', () => {
    const facts = instead(overVpn, ...webVpc({ '0.0.0.0/0': 'Vgw' }));

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { address: '172.16.0.1' }).verdict).toBe('blocked');
    expect(traceOf(facts, 'Office', { address: '10.9.0.1' }).verdict).toBe('blocked');
  });

  test('does not carry IPv6', () => {
    const facts = instead(
      overVpn,
      vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
      subnet('Subnet', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', ipv6: '2001:db8::/64' }),
      routeTable('Table', 'Vpc', { 'fd00:1::/32': 'Vgw' }),
      instance('Web', 'Subnet', { ipv6: true, securityGroups: null }),
      customerGateway('Cgw', ['fd00:1::/32']),
      vpnConnection('Vpn', 'Vgw', 'Cgw', 'bgp'),
      site('Office', 'fd00:1::/32', 'Cgw'),
    );

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('blocked');
    expect(traceOf(facts, 'Office', 'Web').verdict).toBe('blocked');
  });
});

// https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
describe('TG3 the priority of routes to VPN connections at a transit gateway', () => {
  const facts = (
    routes: Readonly<Record<string, string>>,
    more: { isPrivate?: boolean } = {},
  ): readonly Fact[] => [
    ...webVpc({ '192.168.0.0/16': 'Tgw' }),
    transitGateway('Tgw'),
    attachment('ToVpc', 'Tgw', 'Vpc', ['Subnet']),
    transitTable('TgwTable', 'Tgw', {
      associations: ['ToVpc', 'One', 'Two'],
      propagations: ['ToVpc', 'One', 'Two'],
      routes,
    }),
    ...['One', 'Two'].flatMap((name): Fact[] => [
      customerGateway(
        `Cgw ${name}`,
        ['192.168.0.0/16'],
        more.isPrivate === true && name === 'Two' ? '10.9.9.9' : '203.0.113.1',
      ),
      vpnConnection(name, 'Tgw', `Cgw ${name}`, 'bgp', name === 'Two' ? more : {}),
      vpnAttachment(name, 'Tgw'),
      site(`Site ${name}`, '192.168.0.0/16', `Cgw ${name}`),
    ]),
  ];

  test('the most specific one, then a static one, before what is propagated', () => {
    expect(traceOf(facts({ '192.168.0.0/16': 'Two' }), 'Web', 'Site Two').verdict).toBe('reachable');
    expect(traceOf(facts({ '192.168.0.0/16': 'Two' }), 'Web', 'Site One').verdict).toBe('blocked');
    expect(traceOf(facts({ '192.168.0.0/8': 'Two' }), 'Web', 'Site Two').verdict).toBe('unknown');
  });

  test('a private connection over Direct Connect before one over the internet', () => {
    expect(traceOf(facts({}, { isPrivate: true }), 'Web', 'Site Two').verdict).toBe('reachable');
    expect(traceOf(facts({}, { isPrivate: true }), 'Web', 'Site One').verdict).toBe('blocked');
    expect(traceOf(facts({}), 'Web', 'Site One').verdict).toBe('unknown');
  });
});
