import { call } from '../core/commands';
import type { Provenance } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { isKind } from '../core/model/queries';
import { isUnknown } from '../core/model/value';
import { askedByMany } from '../core/rules/asked';
import { forEachOf } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { subnetsOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'unused-resource',
  severity: 'advice',
  summary: {
    en: 'A security group, prefix list, route table or network ACL that nothing uses can go',
    ja: 'どこからも使われていないセキュリティグループ、プレフィックスリスト、ルートテーブル、ネットワーク ACL は不要です',
  },
  why: {
    en: 'They cost nothing, but count against quotas and make readers wonder what they are for. Associate them, or delete them.',
    ja: '料金はかかりませんが、クォータを消費し、用途がわかりにくくなります。関連付けるか、削除してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html'],
  check: forEachOf(
    ['security-group', 'prefix-list', 'route-table', 'network-acl'],
    function* (context, resource) {
      const { id, kind, provenance } = resource;
      if (context.referrers(id).some((other) => other.id !== id)) return;
      if (isKind(resource, 'route-table'))
        if (isUnsure(context) || subnetsOf(context, resource).length > 0 || resource.props.main !== false)
          return;
      if (isKind(resource, 'network-acl') && (isUnsure(context) || resource.props.isDefault !== false))
        return;
      if (provenance !== undefined && isMentioned(context, provenance)) return;
      const name = called(context, id);
      const { label } = context.catalog.kind(kind);
      yield {
        on: [id],
        message: {
          en: `Nothing uses ${name} (${label.en})`,
          ja: `${name} (${label.ja}) はどこからも使われていません`,
        },
        fixes: [plan(`Delete ${name}`, `${name} を削除`, call('deleteResources', { ids: [id] }))],
      };
    },
  ),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            { routeTable: 'Table' },
            box('instance', 'Web', { securityGroups: { Group: true } }),
          ),
          box('route-table', 'Table'),
          box('security-group', 'Group'),
        ),
      ),
    ],
    bad: [
      sketch(box('vpc', 'Vpc', {}, box('security-group', 'Group'))),
      sketch(box('prefix-list', 'Offices')),
      sketch(box('vpc', 'Vpc', {}, box('route-table', 'Table'))),
      sketch(box('vpc', 'Vpc', {}, box('network-acl', 'Acl'))),
    ],
  },
});

/** A subnet whose association cannot be read may use any table and any ACL. */
const isUnsure = askedByMany((context): boolean =>
  context.all('subnet').some(({ props }) => isUnknown(props.routeTable) || isUnknown(props.networkAcl)),
);

/** Whether the template it came from names it anywhere else: what is not drawn may use it. */
function isMentioned(context: RuleContext, { template, logicalId }: Provenance): boolean {
  const text = context.document.templates.get(template)?.text ?? '';
  return text.split(/[^A-Za-z0-9]+/).filter((word) => word === logicalId).length > 1;
}
