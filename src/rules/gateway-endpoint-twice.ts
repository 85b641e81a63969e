import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { serviceOf, titleOf } from './shared/services';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'gateway-endpoint-twice',
  severity: 'error',
  summary: {
    en: 'A route table takes one gateway endpoint for each service',
    ja: '1 つのルートテーブルに関連付けられるゲートウェイエンドポイントは、サービスごとに 1 つです',
  },
  why: {
    en: 'Both would add a route for the same prefix list, and the second association fails. Keep one, or put them on different tables.',
    ja: '同じプレフィックスリストへのルートが重複するため、2 つ目の関連付けは失敗します。1 つだけにするか、別のルートテーブルに関連付けてください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html'],
  *check(context) {
    const owners = new Map<string, string>();
    for (const endpoint of context.all('gateway-endpoint')) {
      const service = serviceOf(context, endpoint);
      if (service === undefined) continue;
      for (const table of Object.keys(endpoint.props.routeTables)) {
        const owner = owners.get(`${table} ${service}`);
        if (owner === undefined) {
          owners.set(`${table} ${service}`, endpoint.id);
          continue;
        }
        const name = called(context, endpoint.id);
        const { [table]: _, ...kept } = endpoint.props.routeTables;
        yield {
          on: [endpoint.id, owner, table],
          field: 'routeTables',
          message: {
            en: `${name} and ${called(context, owner)} are both for ${titleOf(service)} on ${called(context, table)}`,
            ja: `${name} と ${called(context, owner)} は、どちらも ${called(context, table)} に関連付けられた ${titleOf(service)} のエンドポイントです`,
          },
          fixes: [
            plan(
              `Take ${name} off ${called(context, table)}`,
              `${called(context, table)} から ${name} を外す`,
              call('setProps', { id: endpoint.id, props: { routeTables: kept } }),
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
          box('gateway-endpoint', 'S3', { service: 's3', routeTables: { Table: true } }),
          box('gateway-endpoint', 'DynamoDb', { service: 'dynamodb', routeTables: { Table: true } }),
          box('route-table', 'Table'),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('gateway-endpoint', 'First', { service: 's3', routeTables: { Table: true } }),
          box('gateway-endpoint', 'Second', { service: 's3', routeTables: { Table: true } }),
          box('route-table', 'Table'),
        ),
      ),
    ],
  },
});
