/** Against what keeps AWS from creating or connecting something on the way. */
import { call } from '../../../core/commands';
import { isKind } from '../../../core/model/queries';
import type { PlanMaker } from '../../../core/plans/mend';
import { moveInto } from '../additions';
import { vpcOf } from '../networks';
import { internetGatewayOf } from '../routing';
import { called, listed, plan } from '../words';
import { oneForEachZone } from '../zones';
import { sourceOf } from './ends';

export const creatable: PlanMaker = function* (context, flow, trace) {
  for (const block of trace.blockedBy) {
    const resource = context.resource(block.resource);
    if (resource === undefined) continue;
    const name = called(context, resource.id);
    if (isKind(resource, 'vpc') && (block.field === 'dnsSupport' || block.field === 'dnsHostnames')) {
      const off = (['dnsSupport', 'dnsHostnames'] as const).filter((prop) => resource.props[prop] === false);
      const wanted = block.code === 'unresolved-name' ? off.filter((prop) => prop === 'dnsSupport') : off;
      const en = listed(
        wanted.map((prop) => (prop === 'dnsSupport' ? 'DNS resolution' : 'DNS hostnames')),
      ).en;
      const ja = listed(wanted.map((prop) => (prop === 'dnsSupport' ? 'DNS 解決' : 'DNS ホスト名'))).ja;
      if (wanted.length > 0)
        yield {
          plan: plan(
            `Turn on ${en} of ${name}`,
            `${name} の${ja}を有効化`,
            call('setProps', {
              id: resource.id,
              props: Object.fromEntries(wanted.map((prop) => [prop, true])),
            }),
          ),
          cost: 1,
        };
    }
    if (
      block.code === 'cannot-be-created' &&
      isKind(resource, 'nat-gateway') &&
      resource.props.elasticIp === false
    )
      yield {
        plan: plan(
          `Give ${name} an Elastic IP address`,
          `${name} に Elastic IP アドレスを割り当てる`,
          call('setProps', { id: resource.id, props: { elasticIp: true } }),
        ),
        cost: 2,
      };
    if (isKind(resource, 'interface-endpoint') && block.field === 'subnets') {
      const source = sourceOf(context, flow);
      const [first, ...others] = oneForEachZone(context, source?.workload.subnets ?? []);
      if (first === undefined || source?.vpc.id !== vpcOf(context, resource.id)?.id) continue;
      const subnets = [first, ...others];
      const names = listed(subnets.map(({ id }) => called(context, id)));
      yield {
        plan: plan(
          `Put ${name} into ${names.en}`,
          `${name} を ${names.ja} に配置`,
          call('setProps', {
            id: resource.id,
            props: { subnets: Object.fromEntries(subnets.map(({ id }) => [id, true])) },
          }),
        ),
        cost: 2,
      };
    }
  }
  // A route leads to a gateway that is attached to nothing.
  const [block] = trace.blockedBy;
  if (block?.code !== 'blackhole' || block.rowKey === undefined) return;
  const table = context.resource(block.resource);
  const vpc = table === undefined ? undefined : vpcOf(context, table.id);
  if (table === undefined || vpc === undefined || !isKind(table, 'route-table')) return;
  const target = table.props.routes[block.rowKey]?.target;
  const gateway = typeof target === 'string' ? context.resource(target) : undefined;
  if (gateway === undefined || !isKind(gateway, 'internet-gateway')) return;
  if (vpcOf(context, gateway.id) !== undefined || internetGatewayOf(context, vpc.id) !== undefined) return;
  yield {
    plan: plan(
      `Attach ${called(context, gateway.id)} to ${called(context, vpc.id)}`,
      `${called(context, gateway.id)} を ${called(context, vpc.id)} にアタッチ`,
      moveInto(context, gateway, vpc),
    ),
    cost: 1,
  };
};
