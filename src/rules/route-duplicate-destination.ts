import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { blockOf, blockText } from '../lib/cidr';
import { routesOf } from './shared/networks';
import { called, plan } from './shared/words';

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
  *check(context) {
    for (const table of context.all('route-table')) {
      const first = new Map<string, string>();
      for (const { row, destination, list, target } of routesOf(context, table)) {
        const block = blockOf(destination);
        const shown = block === undefined ? destination : blockText(block);
        const key = list === undefined ? shown : `pl:${list.id}`;
        const name = called(context, table.id);
        const to =
          target === undefined
            ? { en: 'nothing', ja: 'なし' }
            : { en: called(context, target.id), ja: called(context, target.id) };
        const earlier = first.get(key);
        if (earlier === undefined) {
          first.set(key, to.en);
          continue;
        }
        yield {
          on: [table.id],
          field: `routes.${row}.destination`,
          message: {
            en: `${name} has two routes for ${shown}: to ${earlier} and to ${to.en}`,
            ja: `${name} に ${shown} へのルートが 2 つあります`,
          },
          fixes: [
            plan(
              `Delete the route ${shown} → ${to.en}`,
              `ルート ${shown} → ${to.ja} を削除`,
              call('setRow', { id: table.id, field: 'routes', row, values: null }),
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
