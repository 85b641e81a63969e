import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { forwards, loadBalancers } from './shared/balancers';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'target-group-without-listener',
  severity: 'advice',
  summary: {
    en: 'A target group that no listener forwards to gets no connections',
    ja: 'どのリスナーからも転送されないターゲットグループには、接続が届きません',
  },
  why: {
    en: 'Name it in a listener of a load balancer, or delete it.',
    ja: 'ロードバランサーのリスナーの転送先に指定するか、削除してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
  ],
  *check(context) {
    // A listener whose target group is not known may forward to any of them.
    const isUnsure = loadBalancers(context).some(({ props }) =>
      Object.values(props.listeners).some(({ targetGroup }) => isUnknown(targetGroup)),
    );
    if (isUnsure) return;
    const used = new Set(forwards(context).map(({ group }) => group.id));
    for (const group of context.all('target-group')) {
      // Templates say more than is drawn: a load balancer of another sort, or one that stands elsewhere.
      if (used.has(group.id) || group.provenance !== undefined) continue;
      const name = called(context, group.id);
      yield {
        on: [group.id],
        message: {
          en: `No listener forwards to ${name}`,
          ja: `${name} に転送するリスナーがありません`,
        },
        fixes: [plan(`Delete ${name}`, `${name} を削除`, call('deleteResources', { ids: [group.id] }))],
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
    bad: [sketch(box('vpc', 'Vpc', {}, box('target-group', 'Group')))],
  },
});
