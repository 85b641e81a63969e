/**
 * What kinds tell the engine. A fact names resources by id and never says what kind they are: the engine knows networks,
 * route tables and gateways, not boxes. When no fact can express a behaviour, a fact is added here first.
 *
 * All facts are plain data. `by` is the resource that states it, and the one a trace blames.
 */
import type { Family } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { Peer, Rows } from '../catalog/field';
import type { ResourceId, RuleProtocol } from '../model/document';
import type { Value } from '../model/value';

export type Fact =
  | NetworkFact
  | SubnetFact
  | RouteTableFact
  | LearntRoutesFact
  | NetworkAclFact
  | SecurityGroupFact
  | PrefixListFact
  | InterfaceFact
  | InternetGatewayFact
  | PublicAccessBlockFact
  | EgressOnlyGatewayFact
  | NatGatewayFact
  | PeeringFact
  | TransitGatewayFact
  | TransitGatewayAttachmentFact
  | TransitGatewayRouteTableFact
  | VpnGatewayFact
  | VpnConnectionFact
  | CustomerGatewayFact
  | ClientVpnFact
  | GatewayEndpointFact
  | InterfaceEndpointFact
  | EndpointServiceFact
  | GwlbEndpointFact
  | GatewayLoadBalancerFact
  | LoadBalancerFact
  | TargetGroupFact
  | RegistrationFact
  | ServiceFact
  | InternetFact
  | OnPremisesFact
  | HostedByAwsFact
  | HostedZoneFact
  | ResolverEndpointFact
  | ResolverRuleFact
  | UnmodelledFact;

interface FactBase {
  readonly by: ResourceId;
  /** Its ordering key in the diagram: of two things that cannot both be, AWS is taken to refuse the later one. */
  readonly order?: string;
}

/** A VPC: address space, and whether it answers names. */
export interface NetworkFact extends FactBase {
  readonly fact: 'network';
  readonly region: string;
  /** IPv4 CIDR blocks, the primary one first. What AWS does not take as one carries no traffic. */
  readonly blocks: readonly Value<string>[];
  /** The keys of the rows that the blocks after the first are from, so that a trace can name them. */
  readonly blockRows?: readonly string[];
  /** An IPv6 block, 'assigned' for one that AWS gives (the engine takes a representative /56), or null. */
  readonly ipv6: Value<string> | 'assigned' | null;
  readonly dnsSupport: Value<boolean>;
  readonly dnsHostnames: Value<boolean>;
  /** What it is allowed where VPC Block Public Access is on. Absent: nothing. */
  readonly publicAccess?: Value<PublicAccessExclusion>;
  /** The DNS servers that its DHCP options give instead of Amazon's resolver. Absent or empty: that resolver. */
  readonly dnsServers?: readonly Value<string>[];
  /**
   * It is there already, and the design shows a part of it: somebody may have changed the main route table, the default
   * network ACL and the default security group that are not drawn.
   */
  readonly isExisting?: boolean;
}

export interface SubnetFact extends FactBase {
  readonly fact: 'subnet';
  readonly network: ResourceId | null;
  /** The Availability Zone's name; empty when nobody said (CloudFormation lets AWS choose). */
  readonly zone: Value<string>;
  readonly block: Value<string>;
  /** An IPv6 block, the number of the /64 within the network's assigned /56, or null. */
  readonly ipv6: Value<string> | number | null;
  /** The associated table and ACL; null: the network's main table, its default ACL. */
  readonly routeTable: Value<ResourceId | null>;
  readonly networkAcl: Value<ResourceId | null>;
  /** Beside what its network is allowed; the more generous counts. */
  readonly publicAccess?: Value<PublicAccessExclusion>;
}

export interface RouteTableFact extends FactBase {
  readonly fact: 'route-table';
  readonly network: ResourceId | null;
  readonly main: boolean;
  /** The local routes and those of gateway endpoints are the engine's own; they are not listed. */
  readonly routes: Rows<RouteRow>;
}

export interface RouteRow {
  readonly destination: Value<Peer>;
  /** Null: the target is gone, a blackhole. */
  readonly target: Value<ResourceId | null>;
}

/**
 * Routes that nobody wrote: they are propagated into route tables by something that has learnt them, a virtual private
 * gateway say. They lead to `target`.
 */
