/** The path of one packet in one direction: out of an interface, by the router, through gateways, into an interface. */
import type { Words } from '../../lib/words';
import { arrive, nobody, noteUnattached } from './arrival';
import { addressWords } from './address';
import { byAcl, byGroups } from './filters';
import { behaviourOf } from './hops';
import { answeredAtLink } from './linkLocal';
import { isIn, ownerIn } from './owners';
import { fromInternet } from './publicSide';
import { stopAtRefused } from './refused';
import { byTable } from './routing';
import type { Block, Step } from './trace';
import { enterTransit } from './transit/forward';
import type { Goal, Obstacle, Packet, Session, StepMade, Walk } from './walk';
import { constraintOf, headerOf } from './walk';
import type { World } from './world';

/** More gateways than this one behind the other are a loop. */
const maxHops = 32;

/** A walk that has been walked. */
export interface Walked extends Walk {
  readonly steps: Step[];
  readonly notes: Words[];
  readonly doubts: Words[];
  /** What stopped it; undefined when it arrived or was lost from sight. */
  stoppedBy(): Block | undefined;
}

/** What a walk leaves behind; the same when it goes on to somewhere else. */
interface WalkRecord {
  readonly steps: Step[];
  readonly notes: Words[];
  readonly doubts: Words[];
  /** The places it has come by, so that a circle is noticed. */
  readonly passed: Set<string>;
  /** How often it has gone past something that is missing. */
  jumps: number;
  stopped?: Block;
}

