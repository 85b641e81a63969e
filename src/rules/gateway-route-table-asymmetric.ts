import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { redirects, subnetsLed } from './shared/gatewayTables';
import { defaultTarget, subnetOf, tableOf } from './shared/networks';
import { routeForSubnet } from './shared/routing';
import { called } from './shared/words';

export default defineRule({
  id: 'gateway-route-table-asymmetric',
  severity: 'error',
  summary: {
    en: 'A subnet whose incoming traffic is led through an appliance must send its own through it too',
    ja: '受信トラフィックをアプライアンスに経由させるサブネットは、送信も同じアプライアンスを経由させます',
  },
  why: {
    en: 'Where the gateway’s route table leads a subnet’s packets through an appliance and the subnet’s own table goes past it, the appliance sees one half of every connection. AWS does not support such asymmetric routing, and a stateful appliance drops what it has not seen begin. Let the subnet’s default route lead to the same appliance.',
    ja: 'ゲートウェイのルートテーブルがサブネット宛てのパケットをアプライアンスに送り、サブネット側のルートテーブルがそれを経由しない場合、アプライアンスは接続の片方向しか見られません。AWS はこのような非対称ルーティングをサポートしておらず、ステートフルなアプライアンスは途中からのパケットを破棄します。サブネットのデフォルトルートも同じアプライアンスに向けてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html',
  ],
  *check(context) {
    for (const redirect of redirects(context)) {
      const { gateway, table, route, block, appliance } = redirect;
      const name = called(context, appliance.id);
      for (const subnet of subnetsLed(context, redirect)) {
        const out = wayPast(context, subnet, appliance, block.family);
        if (out === undefined) continue;
        const destination = block.family === 4 ? '0.0.0.0/0' : '::/0';
        const mended = routeForSubnet(context, subnet, destination, { id: appliance.id, name });
        yield {
          on: [subnet.id, out.table.id, appliance.id, table.id, gateway.id],
          field: 'routeTable',
          message: {
            en: `${called(context, table.id)} leads what comes in for ${called(context, subnet.id)} through ${name} (${route.destination}), but ${called(context, out.table.id)} sends its own packets to ${called(context, out.target.id)}`,
            ja: `${called(context, table.id)} は ${called(context, subnet.id)} 宛てのパケットを ${name} に送りますが (${route.destination})、${called(context, out.table.id)} は送信パケットを ${called(context, out.target.id)} に送ります`,
          },
          fixes: mended === undefined ? [] : [mended],
        };
      }
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw', { routeTable: 'Edge' }),
          box('route-table', 'Edge', { routes: { a: { destination: '10.0.1.0/24', target: 'Firewall' } } }),
          box('route-table', 'Out', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('route-table', 'Through', { routes: { a: { destination: '0.0.0.0/0', target: 'Firewall' } } }),
          box(
            'subnet',
            'Dmz',
            { cidr: '10.0.0.0/24', routeTable: 'Out' },
            box('instance', 'Firewall', { publicIp: 'elastic', sourceDestinationCheck: false }),
          ),
          box('subnet', 'App', { cidr: '10.0.1.0/24', routeTable: 'Through' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw', { routeTable: 'Edge' }),
          box('route-table', 'Edge', { routes: { a: { destination: '10.0.1.0/24', target: 'Firewall' } } }),
          box('route-table', 'Out', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box(
            'subnet',
            'Dmz',
            { cidr: '10.0.0.0/24', routeTable: 'Out' },
            box('instance', 'Firewall', { publicIp: 'elastic', sourceDestinationCheck: false }),
          ),
          box('subnet', 'App', { cidr: '10.0.1.0/24', routeTable: 'Out' }),
        ),
      ),
    ],
  },
});

/** By which table and where to a subnet’s packets go, when not to the appliance. */
function wayPast(
  context: RuleContext,
  subnet: Resource<'subnet'>,
  appliance: Resource,
  family: 4 | 6,
): { readonly table: Resource<'route-table'>; readonly target: Resource } | undefined {
  // The appliance itself sends by the gateway.
  if (subnetOf(context, appliance.id) === subnet) return undefined;
  const table = tableOf(context, subnet);
  if (table == null) return undefined;
  const target = defaultTarget(context, table, family);
  return target == null || target.id === appliance.id ? undefined : { table, target };
}
