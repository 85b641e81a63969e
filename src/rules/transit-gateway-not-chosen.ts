import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { vpcOf } from './shared/networks';
import { gatewaysFor } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'transit-gateway-not-chosen',
  severity: 'warning',
  summary: {
    en: 'An attachment and a route table belong to a transit gateway',
    ja: 'アタッチメントとルートテーブルには、Transit Gateway の指定が必要です',
  },
  why: {
    en: 'Without it nothing can pass, and a template asks for the ID of an existing transit gateway as a parameter. Ignore this when that is what you mean, for a transit gateway that another account shares, say.',
    ja: '指定しないと通信できません。テンプレートでは、既存の Transit Gateway の ID をパラメータで指定する形になります。別のアカウントと共有している Transit Gateway を使う場合など、意図したものであれば無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html',
  ],
  *check(context) {
    for (const resource of [
      ...context.all('transit-gateway-attachment'),
      ...context.all('transit-gateway-route-table'),
    ]) {
      if (resource.props.transitGateway !== null) continue;
      const name = called(context, resource.id);
      const vpc = vpcOf(context, resource.id);
      const { region } = context.around(resource.id);
      yield {
        on: [resource.id],
        field: 'transitGateway',
        message: {
          en: `${name} belongs to no transit gateway`,
          ja: `${name} に Transit Gateway が指定されていません`,
        },
        fixes: gatewaysFor(context, region, vpc?.id)
          .slice(0, 2)
          .map((gateway) =>
            plan(
              `Give ${name} to ${called(context, gateway.id)}`,
              `${name} に ${called(context, gateway.id)} を指定`,
              call('setProps', { id: resource.id, props: { transitGateway: gateway.id } }),
            ),
          ),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('transit-gateway-route-table', 'Table', { transitGateway: 'Hub' }),
      ),
    ],
    bad: [
      sketch(box('transit-gateway', 'Hub'), box('transit-gateway-route-table', 'Table')),
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet'),
          box('transit-gateway-attachment', 'Attachment', { subnets: { Subnet: true } }),
        ),
      ),
    ],
  },
});
