import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import type { Resource } from '../core/model/document';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockOf, contains, overlaps, type Block } from '../lib/cidr';
import { routesOf, vpcBlocks, vpcOf } from './shared/networks';
import { peersOf } from './shared/peerings';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'peering-route-beyond-peer',
  severity: 'warning',
  summary: {
    en: 'A route to a peering connection should cover addresses of the peer VPC only',
    ja: 'VPC ピアリング接続へのルートの送信先は、ピア VPC のアドレス範囲内にしてください',
  },
  why: {
    en: 'The connection drops every packet whose destination is not in a CIDR block of the peer: the peer’s internet gateway, NAT gateways, VPN, gateway endpoints and its own peers cannot be used through it. Name the peer’s block, and let other traffic take a way of this VPC, or a transit gateway.',
    ja: '送信先がピア VPC の CIDR ブロックにないパケットはすべて破棄されます。ピア VPC のインターネットゲートウェイ、NAT ゲートウェイ、VPN、ゲートウェイエンドポイント、その先のピア VPC は、ピアリング経由では使えません。送信先にはピア VPC のブロックを指定し、その他の通信にはこの VPC の経路か Transit Gateway を使ってください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html'],
  check: forEachOf('route-table', function* (context, table) {
    const vpc = vpcOf(context, table.id);
    if (vpc === undefined) return;
    const routes = routesOf(context, table);
    for (const { row, destination, target } of routes) {
      if (target === undefined || !isKind(target, 'peering-connection')) continue;
      const peer = peersOf(context, vpc.id).find(({ peering }) => peering.connection.id === target.id)?.vpc;
      const block = blockOf(destination);
      if (peer === undefined || block === undefined) continue;
      const covered = coverage(peer, block);
      if (covered === 'inside' || covered === undefined) continue;
      const name = called(context, table.id);
      const [own] = vpcBlocks(peer) ?? [];
      const isFree = routes.every((other) => other.row === row || other.destination !== own?.text);
      const there = called(context, peer.id);
      yield {
        on: [table.id, target.id],
        field: `routes.${row}.destination`,
        message:
          covered === 'outside'
            ? {
                en: `The route ${destination} of ${name} leads to ${called(context, target.id)}, but ${there} has no address in it`,
                ja: `${name} のルート ${destination} のターゲットは ${called(context, target.id)} ですが、${there} にはこの範囲のアドレスがありません`,
              }
            : {
                en: `The route ${destination} of ${name} leads more than the addresses of ${there} to ${called(context, target.id)}, which drops the rest`,
                ja: `${name} のルート ${destination} は ${there} のアドレス範囲より広く、範囲外のパケットは ${called(context, target.id)} が破棄します`,
              },
        fixes:
          own === undefined || !isFree || block.family === 6
            ? []
            : [
                plan(
                  `Change the destination of the route of ${name} to ${own.text}`,
                  `${name} のルートの送信先を ${own.text} に変更`,
                  call('setRow', {
                    id: table.id,
                    field: 'routes',
                    row,
                    values: { destination: own.text },
                  }),
                ),
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
          box('route-table', 'Table', { routes: { b: { destination: '10.1.2.0/24', target: 'Peering' } } }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('route-table', 'Table', { routes: { all: { destination: '0.0.0.0/0', target: 'Peering' } } }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('route-table', 'Table', { routes: { c: { destination: '10.2.0.0/16', target: 'Peering' } } }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
      sketch(
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16', ipv6: true },
          box('route-table', 'Table', {
            routes: { six: { destination: '2001:db8::/56', target: 'Peering' } },
          }),
        ),
        box('vpc', 'VpcB', { cidr: '10.1.0.0/16' }),
        box('peering-connection', 'Peering', { requester: 'VpcA', accepter: 'VpcB' }),
      ),
    ],
  },
});

/** How a destination lies to the blocks of a VPC; undefined where these are not known. */
function coverage(vpc: Resource<'vpc'>, block: Block): 'inside' | 'wider' | 'outside' | undefined {
  if (block.family === 6) {
    // Which IPv6 block Amazon assigns is known only later.
    if (vpc.props.ipv6 !== false) return block.prefix === 0 ? 'wider' : undefined;
    return 'outside';
  }
  const blocks = vpcBlocks(vpc);
  if (blocks === undefined) return undefined;
  if (blocks.some((owned) => contains(owned.block, block))) return 'inside';
  return blocks.some((owned) => overlaps(owned.block, block)) ? 'wider' : 'outside';
}
