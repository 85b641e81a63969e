import { call } from '../core/commands';
import type { Resource } from '../core/model/document';
import type { Plan } from '../core/plans/plan';
import { box, sketch } from '../core/model/sketch';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { blockOf, contains } from '../lib/cidr';
import type { Words } from '../lib/words';
import { gatewayTables, type GatewayTable } from './shared/gatewayTables';
import { routesOf, vpcBlocks, type KnownRoute } from './shared/networks';
import { routeDeleted } from './shared/routeFixes';
import { propagationTo } from './shared/vpn';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'gateway-route-table-refused',
  severity: 'error',
  summary: {
    en: 'The route table of a gateway may only lead whole subnets of the VPC to an appliance',
    ja: 'ゲートウェイのルートテーブルで設定できるのは、VPC 内のサブネット全体をアプライアンスに送るルートだけです',
  },
  why: {
    en: 'A gateway’s table is asked for what comes in, so its rows name the whole VPC or a whole subnet, and lead to a network interface or a Gateway Load Balancer endpoint. AWS refuses to associate a table that has any other row, that names a prefix list, that routes are propagated to, or that is the main one. Use a table of the gateway’s own.',
    ja: 'ゲートウェイのルートテーブルは、入ってくるトラフィックに使われます。送信先は VPC 全体またはサブネット全体、ターゲットはネットワークインターフェイスまたは Gateway Load Balancer エンドポイントに限られます。それ以外のルート、プレフィックスリストへのルートを持つテーブルや、ルート伝播が有効なテーブル、メインルートテーブルは関連付けられません。ゲートウェイ専用のルートテーブルを使ってください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html'],
  *check(context) {
    for (const { gateway, table, vpc } of gatewayTables(context)) {
      const [name, gate] = [called(context, table.id), called(context, gateway.id)];
      if (table.props.main === true)
        yield {
          on: [gateway.id, table.id],
          field: 'routeTable',
          message: {
            en: `${name} is the main route table of ${called(context, vpc.id)}, which cannot be that of ${gate}`,
            ja: `${name} は ${called(context, vpc.id)} のメインルートテーブルのため、${gate} には関連付けられません`,
          },
          fixes: [withoutTable(context, gateway)],
        };
      for (const other of context.all('virtual-private-gateway')) {
        const row = propagationTo(other, table.id);
        if (row === undefined) continue;
        const propagating = called(context, other.id);
        yield {
          on: [table.id, gateway.id, other.id],
          field: 'routes',
          message: {
            en: `${name} is the route table of ${gate}, but ${propagating} propagates routes to it`,
            ja: `${name} は ${gate} のルートテーブルですが、${propagating} からのルート伝播が有効になっています`,
          },
          fixes: [
            plan(
              `Stop the propagation of ${propagating} to ${name}`,
              `${propagating} から ${name} へのルート伝播を停止`,
              call('setRow', { id: other.id, field: 'propagation', row, values: null }),
            ),
          ],
        };
      }
      for (const route of routesOf(context, table)) {
        const fault = faultOf(context, vpc, route);
        if (fault === undefined) continue;
        const { row, destination, target } = route;
        const to = target === undefined ? '—' : called(context, target.id);
        yield {
          on: [table.id, gateway.id],
          field: `routes.${row}.${fault.column}`,
          message: {
            en: `${name} is the route table of ${gate}, but its route ${destination} → ${to} ${fault.says.en}`,
            ja: `${name} は ${gate} のルートテーブルですが、ルート ${destination} → ${to} ${fault.says.ja}`,
          },
          fixes: [routeDeleted(context, table, { row, destination })],
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
          box('route-table', 'Edge', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw', { routeTable: 'Edge' }),
          box('route-table', 'Edge', { routes: { a: { destination: '10.0.0.0/24', target: 'Nat' } } }),
          box('route-table', 'Out', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          box('subnet', 'Public', { cidr: '10.0.0.0/24', routeTable: 'Out' }, box('nat-gateway', 'Nat')),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw', { routeTable: 'Main' }),
          box('route-table', 'Main', { main: true }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('virtual-private-gateway', 'Vgw', {
            routeTable: 'Edge',
            propagation: { a: { routeTable: 'Edge' } },
          }),
          box('route-table', 'Edge'),
        ),
      ),
    ],
  },
});

interface Fault {
  readonly column: 'destination' | 'target';
  readonly says: Words;
}

/** What is wrong inside the VPC's own blocks is wrong in every table, and told of by the rule about that. */
function faultOf(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  { destination, target }: KnownRoute,
): Fault | undefined {
  const block = blockOf(destination);
  if (block === undefined)
    return {
      column: 'destination',
      says: { en: 'names a prefix list', ja: 'の送信先がプレフィックスリストです' },
    };
  const blocks = vpcBlocks(vpc);
  // Which IPv6 block the VPC gets is not in the design.
  const isOutside =
    block.family === 4 && blocks?.some((own) => contains(own.block, block)) === false
      ? true
      : block.prefix === 0;
  if (isOutside)
    return {
      column: 'destination',
      says: {
        en: `leads outside ${called(context, vpc.id)}`,
        ja: `の送信先が ${called(context, vpc.id)} の外にあります`,
      },
    };
  if (target?.kind !== 'nat-gateway') return undefined;
  return {
    column: 'target',
    says: { en: 'leads to a NAT gateway', ja: 'のターゲットが NAT ゲートウェイです' },
  };
}

function withoutTable(context: RuleContext, { id }: GatewayTable['gateway']): Plan {
  const name = called(context, id);
  return plan(
    `Leave ${name} without a route table`,
    `${name} のルートテーブルの関連付けを解除`,
    call('setProps', { id, props: { routeTable: null } }),
  );
}