export interface LearntRoutesFact extends FactBase {
  readonly fact: 'learnt-routes';
  readonly routeTables: readonly ResourceId[];
  readonly target: ResourceId;
  readonly routes: readonly LearntRoute[];
}

export interface LearntRoute {
  /** A CIDR block; unknown for what only BGP will say. */
  readonly destination: Value<string>;
  readonly from: LearntFrom;
}

/** Whom a propagated route was learnt from, the one that is preferred for the same destination first (RT3). */
export const learntFrom = ['direct-connect', 'static-vpn', 'bgp-vpn'] as const;
export type LearntFrom = (typeof learntFrom)[number];

export interface NetworkAclFact extends FactBase {
  readonly fact: 'network-acl';
  readonly network: ResourceId | null;
  readonly isDefault: boolean;
  readonly inbound: Rows<AclRow>;
  readonly outbound: Rows<AclRow>;
}

export interface AclRow {
  /** 1–32766; the lowest that matches decides. */
  readonly number: Value<number>;
  readonly action: Value<'allow' | 'deny'>;
  readonly protocol: Value<RuleProtocol>;
  /** Null: every port. For ICMP and ICMPv6 the two are type and code: every type, every code. */
  readonly fromPort: Value<number | null>;
  readonly toPort: Value<number | null>;
  readonly block: Value<string>;
}

export interface SecurityGroupFact extends FactBase {
  readonly fact: 'security-group';
  readonly network: ResourceId | null;
  readonly inbound: Rows<GroupRow>;
  readonly outbound: Rows<GroupRow>;
}

export interface GroupRow {
  readonly protocol: Value<RuleProtocol>;
  readonly fromPort: Value<number | null>;
  readonly toPort: Value<number | null>;
  readonly peer: Value<Peer>;
}

/** A prefix list of the account's own: blocks that routes and security-group rules name together. */
export interface PrefixListFact extends FactBase {
  readonly fact: 'prefix-list';
  readonly family: Value<4 | 6>;
  /** AWS makes no list with more entries. */
  readonly maxEntries: Value<number>;
  readonly entries: Rows<{ readonly block: Value<string> }>;
}

/** An elastic network interface of a workload. A workload in several subnets states one for each. */
export interface InterfaceFact extends FactBase {
  readonly fact: 'interface';
  readonly subnet: ResourceId | null;
  /** Beside no subnet: why it has one all the same that the design does not show, such as one of a default VPC. */
  readonly elsewhere?: Words;
  /** For one in no subnet: the network it belongs to. */
  readonly network?: ResourceId | null;
  /** A fixed private address; null: any free address of the subnet. */
  readonly privateIpv4: Value<string | null>;
  /** The field that holds it. Absent: `privateIp`. */
  readonly privateIpv4Field?: string;
  /** Fixed private addresses that it has besides, by the field that holds each. A public address belongs to the first one. */
  readonly otherPrivateIpv4?: Readonly<Record<string, Value<string>>>;
  /** Whether it has an IPv4 address. Absent: where its subnet has any. */
  readonly ipv4?: Value<boolean>;
  /** Whether it has an IPv6 address of its subnet. */
  readonly ipv6: Value<boolean>;
  readonly publicIpv4: Value<boolean>;
  /** Empty: the network's default group (from itself in, everything out). Null: no group filters it. */
  readonly securityGroups: readonly ResourceId[] | null;
  readonly sourceDestinationCheck: Value<boolean>;
  /** The source ports its clients use, all of which must pass: [32768, 65535] for instances. */
  readonly clientPorts: readonly [number, number];
  /** Whether it can be the start or the end of a flow by itself. */
  readonly workload: boolean;
  /** Whether a machine has it. Absent: it is part of whatever states it. */
  readonly attached?: Value<boolean>;
  /** Whether it sends for others, and takes nothing but replies. Absent: no. */
  readonly outboundOnly?: boolean;
}

export interface InternetGatewayFact extends FactBase {
  readonly fact: 'internet-gateway';
  /** Null: detached. */
  readonly network: ResourceId | null;
  /** The table that says where what it takes in goes (a gateway route table); absent: to whoever has the address. */
  readonly routeTable?: Value<ResourceId | null>;
}

/** VPC Block Public Access, for all networks of a Region. */
export interface PublicAccessBlockFact extends FactBase {
  readonly fact: 'public-access-block';
  readonly region: string;
  readonly mode: Value<PublicAccessMode>;
}

