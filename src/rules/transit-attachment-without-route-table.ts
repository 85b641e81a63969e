import type { Resource, ResourceId } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { isChangedElsewhere } from './shared/outOfSight';
import { associationsOf, attachedVpcs, gatewayNamed } from './shared/transit';
import { associationPlans } from './shared/transitPlans';
import { called } from './shared/words';

export default defineRule({
  id: 'transit-attachment-without-route-table',
  severity: 'warning',
  summary: {
    en: 'A transit gateway drops what comes from an attachment that is associated with no route table',
    ja: 'どのルートテーブルにも関連付けられていないアタッチメントからのパケットは、Transit Gateway で破棄されます',
  },
  why: {
    en: 'The associated table decides where the packets of an attachment go. With default route table association off, each attachment must be associated by hand; propagating its routes is another matter, and does not replace it.',
    ja: 'アタッチメントから届いたパケットの行き先は、関連付けられたルートテーブルで決まります。デフォルトルートテーブルの関連付けがオフの場合は、アタッチメントごとに関連付けが必要です。ルートの伝播とは別の設定であり、伝播だけでは代わりになりません。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  ],
  *check(context) {
    const ends: (readonly [ResourceId, Resource<'transit-gateway'>])[] = attachedVpcs(context).map(
      ({ attachment, gateway }) => [attachment.id, gateway],
    );
    for (const { id, props } of context.all('transit-gateway-peering')) {
      // Nothing can be associated with it until it is accepted, of which `transit-peering-not-accepted` tells.
      if (props.accepted === false) continue;
      for (const gateway of new Set(
        [props.transitGateway, props.peerTransitGateway].map((side) => gatewayNamed(context, side)),
      ))
        if (gateway !== undefined) ends.push([id, gateway]);
    }
    for (const { id, props } of context.all('vpn-connection')) {
      const gateway = gatewayNamed(context, props.gateway);
      if (gateway !== undefined) ends.push([id, gateway]);
    }
    for (const [attachment, gateway] of ends) {
      if (associationsOf(context, attachment, gateway)?.length !== 0) continue;
      if (isChangedElsewhere(context, attachment)) continue;
      yield {
        on: [attachment, gateway.id],
        message: {
          en: `${called(context, attachment)} is associated with no route table of ${called(context, gateway.id)}`,
          ja: `${called(context, attachment)} は、${called(context, gateway.id)} のどのルートテーブルにも関連付けられていません`,
        },
        fixes: associationPlans(context, attachment, gateway),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub', { defaultAssociation: false }),
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
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          associations: { a: { attachment: 'Attachment' } },
        }),
      ),
      sketch(
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
      sketch(
        box('transit-gateway', 'HubA', { defaultAssociation: false }),
        box('transit-gateway', 'HubB', { defaultAssociation: false }),
        box('transit-gateway-peering', 'Peering', { transitGateway: 'HubA', peerTransitGateway: 'HubB' }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub', { defaultAssociation: false }),
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
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          propagations: { a: { attachment: 'Attachment' } },
        }),
      ),
      sketch(
        box('transit-gateway', 'Hub', { defaultAssociation: false }),
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
      sketch(
        box('transit-gateway', 'HubA', { defaultAssociation: false }),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'Peering', {
          transitGateway: 'HubA',
          peerTransitGateway: 'HubB',
          accepted: true,
        }),
      ),
    ],
  },
});
