import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { endpointsAskedBy, vpcsOfRule } from './shared/dns';
import { vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'resolver-rule-in-circle',
  severity: 'error',
  summary: {
    en: 'A rule that forwards to an inbound endpoint must not be associated with the endpoint’s VPC',
    ja: 'インバウンドエンドポイントに転送するルールを、そのエンドポイントの VPC に関連付けることはできません',
  },
  why: {
    en: 'An inbound endpoint asks the resolver of its VPC, which obeys the rules of that VPC. A rule that leads back to the endpoint sends the query round between the two until it is given up. The other VPCs need the rule; the one with the endpoint has the names already.',
    ja: 'インバウンドエンドポイントは、その VPC のリゾルバーに問い合わせ、リゾルバーは VPC のルールに従います。同じエンドポイントに転送するルールがあると、クエリがループして解決できません。ルールはほかの VPC に必要なもので、エンドポイントのある VPC では名前がすでに解決できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-resolver-endpoints.html',
  ],
  *check(context) {
    for (const rule of context.all('resolver-rule')) {
      if (rule.props.type !== 'forward') continue;
      const vpcs = new Set(vpcsOfRule(rule));
      for (const endpoint of endpointsAskedBy(context, rule)) {
        const vpc = vpcOf(context, endpoint.id);
        if (vpc === undefined || !vpcs.has(vpc.id)) continue;
        const [name, vpcName] = [called(context, rule.id), called(context, vpc.id)];
        const rows = Object.entries(rule.props.vpcs).filter(([, each]) => each.vpc === vpc.id);
        yield {
          on: [rule.id, endpoint.id],
          field: 'vpcs',
          message: {
            en: `${name} forwards the queries of ${vpcName} to ${called(context, endpoint.id)}, which asks the resolver of ${vpcName} again`,
            ja: `${name} は ${vpcName} のクエリを ${called(context, endpoint.id)} に転送しますが、その問い合わせ先は ${vpcName} のリゾルバーです`,
          },
          fixes: harmless(context, [
            plan(
              `Take ${vpcName} from ${name}`,
              `${name} と ${vpcName} の関連付けを解除`,
              ...rows.map(([row]) => call('setRow', { id: rule.id, field: 'vpcs', row, values: null })),
            ),
          ]),
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Hub',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('resolver-inbound-endpoint', 'Inbound', {
              ip: '10.0.0.10',
              addresses: { c: { subnet: 'C', ip: '10.0.1.10' } },
              securityGroups: { Dns: true },
            }),
            box('resolver-outbound-endpoint', 'Outbound', { addresses: { c: { subnet: 'C', ip: '' } } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24' }),
          box('security-group', 'Dns', {
            inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '10.0.0.0/8' } },
          }),
        ),
        box('vpc', 'Spoke', { cidr: '10.1.0.0/16' }),
        box('resolver-rule', 'Rule', {
          endpoint: 'Outbound',
          targets: { a: { ip: '10.0.0.10', port: 53 } },
          vpcs: { spoke: { vpc: 'Spoke' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Hub',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24' },
            box('resolver-inbound-endpoint', 'Inbound', {
              ip: '10.0.0.10',
              addresses: { c: { subnet: 'C', ip: '10.0.1.10' } },
              securityGroups: { Dns: true },
            }),
            box('resolver-outbound-endpoint', 'Outbound', { addresses: { c: { subnet: 'C', ip: '' } } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24' }),
          box('security-group', 'Dns', {
            inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '10.0.0.0/8' } },
          }),
        ),
        box('vpc', 'Spoke', { cidr: '10.1.0.0/16' }),
        box('resolver-rule', 'Rule', {
          endpoint: 'Outbound',
          targets: { a: { ip: '10.0.0.10', port: 53 } },
          vpcs: { hub: { vpc: 'Hub' }, spoke: { vpc: 'Spoke' } },
        }),
      ),
    ],
  },
});
