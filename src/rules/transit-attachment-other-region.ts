import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { attachedVpcs, gatewaysFor } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'transit-attachment-other-region',
  severity: 'error',
  summary: {
    en: 'A VPC can be attached to a transit gateway of its own Region only',
    ja: 'VPC をアタッチできるのは、同じリージョンの Transit Gateway だけです',
  },
  why: {
    en: 'A transit gateway is a resource of one Region. Attach the VPC to a transit gateway of its own Region, and peer the two transit gateways.',
    ja: 'Transit Gateway はリージョンのリソースです。VPC と同じリージョンの Transit Gateway にアタッチし、2 つの Transit Gateway をピアリングしてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
  ],
  *check(context) {
    for (const { attachment, vpc, gateway } of attachedVpcs(context)) {
      const own = context.around(vpc.id).region;
      const other = context.around(gateway.id).region;
      if (own === other) continue;
      const name = called(context, attachment.id);
      yield {
        on: [attachment.id, vpc.id, gateway.id],
        field: 'transitGateway',
        message: {
          en: `${name} attaches ${called(context, vpc.id)} in ${own} to ${called(context, gateway.id)}, which is in ${other}`,
          ja: `${name} は、${own} の ${called(context, vpc.id)} を ${other} の ${called(context, gateway.id)} にアタッチしています`,
        },
        fixes: gatewaysFor(context, own, vpc.id)
          .slice(0, 2)
          .map(({ id }) =>
            plan(
              `Attach ${called(context, vpc.id)} to ${called(context, id)}`,
              `${called(context, vpc.id)} を ${called(context, id)} にアタッチ`,
              call('setProps', { id: attachment.id, props: { transitGateway: id } }),
            ),
          ),
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
          box('transit-gateway', 'Hub'),
          box(
            'vpc',
            'Vpc',
            {},
            box('subnet', 'Subnet'),
            box('transit-gateway-attachment', 'Attachment', {
              transitGateway: 'Hub',
              subnets: { Subnet: true },
            }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box('region', 'Osaka', { region: 'ap-northeast-3' }, box('transit-gateway', 'FarHub')),
        box(
          'region',
          'Tokyo',
          {},
          box('transit-gateway', 'Hub'),
          box(
            'vpc',
            'Vpc',
            {},
            box('subnet', 'Subnet'),
            box('transit-gateway-attachment', 'Attachment', {
              transitGateway: 'FarHub',
              subnets: { Subnet: true },
            }),
          ),
        ),
      ),
    ],
  },
});
