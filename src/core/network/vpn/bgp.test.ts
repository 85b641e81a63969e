/** What BGP tells of VPN connections, and of what it tells nothing is known: which ways packets may take then. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../facts';
import {
  attachment,
  internetGateway,
  routeTable,
  subnet,
  transitGateway,
  transitTable,
  vpc,
} from '../../../testing/facts';
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
} from '../../../testing/vpn';

const at = (trace: ReturnType<typeof traceOf>) => trace.forward.steps.map((step) => step.at);

// https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
describe('VG1 a virtual private gateway with connections of which one is not known', () => {
  const withDefault = [
    ...instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', ['0.0.0.0/0'])),
    customerGateway('Branch'),
    vpnConnection('ToBranch', 'Vgw', 'Branch', 'bgp'),
    site('Depot', '172.16.0.0/16', 'Branch'),
  ];

  test('takes a default route as far as BGP tells of nothing longer', () => {
    expect(traceOf(withDefault, 'Web', 'Office').verdict).toBe('unknown');
    expect(traceOf(withDefault, 'Web', 'Depot').verdict).toBe('unknown');
    expect(traceOf(withDefault, 'Web', { resource: 'Cgw', address: '10.9.0.1' }).verdict).toBe('unknown');
  });

  test('is told of no IPv6 prefix, so that an address of that kind has no route for certain', () => {
    const facts = [
      ...instead(
        instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', 'bgp')),
        vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
        subnet('Subnet', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', ipv6: '2001:db8::/64' }),
      ),
    ].map((fact) => (fact.fact === 'interface' ? { ...fact, ipv6: true, securityGroups: null } : fact));

    expect(traceOf(facts, 'Web', { address: '2001:4860::1' }).blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'no-route',
    });
    expect(traceOf(facts, 'Web', { address: '172.16.0.1' }).verdict).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html
describe('from one site to another over one virtual private gateway', () => {
  const hub = (first: 'bgp' | readonly string[], announced: readonly string[]): readonly Fact[] => [
    ...webVpc(),
    vpnGateway('Vgw', 'Vpc'),
    customerGateway('Cgw', ['192.168.0.0/16']),
    vpnConnection('Vpn', 'Vgw', 'Cgw', first),
    site('Office', '192.168.0.0/16', 'Cgw'),
    customerGateway('Branch', announced),
    vpnConnection('ToBranch', 'Vgw', 'Branch', 'bgp'),
    site('Depot', '172.16.0.0/16', 'Branch'),
  ];

  test('is the way where both have announced themselves', () => {
    expect(traceOf(hub('bgp', ['172.16.0.0/16']), 'Office', 'Depot').verdict).toBe('reachable');
    expect(traceOf(hub('bgp', ['172.17.0.0/16']), 'Office', 'Depot').blockedBy[0]).toMatchObject({
      resource: 'Vgw',
      code: 'gateway-rejects',
    });
  });

  test('may be the way where nobody says what the other one announces', () => {
    expect(traceOf(hub('bgp', []), 'Office', 'Depot').verdict).toBe('unknown');
    expect(traceOf(hub('bgp', []), 'Depot', 'Office').verdict).toBe('unknown');
  });

  test('is not described where a connection is static, and does not get back where nothing leads there', () => {
    expect(traceOf(hub(['192.168.0.0/16'], ['172.16.0.0/16']), 'Office', 'Depot').verdict).toBe('unknown');
    expect(traceOf(hub(['10.9.0.0/16'], ['172.16.0.0/16']), 'Office', 'Depot').blockedBy[0]).toMatchObject({
      resource: 'Vgw',
      code: 'gateway-rejects',
      direction: 'return',
    });
  });

  test('takes either of two connections that have announced the same', () => {
    const facts = [
      ...hub('bgp', ['172.16.0.0/16']),
      vpnConnection('Second', 'Vgw', 'Branch', 'bgp', { customerBlock: '172.16.128.0/17' }),
    ];

    expect(traceOf(facts, 'Office', 'Depot').verdict).toBe('unknown');
  });
});

/** A VPC and an office with two connections at one transit gateway. */
const twice = (
  first: readonly string[],
  second: Parameters<typeof vpnConnection>[4] = {},
): readonly Fact[] => [
  ...webVpc({ '192.168.0.0/16': 'Tgw' }),
  transitGateway('Tgw', { defaultAssociation: true, defaultPropagation: true }),
  attachment('ToVpc', 'Tgw', 'Vpc', ['Subnet']),
  customerGateway('Cgw', first),
  vpnConnection('One', 'Tgw', 'Cgw', 'bgp'),
  vpnAttachment('One', 'Tgw'),
  vpnConnection('Two', 'Tgw', 'Cgw', 'bgp', second),
  vpnAttachment('Two', 'Tgw'),
  site('Office', '192.168.0.0/16', 'Cgw'),
];

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html
describe('TG3 two connections that tell a transit gateway of one prefix', () => {
  test('both lead to the office, whichever of them a packet takes', () => {
    const trace = traceOf(twice(['192.168.0.0/16']), 'Web', 'Office');

    expect(trace.verdict).toBe('reachable');
    expect(traceOf(twice(['192.168.0.0/16']), 'Office', 'Web').verdict).toBe('reachable');
  });

  test('one of which carries other blocks only make it a matter of luck', () => {
    expect(traceOf(twice(['192.168.0.0/16'], { customerBlock: '10.0.0.0/8' }), 'Web', 'Office').verdict).toBe(
      'unknown',
    );
  });
});

