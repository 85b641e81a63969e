/**
 * A load balancer: a node in each of its subnets takes packets for its listeners and sends them on to targets, as a
 * connection of its own or, for some targets of a Network Load Balancer, under the client's address (LB2).
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
 */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { arrive } from '../arrival';
import type { LoadBalancerFact } from '../facts';
import type { World } from '../world';
import { attachedTo } from '../world';
import { balance } from './balance';
import { takeReply } from './balancedReply';
import type { Behaviour } from './behaviour';

export const loadBalancer: Behaviour<LoadBalancerFact> = {
  foundBy: ({ scheme }) => ({
    publicAddresses: isUnknown(scheme) ? scheme : scheme === 'internet-facing',
  }),

  // Its health checks are flows of its own.
  cannotStart(fact, world) {
    const reason = whyNotCreated(fact, world);
    return reason === undefined
      ? undefined
      : { code: 'cannot-be-created', analyzerCode: 'BAD_STATE', ...reason };
  },

  receive(fact, walk, packet, node) {
    if (walk.direction === 'return') return takeReply(fact, walk, packet, node);
    const { goal, world } = walk;
    if (goal.target !== null && goal.target !== node) return arrive(walk, node, packet);
    const reason = whyNotCreated(fact, world);
    if (reason !== undefined) {
      const stop = walk.drop(
        {
          at: fact.by,
          what: 'load-balancer',
          resource: fact.by,
          ...reason,
          code: 'cannot-be-created',
          analyzerCode: 'BAD_STATE',
        },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    return balance(fact, walk, packet, node);
  },
};

/** What AWS would refuse carries no traffic. */
export function whyNotCreated(
  fact: LoadBalancerFact,
  world: World,
): { readonly field: string; readonly says: Words } | undefined {
  const name = world.name(fact.by);
  const network = fact.network === null ? undefined : world.networks.get(fact.network);
  if (
    fact.scheme === 'internet-facing' &&
    network !== undefined &&
    network.hidden === null &&
    attachedTo(network, 'internet-gateway').length === 0
  )
    return {
      field: 'scheme',
      says: {
        en: `${name} cannot be created: an internet-facing load balancer needs an internet gateway, and ${world.name(network.id)} has none`,
        ja: `${name} は作成できません。インターネット向けのロードバランサーに必要なインターネットゲートウェイが ${world.name(network.id)} にありません`,
      },
    };
  const nodes = world.interfaces.get(fact.by) ?? [];
  const zones = nodes.flatMap(({ subnet }) =>
    subnet === null || isUnknown(subnet.zone) || subnet.zone === '' ? [] : [subnet.zone],
  );
  const repeated = zones.find((zone, index) => zones.indexOf(zone) !== index);
  if (repeated !== undefined)
    return {
      field: 'subnets',
      says: {
        en: `${name} cannot be created: two of its subnets are in ${repeated}`,
        ja: `${name} は作成できません。${repeated} にあるサブネットが 2 つ指定されています`,
      },
    };
  // In a Local Zone or on an Outpost one subnet is enough.
  const isInZones = zones.every((zone) => /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/.test(zone));
  if (fact.type === 'application' && nodes.length === 1 && isInZones)
    return {
      field: 'subnets',
      says: {
        en: `${name} cannot be created: an Application Load Balancer needs subnets in at least two Availability Zones`,
        ja: `${name} は作成できません。Application Load Balancer には、2 つ以上のアベイラビリティーゾーンのサブネットが必要です`,
      },
    };
  return undefined;
}
