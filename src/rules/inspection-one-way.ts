import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { harmless } from '../core/plans/mend';
import { blockOf, blockText, contains, type Block } from '../lib/cidr';
import { appliances, machineOf } from './shared/appliances';
import { inVpc, routesOf, subnetBlock, subnetsOf, tableOf, vpcOf } from './shared/networks';
import { routeForSubnet } from './shared/routing';
import { called } from './shared/words';

export default defineRule({
  id: 'inspection-one-way',
  severity: 'warning',
  summary: {
    en: 'Traffic that goes through an appliance one way must come back through it',
    ja: 'アプライアンスを通る通信は、戻りも同じアプライアンスを通す必要があります',
  },
  why: {
    en: 'A firewall that sees one direction only knows half of each connection and drops it; AWS does not support asymmetric routing. Give the other subnet a route back to the same target.',
    ja: '片方向しか見えないファイアウォールは接続を把握できず、パケットを破棄します。AWS は非対称なルーティングをサポートしていません。もう一方のサブネットにも、同じターゲットに戻るルートを追加してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html',
  ],
  check: forEachOf('route-table', function* (context, table) {
    const vpc = vpcOf(context, table.id);
    const clients = subnetsOf(context, table);
    if (vpc === undefined || clients.length === 0) return;
    for (const { row, destination, target } of routesOf(context, table)) {
      const block = blockOf(destination);
      if (block === undefined || target === undefined || !appliances.has(target.kind)) continue;
      for (const other of inVpc(context, vpc.id, 'subnet')) {
        const inspected = subnetBlock(other);
        if (inspected === undefined || !contains(block, inspected) || block.prefix === 0) continue;
        const client = clients.find((each) => missesOnTheWayBack(context, each, other, target));
        if (client === undefined) continue;
        const name = called(context, table.id);
        yield {
          on: [table.id, other.id, target.id],
          field: `routes.${row}.target`,
          message: {
            en: `${name} leads ${destination} through ${called(context, target.id)}, but ${called(context, other.id)} answers ${called(context, client.id)} directly`,
            ja: `${name} は ${destination} を ${called(context, target.id)} に通しますが、${called(context, other.id)} から ${called(context, client.id)} への応答は直接届きます`,
          },
          fixes: harmless(context, [fixFor(context, client, other, target)]),
        };
      }
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Front', { cidr: '10.0.0.0/24', routeTable: 'FrontTable' }),
          box('subnet', 'Back', { cidr: '10.0.1.0/24', routeTable: 'BackTable' }),
          box('subnet', 'Endpoints', { cidr: '10.0.2.0/24' }, box('gwlb-endpoint', 'Inspection')),
          box('route-table', 'FrontTable', {
            routes: { a: { destination: '10.0.1.0/24', target: 'Inspection' } },
          }),
          box('route-table', 'BackTable', {
            routes: { a: { destination: '10.0.0.0/24', target: 'Inspection' } },
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Front', { cidr: '10.0.0.0/24', routeTable: 'FrontTable' }),
          box('subnet', 'Back', { cidr: '10.0.1.0/24', routeTable: 'BackTable' }),
          box(
            'subnet',
            'Firewalls',
            { cidr: '10.0.2.0/24' },
            box('instance', 'Firewall', { separateInterface: true, sourceDestinationCheck: false }),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', sourceDestinationCheck: false }),
          ),
          box('route-table', 'FrontTable', {
            routes: { a: { destination: '10.0.1.0/24', target: 'Firewall' } },
          }),
          box('route-table', 'BackTable', {
            routes: { a: { destination: '10.0.0.0/24', target: 'Inner' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Front', { cidr: '10.0.0.0/24', routeTable: 'FrontTable' }),
          box('subnet', 'Back', { cidr: '10.0.1.0/24', routeTable: 'BackTable' }),
          box('subnet', 'Endpoints', { cidr: '10.0.2.0/24' }, box('gwlb-endpoint', 'Inspection')),
          box('route-table', 'FrontTable', {
            routes: { a: { destination: '10.0.1.0/24', target: 'Inspection' } },
          }),
          box('route-table', 'BackTable'),
        ),
      ),
    ],
  },
});

/** Whether what a subnet answers another one certainly does not go through the target. */
function missesOnTheWayBack(
  context: RuleContext,
  client: Resource<'subnet'>,
  other: Resource<'subnet'>,
  target: Resource,
): boolean {
  const home = subnetBlock(client);
  if (home === undefined || client.id === other.id || standsIn(target, other) || standsIn(target, client))
    return false;
  const table = tableOf(context, other);
  if (table === undefined) return false;
  if (table === null) return true;
  const routes = routesOf(context, table);
  // A route that cannot be read may be the one.
  if (routes.length < Object.keys(table.props.routes).length) return false;
  const back = nearest(
    routes.map((each) => ({ ...each, block: blockOf(each.destination) })),
    home,
  )?.target;
  if (back === undefined) return true;
  const [one, another] = [machineOf(target), machineOf(back)];
  return one !== undefined && another !== undefined && one !== another;
}

function standsIn({ parentId }: Resource, subnet: Resource<'subnet'>): boolean {
  return parentId === subnet.id;
}

/** The most specific of the routes that cover a block, the local one apart. */
function nearest<R extends { readonly block: Block | undefined }>(
  routes: readonly R[],
  home: Block,
): R | undefined {
  const found = routes.filter(
    ({ block }) => block !== undefined && block.prefix > 0 && contains(block, home),
  );
  return found.reduce<R | undefined>(
    (best, each) => ((each.block?.prefix ?? 0) > (best?.block?.prefix ?? -1) ? each : best),
    undefined,
  );
}

function fixFor(
  context: RuleContext,
  client: Resource<'subnet'>,
  other: Resource<'subnet'>,
  target: Resource,
) {
  const home = subnetBlock(client);
  if (home === undefined) return undefined;
  return routeForSubnet(context, other, blockText(home), { id: target.id, name: called(context, target.id) });
}
