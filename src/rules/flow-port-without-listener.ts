import { harmless } from '../core/plans/mend';
import { arrow, box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { listenerText, loadBalancers } from './shared/balancers';
import { flowText } from './shared/flows';
import { listenerPlans } from './shared/listenerPlans';
import { called, listed } from './shared/words';

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
      // A load balancer that is a target of another one is asked for the port of that one's target group.
      const [port] = trace.forward.steps.at(-1)?.packet.destinationPorts ?? [flow.port];
      const key = `${balancer?.id} ${flow.protocol} ${port}`;
      if (balancer === undefined || told.has(key)) continue;
      told.add(key);
      const name = called(context, balancer.id);
      const there = listed(Object.values(balancer.props.listeners).map(listenerText));
      const asked = { ...flow, port };
      const what = flowText(context, asked);
      yield {
        on: [balancer.id, flow.id],
        field: 'listeners',
        message: {
          en: `No listener of ${name} takes ${what.en}${there.en === '' ? '' : `; it listens on ${there.en}`}`,
          ja: `${name} に ${what.ja} を受け付けるリスナーがありません${there.ja === '' ? '' : ` (リスナー: ${there.ja})`}`,
        },
        fixes: harmless(context, listenerPlans(context, balancer, asked)),
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
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('security-group', 'Open', {
            inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
          }),
          box('target-group', 'Front', {
            targetType: 'alb',
            port: 8080,
            targets: { alb: { target: { ref: 'Alb' }, port: null, zone: '' } },
          }),
          box('target-group', 'Group', {
            protocol: 'HTTP',
            targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          }),
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Client'),
            box('instance', 'Web', { securityGroups: { Open: true } }),
            box('network-load-balancer', 'Nlb', {
              subnets: { C: true },
              listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Front', others: {} } },
            }),
            box('application-load-balancer', 'Alb', {
              subnets: { C: true },
              securityGroups: { Open: true },
              listeners: { http: { protocol: 'HTTP', port: 80, targetGroup: 'Group', others: {} } },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
        arrow('Client', 'Nlb', { port: 80 }),
      ),
    ],
  },
});
