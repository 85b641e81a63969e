/**
 * What a sort of fact does in the path of a packet. Every gateway-like fact has one file of behaviour in this folder and
 * one line in the table of `index.ts`; the engine asks the table and knows none of them by name.
 */
import type { Words } from '../../../lib/words';
import type { Block, Family } from '../../../lib/cidr';
import type { ResourceId } from '../../model/document';
import type { Unknown, Value } from '../../model/value';
import type { AnalyzerCode } from '../analyzerCodes';
import type { Fact, InterfaceFact, LearntFrom } from '../facts';
import type { Lead } from '../naming/answers';
import type { Asked } from '../naming/asking';
import type { Destination, NoEnd, Start } from '../ends';
import type { Outcome, Packet, Via, Walk } from '../walk';
import type { IpAddress } from '../address';
import type { Disposition } from '../trace';
import type { Interface, Network, PrefixList, RouteCondition, World } from '../world';

export interface Behaviour<F extends Fact = Fact> {
  /** The networks it belongs to, for a fact that belongs to several. */
  readonly networks?: (fact: F) => Iterable<ResourceId>;
  /** Whether a route of a network may lead to it, and whether it works. Absent: it is no target. */
  readonly asTarget?: (fact: F, world: World, row: TargetedRow) => RouteCondition;
  /** Whether a route inside the network's own block may lead to it (RT5, RT6). */
  readonly mayReplaceLocal?: boolean;
  /** Whether such a route may also stand in the table of a gateway (GW2). Absent: as `mayReplaceLocal`. */
  readonly mayTakeIngress?: boolean;
  /** What becomes of a packet that a route hands to it. */
  readonly carry?: (fact: F, walk: Walk, packet: Packet, via: Via) => Outcome;
  /** Whether it never asks if a packet is of TCP, UDP or ICMP, so that what it does to one it does to all. Absent: it may. */
  readonly isForAllProtocols?: true;
  /** What becomes of a packet that has reached one of its interfaces. Absent: it has arrived. */
  readonly receive?: (fact: F, walk: Walk, packet: Packet, at: Interface) => Outcome;
  /** Whether it takes in what comes from the internet for its network; undefined when that is not its business. */
  readonly admits?: (fact: F, world: World, family: Family) => Admission | undefined;
  /** For what AWS gives a route table of its own, with a default route to the internet gateway: the network of that. */
  readonly ownTable?: (fact: F) => { readonly network: ResourceId | null } | undefined;
  /** The table by which it sends on what it takes in for its network (GW2); null: it has none. */
  readonly edgeTable?: (fact: F) => Value<ResourceId | null>;
  /** Routes that it puts into route tables by itself. */
  readonly routes?: (fact: F, world: World) => Iterable<AddedRoute>;
  /** Said where a table lacks a route: that it would carry such packets, if the table led to it. */
  readonly elsewhere?: (
    fact: F,
    world: World,
    table: ResourceId,
    destination: IpAddress,
  ) => Words | undefined;
  /** The networks whose groups a network's outbound rules may name because of it (SG2); with what is not known of it. */
  readonly sharesGroups?: (
    fact: F,
    world: World,
    network: Network,
  ) => { readonly network: Network; readonly doubt: Words | null } | undefined;
  /** Absent: nothing of its own can be attached to a transit gateway. */
  readonly transit?: TransitEnd<F>;
  /** Interfaces that it has without stating them. */
  readonly interfaces?: (fact: F) => Iterable<InterfaceFact & { readonly unfiltered: true }>;
  /** What it says to a name asked in the network it belongs to; undefined when the name is not its business. */
  readonly claim?: (fact: F, world: World, network: Network, asked: AskedName) => NameClaim | undefined;
  /** Whom it asks for names when a flow starts there. Absent: the resolver of its network, outside the public DNS. */
  readonly asks?: (fact: F, world: World) => Asked | undefined;
  /** Whether its interfaces take DNS queries from outside for the resolver of their network. */
  readonly answersFor?: (fact: F) => boolean;
  /** The families of the addresses from which it asks. Absent: those of its interfaces. */
  readonly families?: (fact: F) => readonly Family[];
  /** Whether it lets a network resolve the private names of instances of another Region, as a VPC peering may. */
  readonly lendsNames?: (fact: F, world: World, network: Network, region: string) => Value<boolean>;
  /** The names it holds in private, and the field that says for whom: they are not expected in the public DNS. */
  readonly holds?: (fact: F, host: string) => { readonly field: string } | undefined;
  /** How a path ends that a name has led to it. Absent: delivered. */
  readonly endsIn?: Disposition;
  /** What it stands for when it is itself an end of a flow. Absent: its interfaces. */
  readonly asEnd?: (fact: F, world: World) => EndMeaning;
  /** Where flows start that it is itself the source of, where these are neither its interfaces nor what it stands for. */
  readonly starts?: (fact: F, world: World, asked: StartAsked) => readonly Start[] | NoEnd;
  /** The same for those that it is the destination of. */
  readonly destination?: (
    fact: F,
    world: World,
    start: Start,
    address: string | undefined,
  ) => Destination | NoEnd;
  /** Blocks that its own rows name, by which it tells addresses apart. */
  readonly tellsApart?: (fact: F) => Iterable<Block>;
  /** How clients find it, where its name leads to any one of its interfaces. Absent: each of them must work. */
  readonly foundBy?: (fact: F) => FoundBy;
  /** Why AWS would refuse to create it, whatever it stands in; undefined when it would not. */
  readonly refusal?: (fact: F, world: World) => NotCreated | undefined;
  /** Why it may not start a flow by itself; undefined when it may. */
  readonly cannotStart?: (fact: F, world: World) => CannotStart | { readonly unknown: Words } | undefined;
}

