import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { resolverEndpoints, subnetsOfAddresses } from './shared/dns';
import { inVpc, vpcOf, zoneOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'resolver-endpoint-one-address',
  severity: 'error',
  summary: {
    en: 'A Resolver endpoint needs at least two IP addresses',
    ja: 'Resolver エンドポイントには、2 つ以上の IP アドレスが必要です',
  },
  why: {
    en: 'For redundancy, Route 53 refuses to create an endpoint with fewer than two addresses. Add one in a subnet of another Availability Zone.',
    ja: '冗長性のため、IP アドレスが 2 つ未満のエンドポイントは作成できません。別のアベイラビリティーゾーンのサブネットに追加してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-forwarding-inbound-queries.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53resolver-resolverendpoint.html',
  ],
  cfnLint: ['E3032'],
  *check(context) {
    for (const endpoint of resolverEndpoints(context)) {
      const subnets = subnetsOfAddresses(context, endpoint);
      if (subnets.length >= 2) continue;
      const vpc = vpcOf(context, endpoint.id);
      const [own] = subnets;
      const zone = own === undefined ? undefined : zoneOf(context, own);
      const others =
        vpc === undefined ? [] : inVpc(context, vpc.id, 'subnet').filter(({ id }) => id !== own?.id);
      const other = others.find((each) => zoneOf(context, each) !== zone) ?? others[0];
      const name = called(context, endpoint.id);
      const row = context.freshId('address');
      yield {
        on: [endpoint.id],
        field: 'addresses',
        message: {
          en: `${name} has ${subnets.length === 0 ? 'no IP address' : 'one IP address'}, and needs two at least`,
          ja: `${name} の IP アドレスは ${subnets.length} つです。2 つ以上必要です`,
        },
        fixes: harmless(context, [
          other === undefined || own === undefined
            ? undefined
            : plan(
                `Give ${name} an IP address in ${called(context, other.id)}`,
                `${name} の IP アドレスを ${called(context, other.id)} に追加`,
                call('setRow', {
                  id: endpoint.id,
                  field: 'addresses',
                  row,
                  values: { subnet: other.id, ip: '' },
                }),
              ),
        ]),
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
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-outbound-endpoint', 'Outbound', { addresses: { c: { subnet: 'C', ip: '' } } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
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
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('resolver-outbound-endpoint', 'Outbound'),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
  },
});
