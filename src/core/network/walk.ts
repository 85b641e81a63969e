/**
 * A packet under way in one direction: where it has been, what was decided there, and what remains to be said. Hops
 * write their steps here and hand the packet on through it.
 */
import type { Words } from '../../lib/words';
import type { Protocol, ResourceId } from '../model/document';
import type { IpAddress } from './address';
import type { AnalyzerCode } from './analyzerCodes';
import { addressWords } from './address';
import type { WantedService } from './ends';
import { allPorts, icmpOf, type PortRange } from './ports';
import type { TransitEntry } from './transit/model';
import type { Block, Disposition, LostRow, PacketHeader, Some, Step } from './trace';
import type { Interface, Network, Route, RouteTable, Subnet, World } from './world';

export interface Packet {
  readonly source: IpAddress;
  readonly destination: IpAddress;
  readonly protocol: Protocol;
  readonly sourcePorts: PortRange;
  /** Null: any port. */
  readonly destinationPorts: PortRange | null;
  /** The types of a packet of ICMP, or over IPv6 of ICMPv6. */
  readonly icmpTypes: PortRange;
  /**
   * The interface whose private address the source is, as long as its security groups are known: rules that name them
   * match. Whoever rewrites the source, or carries the packet where groups are not known, sets it to null.
   */
  readonly sender: Interface | null;
  /** Why the groups of the sender are not known here, or perhaps not; absent: nobody has said. */
  readonly identity?: { readonly lost: AnalyzerCode } | { readonly doubt: Words };
  /**
   * The sender whose packet has come through appliances that leave its addresses alone: it is the sender's still, to a
   * gateway that translates, but rules that name the sender's groups match it no longer (GW4).
   */
  readonly inspected?: Interface | null;
  /** The interface that the packet began at, whatever has happened to it since. */
  readonly origin: Interface | null;
}

/** Whether the sender is hidden from rules that name its groups. */
export function isInspected({ sender, inspected = null }: Packet): boolean {
  return inspected !== null && inspected === sender;
}

/** The route that led a packet somewhere. */
export interface Via {
  readonly route: Route;
  readonly table: RouteTable;
  /** The subnet whose table it is; for a gateway that has one of its own, what stands for it (`placeOf`). */
  readonly subnet: Subnet;
  readonly network: Network;
}

export type Outcome =
  | { readonly arrived: false; readonly disposition: Disposition }
  | {
      readonly arrived: true;
      readonly disposition: Disposition;
      readonly packet: Packet;
      /** Starts the reply, from where the packet has arrived. */
      reply(walk: Walk, packet: Packet): Outcome;
    };

/** What the gateways remember of a flow, so that its reply can pass. */
export interface Session {
  /** The packet before and after the gateway that keeps a connection. */
  readonly connections: Map<ResourceId, Connection>;
  /** The private address that the flow uses of an interface with a public one. */
  readonly privateOf: Map<Interface, IpAddress>;
  /** How replies return that no route table leads back. */
  readonly waysBack: WayBack[];
  /** Interfaces whose reply is taken off them as soon as they send it, whatever their routes say. */
  readonly taken: Map<Interface, (walk: Walk, reply: Packet) => Outcome>;
  /** Which of several ways this round follows; each of the others has a round of its own. */
  choose(fork: Fork): number;
  /** The appliances that the packet was led through on its way there. */
  readonly appliances: Set<ResourceId>;
  /** Those that its reply was led through, of the ones that leave addresses alone. */
  readonly appliancesBack: Set<ResourceId>;
  /** The gateways that took it in from the internet: the replies may leave by them. */
  readonly tookIn: Set<ResourceId>;
  /** Whether one packet that gets through is enough. */
  readonly some: Some | undefined;
  /** Where it is: the ports that filters have left to the packet, by direction, address and ports. */
  readonly narrowed: Map<string, PortRange>;
  /** Whether a part of the way, there or back, is not known. */
  isPartlyUnknown: boolean;
  /** The attachment by which a transit gateway last handed a packet into a network. */
  readonly entries: Map<Network, ResourceId>;
}

export interface WayBack {
  /** Where the reply begins. */
  readonly from: Network;
  /** Whose address it is sent to. */
  readonly to: Interface;
  send(walk: Walk, packet: Packet): Outcome;
}

/** A place where a packet may go on in several ways. */
export interface Fork {
  /**
   * `one`: each packet goes one of the ways, and one that works is enough. `either`: AWS has chosen one of them, and the
   * design does not say which.
   */
  readonly takes: 'one' | 'either';
  /** What is chosen: the same way is taken wherever one flow asks for it again. Absent: each fork is chosen for itself. */
  readonly of?: string;
  /** What the ways are called. */
  readonly ways: readonly Words[];
}

export interface Connection {
  readonly before: Packet;
  readonly after: Packet;
  /** Takes the reply on to whoever asked, where that is not by the routes of the gateway's subnet. */
  readonly back?: (walk: Walk, reply: Packet) => Outcome;
}

