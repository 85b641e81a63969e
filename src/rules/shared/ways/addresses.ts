/** Against addresses that AWS does not give: a block of a subnet, the private address of an instance. */
import { call } from '../../../core/commands';
import { isKind } from '../../../core/model/queries';
import type { PlanMaker } from '../../../core/plans/mend';
import { freeSubnetBlock, subnetBlock, vpcOf } from '../networks';
import { called, plan } from '../words';

/** As large as most subnets are, where nothing can be made of what is written. */
const usual = 24;

export const addresses: PlanMaker = function* (context, _flow, trace) {
  const [block] = trace.blockedBy;
  const resource = block?.code === 'cannot-be-created' ? context.resource(block.resource) : undefined;
  if (block === undefined || resource === undefined) return;
  const name = called(context, resource.id);
  if (isKind(resource, 'subnet') && block.field === 'cidr') {
    const vpc = vpcOf(context, resource.id);
    const wanted = subnetBlock(resource)?.prefix ?? usual;
    const free = vpc === undefined ? undefined : freeSubnetBlock(context, vpc, resource.id, wanted);
    if (free !== undefined)
      yield {
        plan: plan(
          `Change the CIDR block of ${name} to ${free}`,
          `${name} の CIDR ブロックを ${free} に変更`,
          call('setProps', { id: resource.id, props: { cidr: free } }),
        ),
        cost: 2,
      };
  }
  if (isKind(resource, 'instance') && block.field === 'privateIp')
    yield {
      plan: plan(
        `Let AWS choose the address of ${name}`,
        `${name} のアドレスを AWS に任せる`,
        call('setProps', { id: resource.id, props: { privateIp: '' } }),
      ),
      cost: 1,
    };
};
