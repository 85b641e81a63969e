/** VPN connections at a virtual private gateway, in both directions. */
import { describe, expect, test } from 'vitest';
import { allow, instance, networkAcl, routeTable, securityGroup, subnet, vpc } from '../../../testing/facts';
import {
  customerGateway,
  host,
  instead,
  overVpn,
  site,
  vpnConnection,
  vpnGateway,
  webVpc,
  traceOf,
} from '../../../testing/vpn';

const at = (trace: ReturnType<typeof traceOf>) => trace.forward.steps.map((step) => step.at);

describe('a static VPN connection', () => {
  test('leads to the office and back by its propagated route', () => {
    const trace = traceOf(overVpn, 'Web', 'Office');

    expect(trace).toMatchObject({
      verdict: 'reachable',
      forward: { disposition: 'exits-to-on-premises' },
      return: { disposition: 'delivered' },
    });
    expect(at(trace)).toEqual(['Web', 'Subnet', 'Subnet', 'Vgw', 'Vpn', 'Office']);
    expect(trace.return?.steps.map((step) => step.at)).toEqual(['Vpn', 'Vgw', 'Subnet', 'Web']);
  });

  test.each(['Office', 'Cgw', 'Vpn', { address: '192.168.1.10' }, host])(
    'the office is named by what stands for it: %j',
    (end) => {
      expect(traceOf(overVpn, end, 'Web').verdict).toBe('reachable');
      expect(traceOf(overVpn, 'Web', end).verdict).toBe('reachable');
    },
  );

  // https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
  test('RT3 without propagation or a route the reply finds no way back', () => {
    const facts = instead(overVpn, vpnGateway('Vgw', 'Vpc', { propagatesTo: [] }));

    expect(traceOf(facts, 'Office', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'no-route',
      direction: 'return',
      says: { en: expect.stringContaining('Vgw knows 192.168.0.0/16, and does not propagate it') },
    });
    expect(traceOf(instead(facts, ...webVpc({ '192.168.0.0/16': 'Vgw' })), 'Office', 'Web').verdict).toBe(
      'reachable',
    );
  });

  test('RT3 the routes are propagated to tables of the VPC of the gateway alone', () => {
    const facts = [...overVpn, vpc('Vpc2', '10.2.0.0/16'), routeTable('Table2', 'Vpc2')];
    const far = [
      ...instead(facts, vpnGateway('Vgw', 'Vpc', { propagatesTo: ['Table', 'Table2'] })),
      subnet('Subnet2', 'Vpc2', '10.2.0.0/24', { routeTable: 'Table2' }),
      instance('Web2', 'Subnet2'),
    ];

    expect(traceOf(far, 'Web2', 'Office').blockedBy[0]).toMatchObject({
      resource: 'Table2',
      code: 'no-route',
    });
  });

  test('VG1 a route to the gateway carries only to prefixes that the gateway knows', () => {
    const facts = instead(overVpn, ...webVpc({ '0.0.0.0/0': 'Vgw' }));

    expect(traceOf(facts, 'Web', { address: '172.16.0.1' }).blockedBy[0]).toMatchObject({
      resource: 'Vpn',
      field: 'routes',
      code: 'no-route',
      analyzerCode: 'NO_ROUTE_TO_DESTINATION',
      direction: 'forward',
    });
  });

  test('VG1 a gateway without a VPN connection leads nowhere', () => {
    const facts = [...webVpc({ '192.168.0.0/16': 'Vgw' }), vpnGateway('Vgw', 'Vpc')];

    expect(traceOf(facts, 'Web', { address: '192.168.0.1' }).blockedBy[0]).toMatchObject({
      resource: 'Vgw',
      code: 'no-route',
    });
  });

  test('a gateway that is not attached takes nothing and propagates nothing', () => {
    const facts = instead(overVpn, vpnGateway('Vgw', null));
    const routed = instead(facts, ...webVpc({ '192.168.0.0/16': 'Vgw' }));

    expect(traceOf(facts, 'Office', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Vgw',
      code: 'not-attached',
      direction: 'forward',
    });
    expect(traceOf(routed, 'Web', 'Office').blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'blackhole',
    });
  });

  test('what the gateway is attached to is unknown where it stands outside the design', () => {
    const facts = instead(overVpn, vpnGateway('Vgw', null, { elsewhere: true }));

    expect(traceOf(facts, 'Office', 'Web').verdict).toBe('unknown');
  });

  test('a second gateway cannot be attached', () => {
    const facts = [
      ...instead(overVpn, vpnGateway('Vgw', 'Vpc', { order: 'b' })),
      vpnGateway('First', 'Vpc', { order: 'a' }),
    ];

    expect(traceOf(facts, 'Office', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Vgw',
      code: 'cannot-be-created',
    });
  });

  test('the longest prefix leads, and a static route before one of BGP', () => {
    const facts = [
      ...instead(overVpn, customerGateway('Cgw')),
      customerGateway('Branch', ['192.168.0.0/16', '192.168.7.0/24']),
      vpnConnection('ToBranch', 'Vgw', 'Branch', 'bgp'),
    ];

    expect(at(traceOf(facts, 'Web', { address: '192.168.1.1' }))).toContain('Vpn');
    expect(at(traceOf(facts, 'Web', { address: '192.168.7.1' }))).toContain('ToBranch');
    expect(traceOf(facts, 'Web', { resource: 'Cgw', address: '192.168.7.1' }).blockedBy[0]).toMatchObject({
      resource: 'ToBranch',
      code: 'wrong-owner',
    });
  });

  test('an office that is said to be behind no customer gateway is reached by none', () => {
    const facts = instead(overVpn, site('Office', '192.168.0.0/16'));

    expect(traceOf(facts, 'Office', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Office',
      code: 'no-route',
    });
    expect(traceOf(facts, 'Web', 'Office').blockedBy[0]).toMatchObject({ code: 'wrong-owner' });
  });

  test('a customer gateway without a connection leads nowhere', () => {
    const facts = [...webVpc(), customerGateway('Cgw')];

    for (const [from, to] of [
      ['Cgw', 'Web'],
      ['Web', 'Cgw'],
    ] as const)
      expect(traceOf(facts, from, to).blockedBy[0]).toMatchObject({ resource: 'Cgw', code: 'no-route' });
  });

  test('security groups and network ACLs look at the addresses of the office', () => {
    const closed = instead(
      overVpn,
      securityGroup('Open', 'Vpc', { in: [allow('tcp', 443, '172.16.0.0/12')] }),
    );
    const denied = [
      ...instead(overVpn, subnet('Subnet', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', networkAcl: 'Acl' })),
      networkAcl('Acl', 'Vpc', { out: [] }),
    ];

    expect(traceOf(closed, 'Office', 'Web').blockedBy[0]).toMatchObject({ resource: 'Open' });
    expect(traceOf(denied, 'Office', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      direction: 'return',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
describe('GW2 the route table of the gateway', () => {
  const inspected = [
    ...instead(overVpn, vpnGateway('Vgw', 'Vpc', { routeTable: 'Edge' })),
    subnet('Inspection', 'Vpc', '10.0.8.0/24'),
    instance('Firewall', 'Inspection', { sourceDestinationCheck: false, securityGroups: ['Open'] }),
    routeTable('Edge', 'Vpc', { '10.0.0.0/24': 'Firewall' }),
  ];

  test('leads what comes in through an appliance, without a public address of that', () => {
    const trace = traceOf(instead(inspected, ...webVpc({ '192.168.0.0/16': 'Firewall' })), 'Office', 'Web');

    expect(trace.verdict).toBe('unknown');
    expect(at(trace)).toContain('Firewall');
  });

  test('GW3 replies that miss it are lost', () => {
    expect(traceOf(inspected, 'Office', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Table',
      analyzerCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
    });
  });
});
