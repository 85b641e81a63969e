import type { Resource } from '../core/model/document';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { inVpc, tableOf, vpcOf } from './shared/networks';
import { routesForVpc, sendingSubnets } from './shared/vpcRoutes';
import { connectionsAt, prefixesTold, propagatesTo, propagationPlan } from './shared/vpn';
import { called } from './shared/words';

export default defineRule({
  id: 'vpn-routes-not-propagated',
  severity: 'warning',
  summary: {
    en: 'A VPC whose virtual private gateway has VPN connections needs routes to it',
    ja: 'VPN 接続のある VPC には、仮想プライベートゲートウェイへのルートが必要です',
  },
  why: {
    en: 'No route table gets the routes of a VPN connection by itself: the subnets neither send to the other side nor answer it. Turn route propagation on for the tables of the subnets that take part, or add static routes to the gateway.',
    ja: 'VPN 接続のルートは、ルートテーブルに自動では追加されません。そのままではサブネットから相手側に送信できず、届いたリクエストへの応答も戻りません。通信するサブネットのルートテーブルでルート伝播を有効にするか、ゲートウェイへの静的ルートを追加してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/SetUpVPNConnections.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html',
  ],
  *check(context) {
    for (const gateway of context.all('virtual-private-gateway')) {
      const vpc = vpcOf(context, gateway.id);
      const connections = connectionsAt(context, gateway.id);
      const [first] = connections;
      if (vpc === undefined || first === undefined) continue;
      const subnets = inVpc(context, vpc.id, 'subnet');
      if (subnets.length === 0 || sendingSubnets(context, vpc, gateway.id)?.length !== 0) continue;
      const rows = Object.values(gateway.props.propagation).map(({ routeTable }) => routeTable);
      const used = subnets.map((subnet) => tableOf(context, subnet));
      if (rows.some(isUnknown) || used.includes(undefined)) continue;
      const tables = new Set(used.filter((table): table is Resource<'route-table'> => table != null));
      if ([...tables].some(({ id }) => propagatesTo(gateway, id))) continue;
      // A table of its own of somebody else may stand in another stack.
      if (rows.some((id) => isElsewhere(context.resource(id as string | null)))) continue;
      const told = connections.flatMap((each) => prefixesTold(context, each));
      const propagated = propagationPlan(
        context,
        gateway,
        [...tables].map(({ id }) => id),
      );
      const routed = propagated ?? routesForVpc(context, vpc, told, gateway.id);
      const name = called(context, gateway.id);
      yield {
        on: [gateway.id, vpc.id, first.id],
        field: 'propagation',
        message: {
          en: `No route table of the subnets of ${called(context, vpc.id)} has routes to ${name}, and ${name} propagates to none of them`,
          ja: `${called(context, vpc.id)} のサブネットのルートテーブルに ${name} へのルートがなく、${name} からのルート伝播も有効になっていません`,
        },
        fixes: routed === undefined ? [] : [routed],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Vgw',
          customerGateway: 'Cgw',
          routes: { a: { destination: '192.168.0.0/16' } },
        }),
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table'),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
          box('virtual-private-gateway', 'Vgw', { propagation: { a: { routeTable: 'Table' } } }),
        ),
      ),
      sketch(
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', { gateway: 'Vgw', customerGateway: 'Cgw', staticOnly: false }),
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '192.168.0.0/16', target: 'Vgw' } } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
          box('virtual-private-gateway', 'Vgw'),
        ),
      ),
    ],
    bad: [
      sketch(
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', { gateway: 'Vgw', customerGateway: 'Cgw', staticOnly: false }),
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table'),
          box('route-table', 'Unused'),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
          box('virtual-private-gateway', 'Vgw', { propagation: { a: { routeTable: 'Unused' } } }),
        ),
      ),
      sketch(
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Vgw',
          customerGateway: 'Cgw',
          routes: { a: { destination: '192.168.0.0/16' } },
        }),
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet'), box('virtual-private-gateway', 'Vgw')),
      ),
    ],
  },
});

function isElsewhere(table: Resource | undefined): boolean {
  return table !== undefined && isKind(table, 'route-table') && table.provenance?.outside !== undefined;
}
