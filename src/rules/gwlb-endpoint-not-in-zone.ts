import { call } from '../core/commands';
import type { Resource, ResourceId } from '../core/model/document';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { subnetOf, zoneOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'gwlb-endpoint-not-in-zone',
  severity: 'error',
  summary: {
    en: 'A Gateway Load Balancer endpoint stands in an Availability Zone that its load balancer covers',
    ja: 'Gateway Load Balancer エンドポイントは、ロードバランサーが有効なアベイラビリティーゾーンに置きます',
  },
  why: {
    en: 'The endpoint can be created only in zones in which the service has a node. Add a subnet of that zone to the load balancer, or put the endpoint elsewhere. Zones of two accounts are compared by their IDs, not by their names.',
    ja: 'エンドポイントを作成できるのは、サービスのノードがあるゾーンだけです。そのゾーンのサブネットをロードバランサーに追加するか、エンドポイントを別のゾーンに置いてください。異なるアカウントのゾーンは、名前ではなく ID で対応します。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html'],
  *check(context) {
    for (const { id, props } of context.all('gwlb-endpoint')) {
      const balancers = balancersOf(context, known(props.provider) ?? null);
      const [balancer] = balancers ?? [];
      if (balancers === undefined || balancer === undefined) continue;
      const zone = zoneAround(context, id);
      const zones = balancers.flatMap((each) => {
        const own = subnetOf(context, each.id);
        const nodes = [...(own === undefined ? [] : [own.id]), ...Object.keys(each.props.subnets)];
        return nodes.map((subnet) => zoneAround(context, subnet));
      });
      // Where AWS chooses a zone it may be the one.
      if (zone === undefined || zones.length === 0 || zones.includes(undefined) || zones.includes(zone))
        continue;
      const name = called(context, id);
      const addable = context
        .all('subnet')
        .find(
          (subnet) =>
            zoneAround(context, subnet.id) === zone &&
            context.around(subnet.id).ancestor('vpc')?.id === context.around(balancer.id).ancestor('vpc')?.id,
        );
      yield {
        on: [id, balancer.id],
        field: 'parentId',
        message: {
          en: `${name} is in ${zone}, where ${called(context, balancer.id)} has no node`,
          ja: `${name} は ${zone} にありますが、そこに ${called(context, balancer.id)} のノードがありません`,
        },
        fixes:
          addable === undefined
            ? []
            : [
                plan(
                  `Add ${called(context, addable.id)} to ${called(context, balancer.id)}`,
                  `${called(context, balancer.id)} に ${called(context, addable.id)} を追加`,
                  call('setProps', {
                    id: balancer.id,
                    props: { subnets: { ...balancer.props.subnets, [addable.id]: true } },
                  }),
                ),
              ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
          ),
          box(
            'subnet',
            'B',
            { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' },
            box('gwlb-endpoint', 'Inspection', { provider: 'Gwlb' }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
          ),
          box(
            'subnet',
            'C',
            { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' },
            box('gwlb-endpoint', 'Inspection', { provider: 'Gwlb' }),
          ),
        ),
      ),
      sketch(
        box('endpoint-service', 'Service', { loadBalancers: { Gwlb: true } }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
          ),
          box(
            'subnet',
            'C',
            { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' },
            box('gwlb-endpoint', 'Inspection', { provider: 'Service', accepted: true }),
          ),
        ),
      ),
    ],
  },
});

/** Those behind a service, or the one that is named itself; undefined where the design does not have all of them. */
function balancersOf(
  context: RuleContext,
  provider: ResourceId | null,
): readonly Resource<'gateway-load-balancer'>[] | undefined {
  const found = context.resource(provider);
  const ids =
    found !== undefined && isKind(found, 'endpoint-service')
      ? Object.keys(found.props.loadBalancers)
      : [provider];
  const balancers = ids.flatMap((id) => {
    const each = context.resource(id);
    const isDrawn = each !== undefined && each.provenance?.outside === undefined;
    return isDrawn && isKind(each, 'gateway-load-balancer') ? [each] : [];
  });
  return balancers.length === ids.length ? balancers : undefined;
}

/** The zone of a subnet, or of what stands in one; undefined when AWS chooses it. */
function zoneAround(context: RuleContext, id: ResourceId): string | undefined {
  const own = context.resource(id);
  const subnet = own !== undefined && isKind(own, 'subnet') ? own : subnetOf(context, id);
  const zone = subnet === undefined ? undefined : zoneOf(context, subnet);
  return zone === '' ? undefined : zone;
}
