import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { redirects } from './shared/gatewayTables';
import { called, plan } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'gateway-route-table-appliance-not-public',
  severity: 'error',
  summary: {
    en: 'An appliance behind an internet gateway’s route table needs a public IPv4 address',
    ja: 'インターネットゲートウェイのルートテーブルの先にあるアプライアンスには、パブリック IPv4 アドレスが必要です',
  },
  why: {
    en: 'An internet gateway hands packets to a network interface only if that has a public address, also where its route table leads there what is meant for others. Give the appliance an Elastic IP address.',
    ja: 'インターネットゲートウェイは、パブリックアドレスを持つネットワークインターフェイスにしかパケットを渡しません。ルートテーブルによって他者宛てのパケットを送る場合も同じです。アプライアンスに Elastic IP アドレスを割り当ててください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
  ],
  *check(context) {
    for (const { gateway, table, route, block, appliance } of redirects(context)) {
      const workload = workloadOf(context, appliance.id);
      if (block.family === 6 || workload?.interfaces[0]?.publicIpv4 !== false) continue;
      const name = called(context, appliance.id);
      yield {
        on: [appliance.id, table.id, gateway.id],
        field: 'publicIp',
        message: {
          en: `${called(context, table.id)} leads ${route.destination} from ${called(context, gateway.id)} to ${name}, which has no public IPv4 address`,
          ja: `${called(context, table.id)} は ${called(context, gateway.id)} から ${route.destination} 宛てのパケットを ${name} に送りますが、${name} にパブリック IPv4 アドレスがありません`,
        },
        fixes: isKind(appliance, 'instance')
          ? [
              plan(
                `Give ${name} an Elastic IP address`,
                `${name} に Elastic IP アドレスを割り当てる`,
                call('setProps', { id: appliance.id, props: { publicIp: 'elastic' } }),
              ),
            ]
          : [],
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
          box('internet-gateway', 'Igw', { routeTable: 'Edge' }),
          box('route-table', 'Edge', { routes: { a: { destination: '10.0.1.0/24', target: 'Firewall' } } }),
          box('route-table', 'Out', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'Through', { routes: { a: { destination: '0.0.0.0/0', target: 'Firewall' } } }),
          box(
            'subnet',
            'Dmz',
            { cidr: '10.0.0.0/24', routeTable: 'Out' },
            box('instance', 'Firewall', { publicIp: 'elastic', sourceDestinationCheck: false }),
          ),
          box('subnet', 'App', { cidr: '10.0.1.0/24', routeTable: 'Through' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw', { routeTable: 'Edge' }),
          box('route-table', 'Edge', { routes: { a: { destination: '10.0.1.0/24', target: 'Firewall' } } }),
          box('route-table', 'Out', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'Through', { routes: { a: { destination: '0.0.0.0/0', target: 'Firewall' } } }),
          box(
            'subnet',
            'Dmz',
            { cidr: '10.0.0.0/24', routeTable: 'Out' },
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
          ),
          box('subnet', 'App', { cidr: '10.0.1.0/24', routeTable: 'Through' }),
        ),
      ),
    ],
  },
});