describe('TG3 what BGP tells a transit gateway of and the design does not say', () => {
  const table = (routes: Readonly<Record<string, string>>): Fact =>
    transitTable('TgwTable', 'Tgw', {
      associations: ['ToVpc', 'One', 'Two'],
      propagations: ['ToVpc', 'One', 'Two'],
      routes,
    });

  test('does not matter where a static route leads to the same customer gateway', () => {
    const facts = [...twice([]), table({ '192.168.0.0/16': 'Two' })];

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('reachable');
    expect(
      traceOf(
        instead(facts, vpnConnection('One', 'Tgw', 'Cgw', 'bgp', { awsBlock: '10.1.0.0/16' })),
        'Web',
        'Office',
      ).verdict,
    ).toBe('unknown');
  });

  test('leaves open at which of two sites an address is', () => {
    const facts = [
      ...instead(twice(['192.168.0.0/16']), vpnConnection('Two', 'Tgw', 'Branch', 'bgp')),
      customerGateway('Branch'),
    ];

    expect(traceOf(facts, 'Web', { address: '192.168.1.1' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('unknown');
  });

  test('is looked at as if it were the way, and not where the tunnels carry the other IP version', () => {
    const open = traceOf(twice([]), 'Web', 'Office');
    const six = instead(
      twice([]),
      vpnConnection('One', 'Tgw', 'Cgw', 'bgp', { family: 6 }),
      vpnConnection('Two', 'Tgw', 'Cgw', 'bgp', { family: 6 }),
    );

    expect(open.verdict).toBe('unknown');
    expect(at(open)).toContain('One');
    expect(traceOf(six, 'Web', 'Office').blockedBy[0]).toMatchObject({ resource: 'Tgw', code: 'no-route' });
  });

  test('is not taken to hold a public address that a route leads elsewhere', () => {
    const facts = [
      ...instead(twice([]), ...webVpc({ '0.0.0.0/0': 'Tgw' })),
      table({ '0.0.0.0/0': 'ToEgress' }),
      vpc('Egress', '10.8.0.0/16'),
      subnet('EgressSubnet', 'Egress', '10.8.0.0/24', { routeTable: 'EgressTable' }),
      routeTable('EgressTable', 'Egress', { '0.0.0.0/0': 'Igw' }),
      internetGateway('Igw', 'Egress'),
      attachment('ToEgress', 'Tgw', 'Egress', ['EgressSubnet']),
    ];

    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).blockedBy[0]).toMatchObject({
      resource: 'EgressTable',
    });
  });
});
