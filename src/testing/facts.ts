/**
 * Facts as literals, for tests of the engine: each function states what the kind of that name would. What is not said is
 * the usual.
 */
import type {
  AclRow,
  DnsRecord,
  EgressOnlyGatewayFact,
  EndpointServiceFact,
  Fact,
  GatewayEndpointFact,
  GatewayLoadBalancerFact,
  GroupRow,
  GwlbEndpointFact,
  InterfaceEndpointFact,
  InterfaceFact,
  InternetGatewayFact,
  LearntFrom,
  LearntRoutesFact,
  LoadBalancerFact,
  NatGatewayFact,
  NetworkAclFact,
  NetworkFact,
  PeeringFact,
  PrefixListFact,
  ResolverEndpointFact,
  RouteRow,
  RouteTableFact,
  SecurityGroupFact,
  SubnetFact,
  TargetGroupFact,
  TransitGatewayAttachmentFact,
  TransitGatewayFact,
  TransitGatewayRouteTableFact,
  TransitRouteRow,
  UnmodelledFact,
} from '../core/network/facts';
import type { Value } from '../core/model/value';
import type { Query } from '../core/network/trace';

export const region = 'ap-northeast-1';

export function vpc(by: string, block = '10.0.0.0/16', more: Partial<NetworkFact> = {}): NetworkFact {
  return {
    fact: 'network',
    by,
    region,
    blocks: [block],
    ipv6: null,
    dnsSupport: true,
    dnsHostnames: true,
    ...more,
  };
}

export function subnet(
  by: string,
  network: string,
  block: string,
  more: Partial<SubnetFact> = {},
): SubnetFact {
  return {
    fact: 'subnet',
    by,
    network,
    zone: `${region}a`,
    block,
    ipv6: null,
    routeTable: null,
    networkAcl: null,
    ...more,
  };
}

/** Routes as `{ '0.0.0.0/0': 'Igw' }`; the destination is the row's key. */
export function routeTable(
  by: string,
  network: string,
  routes: Readonly<Record<string, RouteRow['target']>> = {},
  more: Partial<RouteTableFact> = {},
): RouteTableFact {
  return {
    fact: 'route-table',
    by,
    network,
    main: false,
    routes: Object.fromEntries(
      Object.entries(routes).map(([destination, target]) => [destination, { destination, target }]),
    ),
    ...more,
  };
}

/** Routes that are propagated into tables, as `{ '192.168.0.0/16': 'static-vpn' }`. */
export function learntRoutes(
  by: string,
  target: string,
  routeTables: readonly string[],
  routes: Readonly<Record<string, LearntFrom>>,
): LearntRoutesFact {
  return {
    fact: 'learnt-routes',
    by,
    target,
    routeTables,
    routes: Object.entries(routes).map(([destination, from]) => ({
      // What only BGP will say is written as a question mark.
      destination: destination === '?' ? unknown : destination,
      from,
    })),
  };
}

/** An instance with one interface; its group allows everything unless groups are named. */
export function instance(by: string, inSubnet: string, more: Partial<InterfaceFact> = {}): InterfaceFact {
  return {
    fact: 'interface',
    by,
    subnet: inSubnet,
    privateIpv4: null,
    ipv6: false,
    publicIpv4: false,
    securityGroups: [],
    sourceDestinationCheck: true,
    clientPorts: [32768, 65535],
    workload: true,
    ...more,
  };
}

export function internetGateway(
  by: string,
  network: string | null,
  more: Partial<InternetGatewayFact> = {},
): InternetGatewayFact {
  return { fact: 'internet-gateway', by, network, ...more };
}

export function egressOnlyGateway(by: string, network: string | null): EgressOnlyGatewayFact {
  return { fact: 'egress-only-gateway', by, network };
}

export function natGateway(by: string, inSubnet: string, more: Partial<NatGatewayFact> = {}): NatGatewayFact {
  return { fact: 'nat-gateway', by, subnet: inSubnet, connectivity: 'public', elasticIp: true, ...more };
}

/** One for all zones; `zones` for those that are listed by hand. */
export function regionalNat(
  by: string,
  network: string,
  zones: NonNullable<NatGatewayFact['regional']>['zones'] = null,
  more: Partial<NatGatewayFact> = {},
): NatGatewayFact {
  return {
    fact: 'nat-gateway',
    by,
    subnet: null,
    connectivity: 'public',
    elasticIp: true,
    regional: { network, zones },
    ...more,
  };
}

/** An accepted peering connection. */
export function peering(
  by: string,
  requester: PeeringFact['requester'],
  accepter: PeeringFact['accepter'],
  more: Partial<PeeringFact> = {},
): PeeringFact {
  return {
    fact: 'peering',
    by,
    requester,
    accepter,
    accepterRegion: null,
    accepted: true,
    answersPeer: { requester: false, accepter: false },
    ...more,
  };
}

