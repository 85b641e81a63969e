import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockOf, blockText } from '../lib/cidr';
import { verbatim } from '../lib/words';
import { duplicateRoutes } from './shared/duplicateRoutes';
import { routesOf } from './shared/networks';
import { called } from './shared/words';

export default defineRule({
  id: 'route-duplicate-destination',
  severity: 'error',
  summary: {
    en: 'A route table holds one route for each destination',
    ja: 'ルートテーブルでは、1 つの送信先にルートは 1 つです',
  },
  why: {
    en: 'The second route for the same CIDR block, or for the same prefix list, cannot be created. Keep the one that is meant.',
    ja: '同じ CIDR ブロックや同じプレフィックスリストへの 2 つ目のルートは作成できません。必要な方だけを残してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html'],
  check: forEachOf('route-table', function* (context, table) {
    const rows = routesOf(context, table).map(({ row, destination, list, target }) => {
      const block = blockOf(destination);
      const shown = block === undefined ? destination : blockText(block);
      const key = list === undefined ? shown : `pl:${list.id}`;
      const to = target === undefined ? { en: 'nothing', ja: 'なし' } : verbatim(called(context, target.id));
      return { row, key, destination: shown, to };
    });
    yield* duplicateRoutes(context, table.id, { en: 'routes', ja: 'ルート' }, rows);
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', {
            routes: {
              a: { destination: '0.0.0.0/0', target: 'Igw' },
              b: { destination: '::/0', target: 'Igw' },
            },
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
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', {
            routes: {
              a: { destination: '0.0.0.0/0', target: 'Igw' },
              b: { destination: '0.0.0.0/0', target: 'Igw' },
            },
          }),
        ),
      ),
      sketch(
        box('prefix-list', 'Offices'),
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', {
            routes: {
              a: { destination: { ref: 'Offices' }, target: 'Igw' },
              b: { destination: { ref: 'Offices' }, target: 'Igw' },
            },
          }),
        ),
      ),
    ],
  },
});
