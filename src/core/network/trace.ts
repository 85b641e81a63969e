/** What the engine answers. The names and closed lists are those of the command line's contract (README, `trace`). */
import type { Words } from '../../lib/words';
import type { Protocol, ResourceId, RuleProtocol } from '../model/document';
import type { AnalyzerCode } from './analyzerCodes';

/** One question: does this flow, and its reply, get there? */
export interface Query {
  readonly from: End;
  readonly to: End;
  readonly protocol: Protocol;
  readonly port: number | null;
  /** Null: the whole client range of the source must pass. */
  readonly sourcePort: number | null;
  /** The group of the user, where somebody sends for whom groups count (a client of a Client VPN). Absent: of none. */
  readonly group?: string;
  /** Absent: all packets that are meant must pass. Else one is enough: by some interface, on some port. */
  readonly some?: Some;
}

/** Asked of whoever should not get through at all. A protocol has to be named; `any` would mean all of them. */
export interface Some {
  /** Behind a load balancer, only these count. Absent: whoever is there. */
  readonly endsAt?: ReadonlySet<ResourceId>;
  /** Of the source, only the interfaces in these subnets count. Absent: all of them. */
  readonly startsIn?: ReadonlySet<ResourceId>;
  /** The same for the destination. */
  readonly arrivesIn?: ReadonlySet<ResourceId>;
}

/** An end of a flow. An `address` beside a resource or the internet picks one of those it owns. */
export type End =
  | { readonly resource: ResourceId; readonly address?: string }
  | { readonly internet: true; readonly address?: string }
  | { readonly address: string }
  /** A Regional AWS service by its default DNS name: `s3`. */
  | { readonly service: string }
  | { readonly dns: string };

export type Verdict = 'reachable' | 'blocked' | 'unknown';

export interface Trace {
  readonly verdict: Verdict;
  /** Null where no name was asked. */
  readonly resolution: Resolution | null;
  readonly forward: Path;
  /** Null when the forward direction never arrives. */
  readonly return: Path | null;
  /** Empty when reachable. The first is the one to change first. */
  readonly blockedBy: readonly Block[];
  /** Assumptions, and what was not analysed; they do not change the verdict. */
  readonly unknowns: readonly Words[];
}

export interface Resolution {
  readonly name: string;
  /** Addresses as text, or `pl:NAME` for the addresses of a service's prefix list. */
  readonly answers: readonly string[];
  readonly because: Words;
  /** The resource whose record answered (an endpoint with private DNS); null for public DNS. */
  readonly by: ResourceId | null;
}

export interface Path {
  readonly disposition: Disposition;
  readonly steps: readonly Step[];
}

/** One decision at one place. */
export interface Step {
  /** The resource the packet is at; null for a plain address nobody owns. */
  readonly at: ResourceId | null;
  readonly what: StepKind;
  readonly direction: 'in' | 'out' | null;
  readonly verdict: 'pass' | 'drop' | 'rewrite' | 'unknown';
  readonly because: Because;
  /** The packet after this step. */
  readonly packet: PacketHeader;
  /** For a lookup, the rows that were candidates and why each lost; the winner is not among them. */
  readonly lost?: readonly LostRow[];
}

export interface Because {
  /** The resource that owns the deciding row. */
  readonly resource: ResourceId | null;
  /** The row in words ("egress rule 1", "0.0.0.0/0 → Igw"); null when no row decided. */
  readonly row: string | null;
  /** Where the row lives in the resource's props, so that an editor can point at it. */
  readonly field?: string;
  readonly rowKey?: string;
  readonly says: Words;
}

export interface LostRow {
  readonly row: string;
  readonly because: Words;
  /** Absent where the analyser has no word for it: a row that AWS would not accept, say. */
  readonly analyzerCode?: AnalyzerCode;
  /** What it leads to: the target of a route, the attachment of a transit gateway's. */
  readonly leadsTo?: ResourceId;
}

/** A packet's header in words. `sourcePorts` is a range of ports, all of which are meant. */
export interface PacketHeader {
  readonly source: string;
  readonly destination: string;
  /** `icmpv6` for a ping over IPv6. */
  readonly protocol: RuleProtocol;
  readonly sourcePorts: readonly [number, number];
  /** Null for any port. */
  readonly destinationPorts: readonly [number, number] | null;
}

export interface Block {
  readonly resource: ResourceId | null;
  readonly row: string | null;
  readonly field?: string;
  readonly rowKey?: string;
  /** Where the packet stopped, for the cross badge on the arrow. */
  readonly at: ResourceId | null;
  readonly code: Disposition;
  readonly analyzerCode: AnalyzerCode | null;
  readonly direction: 'forward' | 'return';
  readonly says: Words;
}

export type StepKind =
  | 'name-resolution'
  | 'security-group'
  | 'network-acl'
  | 'route'
  | 'gateway'
  | 'translate'
  | 'endpoint'
  | 'load-balancer'
  | 'transit-gateway-route'
  | 'authorization'
  | 'deliver';

/** How a path ends. The table of what each one means stands beside the engine, in `dispositions.ts`. */
export type Disposition =
  | 'delivered'
  | 'exits-to-internet'
  | 'exits-to-service'
  | 'exits-to-on-premises'
  | 'denied-by-security-group'
  | 'denied-by-network-acl'
  | 'no-route'
  | 'blackhole'
  | 'loop'
  | 'no-public-address'
  | 'gateway-rejects'
  | 'translation-refused'
  | 'unresolved-name'
  | 'wrong-owner'
  | 'no-such-host'
  | 'not-accepted'
  | 'not-authorized'
  | 'no-listener'
  | 'no-target'
  | 'not-in-zone'
  | 'public-access-blocked'
  | 'cannot-be-created'
  | 'not-attached'
  | 'unknown';
