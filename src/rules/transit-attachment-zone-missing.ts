import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { zoneOf } from './shared/networks';
import { forEachAttachedVpc, subnetsOfAttachment } from './shared/transit';
import { subnetPlan } from './shared/transitPlans';
import { sendingSubnets } from './shared/vpcRoutes';
import { called, calledAll, verb } from './shared/words';

export default defineRule({
  id: 'transit-attachment-zone-missing',
  severity: 'warning',
  summary: {
    en: 'A transit gateway can be used only from Availability Zones where the attachment has a subnet',
    ja: 'Transit Gateway を利用できるのは、アタッチメントのサブネットがあるアベイラビリティーゾーンだけです',
  },
  why: {
    en: 'What a zone without such a subnet sends to the transit gateway is dropped. Add a subnet of every zone in use. Each zone costs nothing extra: an attachment is charged as one.',
    ja: 'アタッチメントのサブネットがないゾーンから Transit Gateway へ送られたパケットは破棄されます。利用するすべてのゾーンのサブネットを追加してください。料金はアタッチメント単位のため、ゾーンを追加しても増えません。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  ],
  check: forEachAttachedVpc(function* (context, { attachment, vpc, gateway }) {
    const own = subnetsOfAttachment(context, attachment).map((subnet) => zoneOf(context, subnet) ?? '');
    // `transit-attachment-without-subnet` tells of none at all; a subnet that says no zone may be in any.
    if (own.length === 0 || own.includes('')) return;
    const sending = sendingSubnets(context, vpc, gateway.id) ?? [];
    const missing = new Map<string, Resource<'subnet'>[]>();
    for (const subnet of sending) {
      const zone = zoneOf(context, subnet) ?? '';
      if (zone === '' || own.includes(zone)) continue;
      missing.set(zone, [...(missing.get(zone) ?? []), subnet]);
    }
    for (const [zone, subnets] of missing) {
      const [first] = subnets;
      if (first === undefined) continue;
      const name = called(context, attachment.id);
      const names = calledAll(
        context,
        subnets.map(({ id }) => id),
      );
      yield {
        on: [attachment.id, first.id, gateway.id],
        field: 'subnets',
        message: {
          en: `${names.en} ${verb(subnets, 'sends', 'send')} to ${called(context, gateway.id)} from ${zone}, where ${name} has no subnet`,
          ja: `${names.ja} は ${zone} から ${called(context, gateway.id)} へ送信しますが、${name} には ${zone} のサブネットがありません`,
        },
        fixes: [subnetPlan(context, attachment, first.id)],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Hub' } } }),
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a', routeTable: 'Table' }),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
          box('transit-gateway-attachment', 'Attachment', { transitGateway: 'Hub', subnets: { A: true } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Hub' } } }),
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a', routeTable: 'Table' }),
          box('subnet', 'C1', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c', routeTable: 'Table' }),
          box('subnet', 'C2', { cidr: '10.0.2.0/24', zone: 'ap-northeast-1c', routeTable: 'Table' }),
          box('transit-gateway-attachment', 'Attachment', { transitGateway: 'Hub', subnets: { A: true } }),
        ),
      ),
    ],
  },
});
