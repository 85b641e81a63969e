import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { called, calledAll, plan } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'security-group-without-rules',
  severity: 'warning',
  summary: {
    en: 'A workload whose security groups have no rules can neither ask nor be asked',
    ja: 'ルールのないセキュリティグループだけのワークロードは、送信も受信もできません',
  },
  why: {
    en: 'Security groups allow; what no rule allows is dropped, in both directions. Usually the outbound rule that a new group starts with was removed by mistake.',
    ja: 'セキュリティグループは許可だけを行い、ルールで許可されない通信は双方向とも破棄されます。多くは、作成時に付くアウトバウンドルールを誤って削除したことが原因です。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'],
  check: forEachResource(function* (context, owner) {
    const workload = workloadOf(context, owner.id);
    if (workload === undefined) return;
    const { resource, securityGroups } = workload;
    const groups = securityGroups.flatMap((id) => {
      const group = context.resource(id);
      return group !== undefined && isKind(group, 'security-group') ? [group] : [];
    });
    const [first] = groups;
    if (first === undefined || groups.length < securityGroups.length) return;
    const rules = groups.flatMap(({ props }) => [
      ...Object.keys(props.inbound),
      ...Object.keys(props.outbound),
    ]);
    if (rules.length > 0) return;
    const name = called(context, resource.id);
    const guards = calledAll(
      context,
      groups.map(({ id }) => id),
    );
    yield {
      on: [resource.id, ...groups.map(({ id }) => id)],
      field: 'securityGroups',
      message: {
        en: `${name} has ${guards.en} only, without any rule, so nothing comes in or goes out`,
        ja: `${name} のセキュリティグループ ${guards.ja} にルールがないため、送受信ともできません`,
      },
      fixes: [
        plan(
          `Allow everything out in ${called(context, first.id)}, as a new group does`,
          `${called(context, first.id)} で、すべてのアウトバウンドを許可 (新しいグループの既定値)`,
          call('setRow', {
            id: first.id,
            field: 'outbound',
            row: 'all',
            values: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' },
          }),
        ),
      ],
    };
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { Group: true } })),
          box('security-group', 'Group'),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { Group: true } })),
          box('security-group', 'Group', { inbound: {}, outbound: {} }),
        ),
      ),
    ],
  },
});
