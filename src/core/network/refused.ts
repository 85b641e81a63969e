/** What follows from a refusal of AWS: a packet stops at what is never created, and of two the later one is refused. */
import { compareOrder } from '../../lib/order';
import type { ResourceId } from '../model/document';
import type { NoEnd } from './ends';
import type { EgressOnlyGatewayFact, Fact, InternetGatewayFact, VpnGatewayFact } from './facts';
import type { NotCreated } from './hops/behaviour';
import type { Block } from './trace';
import type { Outcome, Packet, StepMade, Walk } from './walk';
import { attachedTo, type World } from './world';

/** Stops a packet at what AWS would refuse to create; undefined where it may go on. */
export function stopAtRefused(
  walk: Walk,
  id: ResourceId,
  made: Pick<StepMade, 'at' | 'what' | 'direction' | 'lost'>,
  packet: Packet,
): Outcome | undefined {
  const refusal = walk.world.refusals.get(id);
  return refusal === undefined ? undefined : walk.drop({ ...made, ...refusal, ...reason }, packet);
}

/** What AWS would refuse to create as an end of a flow. */
export function refusedEnd(refusal: NotCreated, at: ResourceId): NoEnd {
  const fault: Omit<Block, 'direction'> = { row: null, ...refusal, at, ...reason };
  return { what: 'deliver', fault };
}

const reason = { code: 'cannot-be-created', analyzerCode: 'BAD_STATE' } as const;

/** The order in which people see things, by which the later of two that cannot both be is refused. */
export function byDiagram(a: Fact, b: Fact): number {
  return compareOrder({ order: a.order ?? '', id: a.by }, { order: b.order ?? '', id: b.by });
}

/**
 * Why a gateway of which a network has one cannot be attached: there is an earlier one.
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export function secondOfItsKind(
  fact: InternetGatewayFact | EgressOnlyGatewayFact | VpnGatewayFact,
  world: World,
): NotCreated | undefined {
  const network = fact.network === null ? undefined : world.networks.get(fact.network);
  if (network === undefined) return undefined;
  const first = attachedTo(network, fact.fact).reduce<Fact>((a, b) => (byDiagram(b, a) < 0 ? b : a), fact);
  if (first.by === fact.by) return undefined;
  const [name, vpc, other] = [fact.by, network.id, first.by].map(world.name);
  return {
    resource: fact.by,
    says: {
      en: `${name} cannot be attached to ${vpc}, which has ${other} already`,
      ja: `${vpc} には ${other} がアタッチされているため、${name} はアタッチできません`,
    },
  };
}
