import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { endpointsAskedBy, vpcsOfRule } from './shared/dns';
import { vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'resolver-rule-without-vpc',
  severity: 'warning',
  summary: {
    en: 'A Resolver rule does nothing until a VPC is associated with it',
    ja: 'Resolver ルールは、VPC を関連付けるまで機能しません',
  },
  why: {
    en: 'A rule forwards the queries of the VPCs that it is associated with, and of no others; the VPC of its outbound endpoint is not among them by itself. Associate the VPCs whose workloads ask for the names. Ignore this when the rule is shared, and other accounts associate theirs.',
    ja: 'ルールが転送するのは、関連付けた VPC からのクエリだけです。アウトバウンドエンドポイントのある VPC も、自動では関連付けられません。名前を使うワークロードのある VPC を関連付けてください。ルールを共有し、ほかのアカウントで関連付ける場合は無視できます。',
  },
  sources: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html'],
  *check(context) {
    for (const rule of context.all('resolver-rule')) {
      const isHidden = Object.values(rule.props.vpcs).some(({ vpc }) => isUnknown(vpc));
      if (isHidden || vpcsOfRule(rule).length > 0) continue;
      const name = called(context, rule.id);
      const [empty] = Object.keys(rule.props.vpcs);
      const asked = new Set(endpointsAskedBy(context, rule).map(({ id }) => vpcOf(context, id)?.id));
      yield {
        on: [rule.id],
        field: 'vpcs',
        message: {
          en: `${name} is associated with no VPC, so it forwards nobody’s queries`,
          ja: `${name} に関連付けられた VPC がないため、どのクエリも転送されません`,
        },
        fixes: harmless(
          context,
          context
            .all('vpc')
            // The queries of a VPC whose own resolver is asked in the end would go in a circle.
            .filter(({ id }) => !asked.has(id))
            .slice(0, 3)
            .map((vpc) =>
              plan(
                `Associate ${name} with ${called(context, vpc.id)}`,
                `${name} を ${called(context, vpc.id)} に関連付け`,
                call('setRow', {
                  id: rule.id,
                  field: 'vpcs',
                  row: empty ?? context.freshId('vpc'),
                  values: { vpc: vpc.id },
                }),
              ),
            ),
        ),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc'),
        box('resolver-rule', 'Rule', {
          domain: 'example.com',
          type: 'system',
          vpcs: { own: { vpc: 'Vpc' } },
        }),
      ),
    ],
    bad: [
      sketch(box('vpc', 'Vpc'), box('resolver-rule', 'Rule', { domain: 'example.com', type: 'system' })),
      sketch(
        box(
          'vpc',
          'Hub',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-inbound-endpoint', 'Inbound', {
              ip: '10.0.0.10',
              addresses: { c: { subnet: 'C', ip: '10.0.1.10' } },
              securityGroups: { Dns: true },
            }),
            box('resolver-outbound-endpoint', 'Outbound', {
              addresses: { c: { subnet: 'C', ip: '' } },
              securityGroups: { Dns: true },
            }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
          box('security-group', 'Dns', {
            inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '10.0.0.0/8' } },
          }),
        ),
        box('vpc', 'Spoke', { cidr: '10.1.0.0/16' }),
        box('resolver-rule', 'Rule', {
          domain: 'example.com',
          endpoint: 'Outbound',
          targets: { a: { ip: '10.0.0.10', port: 53 } },
        }),
      ),
    ],
  },
});
