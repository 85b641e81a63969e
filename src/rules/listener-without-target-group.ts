import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { mayForward } from '../lib/listenerProtocols';
import { listenerText } from './shared/balancers';
import { inVpc, vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'listener-without-target-group',
  severity: 'error',
  summary: {
    en: 'A listener of a Network Load Balancer needs a target group',
    ja: 'Network Load Balancer のリスナーには、ターゲットグループが必要です',
  },
  why: {
    en: 'All that such a listener can do is to forward connections, so AWS does not create one that forwards to nothing. A listener of an Application Load Balancer may also answer by itself.',
    ja: 'このリスナーにできるのは転送だけなので、転送先のないリスナーは作成できません。Application Load Balancer のリスナーは、固定レスポンスやリダイレクトで自ら応答することもできます。',
  },
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html'],
  *check(context) {
    for (const balancer of context.all('network-load-balancer')) {
      const vpc = vpcOf(context, balancer.id);
      const name = called(context, balancer.id);
      for (const [row, listener] of Object.entries(balancer.props.listeners)) {
        if (listener.targetGroup !== null) continue;
        const protocol = known(listener.protocol) ?? '';
        const fits = (vpc === undefined ? [] : inVpc(context, vpc.id, 'target-group')).filter(
          ({ props }) => props.targetType !== 'lambda' && mayForward(protocol, known(props.protocol) ?? ''),
        );
        yield {
          on: [balancer.id],
          field: `listeners.${row}.targetGroup`,
          message: {
            en: `The listener ${listenerText(listener)} of ${name} has no target group`,
            ja: `${name} のリスナー ${listenerText(listener)} にターゲットグループがありません`,
          },
          fixes: fits
            .slice(0, 1)
            .map(({ id }) =>
              plan(
                `Forward ${listenerText(listener)} of ${name} to ${called(context, id)}`,
                `${name} の ${listenerText(listener)} を ${called(context, id)} に転送`,
                call('setRow', { id: balancer.id, field: 'listeners', row, values: { targetGroup: id } }),
              ),
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
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: null, others: {} } },
            }),
          ),
        ),
      ),
    ],
  },
});
