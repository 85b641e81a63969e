import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { routesOf } from './shared/networks';
import { routeDeleted } from './shared/routeFixes';
import { called } from './shared/words';

export default defineRule({
  id: 'prefix-list-to-gwlb-endpoint',
  severity: 'error',
  summary: {
    en: 'A route by a prefix list cannot lead to a Gateway Load Balancer endpoint',
    ja: 'プレフィックスリストのルートは、Gateway Load Balancer エンドポイントをターゲットにできません',
  },
  why: {
    en: 'AWS rejects a prefix list as the destination of such a route. Make a route for each CIDR block that is to be inspected.',
    ja: 'このようなルートの送信先に、プレフィックスリストは指定できません。検査する CIDR ブロックごとにルートを作成してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html'],
  check: forEachOf('route-table', function* (context, table) {
    for (const { row, destination, list, target } of routesOf(context, table)) {
      if (list === undefined || target?.kind !== 'gwlb-endpoint') continue;
      const name = called(context, table.id);
      yield {
        on: [table.id, list.id, target.id],
        field: `routes.${row}.destination`,
        message: {
          en: `The route ${destination} of ${name} leads to ${called(context, target.id)}, a Gateway Load Balancer endpoint`,
          ja: `${name} のルート ${destination} のターゲット ${called(context, target.id)} は、Gateway Load Balancer エンドポイントです`,
        },
        fixes: [routeDeleted(context, table, { row, destination })],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('gwlb-endpoint', 'Inspection')),
          box('route-table', 'Table', {
            routes: { a: { destination: '203.0.113.0/24', target: 'Inspection' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('prefix-list', 'Offices'),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('gwlb-endpoint', 'Inspection')),
          box('route-table', 'Table', {
            routes: { a: { destination: { ref: 'Offices' }, target: 'Inspection' } },
          }),
        ),
      ),
    ],
  },
});