export function newWalk(
  world: World,
  direction: Walk['direction'],
  goal: Goal,
  session: Session,
  mended: ReadonlySet<string>,
  record: WalkRecord = { steps: [], notes: [], doubts: [], passed: new Set(), jumps: 0 },
): Walked {
  const { steps, notes, doubts, passed } = record;

  const { watch } = world;

  const write = (made: StepMade, verdict: Step['verdict'], packet: Packet): void => {
    if (watch?.writesSteps === false) return;
    steps.push({
      at: made.at,
      what: made.what,
      direction: made.direction ?? null,
      verdict,
      because: {
        resource: made.resource,
        row: made.row ?? null,
        ...(made.field === undefined ? {} : { field: made.field }),
        ...(made.rowKey == null ? {} : { rowKey: made.rowKey }),
        says: made.says,
      },
      packet: headerOf(packet),
      ...(made.lost === undefined || made.lost.length === 0 ? {} : { lost: made.lost }),
    });
  };

  const walk: Walked = {
    world,
    direction,
    session,
    goal,
    steps,
    notes,
    doubts,
    towards: (next) => newWalk(world, direction, next, session, mended, record),
    stoppedBy: () => record.stopped,
    pass: (made, packet) => write(made, made.rewrites === true ? 'rewrite' : 'pass', packet),
    unsure(made, why, packet) {
      write(made, 'unknown', packet);
      doubts.push(why);
    },
    lose(made, why, packet) {
      session.isPartlyUnknown = true;
      walk.unsure(made, why, packet);
      return { arrived: false, disposition: 'unknown' };
    },
    guess(made, why, packet) {
      walk.unsure(made, why, packet);
      if (goal.reply !== undefined) return walk.jump({ ...goal.reply, sender: packet.sender });
      const { family, value } = packet.source;
      // Whatever is on the way may have translated the source.
      const source: Packet['source'] = { family, value, owner: null, is: { as: 'hidden', within: [], why } };
      return walk.jump({ ...packet, source });
    },
    note: (words) => void notes.push(words),
    drop(obstacle, packet) {
      const block = blockOf(obstacle, direction);
      if (mended.size > 0 && obstacle.final !== true && mended.has(constraintOf(block))) return undefined;
      record.stopped = block;
      write(obstacle, 'drop', packet);
      return { arrived: false, disposition: obstacle.code };
    },

    leave(from, packet) {
      const { place } = from;
      const taken = direction === 'return' ? session.taken.get(from) : undefined;
      if (taken !== undefined) {
        session.taken.delete(from);
        return taken(walk, packet);
      }
      if (place === null) return { arrived: false, disposition: 'unknown' };
      noteUnattached(walk, from);
      const answered = direction === 'forward' ? answeredAtLink(walk, from, packet) : undefined;
      if (answered !== undefined) return answered;
      // Groups remember connections: a reply needs no rule (SG1).
      if (direction === 'forward') {
        const stop = byGroups(walk, from, 'out', packet);
        if (stop !== undefined) return stop;
      }
      return walk.route(place, packet);
    },

    route(subnet, packet) {
      const { network } = subnet;
      if (network === null) return { arrived: false, disposition: 'unknown' };
      if (world.subnets.get(subnet.id) !== subnet) return byTable(walk, subnet, network, packet);
      // RT11, NA5: within a subnet there is neither a route nor an ACL.
      const neighbour = ownerIn(network, packet);
      if (neighbour?.subnet === subnet) return walk.enter(neighbour, packet, subnet);
      if (neighbour === undefined && isIn(subnet, packet)) return walk.deliver(network, packet, null);

      const stop = byAcl(walk, subnet, 'out', packet);
      if (stop !== undefined) return stop;
      const { owner } = packet.destination;
      const back =
        direction === 'return'
          ? session.waysBack.find((way) => way.from === network && way.to === owner)
          : undefined;
      return back?.send(walk, packet) ?? byTable(walk, subnet, network, packet);
    },

    transit: (entry, packet) => enterTransit(walk, entry, packet),

    deliver(network, packet, via) {
      const owner = ownerIn(network, packet);
      if (owner !== undefined) return walk.enter(owner, packet, via?.subnet ?? null);
      return nobody(walk, network, packet, via);
    },

    enter(at, packet, from) {
      const stop = walk.guard(at, packet, from);
      if (stop !== undefined) return stop;
      const { receive, isForAllProtocols } = behaviourOf(at.of);
      if (receive === undefined) return arrive(walk, at, packet);
      if (watch !== undefined && isForAllProtocols !== true) watch.isForAll = false;
      return receive(at.of, walk, packet, at);
    },

    filter: (subnet, side, packet) => byAcl(walk, subnet, side, packet),

    passes(place, packet) {
      const state = `${place}|${addressWords(packet.source)}`;
      if (passed.size >= maxHops || passed.has(state)) return false;
      passed.add(state);
      return true;
    },

    guard(at, packet, from) {
      const refused = stopAtRefused(walk, at.id, { at: at.id, what: 'deliver', direction: 'in' }, packet);
      if (refused !== undefined) return refused;
      if (at.subnet !== null && at.subnet !== from) {
        const stop = byAcl(walk, at.subnet, 'in', packet);
        if (stop !== undefined) return stop;
      }
      // The groups of the one that asked remember it, a load balancer or an appliance on the way too: the answer needs no rule (SG1).
      const hasAsked = at === goal.target || session.connections.has(at.id) || session.appliances.has(at.id);
      return direction === 'return' && hasAsked ? undefined : byGroups(walk, at, 'in', packet);
    },

    outside: (packet, via) => fromInternet(walk, packet, via),

    jump(packet) {
      session.isPartlyUnknown = true;
      const { target } = goal;
      // What is missing at the goal itself would be jumped over again and again.
      if (record.jumps++ > maxHops) return { arrived: false, disposition: 'unknown' };
      if (target !== null) {
        const isKnown = packet.sender?.network === target.network;
        const meant = goal.address === null ? packet : { ...packet, destination: goal.address };
        return walk.enter(target, isKnown ? meant : { ...meant, sender: null }, null);
      }
      return {
        arrived: true,
        disposition: goal.disposition,
        packet,
        reply: (back, answer) => back.jump(answer),
      };
    },
  };

  return walk;
}

function blockOf(obstacle: Obstacle, direction: 'forward' | 'return'): Block {
  const { blame } = obstacle;
  const isOther = blame !== undefined;
  return {
    resource: isOther ? blame.resource : obstacle.resource,
    row: isOther ? (blame.row ?? null) : (obstacle.row ?? null),
    ...(obstacle.field === undefined ? {} : { field: obstacle.field }),
    ...(obstacle.rowKey == null ? {} : { rowKey: obstacle.rowKey }),
    at: obstacle.at,
    code: obstacle.code,
    analyzerCode: obstacle.analyzerCode,
    direction,
    says: obstacle.says,
  };
}
