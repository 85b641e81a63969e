/** VPN connections as facts, and designs with them that several tests begin with. */
import type {
  CustomerGatewayFact,
  Fact,
  RouteRow,
  VpnConnectionFact,
  VpnGatewayFact,
} from '../core/network/facts';
import { askBoth } from './reference/both';
import { allow, flow, instance, routeTable, securityGroup, subnet, vpc } from './facts';

/** A virtual private gateway that propagates to `Table`. */
export function vpnGateway(
  by: string,
  network: string | null,
  more: Partial<VpnGatewayFact> = {},
): VpnGatewayFact {
  return { fact: 'vpn-gateway', by, network, propagatesTo: ['Table'], ...more };
}

export function customerGateway(
  by: string,
  announces: CustomerGatewayFact['announces'] = [],
  address: CustomerGatewayFact['address'] = '203.0.113.1',
): CustomerGatewayFact {
  return { fact: 'customer-gateway', by, address, announces };
}

/** A static one with its routes, or one that uses BGP. */
export function vpnConnection(
  by: string,
  gateway: VpnConnectionFact['gateway'],
  device: VpnConnectionFact['customerGateway'],
  routes: readonly string[] | 'bgp',
  more: Partial<VpnConnectionFact> = {},
): VpnConnectionFact {
  const rows = routes === 'bgp' ? [] : routes;
  return {
    fact: 'vpn-connection',
    by,
    gateway,
    customerGateway: device,
    family: 4,
    staticOnly: routes !== 'bgp',
    routes: Object.fromEntries(rows.map((destination) => [destination, { destination }])),
    customerBlock: null,
    awsBlock: null,
    isPrivate: false,
    ...more,
  };
}

/** The attachment that a VPN connection is to a transit gateway. */
export function vpnAttachment(by: string, gateway: string): Fact {
  return {
    fact: 'transit-gateway-attachment',
    by,
    transitGateway: gateway,
    to: { is: 'resource', resource: by },
  };
}

/** A network on premises behind customer gateways. */
export function site(by: string, block: string, ...customerGateways: readonly string[]): Fact {
  return { fact: 'on-premises', by, blocks: [block], customerGateways };
}

/** A VPC with a web server whose group lets everything in, in a subnet with `Table`. */
export function webVpc(routes: Readonly<Record<string, RouteRow['target']>> = {}): readonly Fact[] {
  return [
    vpc('Vpc', '10.0.0.0/16'),
    subnet('Subnet', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
    routeTable('Table', 'Vpc', routes),
    securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
    instance('Web', 'Subnet', { privateIpv4: '10.0.0.10', securityGroups: ['Open'] }),
  ];
}

/** A static VPN connection to an office, the routes of which are propagated. */
export const overVpn: readonly Fact[] = [
  ...webVpc(),
  vpnGateway('Vgw', 'Vpc'),
  customerGateway('Cgw'),
  vpnConnection('Vpn', 'Vgw', 'Cgw', ['192.168.0.0/16']),
  site('Office', '192.168.0.0/16', 'Cgw'),
];

/** A host in that office. */
export const host = { resource: 'Cgw', address: '192.168.1.10' } as const;

/** The facts with some of them replaced by others of the same resources, and with further ones. */
export function instead(facts: readonly Fact[], ...others: readonly Fact[]): readonly Fact[] {
  const replaced = new Set(others.map(({ by, fact }) => `${by} ${fact}`));
  return [...facts.filter(({ by, fact }) => !replaced.has(`${by} ${fact}`)), ...others];
}

export function traceOf(facts: readonly Fact[], ...question: Parameters<typeof flow>) {
  return askBoth(facts, flow(...question));
}