/** What the packet must reach: this interface, or whoever has the address. */
export interface Goal {
  readonly target: Interface | null;
  /** The private address of the target, for packets that get there in a way that is not known. */
  readonly address: IpAddress | null;
  /** The resource meant, for words. */
  readonly at: ResourceId | null;
  readonly disposition: Disposition;
  /** The service that must be reached, where a row of the design led the packet; null where any receiver will do. */
  readonly service: WantedService | null;
  /** What a reply must look like once it is there: from whom was asked, whatever was translated on the way. */
  readonly reply?: Packet;
}

export interface Walk {
  readonly world: World;
  readonly direction: 'forward' | 'return';
  readonly session: Session;
  readonly goal: Goal;
  /** The same walk on its way to somewhere else: a load balancer goes on to a target. */
  towards(goal: Goal): Walk;
  /** What was decided so far. */
  readonly steps: readonly Step[];
  /** Out of an interface: its security groups, then the router of its subnet. */
  leave(from: Interface, packet: Packet): Outcome;
  /** The router of a subnet: out through its ACL, then by its route table. Of a gateway with a table: by that alone. */
  route(subnet: Subnet, packet: Packet): Outcome;
  /** Into a transit gateway by one of its attachments, and on by its tables. */
  transit(entry: TransitEntry, packet: Packet): Outcome;
  /** To whoever has the destination address in a network. */
  deliver(network: Network, packet: Packet, via: Via | null): Outcome;
  /** Through the filters before an interface. `from`: the subnet the packet comes from, null from outside any. */
  enter(at: Interface, packet: Packet, from: Subnet | null): Outcome;
  /** The network ACL of a subnet alone. */
  filter(subnet: Subnet, direction: 'in' | 'out', packet: Packet): Outcome | undefined;
  /** The filters before an interface alone: the ACL of its subnet for packets of others, and its security groups. */
  guard(at: Interface, packet: Packet, from: Subnet | null): Outcome | undefined;
  /** On the internet, towards the owner of a public address. */
  outside(packet: Packet, via: Via | null): Outcome;
  /** Whether a packet comes by a place for the first time; the second time it goes in a circle. */
  passes(place: string, packet: Packet): boolean;
  /** To the goal, past whatever is missing on the way: only after that was assumed to be mended. */
  jump(packet: Packet): Outcome;
  pass(step: StepMade, packet: Packet): void;
  /** Says that something outside the design decides here, and goes on as if it let the packet pass. */
  unsure(step: StepMade, why: Words, packet: Packet): void;
  /** Stops the packet; undefined when this obstacle is assumed to be mended. */
  drop(obstacle: Obstacle, packet: Packet): Outcome | undefined;
  /** Says that where the packet goes from here is not known, and looks whether it would be stopped at the goal anyway. */
  guess(step: StepMade, why: Words, packet: Packet): Outcome;
  /** A path that cannot be followed further, the reason being outside the design. */
  lose(step: StepMade, why: Words, packet: Packet): Outcome;
  /** Something that was assumed. */
  note(words: Words): void;
}

export interface StepMade {
  readonly at: ResourceId | null;
  readonly what: Step['what'];
  readonly direction?: 'in' | 'out';
  readonly rewrites?: boolean;
  readonly resource: ResourceId | null;
  readonly row?: string | null;
  readonly field?: string;
  readonly rowKey?: string | null;
  readonly says: Words;
  readonly lost?: readonly LostRow[];
}

export interface Obstacle extends StepMade {
  readonly code: Disposition;
  readonly analyzerCode: AnalyzerCode | null;
  /** Who is to blame, when it is not the owner of the row that the step tells of. */
  readonly blame?: { readonly resource: ResourceId | null; readonly row?: string | null };
  /** Whether to go on behind it would have a meaning. */
  readonly final?: boolean;
}

/** The constraint that an obstacle stands for, the same from walk to walk. */
export function constraintOf(block: Block): string {
  const { code, resource, field, rowKey, row, at } = block;
  // What comes into being once it is mended does so for both directions.
  const direction = code === 'cannot-be-created' || code === 'not-accepted' ? '' : block.direction;
  return [code, resource, field, rowKey ?? row, at, direction].join('|');
}

export function headerOf(packet: Packet): PacketHeader {
  return {
    source: addressWords(packet.source),
    destination: addressWords(packet.destination),
    protocol: packet.protocol === 'icmp' ? icmpOf(packet) : packet.protocol,
    sourcePorts: packet.protocol === 'icmp' ? allPorts : packet.sourcePorts,
    destinationPorts: packet.protocol === 'icmp' ? null : packet.destinationPorts,
  };
}

/** The types of a ping and of its answer (RFC 792, RFC 4443). */
export const echoTypes = { 4: { request: 8, reply: 0 }, 6: { request: 128, reply: 129 } } as const;

/** The answer to a packet, as its receiver sends it. */
export function replyTo(packet: Packet): Packet {
  const { request, reply } = echoTypes[packet.destination.family];
  const isEcho = packet.icmpTypes[0] === request && packet.icmpTypes[1] === request;
  return {
    ...packet,
    source: packet.destination,
    destination: packet.source,
    sourcePorts: packet.destinationPorts ?? allPorts,
    destinationPorts: packet.sourcePorts,
    icmpTypes: isEcho ? [reply, reply] : packet.icmpTypes,
    sender: null,
    inspected: null,
    origin: null,
  };
}
