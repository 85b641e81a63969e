import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import type { Flow } from '../core/model/document';
import { arrow, box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import type { Plan } from '../core/plans/plan';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { listenerCarries } from '../lib/listenerProtocols';
import { listenerText, loadBalancers, type LoadBalancer } from './shared/balancers';
import { flowText } from './shared/flows';
import { freeRow } from './shared/networks';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'flow-port-without-listener',
  severity: 'error',
  summary: {
    en: 'Traffic to a load balancer must go to the port of one of its listeners',
    ja: 'ロードバランサー宛ての通信は、リスナーのポートに送る必要があります',
  },
  why: {
    en: 'A load balancer drops what no listener takes, also what comes through an endpoint service. The port of the target is another matter: the listener’s port is what clients use. Change the listener or the arrow.',
    ja: 'ロードバランサーは、リスナーに合わない通信を破棄します。エンドポイントサービス経由でも同じです。クライアントが使うのはターゲットのポートではなく、リスナーのポートです。リスナーか矢印のポートを変更してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
    'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
  ],
  *check(context) {
    const balancers = new Map(loadBalancers(context).map((each) => [each.id, each]));
    const told = new Set<string>();
    for (const flow of context.flows) {
      const trace = context.traces.get(flow.id);
      if (flow.expect !== 'reachable' || trace?.verdict !== 'blocked') continue;
      const block = trace.blockedBy.find(({ code }) => code === 'no-listener');
      const balancer = balancers.get(block?.resource ?? '');
      const key = `${balancer?.id} ${flow.protocol} ${flow.port}`;
      if (balancer === undefined || told.has(key)) continue;
      told.add(key);
      const name = called(context, balancer.id);
      const there = listed(Object.values(balancer.props.listeners).map(listenerText));
      const what = flowText(context, flow);
      yield {
        on: [balancer.id, flow.id],
        field: 'listeners',
        message: {
          en: `No listener of ${name} takes ${what.en}${there.en === '' ? '' : `; it listens on ${there.en}`}`,
          ja: `${name} に ${what.ja} を受け付けるリスナーがありません${there.ja === '' ? '' : ` (リスナー: ${there.ja})`}`,
        },
        fixes: harmless(context, fixes(context, balancer, flow)),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('security-group', 'Open', {
            inbound: { http: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: '10.0.0.0/16' } },
          }),
          box('target-group', 'Group', {
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('instance', 'Client'),
            box('instance', 'Web', { securityGroups: { Open: true } }),
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
        ),
        arrow('Client', 'Nlb', { port: 80 }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('security-group', 'Open', {
            inbound: { http: { protocol: 'tcp', fromPort: 80, toPort: 80, peer: '10.0.0.0/16' } },
          }),
          box('target-group', 'Group', {
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('instance', 'Client'),
            box('instance', 'Web', { securityGroups: { Open: true } }),
            box('network-load-balancer', 'Nlb', {
              listeners: { http: { protocol: 'TCP', port: 8080, targetGroup: 'Group', others: {} } },
            }),
          ),
        ),
        arrow('Client', 'Nlb', { port: 80 }),
      ),
    ],
  },
});

/** The only listener for such traffic gets the port, or a new one beside it. */
function fixes(context: RuleContext, balancer: LoadBalancer, { protocol, port }: Flow): readonly Plan[] {
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
