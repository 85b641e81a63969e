/** Against VPC Block Public Access: an exclusion of the subnet, which stays the exception. */
import { call } from '../../../core/commands';
import type { Resource } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import { known } from '../../../core/model/value';
import type { PlanMaker } from '../../../core/plans/mend';
import type { Trace } from '../../../core/network/trace';
import type { RuleContext } from '../../../core/rules/rule';
import { vpcOf } from '../networks';
import { called, plan } from '../words';
import { workloadOf } from '../workloads';

export const publicAccess: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  const by = block?.code === 'public-access-blocked' ? context.resource(block.resource) : undefined;
  if (by === undefined || !isKind(by, 'public-access-block')) return;
  const isIncoming = trace.forward.steps.at(-1)?.direction === 'in';
  const places = isIncoming ? (workloadOf(context, flow.to)?.subnets ?? []) : senders(context, trace);
  for (const place of places) {
    const name = called(context, place.id);
    const exclude = (mode: 'allow-egress' | 'allow-bidirectional') =>
      call('setProps', { id: place.id, props: { publicAccess: mode } });
    // Where the Region blocks ingress only, AWS ignores exclusions for egress.
    if (!isIncoming && known(by.props.mode) === 'block-bidirectional')
      yield {
        plan: plan(
          `Exclude ${name} from ${called(context, by.id)} for egress`,
          `${name} を ${called(context, by.id)} から除外 (エグレスのみ)`,
          exclude('allow-egress'),
        ),
        cost: 4,
      };
    else
      yield {
        plan: plan(
          `Exclude ${name} from ${called(context, by.id)} for both directions`,
          `${name} を ${called(context, by.id)} から除外 (双方向)`,
          exclude('allow-bidirectional'),
        ),
        cost: 8,
      };
  }
};

/** What sends by the gateway: the subnet whose table led there; the VPC, where that is no subnet’s. */
function senders(context: RuleContext, { forward }: Trace): (Resource<'subnet'> | Resource<'vpc'>)[] {
  const at = forward.steps.findLast(({ what }) => what === 'route')?.at;
  const place = context.resource(at);
  if (place === undefined) return [];
  if (isKind(place, 'subnet')) return [place];
  const vpc = vpcOf(context, place.id);
  return vpc === undefined ? [] : [vpc];
}
