/** Facts with their references followed: what the rest of the engine asks. Built once for a design. */
import type { Words } from '../../lib/words';
import { contains, containsAddress, overlaps } from '../../lib/cidr';
import type { Address, Block, Family } from '../../lib/cidr';
import type { Peer } from '../catalog/field';
import type { ResourceId } from '../model/document';
import type { Value } from '../model/value';
import type { IpAddress } from './address';
import type { MentionedBlocks } from './addressClasses';
import type { AnalyzerCode } from './analyzerCodes';
import type {
  Fact,
  LearntFrom,
  PublicAccessBlockFact,
  PublicAccessExclusion,
  RegistrationFact,
} from './facts';
import type { Behaviour, NotCreated } from './hops/behaviour';
import type { RefusedBlock } from './networkBlocks';
import type { PortMatch } from './ports';
import type { TransitGateway } from './transit/model';
import type { Watch } from './watch';

export interface World {
  name(id: ResourceId): string;
  readonly networks: ReadonlyMap<ResourceId, Network>;
  readonly subnets: ReadonlyMap<ResourceId, Subnet>;
  readonly tables: ReadonlyMap<ResourceId, RouteTable>;
  /** Those of gateways, by the gateway. */
  readonly edges: ReadonlyMap<ResourceId, EdgeTable>;
  /** What blocks public access, by Region. */
  readonly publicAccessBlocks: ReadonlyMap<string, PublicAccessBlockFact>;
  readonly acls: ReadonlyMap<ResourceId, NetworkAcl>;
  readonly groups: ReadonlyMap<ResourceId, SecurityGroup>;
  readonly prefixLists: ReadonlyMap<ResourceId, PrefixList>;
  /** The interfaces of each resource. */
  readonly interfaces: ReadonlyMap<ResourceId, readonly Interface[]>;
  /** Who registers in each target group by itself. */
  readonly registered: ReadonlyMap<ResourceId, readonly RegistrationFact[]>;
  readonly transitGateways: ReadonlyMap<ResourceId, TransitGateway>;
  /** Everything a resource has stated. */
  readonly facts: ReadonlyMap<ResourceId, readonly Fact[]>;
  /** What AWS would refuse to create, with what depends on it. */
  readonly refusals: ReadonlyMap<ResourceId, NotCreated>;
  /** The prefixes of all rows, those that are propagated among them: known when the route tables are filled. */
  readonly mentioned: MentionedBlocks;
  /** Those who state a fact whose behaviour does a certain thing. */
  ownersThat(does: keyof Behaviour): readonly ResourceId[];
  /** Representatives of the addresses that AWS may still give away in a subnet. */
  freeIn(subnet: Subnet, family: Family): readonly bigint[];
  /** What is assumed of a resource, and told to whoever touches it. */
  readonly assumptions: ReadonlyMap<ResourceId, readonly Words[]>;
  /** "Any public address": one that stands for the most. */
  readonly anyPublic: Readonly<Record<Family, bigint>>;
  /** The Region of what stands in none. */
  readonly region: string;
  /** Who listens while a verdict is worked out: nothing is written down then but for it. */
  readonly watch?: Watch;
}

export interface Network {
  readonly id: ResourceId;
  readonly region: string;
  /** IPv4 blocks, the primary one first, without secondary ones that AWS does not add. */
  readonly blocks: readonly Block[];
  readonly refusedBlocks: readonly RefusedBlock[];
  /** Whether all of its IPv4 blocks are known, and that of IPv6. */
  readonly isComplete: Readonly<Record<Family, boolean>>;
  readonly ipv6: Block | null;
  readonly ipv6Assigned: boolean;
  /** Why some block is not known; null when all are. */
  readonly hidden: Words | null;
  readonly dnsSupport: Value<boolean>;
  readonly dnsHostnames: Value<boolean>;
  readonly publicAccess: Value<PublicAccessExclusion>;
  /** Those that its DHCP options give instead of Amazon's resolver. */
  readonly dnsServers: readonly Value<string>[];
  /** Whether it is there already, so that what AWS put into it at first may have been changed. */
  readonly isExisting: boolean;
  readonly subnets: Subnet[];
  mainTable: RouteTable;
  defaultAcl: NetworkAcl | null;
  readonly defaultGroup: SecurityGroup;
  /** The facts of what is attached to it or stands in it, by the name of the fact. */
  readonly attached: Map<Fact['fact'], Fact[]>;
  /** The interfaces with a fixed private address, by `family/value`. */
  readonly fixedOwners: Map<string, Interface>;
}

