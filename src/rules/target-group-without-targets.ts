import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { forwards, listenerText, targetsOf } from './shared/balancers';
import { called } from './shared/words';

export default defineRule({
  id: 'target-group-without-targets',
  severity: 'warning',
  summary: {
    en: 'A target group that a listener forwards to needs targets',
    ja: 'リスナーの転送先のターゲットグループには、ターゲットが必要です',
  },
  why: {
    en: 'Connections to the listener end there and are closed. Register a target, or let an ECS service register its tasks. It may be ignored where something outside the diagram registers targets.',
    ja: 'リスナーへの接続は、転送先がないため切断されます。ターゲットを登録するか、ECS サービスにタスクを登録させてください。図にないものがターゲットを登録する場合は、無視して構いません。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html',
  ],
  *check(context) {
    const told = new Set<string>();
    for (const { balancer, listener, group } of forwards(context)) {
      if (told.has(group.id) || targetsOf(context, group)?.length !== 0) continue;
      told.add(group.id);
      const [name, own] = [called(context, group.id), called(context, balancer.id)];
      yield {
        on: [group.id, balancer.id],
        field: 'targets',
        message: {
          en: `${name}, to which ${own} forwards ${listenerText(listener)}, has no targets`,
          ja: `${own} の ${listenerText(listener)} の転送先である ${name} に、ターゲットがありません`,
        },
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
          box('target-group', 'Group', { targetType: 'ip' }),
          box('security-group', 'ApiGroup', {
            inbound: { http: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: '10.0.0.0/16' } },
          }),
          box(
            'subnet',
            'A',
            {},
            box('ecs-service', 'Api', { targetGroups: { Group: true }, securityGroups: { ApiGroup: true } }),
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
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
          box('target-group', 'Group'),
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
        ),
      ),
    ],
  },
});