export const publicAccessModes = ['off', 'block-bidirectional', 'block-ingress'] as const;
export type PublicAccessMode = (typeof publicAccessModes)[number];

/** From the strictest to the most generous. */
export const publicAccessExclusions = ['none', 'allow-egress', 'allow-bidirectional'] as const;
export type PublicAccessExclusion = (typeof publicAccessExclusions)[number];

export interface EgressOnlyGatewayFact extends FactBase {
  readonly fact: 'egress-only-gateway';
  readonly network: ResourceId | null;
}

export interface NatGatewayFact extends FactBase {
  readonly fact: 'nat-gateway';
  readonly subnet: ResourceId | null;
  readonly connectivity: Value<'public' | 'private'>;
  /** A public one without an Elastic IP cannot be created. */
  readonly elasticIp: Value<boolean>;
  /** A regional one, which stands in no subnet. Absent: it is one of the zone of its subnet. */
  readonly regional?: RegionalNat;
}

export interface RegionalNat {
  readonly network: ResourceId | null;
  /** The Availability Zones that it serves; null: AWS sees to it that these are all. */
  readonly zones: readonly Value<string>[] | null;
}

/** A VPC peering connection: the network that asked for it, and the one that was asked. */
export interface PeeringFact extends FactBase {
  readonly fact: 'peering';
  readonly requester: Value<ResourceId | null>;
  /** Null: it is not in the design, being another account's, say. */
  readonly accepter: Value<ResourceId | null>;
  /** The Region of the accepter; null: the one that its network is drawn in. */
  readonly accepterRegion: Value<string | null>;
  readonly accepted: Value<boolean>;
  /** Whether a side's public host names are answered with its private addresses when the other side asks (PX2). */
  readonly answersPeer: { readonly requester: Value<boolean>; readonly accepter: Value<boolean> };
}

/** A transit gateway: a router between what is attached to it. */
export interface TransitGatewayFact extends FactBase {
  readonly fact: 'transit-gateway';
  readonly region: string;
  /** Whether attachments that no table names use the default route table, and tell it their blocks. */
  readonly defaultAssociation: Value<boolean>;
  readonly defaultPropagation: Value<boolean>;
  readonly securityGroupReferencing: Value<boolean>;
  /** Whether public host names of an attached VPC are answered with private addresses in the others. */
  readonly dnsSupport: Value<boolean>;
}

/**
 * What is attached to a transit gateway. Routes, associations and propagations name the resource that states it; one that
 * joins two transit gateways states an attachment of each.
 */
export interface TransitGatewayAttachmentFact extends FactBase {
  readonly fact: 'transit-gateway-attachment';
  readonly transitGateway: Value<ResourceId | null>;
  readonly to: AttachmentTarget;
}

export type AttachmentTarget =
  | {
      readonly is: 'network';
      readonly network: ResourceId | null;
      /** One for each Availability Zone at most. */
      readonly subnets: readonly ResourceId[];
      readonly applianceMode: Value<boolean>;
      readonly ipv6: Value<boolean>;
      readonly securityGroupReferencing: Value<boolean>;
      readonly dnsSupport: Value<boolean>;
    }
  | {
      readonly is: 'transit-gateway';
      /** The one on the other side; null: it is not in the design. */
      readonly peer: Value<ResourceId | null>;
      readonly accepted: Value<boolean>;
    }
  /** Something whose behaviour says what it is to a transit gateway (`Behaviour.transit`): a VPN connection, say. */
  | { readonly is: 'resource'; readonly resource: ResourceId };

export interface TransitGatewayRouteTableFact extends FactBase {
  readonly fact: 'transit-gateway-route-table';
  readonly transitGateway: ResourceId | null;
  /** Whether it is the default table, which the transit gateway has anyway. */
  readonly isDefault: boolean;
  readonly routes: Rows<TransitRouteRow>;
  /** The attachments whose packets it decides for. */
  readonly associations: readonly Value<ResourceId | null>[];
  /** The attachments whose blocks are among its routes. */
  readonly propagations: readonly Value<ResourceId | null>[];
}

export interface TransitRouteRow {
  readonly destination: Value<string>;
  /** Null: a blackhole. */
  readonly attachment: Value<ResourceId | null>;
}

