/** VPN connections at a virtual private gateway, in both directions. */
import { describe, expect, test } from 'vitest';
import {
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  networkLoadBalancer,
  peering,
  resolverEndpoint,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  allow,
  unknown,
  unmodelled,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import {
  customerGateway,
  instead,
  webVpc,
  overVpn,
  site,
  vpnConnection,
  vpnGateway,
} from '../../../testing/vpn';

const host = { resource: 'Cgw', address: '192.168.1.10' } as const;
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

describe('BGP', () => {
  const bgp = instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', 'bgp'));

  test('what it tells is not in the design', () => {
    expect(traceOf(bgp, 'Web', 'Office')).toMatchObject({
      verdict: 'unknown',
      unknowns: [{ en: 'which prefixes Cgw announces over BGP is not in the design' }],
    });
    expect(traceOf(bgp, host, 'Web').verdict).toBe('unknown');
    expect(traceOf(bgp, 'Web', { address: '192.168.1.10' }).verdict).toBe('unknown');
    expect(
      traceOf(
        bgp.filter(({ by }) => by !== 'Office'),
        'Cgw',
        'Web',
      ).verdict,
    ).toBe('unknown');
  });

  test('a static row of the table does not say that the gateway knows the prefix', () => {
    const facts = instead(
      instead(bgp, vpnGateway('Vgw', 'Vpc', { propagatesTo: [] })),
      ...webVpc({ '192.168.0.0/16': 'Vgw' }),
    );

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('unknown');
    expect(traceOf(facts, { address: '192.168.1.10' }, 'Web').verdict).toBe('unknown');
  });

  test('what is blocked for certain is blocked all the same', () => {
    const facts = instead(bgp, securityGroup('Open', 'Vpc', { in: [] }));

    expect(traceOf(facts, host, 'Web')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Open' }],
    });
  });

  test('prefixes that the customer gateway is said to announce are known', () => {
    const facts = instead(bgp, customerGateway('Cgw', ['192.168.0.0/16']));

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('reachable');
    expect(traceOf(facts, 'Cgw', 'Web').verdict).toBe('reachable');
    expect(traceOf(facts, 'Web', { address: '172.16.0.1' }).verdict).toBe('blocked');
  });

  test('a connection of which nobody says where it ends may be that of the gateway', () => {
    const facts = instead(
      instead(overVpn, ...webVpc({ '192.168.0.0/16': 'Vgw' })),
      vpnConnection('Vpn', unknown, 'Cgw', ['192.168.0.0/16']),
    );

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('unknown');
    expect(traceOf(facts, 'Office', 'Web').verdict).toBe('unknown');
  });

  test('whether routes are static may be unknown', () => {
    const facts = instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', [], { staticOnly: unknown }));

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe('unknown');
  });

  // https://docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html
  test('sites reach one another over one gateway', () => {
    const hub = (second: 'bgp' | readonly string[]) => [
      ...instead(bgp, customerGateway('Cgw', ['192.168.0.0/16'])),
      customerGateway('Branch', ['172.16.0.0/16']),
      vpnConnection('ToBranch', 'Vgw', 'Branch', second),
    ];

    expect(traceOf(hub('bgp'), 'Office', 'Branch').verdict).toBe('reachable');
    expect(traceOf(hub(['172.16.0.0/16']), 'Office', 'Branch').verdict).toBe('unknown');
  });

  test('Direct Connect at the gateway may tell of any prefix', () => {
    const facts = [...overVpn, unmodelled('Dx', 'Vgw', 'learnt-routes')];

    expect(traceOf(facts, 'Web', { address: '172.16.0.1' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'Web', 'Office')).toMatchObject({
      verdict: 'reachable',
      unknowns: [{ en: expect.stringContaining('assumed not to be announced by Direct Connect') }],
    });
  });

  test('a site whose prefixes are not known is not taken to have those of another one', () => {
    const facts = [...overVpn, customerGateway('Branch'), vpnConnection('ToBranch', 'Vgw', 'Branch', 'bgp')];
    const open = instead(facts, vpnConnection('Vpn', 'Vgw', 'Cgw', ['0.0.0.0/0']));

    expect(traceOf(facts, 'Web', 'Office')).toMatchObject({
      verdict: 'reachable',
      unknowns: [{ en: expect.stringContaining('assumed not to be announced by ToBranch') }],
    });
    expect(traceOf(facts, 'Web', { resource: 'Branch', address: '172.16.0.1' }).verdict).toBe('unknown');
    expect(traceOf(open, 'Web', { resource: 'Branch', address: '172.16.0.1' }).verdict).toBe('unknown');
  });
});

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

describe('what AWS does not create', () => {
  test.each([
    ['no gateway', { gateway: null }, 'Vpn', 'gateway'],
    ['no customer gateway', { customerGateway: null }, 'Vpn', 'customerGateway'],
    ['VG1 IPv6 at a virtual private gateway', { family: 6 }, 'Vpn', 'ipVersion'],
    ['private tunnels at a virtual private gateway', { isPrivate: true }, 'Vpn', 'outsideAddress'],
  ] as const)('a connection with %s', (_, more, resource, field) => {
    const facts = instead(overVpn, vpnConnection('Vpn', 'Vgw', 'Cgw', ['192.168.0.0/16'], more));

    const [block] = traceOf(facts, 'Vpn', 'Web').blockedBy;
    expect(block).toMatchObject({ resource, field, code: 'cannot-be-created' });
  });

  test('a device whose address the tunnels do not reach', () => {
    const facts = instead(
      overVpn,
      customerGateway('Cgw', [], '10.1.1.1'),
      ...webVpc({ '192.168.0.0/16': 'Vgw' }),
    );

    expect(traceOf(facts, 'Office', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Cgw',
      field: 'ip',
      analyzerCode: 'BAD_STATE_VPN',
    });
    expect(traceOf(facts, 'Web', 'Office').blockedBy[0]).toMatchObject({
      resource: 'Cgw',
      analyzerCode: 'BAD_STATE_VPN',
    });
  });
});

describe('the blocks that tunnels are negotiated for', () => {
  test.each([
    ['customerBlock', '192.168.0.0/17', 'reachable'],
    ['customerBlock', '192.168.128.0/17', 'blocked'],
    ['awsBlock', '10.0.0.0/24', 'reachable'],
    ['awsBlock', '10.0.1.0/24', 'blocked'],
    ['awsBlock', unknown, 'unknown'],
  ] as const)('%s %j', (field, block, verdict) => {
    const facts = instead(
      overVpn,
      vpnConnection('Vpn', 'Vgw', 'Cgw', ['192.168.0.0/16'], { [field]: block }),
    );

    expect(traceOf(facts, 'Web', 'Office').verdict).toBe(verdict);
    expect(traceOf(facts, 'Office', 'Web').verdict).toBe(verdict);
  });
});
