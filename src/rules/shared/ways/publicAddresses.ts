/** Against a missing public address. */
import { call } from '../../../core/commands';
import type { PlanMaker } from '../../../core/plans/mend';
import { publicAddressProps } from '../publicAddress';
import { called, plan } from '../words';

export const publicAddresses: PlanMaker = function* (context, _flow, trace) {
  const [block] = trace.blockedBy;
  const resource = block?.code === 'no-public-address' ? context.resource(block.resource) : undefined;
  if (resource === undefined) return;
  const props = publicAddressProps(context, resource);
  if (props === undefined) return;
  const name = called(context, resource.id);
  yield {
    plan: plan(
      `Give ${name} a public IPv4 address`,
      `${name} にパブリック IPv4 アドレスを割り当てる`,
      call('setProps', { id: resource.id, props }),
    ),
    cost: 4,
  };
};
