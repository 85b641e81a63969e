/**
 * One flow between two addresses, there and back. What stops it is assumed to be mended and the flow followed again, to
 * find what stands behind.
 */
import type { Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import type { IpAddress } from './address';
import { chooserAlong, everyWay, type Round as FollowedRound } from './choices';
import { unique } from './combine';
import type { Answer, Start } from './ends';
import { newWalk, type Walked } from './forwarding';
import { type PortRange } from './ports';
import { missesAppliance } from './symmetry';
import type { Block, Path, Query, Trace, Verdict } from './trace';
import type { Fork, Goal, Outcome, Packet, Session } from './walk';
import { constraintOf, echoTypes, replyTo } from './walk';
import type { World } from './world';

/** How many obstacles behind one another are looked for. */
const maxObstacles = 4;

export function onePair(
  world: World,
  query: Query,
  start: Start,
  answer: Answer,
  source: IpAddress,
  destination: IpAddress,
): Trace {
  const packet = firstPacket(world, query, start, source, destination);
  return everyWay((ways) => oneWay(world, start, answer, packet, ways));
}

/** The flow by the given way at each fork. */
function oneWay(
  world: World,
  start: Start,
  answer: Answer,
  packet: Packet,
  ways: readonly number[],
): FollowedRound {
  const first = thereAndBack(world, start, answer, packet, new Set(), ways);
  const blockedBy: Block[] = [];
  const mended = new Set<string>();
  // Whoever asks for the verdict alone is not told what stands behind the first.
  if (world.watch !== undefined && first.block !== undefined) blockedBy.push(first.block);
  else
    for (let round = first; round.block !== undefined && blockedBy.length < maxObstacles;) {
      const constraint = constraintOf(round.block);
      if (mended.has(constraint)) break;
      blockedBy.push(round.block);
      mended.add(constraint);
      round = thereAndBack(world, start, answer, packet, mended, ways);
    }
  const doubts = [...start.doubts, ...first.doubts];
  for (const each of [start.from, answer.target])
    if (each !== null) {
      const has = answer.family === 4 ? each.ipv4 : each.ipv6;
      if (isUnknown(has)) doubts.push(has.unknown);
      // Whether there is any IPv6 at all is part of what is not known.
      if (answer.family === 6 && each.subnet?.hidden6 != null) doubts.push(each.subnet.hidden6);
    }
  const isUnsure = doubts.length > 0 || !first.isComplete;
  const verdict: Verdict = first.block !== undefined ? 'blocked' : isUnsure ? 'unknown' : 'reachable';
  const trace: Trace = {
    verdict,
    resolution: null,
    forward: first.forward,
    return: first.back,
    blockedBy,
    unknowns: unique(verdict === 'blocked' ? first.notes : [...doubts, ...first.notes]),
  };
  return { trace, forks: first.forks };
}

interface Round {
  readonly forward: Path;
  readonly back: Path | null;
  /** Whether both ways were followed to their end. */
  readonly isComplete: boolean;
  readonly block: Block | undefined;
  readonly doubts: readonly Words[];
  readonly notes: readonly Words[];
  readonly forks: readonly Fork[];
}

/** One flow and its reply, with some obstacles taken away. */
function thereAndBack(
  world: World,
  start: Start,
  answer: Answer,
  packet: Packet,
  mended: ReadonlySet<string>,
  ways: readonly number[],
): Round {
  const forks: Fork[] = [];
  const session: Session = {
    connections: new Map(),
    privateOf: new Map(),
    waysBack: [],
    taken: new Map(),
    choose: chooserAlong(ways, forks),
    appliances: new Set(),
    appliancesBack: new Set(),
    entries: new Map(),
    tookIn: new Set(),
    some: start.some,
    narrowed: new Map(),
    isPartlyUnknown: false,
  };
  const goal: Goal = {
    target: answer.target,
    address: answer.target === null || packet.destination.is.as === 'public' ? null : packet.destination,
    at: answer.at,
    disposition: answer.disposition,
    service: answer.service,
  };
  const out = newWalk(world, 'forward', goal, session, mended);
  const there =
    start.enter?.(out, packet) ??
    (start.from === null ? out.outside(packet, null) : out.leave(start.from, packet));
  const forward = pathOf(out, there);
  if (!there.arrived)
    return {
      forward,
      back: null,
      isComplete: false,
      block: out.stoppedBy(),
      doubts: out.doubts,
      notes: out.notes,
      forks,
    };
  const home: Goal = {
    target: start.from,
    address: start.from === null ? null : packet.source,
    at: start.at,
    disposition: 'delivered',
    service: null,
    reply: replyTo(packet),
  };
  const back = newWalk(world, 'return', home, session, mended);
  const answered = there.reply(back, replyTo(there.packet));
  const missed = answered.arrived ? missesAppliance(back, replyTo(packet)) : undefined;
  const again = missed ?? answered;
  return {
    forward,
    back: pathOf(back, again),
    isComplete: again.arrived,
    block: back.stoppedBy(),
    doubts: [...out.doubts, ...back.doubts],
    notes: [...out.notes, ...back.notes],
    forks,
  };
}

function pathOf(walk: Walked, outcome: Outcome): Path {
  const disposition = outcome.arrived && walk.doubts.length > 0 ? 'unknown' : outcome.disposition;
  return { disposition, steps: walk.steps };
}

function firstPacket(
  { watch }: World,
  query: Query,
  start: Start,
  source: IpAddress,
  destination: IpAddress,
): Packet {
  const { protocol, port, sourcePort } = query;
  const hasPorts = protocol === 'tcp' || protocol === 'udp';
  // A ping, unless the port says another ICMP type.
  const ping = echoTypes[destination.family].request;
  const type = protocol === 'icmp' && port !== null && port >= 0 && port <= 255 ? port : ping;
  const sourcePorts: PortRange = sourcePort !== null ? [sourcePort, sourcePort] : start.clientPorts;
  return {
    source,
    destination,
    protocol,
    sourcePorts,
    // A question on the way, to a DNS server say, has a port of its own.
    destinationPorts: !hasPorts || port === null ? null : watch?.port === port ? watch.ports : [port, port],
    icmpTypes: [type, type],
    sender: start.from,
    origin: start.from,
  };
}
