import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { rowsOf, withoutRow, type TransitRow } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'transit-attachment-two-route-tables',
  severity: 'error',
  summary: {
    en: 'A transit gateway attachment is associated with one route table',
    ja: 'Transit Gateway アタッチメントに関連付けられるルートテーブルは 1 つです',
  },
  why: {
    en: 'AWS rejects the second association. One table decides for all that comes from the attachment; its own routes may be propagated to any number of tables.',
    ja: '2 つ目の関連付けは拒否されます。アタッチメントから届くすべてのパケットの行き先は 1 つのルートテーブルで決まります。一方、アタッチメントのルートは複数のルートテーブルに伝播できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html'],
  *check(context) {
    const first = new Map<string, TransitRow>();
    for (const table of context.all('transit-gateway-route-table'))
      for (const row of rowsOf(table, ['associations'])) {
        const { transitGateway } = table.props;
        if (isUnknown(transitGateway) || context.resource(row.attachment) === undefined) continue;
        // A peering has an association at each of its two gateways.
        const key = `${transitGateway ?? ''} ${row.attachment}`;
        const earlier = first.get(key);
        if (earlier === undefined) {
          first.set(key, row);
          continue;
        }
        const name = called(context, row.attachment);
        yield {
          on: [table.id, row.attachment, earlier.table.id],
          field: `associations.${row.row}.attachment`,
          message: {
            en: `${name} cannot be associated with ${called(context, table.id)}: it is with ${called(context, earlier.table.id)} already`,
            ja: `${name} は ${called(context, earlier.table.id)} に関連付け済みのため、${called(context, table.id)} に関連付けられません`,
          },
          fixes: [row, earlier].map((each) =>
            plan(
              `Take the association of ${name} off ${called(context, each.table.id)}`,
              `${called(context, each.table.id)} から ${name} の関連付けを削除`,
              withoutRow(each),
            ),
          ),
        };
      }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub', { defaultAssociation: false, defaultPropagation: false }),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet'),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { Subnet: true },
          }),
        ),
        box('transit-gateway-route-table', 'TableA', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'Attachment' } },
          propagations: { a: { attachment: 'Attachment' } },
        }),
        box('transit-gateway-route-table', 'TableB', {
          transitGateway: 'Hub',
          propagations: { a: { attachment: 'Attachment' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub', { defaultAssociation: false, defaultPropagation: false }),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet'),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { Subnet: true },
          }),
        ),
        box('transit-gateway-route-table', 'TableA', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'Attachment' } },
        }),
        box('transit-gateway-route-table', 'TableB', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'Attachment' } },
        }),
      ),
    ],
  },
});