/** One interface that works is enough. */
export interface FoundBy {
  /** Whether its name leads to the public addresses, also inside its own network. */
  readonly publicAddresses: Value<boolean>;
}

/** What somebody is to a transit gateway that it is attached to. */
export interface TransitEnd<F extends Fact = Fact> {
  /** The priority of what it propagates among routes to one block: one of `ranks` in `transit/model.ts`. */
  readonly rank: (fact: F) => number;
  /** The blocks that it propagates, and why some of them are not known. `family`: what those are at all. */
  propagates(
    fact: F,
    world: World,
  ): { readonly blocks: readonly Block[]; readonly hidden: Words | null; readonly family?: Family };
  /** What becomes of a packet that the transit gateway hands to it. */
  carry(fact: F, walk: Walk, packet: Packet): Outcome;
}

export interface TargetedRow {
  readonly network: Network | null;
  readonly family: Family | null;
  readonly block: Block | null;
  /** The prefix list of the account's own that is its destination. */
  readonly list: PrefixList | null;
}

export interface AddedRoute {
  readonly table: ResourceId;
  /** Absent: the resource that adds the route. */
  readonly target?: ResourceId;
  readonly destination: AddedDestination;
  /** Absent: what the target says of a row that leads to it. */
  readonly state?: RouteCondition;
}

export type AddedDestination =
  /** A prefix list by its name, as gateway endpoints add them. */
  | { readonly list: Value<string> }
  /** A row that somebody writes out of sight. */
  | { readonly written: Unknown }
  /** A block that was propagated. Text that is no block adds nothing. `family`: what one that is not known is at all. */
  | { readonly block: Value<string>; readonly learntFrom: LearntFrom; readonly family?: Family };

export type Admission =
  | { readonly is: 'open' }
  /** Whether there is a way in hangs on something outside the design. */
  | { readonly is: 'unknown'; readonly says: Words }
  /** It is what people may take for a way in, and is none. */
  | { readonly is: 'closed'; readonly says: Words };

export interface AskedName {
  /** The host name, in lower case. */
  readonly host: string;
  /** The full name of the AWS service whose default name it is; null for other names. */
  readonly service: string | null;
  /** Whether the question comes in by an inbound endpoint. */
  readonly inbound: boolean;
}

/**
 * Of those who claim a name, the one with the most specific domain decides. Among equals a rule comes before a zone, and
 * a zone before the hidden zones that AWS makes (DN2).
 */
export type NameClaim = NamedClaim | NoClaim;

