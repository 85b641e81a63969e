import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import type { Plan } from '../core/plans/plan';
import { defineRule } from '../core/rules/rule';
import { additionBeside } from './shared/additions';
import { gatewaysOf, rowsOf, transitTablesOf } from './shared/transit';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'transit-association-despite-default',
  severity: 'error',
  summary: {
    en: 'With default association on, a template cannot associate attachments with other route tables',
    ja: 'デフォルトルートテーブルの関連付けがオンの場合、テンプレートで別のルートテーブルに関連付けることはできません',
  },
  why: {
    en: 'A new attachment is associated with the default route table at once, and an attachment has one association: the stack fails with “already associated”. Turn the default off when every attachment has a table. If some are to use the default one, draw it: it is then written as a table like the others.',
    ja: '新しいアタッチメントは、作成と同時にデフォルトルートテーブルに関連付けられます。関連付けは 1 つだけのため、スタックの作成は「already associated」エラーで失敗します。すべてのアタッチメントにルートテーブルがある場合は、デフォルトをオフにしてください。デフォルトを使うアタッチメントもある場合は、デフォルトルートテーブルを図に追加すると、他と同じルートテーブルとして書き出されます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayRequestOptions.html',
  ],
  *check(context) {
    for (const gateway of context.all('transit-gateway')) {
      const tables = transitTablesOf(context, gateway.id);
      if (gateway.props.defaultAssociation !== true) continue;
      if (tables.some(({ props }) => props.isDefault === true || isUnknown(props.isDefault))) continue;
      const rows = tables
        .flatMap((table) => rowsOf(table, ['associations']))
        .filter(({ attachment }) => gatewaysOf(context, attachment)?.includes(gateway.id) === true);
      const [first] = rows;
      if (first === undefined) continue;
      const stated = new Set(rows.map(({ attachment }) => attachment));
      const name = called(context, gateway.id);
      const names = listed([...new Set(rows.map(({ table }) => called(context, table.id)))]);
      const attachments = [
        ...context.all('transit-gateway-attachment'),
        ...context.all('transit-gateway-peering'),
        ...context.all('vpn-connection'),
      ].filter(({ id }) => gatewaysOf(context, id)?.includes(gateway.id) !== false);
      const isEvery = attachments.every(({ id }) => stated.has(id));
      const off = plan(
        `Turn default association of ${name} off`,
        `${name} のデフォルトルートテーブルの関連付けをオフにする`,
        call('setProps', { id: gateway.id, props: { defaultAssociation: false } }),
      );
      const drawn = additionBeside(context, 'transit-gateway-route-table', gateway, `${name}DefaultTable`, {
        transitGateway: gateway.id,
        isDefault: true,
      });
      const fixes: readonly Plan[] = [
        ...(isEvery ? [off] : []),
        plan(
          `Draw the default route table of ${name}`,
          `${name} のデフォルトルートテーブルを図に追加`,
          drawn.call,
        ),
      ];
      yield {
        on: [gateway.id, first.attachment, first.table.id],
        field: 'defaultAssociation',
        message: {
          en: `Attachments of ${name} are associated with ${names.en}, and default association is on`,
          ja: `${name} のアタッチメントは ${names.ja} に関連付けられていますが、デフォルトルートテーブルの関連付けがオンです`,
        },
        fixes,
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub', { defaultAssociation: false }),
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
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'Attachment' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
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
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'Attachment' } },
        }),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'SubnetA', { cidr: '10.0.0.0/24' }),
          box('transit-gateway-attachment', 'A', { transitGateway: 'Hub', subnets: { SubnetA: true } }),
        ),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.1.0.0/16' },
          box('subnet', 'SubnetB', { cidr: '10.1.0.0/24' }),
          box('transit-gateway-attachment', 'B', { transitGateway: 'Hub', subnets: { SubnetB: true } }),
        ),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'A' } },
        }),
      ),
    ],
  },
});
