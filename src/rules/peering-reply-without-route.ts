import type { Resource, ResourceId } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import type { Plan } from '../core/plans/plan';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { addition } from './shared/additions';
import { inVpc, tableOf, vpcBlocks } from './shared/networks';
import { peerings } from './shared/peerings';
import { routeCall } from './shared/routing';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'peering-reply-without-route',
  severity: 'warning',
  summary: {
    en: 'Both VPCs of a peering connection need a route to it',
    ja: 'VPC ピアリング接続には、両方の VPC にルートが必要です',
  },
  why: {
    en: 'A route in one VPC brings packets to the other, and nothing brings the replies back: every connection times out. Add a route for the other VPC’s CIDR block to the tables of the subnets that answer. Only replies to a NAT gateway return without one.',
    ja: '片方の VPC にだけルートがあると、パケットは届いても応答が戻らず、すべての接続がタイムアウトします。応答する側のサブネットのルートテーブルに、相手の VPC の CIDR ブロックへのルートを追加してください。ルートなしで戻れるのは、NAT ゲートウェイへの応答だけです。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html',
    'https://docs.aws.amazon.com/vpc/latest/peering/troubleshoot-vpc-peering-connections.html',
  ],
  *check(context) {
    for (const { connection, requester, accepter } of peerings(context))
      for (const [from, to] of [
        [requester, accepter],
        [accepter, requester],
      ] as const) {
        if (from.id === to.id) continue;
        const asking = sendingSubnets(context, from, connection.id);
        const answering = sendingSubnets(context, to, connection.id);
        if (asking === undefined || answering === undefined || answering.length > 0) continue;
        // NG6: what a NAT gateway has asked for comes back to it without a route.
        if (asking.every((subnet) => holdsNat(context, subnet))) continue;
        const subnets = inVpc(context, to.id, 'subnet');
        if (subnets.length === 0) continue;
        const name = called(context, connection.id);
        const fix = routesBack(context, to, from, connection);
        yield {
          on: [connection.id, to.id, from.id],
          message: {
            en: `${called(context, from.id)} has a route to ${name}, and ${called(context, to.id)} has none that leads back`,
            ja: `${called(context, from.id)} には ${name} へのルートがありますが、${called(context, to.id)} には戻りのルートがありません`,
          },
          fixes: fix === undefined ? [] : [fix],
        };
      }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'SubnetA', { cidr: '10.0.0.0/24', routeTable: 'TableA' }),
          box('route-table', 'TableA', { routes: { b: { destination: '10.1.0.0/16', target: 'Peering' } } }),
        ),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.1.0.0/16' },
          box('subnet', 'SubnetB', { cidr: '10.1.0.0/24', routeTable: 'TableB' }),
          box('route-table', 'TableB', { routes: { a: { destination: '10.0.0.0/16', target: 'Peering' } } }),
        ),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'SubnetA',
            { cidr: '10.0.0.0/24', routeTable: 'TableA' },
            box('nat-gateway', 'Nat', { connectivity: 'private', elasticIp: false }),
          ),
          box('route-table', 'TableA', { routes: { b: { destination: '10.1.0.0/16', target: 'Peering' } } }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }, box('subnet', 'SubnetB', { cidr: '10.1.0.0/24' })),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'SubnetA', { cidr: '10.0.0.0/24', routeTable: 'TableA' }),
          box('route-table', 'TableA', { routes: { b: { destination: '10.1.0.0/16', target: 'Peering' } } }),
        ),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.1.0.0/16' },
          box('subnet', 'SubnetB', { cidr: '10.1.0.0/24', routeTable: 'TableB' }),
          box('route-table', 'TableB'),
        ),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'SubnetA', { cidr: '10.0.0.0/24', routeTable: 'TableA' }),
          box('route-table', 'TableA', { routes: { b: { destination: '10.1.0.0/16', target: 'Peering' } } }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }, box('subnet', 'SubnetB', { cidr: '10.1.0.0/24' })),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
    ],
  },
});

/** The subnets whose tables have a route to a connection; undefined when nobody can say. */
function sendingSubnets(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  connection: ResourceId,
): readonly Resource<'subnet'>[] | undefined {
  const found: Resource<'subnet'>[] = [];
  for (const subnet of inVpc(context, vpc.id, 'subnet')) {
    const table = tableOf(context, subnet);
    if (table === undefined) return undefined;
    const targets = Object.values(table?.props.routes ?? {}).map(({ target }) => target);
    if (targets.some(isUnknown)) return undefined;
    if (targets.includes(connection)) found.push(subnet);
  }
  return found;
}

function holdsNat(context: RuleContext, subnet: Resource<'subnet'>): boolean {
  return context.all('nat-gateway').some(({ parentId }) => parentId === subnet.id);
}

/** Routes to every block of a VPC in all tables that the subnets of another one use. */
function routesBack(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  to: Resource<'vpc'>,
  connection: Resource<'peering-connection'>,
): Plan | undefined {
  const blocks = vpcBlocks(to);
  if (blocks === undefined) return undefined;
  const tables = new Map<ResourceId, Resource<'route-table'>>();
  let usesMain = false;
  for (const subnet of inVpc(context, vpc.id, 'subnet')) {
    const table = tableOf(context, subnet);
    if (table == null) usesMain = true;
    else tables.set(table.id, table);
  }
  const commands = [...tables.values()].flatMap((table) =>
    blocks.map(({ text }) => routeCall(context, table, text, connection.id)),
  );
  const names = [...tables.keys()].map((id) => called(context, id));
  if (usesMain) {
    const fresh = addition(context, 'route-table', vpc, `${called(context, vpc.id)}MainRouteTable`, {
      main: true,
      routes: Object.fromEntries(
        blocks.map(({ text }, index) => [`to${index + 1}`, { destination: text, target: connection.id }]),
      ),
    });
    commands.push(fresh.call);
    names.push(fresh.name);
  }
  const [first] = blocks;
  const where = listed(names);
  const route = `${first?.text ?? ''} → ${called(context, connection.id)}`;
  return plan(
    usesMain && tables.size === 0
      ? `Give ${called(context, vpc.id)} a main route table with ${route}`
      : `Add route ${route} to ${where.en}`,
    usesMain && tables.size === 0
      ? `${called(context, vpc.id)} にルート ${route} を持つメインルートテーブルを作成`
      : `${where.ja} にルート ${route} を追加`,
    ...commands,
  );
}