/** A virtual private gateway: the end of VPN connections at a VPC. */
export interface VpnGatewayFact extends FactBase {
  readonly fact: 'vpn-gateway';
  /** Null: it is attached to none. */
  readonly network: ResourceId | null;
  /** Beside no network: whether it exists already, so that the design does not show what it is attached to. */
  readonly elsewhere?: boolean;
  /** The table that says where what it takes in goes; absent: to whoever has the address. */
  readonly routeTable?: Value<ResourceId | null>;
  /** The route tables into which it puts the routes that it knows. */
  readonly propagatesTo: readonly ResourceId[];
}

/** A Site-to-Site VPN connection. One that ends at a transit gateway states its attachment to that as well. */
export interface VpnConnectionFact extends FactBase {
  readonly fact: 'vpn-connection';
  /** A virtual private gateway or a transit gateway. */
  readonly gateway: Value<ResourceId | null>;
  readonly customerGateway: Value<ResourceId | null>;
  /** What its tunnels carry. */
  readonly family: Value<Family>;
  /** Whether its routes are written down; otherwise BGP tells both sides. */
  readonly staticOnly: Value<boolean>;
  readonly routes: Rows<{ readonly destination: Value<string> }>;
  /** It carries what is between these blocks; null: between any. */
  readonly customerBlock: Value<string | null>;
  readonly awsBlock: Value<string | null>;
  /** Whether its tunnels run between private addresses, over Direct Connect. */
  readonly isPrivate: Value<boolean>;
}

/** The device at the other end of VPN connections: whoever is behind it is on premises. */
export interface CustomerGatewayFact extends FactBase {
  readonly fact: 'customer-gateway';
  /** Its address outside the tunnels. */
  readonly address: Value<string>;
  /** What it announces over BGP. Empty: nobody said. */
  readonly announces: readonly Value<string>[];
}

/**
 * A Client VPN endpoint: clients outside AWS that send by way of the subnets associated with it. The network interfaces that
 * stand for them there are `InterfaceFact`s of the same resource, with `workload: false`, one for each association.
 */
export interface ClientVpnFact extends FactBase {
  readonly fact: 'client-vpn';
  /** Null: that of its subnets. */
  readonly network: ResourceId | null;
  /** The block that clients get their IPv4 addresses from; empty where they get none. */
  readonly clientBlock: Value<string>;
  /** Whether clients send into the tunnel only what its routes cover. */
  readonly splitTunnel: Value<boolean>;
  /** Those that clients ask instead of their own. */
  readonly dnsServers: readonly Value<string>[];
  readonly associations: Rows<{ readonly subnet: Value<ResourceId | null> }>;
  /** Besides those to the network of its subnets. */
  readonly routes: Rows<ClientVpnRoute>;
  readonly authorizations: Rows<ClientVpnAuthorization>;
  /** The transit gateway that it is associated with instead of subnets. */
  readonly transitGateway: Value<ResourceId | null>;
  readonly addresses: Value<AddressType>;
}

export interface ClientVpnRoute {
  readonly destination: Value<string>;
  /** Null: to the other clients. */
  readonly subnet: Value<ResourceId | null>;
}

export interface ClientVpnAuthorization {
  readonly destination: Value<string>;
  /** Null: all users. */
  readonly group: Value<string | null>;
}

export interface GatewayEndpointFact extends FactBase {
  readonly fact: 'gateway-endpoint';
  readonly network: ResourceId | null;
  /** The full service name: `com.amazonaws.ap-northeast-1.s3`. */
  readonly service: Value<string>;
  readonly routeTables: readonly ResourceId[];
  /** Which addresses of the service it leads to. Absent: IPv4. */
  readonly addresses?: Value<AddressType>;
}

/** The addresses that an endpoint works with. */
export type AddressType = 'ipv4' | 'ipv6' | 'dualstack';

