import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { inVpc, vpcBlocks } from './shared/networks';
import { peerings } from './shared/peerings';
import { routesForVpc, sendingSubnets } from './shared/vpcRoutes';
import { called } from './shared/words';

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
        const blocks = vpcBlocks(from);
        const fix = blocks && routesForVpc(context, to, blocks, connection.id);
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

function holdsNat(context: RuleContext, subnet: Resource<'subnet'>): boolean {
  return context.all('nat-gateway').some(({ parentId }) => parentId === subnet.id);
}