export interface Subnet {
  readonly id: ResourceId;
  readonly network: Network | null;
  readonly zone: Value<string>;
  readonly block: Block | null;
  readonly ipv6: Block | null;
  /** Why its IPv4 block is not known; null when it is. */
  readonly hidden: Words | null;
  /** The same for IPv6. */
  readonly hidden6: Words | null;
  readonly dns64: Value<boolean>;
  readonly table: Value<RouteTable> | null;
  readonly acl: Value<NetworkAcl | null>;
  readonly publicAccess: Value<PublicAccessExclusion>;
  readonly interfaces: Interface[];
}

/** A private address that the design gives, and the field that holds it. */
export interface FixedAddress extends Address {
  readonly field: string;
}

/** An elastic network interface. */
export interface Interface {
  readonly id: ResourceId;
  /** Its owner's place in the diagram. */
  readonly order: string;
  /** The fact that says what becomes of a packet that reaches it. */
  readonly of: Fact;
  readonly subnet: Subnet | null;
  /** From where its packets are routed: its subnet, or itself where it has a route table of its own. */
  readonly place: Subnet | null;
  readonly network: Network | null;
  /** Why it stands in a subnet that the design does not show; null where it does not. */
  readonly elsewhere: Words | null;
  readonly fixed: Value<Address | null>;
  /** The field that holds the fixed address. */
  readonly fixedField: string;
  /** Further private addresses, none of which has a public one. */
  readonly others: readonly FixedAddress[];
  /** The text that was given for a fixed address and is none. */
  readonly noAddress: string | null;
  readonly ipv4: Value<boolean>;
  readonly ipv6: Value<boolean>;
  /** The field that says whether it has an IPv6 address. */
  readonly ipv6Field: string;
  readonly publicIpv4: Value<boolean>;
  /** Null: it has no security groups, and is not filtered by any. */
  readonly groups: readonly SecurityGroup[] | null;
  readonly sourceDestinationCheck: Value<boolean>;
  readonly clientPorts: readonly [number, number];
  readonly workload: boolean;
  /** Whether a machine has it. */
  readonly attached: Value<boolean>;
  /** Whether it sends for others as a NAT gateway does. */
  readonly outboundOnly: boolean;
}

export interface RouteTable {
  /** Null: the main table that nobody drew. */
  readonly id: ResourceId | null;
  readonly network: Network | null;
  readonly routes: Route[];
}

export interface Route {
  readonly table: RouteTable;
  readonly rowKey: string | null;
  /** As the row says it: a CIDR block or `pl:NAME`. */
  readonly destination: string;
  readonly matches:
    | RowMatches
    /** The local route of a network whose block is not known. */
    | { readonly allOf: Network };
  readonly origin: RouteOrigin;
  readonly target: Value<ResourceId | null>;
  /** Whether it may lead to what a route inside the VPC's own block may lead to (RT6). */
  readonly mayReplaceLocal: boolean;
  readonly state: RouteCondition;
}

export type RouteOrigin =
  | 'local'
  /** A row that somebody wrote. */
  | 'static'
  /** The prefix list of a gateway endpoint. */
  | 'endpoint'
  /** A row that nobody wrote, from whoever taught it. */
  | { readonly learntFrom: LearntFrom };

/** What a row that somebody wrote or taught has as its destination. */
export type RowMatches =
  | { readonly block: Block }
  | { readonly list: string }
  | PrefixListMatch
  /** `family`: it covers addresses of that one at most. */
  | { readonly unknown: Words; readonly family?: Family };

/** A prefix list of the account's own, as one table takes it: entries that are not valid there are ignored. */
export interface PrefixListMatch {
  readonly prefixes: PrefixList;
  readonly blocks: readonly Block[];
  /** Entries of which AWS does not say whether the table takes them. */
  readonly doubtful: readonly Block[];
}

export type RouteCondition =
  | { readonly is: 'active' }
  /** Traffic that it wins is dropped (RT10). */
  | {
      readonly is: 'blackhole';
      readonly why: Words;
      /** Whether the target is at fault and not the row: it says so itself to the packets that it is handed. */
      readonly blamesTarget?: true;
      /** The word of AWS's analyser, where it has one that is nearer than a bad state. */
      readonly analyzerCode?: AnalyzerCode;
    }
  /** AWS would not accept the row, so it decides nothing. */
  | { readonly is: 'refused'; readonly why: Words; readonly beatenBy?: string }
  | { readonly is: 'unknown'; readonly why: Words };