/** Its network interfaces are `InterfaceFact`s of the same resource, with `workload: false`. */
export interface InterfaceEndpointFact extends FactBase {
  readonly fact: 'interface-endpoint';
  readonly network: ResourceId | null;
  readonly service: Value<string>;
  /** The Region that it asks for the service in (IE6). Absent: its own. */
  readonly serviceRegion?: Value<string>;
  readonly privateDns: Value<boolean>;
  /** Whether private DNS answers inbound Resolver endpoints only. Absent: the service's default, which is yes for S3. */
  readonly privateDnsOnlyForInboundResolver?: Value<boolean>;
  /** The endpoint service that it is for, where the design has it. */
  readonly provider?: Value<ResourceId | null>;
  /** Whether the provider has accepted the connection. */
  readonly accepted?: Value<boolean>;
  /** The account that it is in, where that is another than the provider's. */
  readonly account?: Value<string>;
}

/** A service of somebody's own, for endpoints of others: load balancers that stand behind it. */
export interface EndpointServiceFact extends FactBase {
  readonly fact: 'endpoint-service';
  readonly region: string;
  readonly acceptanceRequired: Value<boolean>;
  readonly loadBalancers: readonly ResourceId[];
  /** Who may make endpoints for it besides its own account: ARNs, account numbers, or `*`. */
  readonly principals: readonly Value<string>[];
}

/** An endpoint that hands what routes lead to it to the appliances behind a Gateway Load Balancer, and sends on what they return. */
export interface GwlbEndpointFact extends FactBase {
  readonly fact: 'gwlb-endpoint';
  readonly network: ResourceId | null;
  readonly subnet: ResourceId | null;
  /** The endpoint service that it is for, or the load balancer behind it; null where the design has neither. */
  readonly provider: Value<ResourceId | null>;
  /** Whether the provider has accepted the connection, where its service requires that. */
  readonly accepted: Value<boolean>;
  /** Whether it carries IPv6 besides IPv4. */
  readonly dualStack: Value<boolean>;
}

export interface GatewayLoadBalancerFact extends FactBase {
  readonly fact: 'gateway-load-balancer';
  readonly network: ResourceId | null;
  /** It has a node in each. */
  readonly subnets: readonly ResourceId[];
  /** Whether a node sends to appliances of other zones as well. */
  readonly crossZone: Value<boolean>;
  /** The appliances: resources or addresses. */
  readonly targets: Rows<{ readonly target: Value<Peer> }>;
}

/** A load balancer. Its nodes are `InterfaceFact`s of the same resource, one for each subnet, with `workload: false`. */
export interface LoadBalancerFact extends FactBase {
  readonly fact: 'load-balancer';
  readonly network: ResourceId | null;
  readonly type: 'network' | 'application';
  readonly scheme: Value<'internal' | 'internet-facing'>;
  /** Whether a node sends to targets of other zones as well, where the target group does not say. */
  readonly crossZone: Value<boolean>;
  /** Whether its security groups are asked about what comes over PrivateLink. */
  readonly filtersPrivateLink: Value<boolean>;
  readonly listeners: Rows<ListenerRow>;
}

export interface ListenerRow {
  /** As AWS words it: `TCP`, `TCP_UDP`, `HTTPS`. */
  readonly protocol: Value<string>;
  readonly port: Value<number>;
  /** Where its default action sends requests; null: to no target group. */
  readonly targetGroup: Value<ResourceId | null>;
  /** Where its rules send some of the requests. */
  readonly others: readonly Value<ResourceId | null>[];
}

export interface TargetGroupFact extends FactBase {
  readonly fact: 'target-group';
  readonly network: ResourceId | null;
  readonly type: Value<'instance' | 'ip' | 'alb' | 'lambda'>;
  readonly protocol: Value<string>;
  readonly port: Value<number | null>;
  readonly family: Value<4 | 6>;
  readonly targets: Rows<TargetRow>;
  /** Null: the default of its type and protocol. */
  readonly preservesClientIp: Value<boolean | null>;
  /** Null: as the load balancer has it. */
  readonly crossZone: Value<boolean | null>;
}

export interface TargetRow {
  /** A resource, or an address. */
  readonly target: Value<Peer>;
  /** Null: the port of the group. */
  readonly port: Value<number | null>;
  /** For an address outside the network: its zone, or `all`. Empty: the zone of the subnet it is in. */
  readonly zone: Value<string>;
}

/** A workload that registers its own interfaces in a target group, as an ECS service does. */
export interface RegistrationFact extends FactBase {
  readonly fact: 'registration';
  readonly targetGroup: Value<ResourceId | null>;
  readonly port: Value<number | null>;
}