/** A transit gateway without default tables, as templates make it. */
export function transitGateway(by: string, more: Partial<TransitGatewayFact> = {}): TransitGatewayFact {
  return {
    fact: 'transit-gateway',
    by,
    region,
    defaultAssociation: false,
    defaultPropagation: false,
    securityGroupReferencing: false,
    dnsSupport: true,
    ...more,
  };
}

type NetworkTarget = Extract<TransitGatewayAttachmentFact['to'], { readonly is: 'network' }>;

/** The attachment of a VPC to a transit gateway. */
export function attachment(
  by: string,
  gateway: TransitGatewayAttachmentFact['transitGateway'],
  network: string | null,
  subnets: readonly string[],
  more: Partial<NetworkTarget> = {},
): TransitGatewayAttachmentFact {
  return {
    fact: 'transit-gateway-attachment',
    by,
    transitGateway: gateway,
    to: {
      is: 'network',
      network,
      subnets,
      applianceMode: false,
      ipv6: false,
      securityGroupReferencing: true,
      dnsSupport: true,
      ...more,
    },
  };
}

/** The two attachments of a peering between transit gateways. */
export function transitPeering(
  by: string,
  gateway: string,
  peer: Extract<TransitGatewayAttachmentFact['to'], { readonly is: 'transit-gateway' }>['peer'],
  accepted: boolean | typeof unknown = true,
): TransitGatewayAttachmentFact[] {
  const side = (own: string, other: typeof peer): TransitGatewayAttachmentFact => ({
    fact: 'transit-gateway-attachment',
    by,
    transitGateway: own,
    to: { is: 'transit-gateway', peer: other, accepted },
  });
  return typeof peer === 'string' ? [side(gateway, peer), side(peer, gateway)] : [side(gateway, peer)];
}

/** Routes as `{ '0.0.0.0/0': 'AttachmentC' }`; `null` is a blackhole. */
export function transitTable(
  by: string,
  gateway: string | null,
  rows: {
    readonly routes?: Readonly<Record<string, TransitRouteRow['attachment']>>;
    readonly associations?: TransitGatewayRouteTableFact['associations'];
    readonly propagations?: TransitGatewayRouteTableFact['propagations'];
    readonly isDefault?: boolean;
  } = {},
): TransitGatewayRouteTableFact {
  return {
    fact: 'transit-gateway-route-table',
    by,
    transitGateway: gateway,
    isDefault: rows.isDefault ?? false,
    routes: Object.fromEntries(
      Object.entries(rows.routes ?? {}).map(([destination, to]) => [
        destination,
        { destination, attachment: to },
      ]),
    ),
    associations: rows.associations ?? [],
    propagations: rows.propagations ?? [],
  };
}

export function gatewayEndpoint(
  by: string,
  network: string,
  service: string,
  routeTables: readonly string[],
  more: Partial<GatewayEndpointFact> = {},
): GatewayEndpointFact {
  return {
    fact: 'gateway-endpoint',
    by,
    network,
    service: `com.amazonaws.${region}.${service}`,
    routeTables,
    ...more,
  };
}

/** An interface endpoint with a network interface in each of the subnets. */
export function interfaceEndpoint(
  by: string,
  network: string,
  service: string,
  subnets: readonly string[],
  more: Partial<InterfaceEndpointFact> & { readonly securityGroups?: readonly string[] } = {},
): Fact[] {
  const { securityGroups = [], ...rest } = more;
  return [
    {
      fact: 'interface-endpoint',
      by,
      network,
      service: `com.amazonaws.${region}.${service}`,
      privateDns: true,
      ...rest,
    },
    ...subnets.map((inSubnet) =>
      instance(by, inSubnet, { securityGroups, clientPorts: [1024, 65535], workload: false }),
    ),
  ];
}

/** A Gateway Load Balancer endpoint whose service the design does not show, unless a load balancer is named. */
export function gwlbEndpoint(
  by: string,
  network: string,
  inSubnet: string,
  more: Partial<GwlbEndpointFact> = {},
): GwlbEndpointFact {
  return {
    fact: 'gwlb-endpoint',
    by,
    network,
    subnet: inSubnet,
    provider: null,
    accepted: true,
    dualStack: false,
    ...more,
  };
}

export function gatewayLoadBalancer(
  by: string,
  network: string,
  subnets: readonly string[],
  targets: readonly GatewayLoadBalancerFact['targets'][string]['target'][],
  more: Partial<GatewayLoadBalancerFact> = {},
): GatewayLoadBalancerFact {
  return {
    fact: 'gateway-load-balancer',
    by,
    network,
    subnets,
    crossZone: false,
    targets: keyed(targets.map((target) => ({ target }))),
    ...more,
  };
}

