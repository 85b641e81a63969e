/** Against what stops a flow at a transit gateway, or on the way to one: attachments, associations, routes of its tables. */
import type { Flow, Resource, ResourceId } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import type { Block, Trace } from '../../../core/network/trace';
import type { Candidate, PlanMaker } from '../../../core/plans/mend';
import type { RuleContext } from '../../../core/rules/rule';
import { acceptance } from '../acceptance';
import { zoneOf } from '../networks';
import { associationsOf, attachedTo, gatewayNamed, gatewaysOf, subnetsOfAttachment } from '../transit';
import { associationPlans, groupSupportPlans, newAttachment, subnetPlan } from '../transitPlans';
import { followedBy } from '../words';
import { destinationOf } from './ends';
import { inTransitTable, waysOut } from './transitTables';
import { endsOf, routesTo, subnetsUnder } from './vpcEnds';

export const transit: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  if (block === undefined) return;
  const resource = context.resource(block.resource);
  const isAtGateway =
    resource !== undefined &&
    (isKind(resource, 'transit-gateway-route-table') || isKind(resource, 'transit-gateway'));
  if (resource !== undefined) yield* atAttachment(context, block, resource, trace);
  if (isAtGateway && block.code === 'no-route') yield* inTransitTable(context, flow, block, resource);
  else if (lostCodes.has(block.code)) yield* toGateway(context, flow, block);
  if (block.analyzerCode === 'SG_REFERENCING_SUPPORT') yield* groups(context, flow);
};

/** What happens where a VPC's own tables do not lead to a transit gateway. */
const lostCodes: ReadonlySet<string> = new Set([
  'no-route',
  'blackhole',
  'gateway-rejects',
  'translation-refused',
  'no-public-address',
]);

function* atAttachment(
  context: RuleContext,
  block: Block,
  resource: Resource,
  trace: Trace,
): Generator<Candidate> {
  const { id } = resource;
  if (isKind(resource, 'transit-gateway-peering') && block.code === 'not-accepted')
    yield { plan: acceptance(context, id), cost: 1 };
  if (block.code === 'no-route')
    for (const each of gatewaysOf(context, id) ?? []) {
      const gateway = gatewayNamed(context, each);
      if (gateway === undefined || associationsOf(context, id, gateway)?.length !== 0) continue;
      for (const associated of associationPlans(context, id, gateway)) yield { plan: associated, cost: 2 };
    }
  if (!isKind(resource, 'transit-gateway-attachment')) return;
  if (block.code === 'not-in-zone') yield* inZone(context, resource, lastSubnet(context, block, trace));
}

/** The subnet whose route table was looked at last. */
function lastSubnet(
  context: RuleContext,
  { direction }: Block,
  trace: Trace,
): Resource<'subnet'> | undefined {
  const steps = (direction === 'forward' ? trace.forward : trace.return)?.steps ?? [];
  const at = [...steps].reverse().find(({ what }) => what === 'route')?.at;
  const resource = context.resource(at);
  return resource !== undefined && isKind(resource, 'subnet') ? resource : undefined;
}

/** TG1: a subnet of the zone that sends, unless the attachment has one there. */
function* inZone(
  context: RuleContext,
  attachment: Resource<'transit-gateway-attachment'>,
  subnet: Resource<'subnet'> | undefined,
): Generator<Candidate> {
  if (subnet === undefined) return;
  const zone = zoneOf(context, subnet) ?? '';
  const own = subnetsOfAttachment(context, attachment);
  if (zone === '' || own.some((each) => zoneOf(context, each) === zone)) return;
  yield { plan: subnetPlan(context, attachment, subnet.id), cost: 1 };
}

/** From a VPC to a transit gateway that leads to the destination, or can: the attachment and the routes that are missing. */
function* toGateway(context: RuleContext, flow: Flow, block: Block): Generator<Candidate> {
  const ends = endsOf(context, flow, block.direction);
  if (ends === undefined) {
    if (block.direction === 'forward' && destinationOf(context, flow).is === 'internet')
      yield* toInternet(context, flow);
    return;
  }
  const { region } = context.around(ends.own.id);
  let proposed = 0;
  for (const gateway of context.all('transit-gateway')) {
    if (context.around(gateway.id).region !== region) continue;
    const there = attachedTo(context, gateway.id);
    const isOwn = there.some(({ vpc }) => vpc.id === ends.own.id);
    if (isOwn) {
      const routed = routesTo(context, ends, gateway);
      if (routed !== undefined) yield { plan: routed, cost: 2 };
      continue;
    }
    const isOther = there.some(({ vpc }) => vpc.id === ends.other.id);
    if (block.direction === 'return' || (!isOther && proposed >= 2)) continue;
    const attached = newAttachment(context, ends.own, gateway)?.plan;
    if (attached === undefined) continue;
    if (!isOther) proposed += 1;
    const after = context.after(attached);
    const routed = routesTo(after, endsOf(after, flow, block.direction) ?? ends, gateway);
    yield {
      plan: routed === undefined ? attached : followedBy(attached, routed),
      cost: isOther ? 5 : 6,
    };
  }
}

/** A default route to a transit gateway behind which another VPC has a NAT gateway. */
function* toInternet(context: RuleContext, flow: Flow): Generator<Candidate> {
  const subnets = subnetsUnder(context, flow.from);
  const own = context.around(flow.from).ancestor('vpc');
  if (own === undefined || subnets.length === 0) return;
  for (const gateway of context.all('transit-gateway')) {
    const there = attachedTo(context, gateway.id);
    if (!there.some(({ vpc }) => vpc.id === own.id)) continue;
    if (waysOut(context, gateway.id, own.id).length === 0) continue;
    const routed = routesTo(context, { subnets, blocks: ['0.0.0.0/0'] }, gateway);
    if (routed !== undefined) yield { plan: routed, cost: 4 };
  }
}

/** TG5: names of groups are recognised where the transit gateway and both attachments support it. */
function* groups(context: RuleContext, { from, to }: Flow): Generator<Candidate> {
  const vpcs = [from, to].map((id: ResourceId) => context.around(id).ancestor('vpc')?.id);
  const [own, other] = vpcs;
  if (own === undefined || other === undefined) return;
  for (const supported of groupSupportPlans(context, own, other)) yield { plan: supported, cost: 2 };
}