/** A Regional AWS service as an end of flows. */
export interface ServiceFact extends FactBase {
  readonly fact: 'service';
  /** The short name, as in `com.amazonaws.<region>.<name>`: `s3`, `ssmmessages`, `ecr.api`. */
  readonly service: Value<string>;
  readonly region: string;
}

/** The internet as an end of flows: any public address that is not an AWS service. */
export interface InternetFact extends FactBase {
  readonly fact: 'internet';
  /** One address of it, when only that is meant. */
  readonly address: Value<string | null>;
}

export interface OnPremisesFact extends FactBase {
  readonly fact: 'on-premises';
  readonly blocks: readonly Value<string>[];
  /** The customer gateways that it stands behind. Absent or empty: none, so that only public addresses lead there. */
  readonly customerGateways?: readonly ResourceId[];
  /** The DNS servers that its hosts ask, or that its own servers forward to. Absent or empty: nobody said. */
  readonly dnsServers?: readonly Value<string>[];
}

/**
 * A workload in a network that AWS runs, such as a Lambda function without a VPC: it reaches public IPv4 addresses and
 * has none that anybody could send to.
 */
export interface HostedByAwsFact extends FactBase {
  readonly fact: 'hosted-by-aws';
}

/** A private hosted zone. Stated once for each network it is associated with, and once with none where it has none. */
export interface HostedZoneFact extends FactBase {
  readonly fact: 'hosted-zone';
  readonly network: ResourceId | null;
  readonly domain: Value<string>;
  readonly records: Rows<DnsRecord>;
}

export interface DnsRecord {
  /** In full, as `db.example.com`; its first label may be `*`. */
  readonly name: Value<string>;
  /** `A`, `AAAA`, `CNAME`; all others only say that the name exists. */
  readonly type: Value<string>;
  readonly leads:
    | { readonly values: readonly Value<string>[] }
    /** An alias of a resource: its addresses are answered. */
    | { readonly alias: Value<ResourceId> }
    /** An alias of a name: another record of the zone, or a resource of AWS that the design does not show. */
    | { readonly aliasName: Value<string> };
  /** Whether it is answered only while the primary record is not healthy. */
  readonly standby: Value<boolean>;
}

/** Its network interfaces are `InterfaceFact`s of the same resource, with `workload: false`. */
export interface ResolverEndpointFact extends FactBase {
  readonly fact: 'resolver-endpoint';
  readonly network: ResourceId | null;
  readonly direction: 'inbound' | 'outbound';
  readonly addresses: Value<AddressType>;
}

/** A rule of a Resolver. Stated once for each network it is associated with, and once with none where it has none. */
export interface ResolverRuleFact extends FactBase {
  readonly fact: 'resolver-rule';
  readonly network: ResourceId | null;
  readonly domain: Value<string>;
  /** `system`: the resolver decides itself, whatever less specific rules say. */
  readonly does: Value<'forward' | 'system'>;
  readonly endpoint: Value<ResourceId | null>;
  readonly targets: Rows<{ readonly address: Value<string>; readonly port: Value<number> }>;
}

/**
 * Something that is in the design and not modelled, and what it may change for one resource. `by` is what people call it:
 * it is no resource of the diagram.
 */
export interface UnmodelledFact extends FactBase {
  readonly fact: 'unmodelled';
  readonly on: ResourceId;
  readonly effect: UnmodelledEffect;
  readonly says: Words;
}

export const unmodelledEffects = [
  /** Nothing, it is assumed: whoever touches the resource is told so. */
  'assumed',
  /** Anything about it. A route table may have other rows; of the rest it is assumed that nothing changes. */
  'may-change',
  /** A route table gets routes that nobody wrote here. */
  'learnt-routes',
  /** Names may have another answer in a network: those of a domain, else it is assumed that they have not (DN2). */
  'names',
  /** A network may have an internet gateway that is not drawn. */
  'internet-gateway',
  /** A network interface may have a public address. */
  'public-address',
  /** What an interface does not say of itself (its security groups, its public address) is said elsewhere. */
  'interface',
  /** A subnet has an IPv6 block that is not known. */
  'ipv6',
] as const;

export type UnmodelledEffect =
  | { readonly is: Exclude<(typeof unmodelledEffects)[number], 'names'> }
  /** `domain`: without a dot at its end; null where it is not known. */
  | { readonly is: 'names'; readonly domain: string | null };
