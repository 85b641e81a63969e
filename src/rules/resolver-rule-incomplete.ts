import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'resolver-rule-incomplete',
  severity: 'error',
  summary: {
    en: 'A forwarding rule needs an outbound endpoint and target IP addresses',
    ja: '転送ルールには、アウトバウンドエンドポイントとターゲット IP アドレスが必要です',
  },
  why: {
    en: 'Resolver forwards through an outbound endpoint, to the addresses that the rule gives; AWS refuses a forwarding rule that lacks one of them. A rule that is meant to keep names with the VPC’s own resolver is a system rule, which needs neither.',
    ja: 'Resolver は、アウトバウンドエンドポイントを通して、ルールに指定されたアドレスに転送します。どちらかが欠けた転送ルールは作成できません。VPC のリゾルバー自身に解決させるルールは、どちらも不要なシステムルールにします。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-resolverrule.html',
  ],
  *check(context) {
    for (const rule of context.all('resolver-rule')) {
      if (rule.props.type !== 'forward') continue;
      const name = called(context, rule.id);
      if (rule.props.endpoint === null)
        yield {
          on: [rule.id],
          field: 'endpoint',
          message: {
            en: `${name} has no outbound endpoint to forward through`,
            ja: `${name} に、転送に使うアウトバウンドエンドポイントがありません`,
          },
          fixes: harmless(
            context,
            context
              .all('resolver-outbound-endpoint')
              .filter(({ id }) => context.around(id).region === context.around(rule.id).region)
              .slice(0, 3)
              .map(({ id }) =>
                plan(
                  `Forward ${name} through ${called(context, id)}`,
                  `${name} の転送に ${called(context, id)} を使用`,
                  call('setProps', { id: rule.id, props: { endpoint: id } }),
                ),
              ),
          ),
        };
      if (Object.keys(rule.props.targets).length === 0)
        yield {
          on: [rule.id],
          field: 'targets',
          message: {
            en: `${name} has no target IP address to forward to`,
            ja: `${name} に、転送先のターゲット IP アドレスがありません`,
          },
        };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('resolver-outbound-endpoint', 'Outbound', { addresses: { c: { subnet: 'C', ip: '' } } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24' }),
        ),
        box('resolver-rule', 'Rule', { endpoint: 'Outbound', vpcs: { own: { vpc: 'Vpc' } } }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('resolver-outbound-endpoint', 'Outbound', { addresses: { c: { subnet: 'C', ip: '' } } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24' }),
        ),
        box('resolver-rule', 'Rule', { endpoint: null, vpcs: { own: { vpc: 'Vpc' } } }),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('resolver-outbound-endpoint', 'Outbound', { addresses: { c: { subnet: 'C', ip: '' } } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24' }),
        ),
        box('resolver-rule', 'Rule', { endpoint: 'Outbound', targets: {}, vpcs: { own: { vpc: 'Vpc' } } }),
      ),
    ],
  },
});
