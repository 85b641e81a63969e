import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { forwards, moreSubnets, targetsOf, zonesOfBalancer } from './shared/balancers';
import { zoneOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'target-in-zone-without-node',
  severity: 'warning',
  summary: {
    en: 'A target in an Availability Zone where its load balancer has no subnet gets nothing',
    ja: 'ロードバランサーのサブネットがないアベイラビリティーゾーンのターゲットには、何も届きません',
  },
  why: {
    en: 'A load balancer sends to targets of the zones it is enabled in, with cross-zone load balancing too. Give it a subnet of the target’s zone, or move the target.',
    ja: 'ロードバランサーは、有効にしたゾーンのターゲットにのみ転送します。クロスゾーン負荷分散が有効でも同じです。ターゲットのゾーンのサブネットをロードバランサーに追加するか、ターゲットを移動してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-troubleshooting.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
  ],
  *check(context) {
    const told = new Set<string>();
    for (const { balancer, group } of forwards(context)) {
      const zones = zonesOfBalancer(context, balancer);
      if (zones === undefined || zones.length === 0) continue;
      for (const { resource, subnets } of targetsOf(context, group) ?? []) {
        // A function is invoked, wherever it stands.
        if (group.props.targetType === 'lambda') continue;
        const lost = subnets.filter((subnet) => {
          const zone = zoneOf(context, subnet) ?? '';
          return zone !== '' && !zones.includes(zone);
        });
        const [first] = lost;
        const key = `${balancer.id} ${resource.id}`;
        if (first === undefined || lost.length < subnets.length || told.has(key)) continue;
        told.add(key);
        const zone = zoneOf(context, first) ?? '';
        const other = moreSubnets(context, balancer).find((subnet) => zoneOf(context, subnet) === zone);
        const [name, own] = [called(context, resource.id), called(context, balancer.id)];
        yield {
          on: [balancer.id, resource.id, group.id],
          field: 'subnets',
          message: {
            en: `${own} has no subnet in ${zone}, so its target ${name} gets nothing`,
            ja: `${own} は ${zone} にサブネットがないため、ターゲットの ${name} には何も届きません`,
          },
          fixes: harmless(
            context,
            other === undefined
              ? []
              : [
                  plan(
                    `Add ${called(context, other.id)} to ${own}`,
                    `${own} に ${called(context, other.id)} を追加`,
                    call('setProps', {
                      id: balancer.id,
                      props: { subnets: { ...balancer.props.subnets, [other.id]: true } },
                    }),
                  ),
                ],
          ),
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', {
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('network-load-balancer', 'Nlb', {
              subnets: { C: true },
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }, box('instance', 'Web')),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('target-group', 'Group', {
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }, box('instance', 'Web')),
        ),
      ),
    ],
  },
});
