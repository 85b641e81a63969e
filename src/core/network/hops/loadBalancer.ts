/**
 * A load balancer: a node in each of its subnets takes packets for its listeners and sends them on to targets, as a
 * connection of its own or, for some targets of a Network Load Balancer, under the client's address (LB2).
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
import { isUnknown } from '../../model/value';
import { arrive } from '../arrival';
import type { LoadBalancerFact } from '../facts';
import { balance } from './balance';
import { whyNotCreated } from './balancerCreation';
import { takeReply } from './balancedReply';
import type { Behaviour } from './behaviour';

export const loadBalancer: Behaviour<LoadBalancerFact> = {
  foundBy: ({ scheme }) => ({
    publicAddresses: isUnknown(scheme) ? scheme : scheme === 'internet-facing',
  }),

  // Its health checks are flows of its own, and go out no more than anything comes in.
  refusal: whyNotCreated,

  receive(fact, walk, packet, node) {
    if (walk.direction === 'return') return takeReply(fact, walk, packet, node);
    const { goal } = walk;
    if (goal.target !== null && goal.target !== node) return arrive(walk, node, packet);
    return balance(fact, walk, packet, node);
  },
};
