/** Transit gateways with their references followed: attachments, tables, routes. */
import type { Block, Family } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import type { Unknown, Value } from '../../model/value';
import type { TransitGatewayAttachmentFact, TransitGatewayFact } from '../facts';
import type { Network, RouteCondition } from '../world';

export interface TransitGateway {
  readonly id: ResourceId;
  readonly fact: TransitGatewayFact;
  /** By the resource that states them: what routes and associations name. */
  readonly attachments: ReadonlyMap<ResourceId, Attachment>;
  readonly tables: readonly TransitTable[];
}

export interface Attachment {
  readonly id: ResourceId;
  readonly fact: TransitGatewayAttachmentFact;
  readonly gateway: TransitGateway;
  /** The table that decides for packets that come from it; null: none does. */
  table: TransitTable | Unknown | null;
}

export interface TransitTable {
  /** Null: the default table, which nobody drew. */
  readonly id: ResourceId | null;
  readonly gateway: TransitGateway;
  readonly routes: readonly TransitRoute[];
  readonly index: RouteIndex;
}

export interface TransitRoute {
  /** The key of the row in the table's props; null for a propagated route. */
  readonly rowKey: string | null;
  /** A CIDR block, as the row says it; `?` for one that is not known. */
  readonly destination: string;
  readonly matches:
    | { readonly block: Block }
    /** `family`: it covers addresses of that one at most. */
    | { readonly unknown: Words; readonly family?: Family }
    /** What a network propagates of which some block is not known; its IPv6 blocks with IPv6 support only. */
    | { readonly allOf: Network; readonly ipv6: Value<boolean> };
  /** Among routes to one block the lowest decides (TG3). */
  readonly rank: number;
  /** Null: a blackhole, or an attachment that is not known. */
  readonly attachment: Attachment | null;
  readonly target: Value<ResourceId | null>;
  readonly state: RouteCondition;
}

/** The routes of a table, ready for looking up an address among thousands. */
export interface RouteIndex {
  /** The lengths of prefixes that there are, for each family. */
  readonly lengths: Readonly<Record<4 | 6, readonly number[]>>;
  /** By `family/length/first address`. */
  readonly byBlock: ReadonlyMap<string, readonly TransitRoute[]>;
  /** Blocks of public addresses: an address of which only the owner is known may lie in one. */
  readonly inPublic: readonly TransitRoute[];
  /** Routes whose destination is not known. */
  readonly open: readonly TransitRoute[];
}

export function blockKey({ family, prefix, first }: Block): string {
  return `${family}/${prefix}/${first}`;
}

/** How a packet has come into a transit gateway. */
export interface TransitEntry {
  readonly attachment: Attachment;
  /** The Availability Zone it comes from; null where it comes from none. */
  readonly zone: Value<string> | null;
}

/**
 * TG3: static routes, prefix lists, then what is propagated by VPCs, Direct Connect, Connect attachments, VPNs over private
 * Direct Connect, other VPNs, Client VPN, and peerings, which propagate nothing unless a core network is at the other end.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export const ranks = {
  static: 0,
  'prefix-list': 1,
  network: 2,
  'direct-connect': 3,
  connect: 4,
  'private-vpn': 5,
  vpn: 6,
  'client-vpn': 7,
  peering: 8,
} as const;
