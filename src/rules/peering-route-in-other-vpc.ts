import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockOf, contains } from '../lib/cidr';
import { legibleVpcBlocks, routesOf, vpcOf } from './shared/networks';
import { peersOf } from './shared/peerings';
import { routeDeleted, routeLedTo } from './shared/routeFixes';
import { called } from './shared/words';

export default defineRule({
  id: 'peering-route-in-other-vpc',
  severity: 'error',
  summary: {
    en: 'Only the two VPCs of a peering connection can have routes to it',
    ja: 'VPC ピアリング接続へのルートを作成できるのは、接続している 2 つの VPC だけです',
  },
  why: {
    en: 'AWS rejects the route in any other VPC: a peering connection is no way through a VPC to a third one. Peer the VPCs directly, or connect all of them to a transit gateway.',
    ja: 'それ以外の VPC のルートは拒否されます。ピアリング接続を使って、ある VPC を経由して 3 つ目の VPC に到達することはできません。VPC 同士を直接ピアリングするか、すべてを Transit Gateway に接続してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
  check: forEachOf('route-table', function* (context, table) {
    const vpc = vpcOf(context, table.id);
    if (vpc === undefined) return;
    for (const { row, destination, target } of routesOf(context, table)) {
      if (target === undefined || !isKind(target, 'peering-connection')) continue;
      const { requester, accepter } = target.props;
      if (isUnknown(requester) || isUnknown(accepter)) continue;
      if (requester === vpc.id || accepter === vpc.id) continue;
      const name = called(context, table.id);
      const block = blockOf(destination);
      const own = peersOf(context, vpc.id).find((peer) =>
        legibleVpcBlocks(peer.vpc).some((owned) => block !== undefined && contains(owned.block, block)),
      )?.peering.connection;
      yield {
        on: [table.id, target.id],
        field: `routes.${row}.target`,
        message: {
          en: `The route ${destination} of ${name} leads to ${called(context, target.id)}, which does not connect ${called(context, vpc.id)}`,
          ja: `${name} のルート ${destination} のターゲット ${called(context, target.id)} は、${called(context, vpc.id)} の接続ではありません`,
        },
        fixes: [
          own === undefined
            ? routeDeleted(context, table, { row, destination })
            : routeLedTo(context, table, { row, destination }, own.id),
        ],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('route-table', 'Table', { routes: { b: { destination: '10.1.0.0/16', target: 'Peering' } } }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box(
          'vpc',
          'VpcC',
          { cidr: '10.2.0.0/16' },
          box('route-table', 'Table', { routes: { b: { destination: '10.1.0.0/16', target: 'Peering' } } }),
        ),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
      sketch(
        box('vpc', 'VpcA', { cidr: '10.0.0.0/16' }),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box(
          'vpc',
          'VpcC',
          { cidr: '10.2.0.0/16' },
          box('route-table', 'Table', { routes: { b: { destination: '10.1.0.0/16', target: 'AToB' } } }),
        ),
        box('peering-connection', 'AToB', { requester: 'VpcA', accepter: 'VpcB' }),
        box('peering-connection', 'CToB', { requester: 'VpcC', accepter: 'VpcB' }),
      ),
    ],
  },
});
