import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'public-access-exclusion-ignored',
  severity: 'warning',
  summary: {
    en: 'An egress-only exclusion has no effect where public access is blocked for ingress only',
    ja: '「エグレスのみ」の除外は、リージョンの設定が「イングレスのみ」の場合は効果がありません',
  },
  why: {
    en: 'In ingress-only mode AWS ignores egress-only exclusions: what sends by an internet gateway itself stays blocked, and NAT gateways and egress-only internet gateways may send without one. Block both directions, or exclude for both.',
    ja: '「イングレスのみ」モードでは、AWS は「エグレスのみ」の除外を無視します。インターネットゲートウェイから直接送信するトラフィックは遮断されたままで、NAT ゲートウェイと Egress-Only インターネットゲートウェイは除外がなくても送信できます。「双方向」のブロックに変えるか、「双方向」の除外にしてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-example.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html',
  ],
  *check(context) {
    const blocks = context.all('public-access-block');
    for (const { id, props } of [...context.all('vpc'), ...context.all('subnet')]) {
      if (props.publicAccess !== 'allow-egress') continue;
      const { region } = context.around(id);
      const block = blocks.find((each) => context.around(each.id).region === region);
      if (block === undefined || known(block.props.mode) !== 'block-ingress') continue;
      const [name, by] = [called(context, id), called(context, block.id)];
      yield {
        on: [id, block.id],
        field: 'publicAccess',
        message: {
          en: `${name} is excluded for egress only, which has no effect while ${by} blocks ingress only`,
          ja: `${name} の除外は「エグレスのみ」ですが、${by} が「イングレスのみ」のため効果がありません`,
        },
        fixes: [
          plan(
            `Exclude ${name} for both directions`,
            `${name} の除外を「双方向」に変更`,
            call('setProps', { id, props: { publicAccess: 'allow-bidirectional' } }),
          ),
          plan(
            `Let ${by} block both directions`,
            `${by} を「双方向」のブロックに変更`,
            call('setProps', { id: block.id, props: { mode: 'block-bidirectional' } }),
          ),
        ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'region',
          'Tokyo',
          {},
          box('public-access-block', 'Bpa', { mode: 'block-bidirectional' }),
          box('vpc', 'Vpc', { publicAccess: 'allow-egress' }),
        ),
      ),
      sketch(box('region', 'Tokyo', {}, box('vpc', 'Vpc', { publicAccess: 'allow-egress' }))),
    ],
    bad: [
      sketch(
        box(
          'region',
          'Tokyo',
          {},
          box('public-access-block', 'Bpa', { mode: 'block-ingress' }),
          box('vpc', 'Vpc', {}, box('subnet', 'Public', { publicAccess: 'allow-egress' })),
        ),
      ),
    ],
  },
});