type LoadBalancerOptions = Partial<LoadBalancerFact> & {
  readonly securityGroups?: readonly string[] | null;
  /** A fixed private address for each subnet that has one. */
  readonly fixed?: Readonly<Record<string, string>>;
};

/** A Network Load Balancer with a node in each of the subnets; listeners as `{ 'TCP 80': 'Group' }`. */
export function networkLoadBalancer(
  by: string,
  network: string,
  subnets: readonly string[],
  listeners: Readonly<Record<string, string | null>>,
  more: LoadBalancerOptions = {},
): Fact[] {
  return loadBalancer(by, network, subnets, listeners, { securityGroups: null, ...more });
}

export function applicationLoadBalancer(
  by: string,
  network: string,
  subnets: readonly string[],
  listeners: Readonly<Record<string, string | null>>,
  more: LoadBalancerOptions = {},
): Fact[] {
  return loadBalancer(by, network, subnets, listeners, { type: 'application', crossZone: true, ...more });
}

function loadBalancer(
  by: string,
  network: string,
  subnets: readonly string[],
  listeners: Readonly<Record<string, string | null>>,
  { securityGroups = [], fixed = {}, ...more }: LoadBalancerOptions,
): Fact[] {
  const fact: LoadBalancerFact = {
    fact: 'load-balancer',
    by,
    network,
    type: 'network',
    scheme: 'internal',
    crossZone: false,
    filtersPrivateLink: true,
    listeners: Object.fromEntries(
      Object.entries(listeners).map(([text, group]) => {
        const [protocol = '', port = ''] = text.split(' ');
        return [text, { protocol, port: Number(port), targetGroup: group, others: [] }];
      }),
    ),
    ...more,
  };
  return [
    fact,
    ...subnets.map((inSubnet) =>
      instance(by, inSubnet, {
        securityGroups,
        privateIpv4: fixed[inSubnet] ?? null,
        publicIpv4: fact.scheme === 'internet-facing',
        clientPorts: [1024, 65535],
        workload: false,
      }),
    ),
  ];
}

/** An endpoint service that accepts every connection, for whoever its own account is. */
export function endpointService(
  by: string,
  loadBalancers: readonly string[],
  more: Partial<EndpointServiceFact> = {},
): EndpointServiceFact {
  return {
    fact: 'endpoint-service',
    by,
    region,
    acceptanceRequired: false,
    loadBalancers,
    principals: [],
    ...more,
  };
}

/** Targets by the names of resources, or as addresses; of instances, unless another type is said. */
export function targetGroup(
  by: string,
  network: string | null,
  targets: readonly string[],
  more: Partial<TargetGroupFact> = {},
): TargetGroupFact {
  return {
    fact: 'target-group',
    by,
    network,
    type: 'instance',
    protocol: 'TCP',
    port: 80,
    family: 4,
    targets: Object.fromEntries(
      targets.map((target) => [
        target,
        { target: /^[\d.]+$/.test(target) ? target : { ref: target }, port: null, zone: '' },
      ]),
    ),
    preservesClientIp: null,
    crossZone: null,
    ...more,
  };
}

/** A private hosted zone with records as `{ 'db.example.com A': '10.0.0.5' }`; a resource is named as `{ alias }`. */
export function hostedZone(
  by: string,
  networks: readonly string[],
  domain: Value<string>,
  records: Readonly<
    Record<string, string | { readonly alias: string } | { readonly aliasName: string }>
  > = {},
): Fact[] {
  const rows: Record<string, DnsRecord> = {};
  for (const [row, to] of Object.entries(records)) {
    const [name = '', type = 'A'] = row.split(' ');
    rows[row] = {
      name,
      type,
      leads: typeof to === 'string' ? { values: to.split(',').map((text) => text.trim()) } : to,
      standby: row.endsWith('standby'),
    };
  }
  return (networks.length === 0 ? [null] : networks).map((network) => ({
    fact: 'hosted-zone',
    by,
    network,
    domain,
    records: rows,
  }));
}

/** A Resolver endpoint with an interface for each `[subnet, address]`. */
export function resolverEndpoint(
  by: string,
  network: string,
  direction: 'inbound' | 'outbound',
  addresses: readonly (readonly [string, string | null])[],
  more: {
    readonly securityGroups?: readonly string[];
    readonly addresses?: ResolverEndpointFact['addresses'];
  } = {},
): Fact[] {
  const { securityGroups = [], addresses: family = 'ipv4' } = more;
  return [
    { fact: 'resolver-endpoint', by, network, direction, addresses: family },
    ...addresses.map(([inSubnet, privateIpv4]) =>
      instance(by, inSubnet, { privateIpv4, securityGroups, clientPorts: [1024, 65535], workload: false }),
    ),
  ];
}