/** The route table of a gateway. A gateway without one sends what it takes in straight to whoever has the address. */
export type EdgeTable =
  | { readonly is: 'table'; readonly table: RouteTable }
  | { readonly is: 'unknown'; readonly why: Words }
  /** AWS does not let the table be a gateway's, so the gateway has none. */
  | { readonly is: 'refused'; readonly table: RouteTable; readonly why: Words };

export interface NetworkAcl {
  /** Null: the network's default ACL, which nobody drew. */
  readonly id: ResourceId | null;
  readonly network: Network | null;
  readonly inbound: readonly AclRule[];
  readonly outbound: readonly AclRule[];
}

export interface AclRule extends PortMatch {
  /** The version of IP that an unknown block is of, where that is known. */
  readonly family?: 4 | 6;
  readonly key: string;
  readonly number: Value<number>;
  readonly action: Value<'allow' | 'deny'>;
  readonly block: Value<Block>;
  readonly text: string;
}

export interface SecurityGroup {
  /** Null: the network's default group, which nobody drew. */
  readonly id: ResourceId | null;
  readonly network: Network | null;
  readonly inbound: readonly GroupRule[];
  readonly outbound: readonly GroupRule[];
  /** Named by an interface, and in no fact: what it allows is not known. */
  readonly missing: boolean;
  /** For a missing one, why it is. */
  readonly why?: Words;
}

/** A prefix list of the account's own. */
export interface PrefixList {
  readonly id: ResourceId;
  readonly family: Family | null;
  readonly blocks: readonly Block[];
  /** Why some entry is not known; null when all are. */
  readonly hidden: Words | null;
  /** Why AWS would not create it, so that whatever names it cannot be either; null when it would. */
  readonly refused: NotCreated | null;
}

export interface GroupRule extends PortMatch {
  /** The version of IP that an unknown block is of, where that is known. */
  readonly family?: 4 | 6;
  readonly key: string;
  /** Counted from 1, as people do. */
  readonly position: number;
  readonly peer: Value<Peer>;
  /** What the peer means; undefined for text that means nothing. */
  readonly means:
    | { readonly block: Block }
    | { readonly list: string }
    | { readonly prefixes: PrefixList }
    | { readonly group: SecurityGroup | ResourceId }
    | { readonly unknown: Words }
    | undefined;
}

/** Where a packet or a row has an address of a network: among its blocks. */
export function networkHolds(network: Network, address: IpAddress): boolean {
  if (address.is.as === 'public') return false;
  if (address.owner !== null && address.owner.network === network) return true;
  if (address.is.as !== 'exact' && address.is.as !== 'free' && address.is.as !== 'assigned') return false;
  return (
    network.blocks.some((block) => containsAddress(block, address)) ||
    (network.ipv6 !== null && containsAddress(network.ipv6, address))
  );
}

/** The same where the blocks of the network may not be known. */
export function holding(network: Network, address: IpAddress): 'yes' | 'no' | 'maybe' {
  if (networkHolds(network, address)) return 'yes';
  const { is, owner } = address;
  if (is.as === 'hidden') {
    const own = network.ipv6 === null ? network.blocks : [...network.blocks, network.ipv6];
    const isInside = is.within.some((each) => own.some((block) => contains(block, each)));
    if (isInside && is.within.length === 1) return 'yes';
    const mayBe =
      is.within.length === 0 || is.within.some((each) => own.some((block) => overlaps(block, each)));
    return mayBe || network.hidden !== null ? 'maybe' : 'no';
  }
  // Who has an address of a network that is not the owner's may be somebody who is not in the design.
  return network.hidden !== null && is.as === 'exact' && owner === null ? 'maybe' : 'no';
}

/** A gateway as a place that packets are routed from, by the gateway's own table. No ACL guards it. */
export function placeOf(gateway: ResourceId, network: Network, table: RouteTable): Subnet {
  return {
    id: gateway,
    network,
    zone: '',
    block: null,
    ipv6: null,
    hidden: null,
    hidden6: null,
    dns64: false,
    table,
    acl: null,
    publicAccess: 'none',
    interfaces: [],
  };
}

export function ownerKey(address: Address): string {
  return `${address.family}/${address.value}`;
}

/** The facts of one sort that name a network. */
export function attachedTo<N extends Fact['fact']>(
  network: Network,
  fact: N,
): readonly Extract<Fact, { readonly fact: N }>[] {
  // The map is filled by the facts' own names.
  return (network.attached.get(fact) ?? []) as unknown as readonly Extract<Fact, { readonly fact: N }>[];
}
