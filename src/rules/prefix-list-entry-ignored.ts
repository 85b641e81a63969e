import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockText, contains } from '../lib/cidr';
import { legibleVpcBlocks, routesOf, vpcOf } from './shared/networks';
import { entriesOf } from './shared/prefixLists';
import { called } from './shared/words';

export default defineRule({
  id: 'prefix-list-entry-ignored',
  severity: 'warning',
  summary: {
    en: 'A route by a prefix list says nothing of the VPC’s own addresses',
    ja: 'プレフィックスリストのルートは、VPC 自身のアドレスには効きません',
  },
  why: {
    en: 'An entry inside a CIDR block of the VPC is ignored in its route tables: such packets go by the local route. To redirect traffic within the VPC, make a route with the CIDR block of the subnet. Ignore this where the list serves several VPCs.',
    ja: 'VPC の CIDR ブロックに含まれるエントリは、その VPC のルートテーブルでは無視され、パケットはローカルルートに従います。VPC 内の通信を別のターゲットに向けるには、サブネットの CIDR ブロックを送信先とするルートを作成してください。リストを複数の VPC で共用している場合は無視できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html'],
  check: forEachOf('route-table', function* (context, table) {
    const vpc = vpcOf(context, table.id);
    if (vpc === undefined) return;
    for (const { row, destination, list } of routesOf(context, table)) {
      if (list === undefined) continue;
      const inside = entriesOf(list).flatMap(({ block }) => {
        const own = legibleVpcBlocks(vpc).find((outer) => contains(outer.block, block));
        return own === undefined ? [] : [{ block, own }];
      });
      const [first] = inside;
      if (first === undefined) continue;
      const name = called(context, table.id);
      const entry = blockText(first.block);
      yield {
        on: [table.id, list.id],
        field: `routes.${row}.destination`,
        message: {
          en: `The route ${destination} of ${name} does not apply to ${entry}, which lies in ${first.own.text} of ${called(context, vpc.id)}`,
          ja: `${name} のルート ${destination} は、${called(context, vpc.id)} の ${first.own.text} に含まれる ${entry} には適用されません`,
        },
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box('prefix-list', 'Company', { entries: { a: { cidr: '10.0.0.0/8', description: '' } } }),
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Private', {}, box('nat-gateway', 'Nat', { connectivity: 'private' })),
          box('route-table', 'Table', { routes: { a: { destination: { ref: 'Company' }, target: 'Nat' } } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('prefix-list', 'Inspected', { entries: { a: { cidr: '10.0.1.0/24', description: '' } } }),
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Private', {}, box('nat-gateway', 'Nat', { connectivity: 'private' })),
          box('route-table', 'Table', {
            routes: { a: { destination: { ref: 'Inspected' }, target: 'Nat' } },
          }),
        ),
      ),
    ],
  },
});