/** A rule that forwards to the targets through an outbound endpoint; a system rule where there is none. */
export function resolverRule(
  by: string,
  networks: readonly string[],
  domain: Value<string>,
  forward: { readonly endpoint: Value<string | null>; readonly targets: readonly Value<string>[] } | null,
): Fact[] {
  return (networks.length === 0 ? [null] : networks).map((network) => ({
    fact: 'resolver-rule',
    by,
    network,
    domain,
    does: forward === null ? 'system' : 'forward',
    endpoint: forward?.endpoint ?? null,
    targets: keyed((forward?.targets ?? []).map((address) => ({ address, port: 53 }))),
  }));
}

/** A row of a security group: `allow('tcp', 443, '10.0.0.0/16')`; a group is named as `{ ref }`. */
export function allow(
  protocol: GroupRow['protocol'],
  ports: number | readonly [number, number] | null,
  peer: GroupRow['peer'],
): GroupRow {
  const [fromPort, toPort] =
    ports === null ? [null, null] : typeof ports === 'number' ? [ports, ports] : ports;
  return { protocol, fromPort, toPort, peer };
}

export function securityGroup(
  by: string,
  network: string,
  rows: { readonly in?: readonly GroupRow[]; readonly out?: readonly GroupRow[] } = {},
): SecurityGroupFact {
  const { in: inbound = [], out: outbound = [allow('any', null, '0.0.0.0/0')] } = rows;
  return { fact: 'security-group', by, network, inbound: keyed(inbound), outbound: keyed(outbound) };
}

/** A prefix list of IPv4 blocks, with room for just these. */
export function prefixList(
  by: string,
  blocks: readonly PrefixListFact['entries'][string]['block'][],
  more: Partial<PrefixListFact> = {},
): PrefixListFact {
  const entries = keyed(blocks.map((block) => ({ block })));
  return { fact: 'prefix-list', by, family: 4, maxEntries: blocks.length, entries, ...more };
}

/** A row of a network ACL: `aclRow(100, 'allow', 'tcp', 443, '0.0.0.0/0')`. */
export function aclRow(
  number: AclRow['number'],
  action: AclRow['action'],
  protocol: AclRow['protocol'] = 'any',
  ports: number | readonly [number, number] | null = null,
  block: AclRow['block'] = '0.0.0.0/0',
): AclRow {
  const [fromPort, toPort] =
    ports === null ? [null, null] : typeof ports === 'number' ? [ports, ports] : ports;
  return { number, action, protocol, fromPort, toPort, block };
}

export function networkAcl(
  by: string,
  network: string,
  rows: { readonly in?: readonly AclRow[]; readonly out?: readonly AclRow[] },
  more: Partial<NetworkAclFact> = {},
): NetworkAclFact {
  const everything = [aclRow(100, 'allow')];
  return {
    fact: 'network-acl',
    by,
    network,
    isDefault: false,
    inbound: keyed(rows.in ?? everything),
    outbound: keyed(rows.out ?? everything),
    ...more,
  };
}

export function onPremises(by: string, block = '192.168.0.0/16', dnsServers: readonly string[] = []): Fact {
  return { fact: 'on-premises', by, blocks: [block], dnsServers };
}

/** Something that is not modelled and bears on another resource. */
export function unmodelled(
  by: string,
  on: string,
  effect: UnmodelledFact['effect'] | Exclude<UnmodelledFact['effect']['is'], 'names'>,
): UnmodelledFact {
  return {
    fact: 'unmodelled',
    by,
    on,
    effect: typeof effect === 'string' ? { is: effect } : effect,
    says: { en: `${by} is not modelled`, ja: `${by} はモデル化されていません` },
  };
}

export function awsService(by: string, name: string, inRegion = region): Fact {
  return { fact: 'service', by, service: name, region: inRegion };
}

/** TCP 443, unless something else is said. */
export function flow(
  from: Query['from'] | string,
  to: Query['to'] | string,
  more: Partial<Query> = {},
): Query {
  const end = (given: Query['from'] | string): Query['from'] =>
    typeof given !== 'string' ? given : given === 'internet' ? { internet: true } : { resource: given };
  return { from: end(from), to: end(to), protocol: 'tcp', port: 443, sourcePort: null, ...more };
}

export const unknown = {
  unknown: { en: 'a parameter without a default', ja: '既定値のないパラメータ' },
} as const;

function keyed<Row>(rows: readonly Row[]): Readonly<Record<string, Row>> {
  return Object.fromEntries(rows.map((row, index) => [`r${index + 1}`, row]));
}
