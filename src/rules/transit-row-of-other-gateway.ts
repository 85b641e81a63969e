import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { gatewaysOf, rowsOf, withoutRow, type TransitRow } from './shared/transit';
import { called, calledAll, plan } from './shared/words';

export default defineRule({
  id: 'transit-row-of-other-gateway',
  severity: 'error',
  summary: {
    en: 'A transit gateway route table knows the attachments of its own transit gateway only',
    ja: 'Transit Gateway ルートテーブルで使えるのは、同じ Transit Gateway のアタッチメントだけです',
  },
  why: {
    en: 'AWS rejects an association, a propagation or a route that names the attachment of another transit gateway. What is behind that one is reached through a peering of the two.',
    ja: '別の Transit Gateway のアタッチメントを指定した関連付け、伝播、ルートは拒否されます。別の Transit Gateway の先へは、2 つの Transit Gateway をピアリングして到達します。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
  ],
  *check(context) {
    for (const table of context.all('transit-gateway-route-table')) {
      const own = known(table.props.transitGateway) ?? null;
      if (own === null) continue;
      for (const row of rowsOf(table)) {
        const gateways = gatewaysOf(context, row.attachment);
        if (gateways === undefined || gateways.includes(own)) continue;
        const name = called(context, table.id);
        const attachment = called(context, row.attachment);
        const what = words[row.field];
        const others = calledAll(context, gateways);
        yield {
          on: [table.id, row.attachment],
          field: `${row.field}.${row.row}.attachment`,
          message: {
            en: `${name} of ${called(context, own)} has ${what.en} ${attachment}, which belongs to ${others.en}`,
            ja: `${called(context, own)} の ${name} に、${others.ja} の ${attachment} ${what.ja}があります`,
          },
          fixes: [
            plan(`Take ${attachment} off ${name}`, `${name} から ${attachment} を外す`, withoutRow(row)),
          ],
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'Peering', {
          transitGateway: 'HubB',
          peerTransitGateway: 'HubA',
          accepted: true,
        }),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'HubA',
          routes: { a: { destination: '10.0.0.0/8', attachment: 'Peering' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'HubA', { defaultAssociation: false }),
        box('transit-gateway', 'HubB', { defaultAssociation: false }),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet'),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'HubB',
            subnets: { Subnet: true },
          }),
        ),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'HubA',
          associations: { a: { attachment: 'Attachment' } },
        }),
      ),
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway', 'HubC'),
        box('transit-gateway-peering', 'Peering', {
          transitGateway: 'HubB',
          peerTransitGateway: 'HubC',
          accepted: true,
        }),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'HubA',
          routes: { a: { destination: '10.0.0.0/8', attachment: 'Peering' } },
        }),
      ),
    ],
  },
});

const words: Readonly<Record<TransitRow['field'], { readonly en: string; readonly ja: string }>> = {
  associations: { en: 'an association with', ja: 'の関連付け' },
  propagations: { en: 'a propagation from', ja: 'からの伝播' },
  routes: { en: 'a route to', ja: 'へのルート' },
};
