/** The way back through a load balancer: it remembers the connection, and puts the address that the client knows back. */
import type { Words } from '../../../lib/words';
import { addressInJapanese, addressWords } from '../address';
import { arrive } from '../arrival';
import type { LoadBalancerFact } from '../facts';
import { byAcl } from '../filters';
import type { Outcome, Packet, Walk } from '../walk';
import type { Interface } from '../world';
import { notTaken } from './notTaken';

/** What comes back from a target goes on to the client, under the address that the client knows. */
export function takeReply(fact: LoadBalancerFact, walk: Walk, packet: Packet, node: Interface): Outcome {
  const { world, session, goal } = walk;
  const name = world.name(fact.by);
  const connection = session.connections.get(fact.by);
  if (connection === undefined) {
    // It had asked by itself: a health check.
    if (goal.target === node) return arrive(walk, node, packet);
    const says: Words = {
      en: `${name} knows nothing of the connection that this is a reply to`,
      ja: `${name} は、この応答に対応する接続を知りません`,
    };
    return notTaken(walk, fact.by, 'load-balancer', says, packet);
  }
  // Each connection has one reply: what comes to a load balancer after it was asked for by the load balancer itself.
  session.connections.delete(fact.by);
  const { before, back } = connection;
  const restored: Packet = {
    ...packet,
    source: before.destination,
    sourcePorts: before.destinationPorts ?? packet.sourcePorts,
    destination: before.source,
    destinationPorts: before.sourcePorts,
    sender: node,
  };
  walk.pass(
    {
      at: fact.by,
      what: 'load-balancer',
      direction: 'out',
      rewrites: true,
      resource: fact.by,
      says: {
        en: `${name} sends the reply on to ${addressWords(restored.destination)}`,
        ja: `${name} は応答を ${addressInJapanese(restored.destination)} に送ります`,
      },
    },
    restored,
  );
  return back === undefined ? walk.leave(node, restored) : back(walk, restored);
}

/**
 * The reply of a target that was shown the client's address: it goes to the node and not where the routes of the
 * target's subnet lead, but the network ACLs between the two see it.
 */
export function takenFrom(target: Interface, fact: LoadBalancerFact, node: Interface) {
  return (walk: Walk, reply: Packet): Outcome => {
    if (target.subnet !== null && node.subnet !== null && target.subnet !== node.subnet) {
      const stop = byAcl(walk, target.subnet, 'out', reply) ?? byAcl(walk, node.subnet, 'in', reply);
      if (stop !== undefined) return stop;
    }
    return takeReply(fact, walk, reply, node);
  };
}
