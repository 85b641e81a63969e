import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { defineRule, type FoundFault, type RuleContext } from '../core/rules/rule';
import { isChangedElsewhere } from './shared/outOfSight';
import { gatewayNamed, transitTablesOf } from './shared/transit';
import { transitRoutesPlan } from './shared/transitPlans';
import {
  customerGatewayOf,
  drawnBehind,
  staticRoutesPlan,
  transitRoutesTo,
  vpnGatewayOf,
  type Connection,
} from './shared/vpn';
import { called } from './shared/words';

export default defineRule({
  id: 'vpn-static-without-routes',
  severity: 'warning',
  summary: {
    en: 'A VPN connection with static routing needs routes to the network on premises',
    ja: '静的ルーティングの VPN 接続には、オンプレミスネットワークへのルートが必要です',
  },
  why: {
    en: 'Without BGP nobody tells AWS what is behind the customer gateway, and nothing is sent there. At a virtual private gateway the routes belong to the connection; at a transit gateway they are static routes of its route table, since a static connection propagates nothing.',
    ja: 'BGP を使わない場合、カスタマーゲートウェイの先に何があるかは AWS に伝わらず、何も送信されません。仮想プライベートゲートウェイでは VPN 接続に静的ルートを追加します。Transit Gateway では静的ルーティングの VPN 接続からルートが伝播されないため、ルートテーブルに静的ルートを作成します。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-static-dynamic.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html',
  ],
  *check(context) {
    for (const connection of context.all('vpn-connection')) {
      const { id, props } = connection;
      if (props.staticOnly !== true || isChangedElsewhere(context, id)) continue;
      const gateway = gatewayNamed(context, props.gateway);
      if (gateway !== undefined) yield* atTransit(context, connection, gateway);
      const atVpc = vpnGatewayOf(context, connection);
      if (atVpc === undefined || Object.keys(props.routes).length > 0) continue;
      const added = staticRoutesPlan(context, connection, behind(context, connection));
      const name = called(context, id);
      yield {
        on: [id, atVpc.id],
        field: 'routes',
        message: {
          en: `${name} has static routing and no route, so ${called(context, atVpc.id)} sends nothing by it`,
          ja: `${name} は静的ルーティングですがルートがないため、${called(context, atVpc.id)} から何も送信されません`,
        },
        fixes: added === undefined ? [] : [added],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw')),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Vgw',
          customerGateway: 'Cgw',
          routes: { a: { destination: '192.168.0.0/16' } },
        }),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', { gateway: 'Hub', customerGateway: 'Cgw' }),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          isDefault: true,
          routes: { a: { destination: '192.168.0.0/16', attachment: 'Vpn' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw')),
        box('customer-gateway', 'Cgw'),
        box('on-premises', 'Office', { customerGateways: { Cgw: true } }),
        box('vpn-connection', 'Vpn', { gateway: 'Vgw', customerGateway: 'Cgw' }),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw'),
        box('on-premises', 'Office', { customerGateways: { Cgw: true } }),
        box('vpn-connection', 'Vpn', { gateway: 'Hub', customerGateway: 'Cgw' }),
        box('transit-gateway-route-table', 'Table', { transitGateway: 'Hub', isDefault: true }),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box('customer-gateway', 'Cgw'),
        box('on-premises', 'Office', { customerGateways: { Cgw: true } }),
        box('vpn-connection', 'Vpn', { gateway: 'Hub', customerGateway: 'Cgw' }),
      ),
    ],
  },
});

function* atTransit(
  context: RuleContext,
  connection: Connection,
  gateway: Resource<'transit-gateway'>,
): Generator<FoundFault> {
  const tables = transitTablesOf(context, gateway.id);
  if (transitRoutesTo(context, connection).length > 0) return;
  if (tables.some(({ id }) => isChangedElsewhere(context, id))) return;
  const blocks = behind(context, connection);
  const name = called(context, connection.id);
  // Where none is drawn, the attachments use the default table.
  const where = tables.length > 0 ? tables : gateway.props.defaultAssociation === true ? [undefined] : [];
  yield {
    on: [connection.id, gateway.id],
    field: 'staticOnly',
    message: {
      en: `${name} has static routing, and no route table of ${called(context, gateway.id)} has a route to it`,
      ja: `${name} は静的ルーティングですが、${called(context, gateway.id)} のどのルートテーブルにも ${name} へのルートがありません`,
    },
    fixes:
      blocks.length === 0
        ? []
        : where.slice(0, 3).map((table) => transitRoutesPlan(context, gateway, table, blocks, connection.id)),
  };
}

function behind(context: RuleContext, connection: Connection): readonly string[] {
  const device = customerGatewayOf(context, connection);
  return device === undefined ? [] : drawnBehind(context, device.id).map(({ text }) => text);
}
