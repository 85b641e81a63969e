import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { listenerText, loadBalancers } from './shared/balancers';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'listener-port-twice',
  severity: 'error',
  summary: {
    en: 'A load balancer has one listener for each port',
    ja: 'ロードバランサーのリスナーは、ポートごとに 1 つです',
  },
  why: {
    en: 'AWS rejects a second listener on a port, also one of another protocol. For TCP and UDP on one port a Network Load Balancer has listeners of the protocol TCP_UDP; an Application Load Balancer tells requests apart by rules.',
    ja: '同じポートに 2 つ目のリスナーは追加できません。プロトコルが異なる場合も同様です。1 つのポートで TCP と UDP を受け付けるには、Network Load Balancer の TCP_UDP リスナーを使います。Application Load Balancer では、リスナールールでリクエストを振り分けます。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
  ],
  *check(context) {
    for (const balancer of loadBalancers(context)) {
      const owners = new Map<number, string>();
      for (const [row, listener] of Object.entries(balancer.props.listeners)) {
        const port = known(listener.port);
        if (port === undefined) continue;
        const owner = owners.get(port);
        if (owner === undefined) {
          owners.set(port, row);
          continue;
        }
        const name = called(context, balancer.id);
        yield {
          on: [balancer.id],
          field: `listeners.${row}.port`,
          message: {
            en: `${name} has two listeners on port ${port}`,
            ja: `${name} のポート ${port} にリスナーが 2 つあります`,
          },
          fixes: [
            plan(
              `Delete the listener ${listenerText(listener)} of ${name}`,
              `${name} のリスナー ${listenerText(listener)} を削除`,
              call('setRow', { id: balancer.id, field: 'listeners', row, values: null }),
            ),
          ],
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
          box('target-group', 'Group', { protocol: 'TCP_UDP', port: 53 }),
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb', {
              listeners: { dns: { protocol: 'TCP_UDP', port: 53, targetGroup: 'Group', others: {} } },
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
          box('target-group', 'Group', { protocol: 'TCP_UDP', port: 53 }),
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb', {
              listeners: {
                tcp: { protocol: 'TCP', port: 53, targetGroup: 'Group', others: {} },
                udp: { protocol: 'UDP', port: 53, targetGroup: 'Group', others: {} },
              },
            }),
          ),
        ),
      ),
    ],
  },
});
