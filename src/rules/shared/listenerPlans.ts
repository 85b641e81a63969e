/** A way into a load balancer for traffic that none of its listeners takes. */
import { call } from '../../core/commands';
import type { Flow } from '../../core/model/document';
import { known } from '../../core/model/value';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { listenerCarries } from '../../lib/listenerProtocols';
import { listenerText, type LoadBalancer } from './balancers';
import { freeRow } from './networks';
import { called, plan } from './words';

/** The only listener for such traffic gets the port, or a new one beside it. */
export function listenerPlans(
  context: RuleContext,
  balancer: LoadBalancer,
  { protocol, port }: Pick<Flow, 'protocol' | 'port'>,
): readonly Plan[] {
  const { listeners } = balancer.props;
  const like = Object.entries(listeners).filter(([, each]) =>
    listenerCarries(known(each.protocol) ?? '', protocol),
  );
  const [first] = like;
  if (first === undefined || port === null) return [];
  const [row, listener] = first;
  const name = called(context, balancer.id);
  return [
    ...(like.length === 1
      ? [
          plan(
            `Change the port of the listener ${listenerText(listener)} of ${name} to ${port}`,
            `${name} のリスナー ${listenerText(listener)} のポートを ${port} に変更`,
            call('setRow', { id: balancer.id, field: 'listeners', row, values: { port } }),
          ),
        ]
      : []),
    plan(
      `Add a listener on port ${port} to ${name}`,
      `${name} にポート ${port} のリスナーを追加`,
      call('setRow', {
        id: balancer.id,
        field: 'listeners',
        row: freeRow(listeners, `port${port}`),
        values: { ...listener, port },
      }),
    ),
  ];
}
