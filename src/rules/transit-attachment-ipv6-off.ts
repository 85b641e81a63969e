import type { Resource, ResourceId } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { inVpc, routesOf } from './shared/networks';
import { attachedVpcs, subnetsOfAttachment } from './shared/transit';
import { ipv6Plan } from './shared/transitPlans';
import { called } from './shared/words';

export default defineRule({
  id: 'transit-attachment-ipv6-off',
  severity: 'warning',
  summary: {
    en: 'An attachment without IPv6 support propagates none of the VPC’s IPv6 blocks',
    ja: 'IPv6 サポートがオフのアタッチメントは、VPC の IPv6 CIDR ブロックを伝播しません',
  },
  why: {
    en: 'Its VPC sends IPv6 to the transit gateway, whose tables know no way back: replies are dropped there. Turn IPv6 support on; the subnets of the attachment need IPv6 blocks for it. A static route for the IPv6 block does as well, as the option filters nothing.',
    ja: 'VPC から Transit Gateway へ IPv6 で送信しても、Transit Gateway のルートテーブルに戻りのルートがないため、応答が破棄されます。IPv6 サポートをオンにしてください。アタッチメントのサブネットには IPv6 CIDR ブロックが必要です。このオプションは通信を制限するものではないため、IPv6 CIDR ブロックへの静的ルートを追加する方法もあります。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html',
  ],
  *check(context) {
    for (const { attachment, vpc, gateway } of attachedVpcs(context)) {
      if (attachment.props.ipv6 !== false || vpc.props.ipv6 !== true) continue;
      // A static route leads there all the same. A table of which the gateway is not known may have it.
      if (context.all('transit-gateway-route-table').some((each) => leadsBack(each, attachment.id))) continue;
      const table = inVpc(context, vpc.id, 'route-table').find((each) =>
        routesOf(context, each).some(
          ({ destination, target }) => target?.id === gateway.id && destination.includes(':'),
        ),
      );
      if (table === undefined) continue;
      const name = called(context, attachment.id);
      const isReady = subnetsOfAttachment(context, attachment).every(({ props }) => props.ipv6 !== null);
      yield {
        on: [attachment.id, table.id],
        field: 'ipv6',
        message: {
          en: `${called(context, table.id)} has an IPv6 route to ${called(context, gateway.id)}, and ${name} propagates no IPv6 block`,
          ja: `${called(context, table.id)} に ${called(context, gateway.id)} への IPv6 ルートがありますが、${name} の IPv6 サポートがオフのため、VPC の IPv6 CIDR ブロックが伝播されません`,
        },
        fixes: isReady ? [ipv6Plan(context, attachment.id)] : [],
      };
    }
  },
  examples: {
    good: [dualStack(true, '2001:db8::/32'), dualStack(false, '10.1.0.0/16')],
    bad: [dualStack(false, '2001:db8::/32')],
  },
});

/** Whether a table has a static IPv6 route to an attachment, or may have one. */
function leadsBack({ props }: Resource<'transit-gateway-route-table'>, attachment: ResourceId): boolean {
  return Object.values(props.routes).some(
    ({ destination, attachment: to }) =>
      (isUnknown(to) || to === attachment) && (isUnknown(destination) || destination.includes(':')),
  );
}

function dualStack(ipv6: boolean, destination: string) {
  return sketch(
    box('transit-gateway', 'Hub'),
    box(
      'vpc',
      'Vpc',
      { ipv6: true },
      box('route-table', 'Table', { routes: { a: { destination, target: 'Hub' } } }),
      box('subnet', 'Subnet', { routeTable: 'Table', ipv6: 0 }),
      box('transit-gateway-attachment', 'Attachment', {
        transitGateway: 'Hub',
        subnets: { Subnet: true },
        ipv6,
      }),
    ),
  );
}
