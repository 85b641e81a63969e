import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { inVpc } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'second-main-route-table',
  severity: 'error',
  summary: {
    en: 'A VPC has one main route table and one default network ACL',
    ja: 'VPC のメインルートテーブルとデフォルトのネットワーク ACL は、それぞれ 1 つです',
  },
  why: {
    en: 'They decide for the subnets that name none. With two of them nobody can say which one decides.',
    ja: 'これらは、関連付けのないサブネットに適用されます。2 つあると、どちらが適用されるか決まりません。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  ],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const tables = inVpc(context, vpc.id, 'route-table').filter(({ props }) => props.main === true);
      const acls = inVpc(context, vpc.id, 'network-acl').filter(({ props }) => props.isDefault === true);
      for (const { group, field, en, ja } of [
        { group: tables, field: 'main', en: 'main route table', ja: 'メインルートテーブル' },
        { group: acls, field: 'isDefault', en: 'default network ACL', ja: 'デフォルトのネットワーク ACL' },
      ]) {
        const [first, ...others] = group;
        if (first === undefined) continue;
        for (const other of others) {
          const name = called(context, other.id);
          yield {
            on: [other.id, first.id],
            field,
            message: {
              en: `${name} is marked as the ${en} of ${called(context, vpc.id)}, which ${called(context, first.id)} is already`,
              ja: `${name} は ${called(context, vpc.id)} の${ja}とされていますが、${called(context, first.id)} がすでに${ja}です`,
            },
            fixes: [
              plan(
                `Make ${name} an ordinary one`,
                `${name} を通常のものにする`,
                call('setProps', { id: other.id, props: { [field]: false } }),
              ),
            ],
          };
        }
      }
    }
  },
  examples: {
    good: [
      sketch(box('vpc', 'Vpc', {}, box('route-table', 'Main', { main: true }), box('route-table', 'Other'))),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Main', { main: true }),
          box('route-table', 'Other', { main: true }),
        ),
      ),
    ],
  },
});
