import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import type { Words } from '../lib/words';
import { moveInto } from './shared/additions';
import { defaultTarget, routesOf, subnetOf, tableOf, vpcOf, zoneOf } from './shared/networks';
import { regionalNats, withInternetGateway } from './shared/regionalNat';
import { internetGatewayOf, internetRouteFor, publicSubnets } from './shared/routing';
import { called, plan } from './shared/words';

const appliances: ReadonlySet<string> = new Set(['gwlb-endpoint', 'instance', 'network-interface']);

export default defineRule({
  id: 'nat-gateway-without-internet-route',
  severity: 'error',
  summary: {
    en: 'A public NAT gateway needs a subnet with a route to an internet gateway',
    ja: 'パブリック NAT ゲートウェイは、インターネットゲートウェイへのルートがあるサブネットに置きます',
  },
  why: {
    en: 'A NAT gateway sends packets on by the route table of the subnet it stands in. Without a default route to an internet gateway there, nothing behind it reaches the internet; and AWS does not create a public one in a VPC without an internet gateway.',
    ja: 'NAT ゲートウェイは、置かれたサブネットのルートテーブルに従ってパケットを転送します。インターネットゲートウェイへのデフォルトルートがないと、その背後からインターネットに接続できません。また、インターネットゲートウェイのない VPC には、パブリック NAT ゲートウェイを作成できません。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
    'https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html',
  ],
  *check(context) {
    for (const { nat, vpc } of regionalNats(context)) {
      const mended = withInternetGateway(context, vpc);
      if (nat.props.connectivity !== 'public' || mended === undefined) continue;
      const [name, where] = [called(context, nat.id), called(context, vpc.id)];
      yield {
        on: [nat.id, vpc.id],
        field: 'parentId',
        message: {
          en: `${name} is a regional NAT gateway, but ${where} has no internet gateway`,
          ja: `${name} はリージョナル NAT ゲートウェイですが、${where} にインターネットゲートウェイがありません`,
        },
        fixes: [mended],
      };
    }
    for (const nat of context.all('nat-gateway')) {
      const subnet = subnetOf(context, nat.id);
      const vpc = vpcOf(context, nat.id);
      if (nat.props.connectivity !== 'public' || subnet === undefined || vpc === undefined) continue;
      const table = tableOf(context, subnet);
      const target = table === undefined ? undefined : defaultTarget(context, table);
      // Unknown; or told of by the rules about loops, detached gateways and gateways of other VPCs.
      if (table === undefined || target === undefined || target?.kind === 'internet-gateway') continue;
      if (target?.id === nat.id) continue;
      // Through an appliance its packets may well get to the internet gateway.
      if (target !== null && appliances.has(target.kind)) continue;
      const hasRoute =
        table !== null && routesOf(context, table).some(({ destination }) => destination === '0.0.0.0/0');
      if (target === null && hasRoute) continue;
      const name = called(context, nat.id);
      const where = called(context, subnet.id);
      const byTable: Words =
        table === null
          ? {
              en: `the main route table of ${called(context, vpc.id)} has no route`,
              ja: `${called(context, vpc.id)} のメインルートテーブルに、そのルートがありません`,
            }
          : {
              en: `its table ${called(context, table.id)} has ${target === null ? 'no such route' : `0.0.0.0/0 → ${called(context, target.id)}`}`,
              ja: `ルートテーブル ${called(context, table.id)} ${target === null ? 'に、そのルートがありません' : `は 0.0.0.0/0 → ${called(context, target.id)} です`}`,
            };
      const zone = zoneOf(context, subnet);
      const open = publicSubnets(context, vpc.id).filter(({ id }) => id !== subnet.id);
      const better = open.find((each) => zoneOf(context, each) === zone) ?? open[0];
      const routed = internetRouteFor(context, subnet);
      const missing = internetGatewayOf(context, vpc.id) === undefined;
      yield {
        on: [nat.id, ...(table === null ? [] : [table.id]), subnet.id],
        field: 'parentId',
        message: missing
          ? {
              en: `${name} is a public NAT gateway, but ${called(context, vpc.id)} has no internet gateway`,
              ja: `${name} はパブリック NAT ゲートウェイですが、${called(context, vpc.id)} にインターネットゲートウェイがありません`,
            }
          : {
              en: `${name} stands in ${where}, from where no default route leads to an internet gateway: ${byTable.en}`,
              ja: `${name} のあるサブネット ${where} から、インターネットゲートウェイへのデフォルトルートがありません。${byTable.ja}`,
            },
        fixes: [
          ...(better === undefined
            ? []
            : [
                plan(
                  `Move ${name} to the public subnet ${called(context, better.id)}`,
                  `${name} をパブリックサブネット ${called(context, better.id)} に移動`,
                  moveInto(context, nat, better),
                ),
              ]),
          ...(routed === undefined ? [] : [routed]),
        ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Public', { routeTable: 'PublicTable' }, box('nat-gateway', 'Nat')),
          box('route-table', 'PublicTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Private', {}, box('nat-gateway', 'Nat', { connectivity: 'private' })),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw', { routeTable: 'Edge' }),
          box('route-table', 'Edge', { routes: { a: { destination: '10.0.1.0/24', target: 'Endpoint' } } }),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.1.0/24', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box('route-table', 'PublicTable', {
            routes: { a: { destination: '0.0.0.0/0', target: 'Endpoint' } },
          }),
          box(
            'subnet',
            'Firewall',
            { cidr: '10.0.2.0/28', routeTable: 'FirewallTable' },
            box('gwlb-endpoint', 'Endpoint'),
          ),
          box('route-table', 'FirewallTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('nat-gateway', 'Nat')),
          box('route-table', 'Table'),
        ),
      ),
      sketch(box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('nat-gateway', 'Nat')))),
      sketch(box('vpc', 'Vpc', {}, box('nat-gateway', 'Nat'))),
    ],
  },
});