export interface NamedClaim {
  readonly by: ResourceId;
  /** The domain it is responsible for; the root is empty. */
  readonly domain: string;
  readonly strength: 'rule' | 'zone' | 'hidden';
  /** What would have to be known to say that it is there; null where it certainly is. */
  readonly doubt: Words | null;
  readonly decides: NameDecision;
}

export type NameDecision =
  /** Addresses of its interfaces, of these families: all of them are answered, in turn. */
  | {
      readonly is: 'interfaces';
      readonly interfaces: readonly Interface[];
      readonly families: Value<readonly Family[]>;
      readonly because: Words;
    }
  /** What it has written down for the name. */
  | { readonly is: 'records'; readonly entry: Entry; readonly because: Words }
  /** Whoever is at these addresses is asked, by way of an outbound endpoint. */
  | { readonly is: 'forward'; readonly rule: Forwarding }
  /** The resolver decides itself, whatever less specific rules say. */
  | { readonly is: 'itself'; readonly because: Words }
  | { readonly is: 'undecided'; readonly why: Words };

/** What a zone holds for a name. */
export type Entry =
  | { readonly is: 'nothing' }
  | { readonly is: 'leads'; readonly row: EntryRow; readonly options: readonly (readonly Lead[])[] }
  /** Other names are to be asked for instead; which of several, AWS chooses each time. */
  | { readonly is: 'names'; readonly row: EntryRow; readonly hosts: readonly [string, ...string[]] }
  | { readonly is: 'undecided'; readonly row: EntryRow | null; readonly why: Words };

export interface EntryRow {
  readonly row: string;
  readonly field: string;
  readonly rowKey: string;
}

export interface Forwarding {
  readonly endpoint: Value<ResourceId | null>;
  readonly targets: readonly {
    readonly address: Value<string>;
    readonly port: Value<number>;
    readonly rowKey: string;
  }[];
}

export type NoClaim =
  /** It was meant to answer and does not, so that the name has its public answer. `blame`: who keeps it from it. */
  | { readonly is: 'not-created'; readonly blame: readonly NotCreated[] }
  | Remark
  /** It is not known to have a say, and is assumed to have none. */
  | { readonly is: 'assumed'; readonly says: Words };

/** It might have answered, and has its reason not to. `change`: what would make it answer. */
export interface Remark {
  readonly is: 'remark';
  readonly says: Words;
  readonly change?: { readonly resource: ResourceId; readonly field: string };
}

/** What AWS would refuse to create: whom to blame, and where that stands. */
export interface NotCreated {
  readonly resource: ResourceId;
  /** The row at fault, in words. */
  readonly row?: string;
  readonly field?: string;
  readonly rowKey?: string;
  readonly says: Words;
}

/** A network outside AWS. */
export interface OutsideEnd {
  readonly is: 'outside';
  readonly blocks: readonly Block[];
  /** Why some of its addresses are not known; null when all are. */
  readonly hidden: Words | null;
  /**
   * How its packets come into AWS; null: in no way that the design shows. Absent: over the internet, where its addresses
   * are public.
   */
  readonly enter?: Enter | null;
  /** Whether it is a part of what another end stands for, as one of several connections is. */
  readonly isPart?: boolean;
}

/** Takes a packet of somebody outside into AWS. */
export type Enter = (walk: Walk, packet: Packet) => Outcome;

/** The meaning of a resource that has no interfaces as an end of flows. */
export type EndMeaning =
  | { readonly is: 'service'; readonly service: string; readonly region: string }
  | { readonly is: 'internet'; readonly address: string | null }
  | OutsideEnd
  /** In a network that AWS runs: it sends from public addresses that are not its own. */
  | { readonly is: 'hosted-by-aws' }
  | { readonly is: 'unknown'; readonly why: Words };

/** What is asked of somebody with several clients: the address of one of them, and the group of its user. */
export interface StartAsked {
  readonly address: string | undefined;
  readonly group: string | null;
}

export interface CannotStart {
  readonly code: Disposition;
  readonly field?: string;
  readonly analyzerCode: AnalyzerCode | null;
  readonly says: Words;
}
