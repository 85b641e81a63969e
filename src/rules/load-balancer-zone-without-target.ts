import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { forwards, listenerText, targetsOf, zonesOfBalancer } from './shared/balancers';
import { zoneOf } from './shared/networks';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'load-balancer-zone-without-target',
  severity: 'warning',
  summary: {
    en: 'Without cross-zone load balancing, a target group needs a target in each zone of its load balancer',
    ja: 'クロスゾーン負荷分散が無効の場合、ロードバランサーのすべてのゾーンにターゲットが必要です',
  },
  why: {
    en: 'A node of a Network Load Balancer then sends to targets of its own zone only. Clients that use the address of a node without a target, and endpoints in its zone, are not served. Add a target there, or turn cross-zone load balancing on.',
    ja: '無効の場合、Network Load Balancer の各ノードは自分のゾーンのターゲットにのみ転送します。ターゲットのないゾーンのノードのアドレスや、そのゾーンのエンドポイントを使うクライアントは接続できません。ターゲットを追加するか、クロスゾーン負荷分散を有効にしてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
  ],
  *check(context) {
    for (const { balancer, listener, group } of forwards(context)) {
      const { crossZone } = group.props;
      const isOff =
        crossZone === 'off' ||
        (crossZone === 'load-balancer' &&
          balancer.kind === 'network-load-balancer' &&
          balancer.props.crossZone === false);
      const zones = zonesOfBalancer(context, balancer);
      const targets = targetsOf(context, group);
      if (!isOff || zones === undefined || targets === undefined || targets.length === 0) continue;
      if (group.props.targetType === 'lambda') continue;
      const served = targets.flatMap(({ subnets }) => subnets.map((subnet) => zoneOf(context, subnet) ?? ''));
      if (served.includes('')) continue;
      const empty = zones.filter((zone) => !served.includes(zone));
      // With no target in any of its zones, `target-in-zone-without-node` tells of it.
      if (empty.length === 0 || empty.length === zones.length) continue;
      const [name, own] = [called(context, group.id), called(context, balancer.id)];
      const where = listed(empty);
      const props =
        crossZone === 'off'
          ? { id: group.id, props: { crossZone: 'on' } }
          : { id: balancer.id, props: { crossZone: true } };
      yield {
        on: [balancer.id, group.id],
        field: 'crossZone',
        message: {
          en: `${own} has a node in ${where.en}, but ${name} has no target there for ${listenerText(listener)}, and cross-zone load balancing is off`,
          ja: `${own} のノードがある ${where.ja} に、${name} のターゲット (${listenerText(listener)}) がなく、クロスゾーン負荷分散も無効です`,
        },
        fixes: [
          plan(
            `Turn on cross-zone load balancing of ${crossZone === 'off' ? name : own}`,
            `${crossZone === 'off' ? name : own} のクロスゾーン負荷分散を有効化`,
            call('setProps', props),
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
          box('target-group', 'Group', {
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Web'),
            box('network-load-balancer', 'Nlb', {
              subnets: { C: true },
              crossZone: true,
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
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
            box('instance', 'Web'),
            box('network-load-balancer', 'Nlb', {
              subnets: { C: true },
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
  },
});
