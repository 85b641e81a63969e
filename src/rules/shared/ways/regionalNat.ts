/** Against what keeps a regional NAT gateway from carrying a packet. */
import type { PlanMaker } from '../../../core/plans/mend';
import { known } from '../../../core/model/value';
import { isKind } from '../../../core/model/queries';
import { zoneOf } from '../networks';
import { madePublic, regionalNats, servingToo, withInternetGateway } from '../regionalNat';

export const regionalNat: PlanMaker = function* (context, _flow, trace) {
  const [block] = trace.blockedBy;
  const found = regionalNats(context).find(({ nat }) => nat.id === block?.resource);
  if (block === undefined || found === undefined) return;
  const { nat, vpc } = found;
  if (block.code === 'not-in-zone') {
    const at = trace.forward.steps.findLast(({ what }) => what === 'route')?.at;
    const subnet = context.resource(at);
    const zone = subnet !== undefined && isKind(subnet, 'subnet') ? zoneOf(context, subnet) : undefined;
    if (zone !== undefined && zone !== '') yield { plan: servingToo(context, nat, zone), cost: 2 };
  }
  if (block.code !== 'cannot-be-created') return;
  if (known(nat.props.connectivity) === 'private') yield { plan: madePublic(context, nat), cost: 2 };
  const gateway = withInternetGateway(context, vpc);
  if (gateway !== undefined) yield { plan: gateway, cost: 3 };
};
