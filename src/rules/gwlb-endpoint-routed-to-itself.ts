import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { routesOf, subnetOf, tableOf } from './shared/networks';
import { routeDeleted } from './shared/routeFixes';
import { called } from './shared/words';

export default defineRule({
  id: 'gwlb-endpoint-routed-to-itself',
  severity: 'error',
  summary: {
    en: 'The subnet of a Gateway Load Balancer endpoint must not send its traffic to the endpoint',
    ja: 'Gateway Load Balancer エンドポイントのサブネットから、そのエンドポイントに通信を向けてはいけません',
  },
  why: {
    en: 'What the appliances give back leaves the endpoint by the route table of its own subnet. When that leads to the endpoint again, the packets go round in a circle. Put the endpoint into a subnet of its own, whose table leads on: to the internet gateway, say.',
    ja: 'アプライアンスから戻ったパケットは、エンドポイントのサブネットのルートテーブルに従います。その行き先が同じエンドポイントだと、パケットが循環します。エンドポイントは専用のサブネットに置き、インターネットゲートウェイなど次の行き先へのルートを設定してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html'],
  *check(context) {
    for (const { id } of context.all('gwlb-endpoint')) {
      const subnet = subnetOf(context, id);
      const table = subnet === undefined ? undefined : tableOf(context, subnet);
      if (subnet === undefined || table == null) continue;
      for (const { row, destination, target } of routesOf(context, table)) {
        if (target?.id !== id) continue;
        const name = called(context, id);
        yield {
          on: [id, table.id, subnet.id],
          field: 'parentId',
          message: {
            en: `${name} stands in ${called(context, subnet.id)}, whose table ${called(context, table.id)} sends ${destination} back to ${name}`,
            ja: `${name} のあるサブネット ${called(context, subnet.id)} では、ルートテーブル ${called(context, table.id)} の ${destination} が ${name} 自身に向いています`,
          },
          fixes: [routeDeleted(context, table, { row, destination })],
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
          box('subnet', 'App', { cidr: '10.0.0.0/24', routeTable: 'AppTable' }),
          box('subnet', 'Endpoints', { cidr: '10.0.1.0/24' }, box('gwlb-endpoint', 'Inspection')),
          box('route-table', 'AppTable', {
            routes: { a: { destination: '0.0.0.0/0', target: 'Inspection' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'App', { routeTable: 'AppTable' }, box('gwlb-endpoint', 'Inspection')),
          box('route-table', 'AppTable', {
            routes: { a: { destination: '0.0.0.0/0', target: 'Inspection' } },
          }),
        ),
      ),
    ],
  },
});
