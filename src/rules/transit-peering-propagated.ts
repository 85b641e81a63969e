import type { Resource } from '../core/model/document';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { legibleVpcBlocks } from './shared/networks';
import { attachedTo, rowsOf, withoutRow } from './shared/transit';
import { staticRouteCalls } from './shared/transitPlans';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'transit-peering-propagated',
  severity: 'error',
  summary: {
    en: 'Nothing is propagated over a transit gateway peering; its routes are static',
    ja: 'Transit Gateway ピアリングではルートは伝播されません。静的ルートが必要です',
  },
  why: {
    en: 'A peered transit gateway tells nothing of its routes, and AWS rejects a propagation from the peering. Add static routes for what is on the other side, in the tables of both transit gateways.',
    ja: 'ピアリングした Transit Gateway のルートは伝えられず、ピアリングからの伝播は設定できません。両方の Transit Gateway のルートテーブルに、相手側への静的ルートを追加してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html'],
  *check(context) {
    for (const table of context.all('transit-gateway-route-table'))
      for (const row of rowsOf(table, ['propagations'])) {
        const peering = context.resource(row.attachment);
        if (peering === undefined || !isKind(peering, 'transit-gateway-peering')) continue;
        const name = called(context, table.id);
        const blocks = blocksBeyond(context, table, peering);
        const removed = plan(`Take the propagation off ${name}`, `${name} から伝播を削除`, withoutRow(row));
        const replaced = plan(
          `Replace the propagation by ${blocks.join(', ')} → ${called(context, peering.id)}`,
          `伝播の代わりに静的ルート ${blocks.join('、')} → ${called(context, peering.id)} を追加`,
          withoutRow(row),
          ...staticRouteCalls(table, blocks, peering.id),
        );
        yield {
          on: [table.id, peering.id],
          field: `propagations.${row.row}.attachment`,
          message: {
            en: `${name} has a propagation from ${called(context, peering.id)}, which is a peering`,
            ja: `${name} に、ピアリング ${called(context, peering.id)} からの伝播があります`,
          },
          fixes: blocks.length === 0 ? [removed] : [replaced, removed],
        };
      }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'Peering', {
          transitGateway: 'HubA',
          peerTransitGateway: 'HubB',
          accepted: true,
        }),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'HubA',
          routes: { a: { destination: '10.1.0.0/16', attachment: 'Peering' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'Peering', {
          transitGateway: 'HubA',
          peerTransitGateway: 'HubB',
          accepted: true,
        }),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'HubA',
          propagations: { a: { attachment: 'Peering' } },
        }),
        box(
          'vpc',
          'Vpc',
          { cidr: '10.1.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.1.0.0/24' }),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'HubB',
            subnets: { Subnet: true },
          }),
        ),
      ),
    ],
  },
});

/** The blocks of the VPCs at the other gateway that the table has no static route for. */
function blocksBeyond(
  context: RuleContext,
  table: Resource<'transit-gateway-route-table'>,
  { props }: Resource<'transit-gateway-peering'>,
): readonly string[] {
  const own = known(table.props.transitGateway) ?? null;
  const [near, far] = [known(props.transitGateway) ?? null, known(props.peerTransitGateway) ?? null];
  const other = own === near ? far : near;
  if (own === null || other === null || other === own) return [];
  const there = new Set(Object.values(table.props.routes).map(({ destination }) => known(destination)));
  const blocks = attachedTo(context, other).flatMap(({ vpc }) =>
    legibleVpcBlocks(vpc).map(({ text }) => text),
  );
  return [...new Set(blocks)].filter((text) => !there.has(text)).slice(0, 10);
}
