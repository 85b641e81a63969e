/** Against a way between two VPCs that is missing: routes to what joins them already, else a new peering connection. */
import { isKind } from '../../../core/model/queries';
import type { Block } from '../../../core/network/trace';
import type { Candidate, PlanMaker } from '../../../core/plans/mend';
import type { Plan } from '../../../core/plans/plan';
import type { RuleContext } from '../../../core/rules/rule';
import { overlaps } from '../../../lib/cidr';
import { acceptance } from '../acceptance';
import { additionBeside } from '../additions';
import { vpcBlocks } from '../networks';
import { peersOf } from '../peerings';
import { called, followedBy, plan } from '../words';
import { endsOf, routesTo, type Ends } from './vpcEnds';

const codes: ReadonlySet<string> = new Set([
  'no-route',
  'blackhole',
  'gateway-rejects',
  'translation-refused',
  'wrong-owner',
  'no-public-address',
]);

export const connections: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  if (block === undefined) return;
  yield* accepted(context, block);
  const ends = codes.has(block.code) ? endsOf(context, flow, block.direction) : undefined;
  if (ends === undefined) return;
  const joined = peersOf(context, ends.own.id).filter(
    ({ vpc, peering }) => vpc.id === ends.other.id && peering.connection.props.accepted !== false,
  );
  for (const { peering } of joined) {
    const routed = routesTo(context, ends, peering.connection);
    if (routed !== undefined) yield { plan: routed, cost: 2 };
  }
  if (joined.length > 0 || block.direction !== 'forward') return;
  const peered = newPeering(context, ends);
  if (peered !== undefined) yield { plan: peered, cost: 6 };
};

function* accepted(context: RuleContext, block: Block): Generator<Candidate> {
  const resource = context.resource(block.resource);
  if (block.code !== 'not-accepted' || resource === undefined) return;
  if (!isKind(resource, 'peering-connection')) return;
  yield { plan: acceptance(context, resource.id), cost: 1 };
}

/** A connection between two VPCs that lack one, with the routes to the other; none where their blocks overlap (PX1). */
export function newPeering(context: RuleContext, ends: Ends): Plan | undefined {
  const { own, other } = ends;
  const [ownBlocks, otherBlocks] = [vpcBlocks(own), vpcBlocks(other)];
  if (ownBlocks === undefined || otherBlocks === undefined) return undefined;
  if (ownBlocks.some(({ block }) => otherBlocks.some((each) => overlaps(block, each.block))))
    return undefined;
  const fresh = additionBeside(context, 'peering-connection', own, 'PeeringConnection', {
    requester: own.id,
    accepter: other.id,
  });
  const first = plan(
    `Peer ${called(context, own.id)} with ${called(context, other.id)}`,
    `${called(context, own.id)} と ${called(context, other.id)} をピアリング`,
    fresh.call,
  );
  const routed = routesTo(context.after(first), ends, fresh);
  return routed === undefined ? undefined : followedBy(first, routed);
}
