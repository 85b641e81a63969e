import { box, sketch } from '../core/model/sketch';
import type { Resource } from '../core/model/document';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { contains } from '../lib/cidr';
import { legibleVpcBlocks, vpcOf } from './shared/networks';
import { attachedTo } from './shared/transit';
import {
  customerGatewayOf,
  drawnBehind,
  prefixesTold,
  transitRoutesTo,
  vpnGatewayOf,
  type Connection,
} from './shared/vpn';
import { called } from './shared/words';

export default defineRule({
  id: 'vpn-prefix-overlaps-vpc',
  severity: 'warning',
  summary: {
    en: 'A network on premises must not have the addresses of the VPC that it is joined with',
    ja: 'オンプレミスネットワークのアドレスは、接続先の VPC と重複してはいけません',
  },
  why: {
    en: 'Inside the VPC the local route wins, however specific a propagated route is, and in a transit gateway’s table what a VPC propagates does: the hosts on premises with such addresses are out of reach. Give one side other addresses, or translate them before the tunnel. A wider prefix such as 10.0.0.0/8 does no harm to the rest of it.',
    ja: 'VPC 内では、伝播されたルートがどれだけ具体的でもローカルルートが優先されます。Transit Gateway ルートテーブルでも、VPC から伝播されたルートが優先されます。そのため、重複するアドレスのオンプレミスのホストには届きません。どちらかのアドレスを変更するか、トンネルの手前で NAT を使ってください。10.0.0.0/8 のような広いプレフィックスの場合、重複しない部分に影響はありません。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  ],
  *check(context) {
    const told = new Set<string>();
    for (const connection of context.all('vpn-connection')) {
      const device = customerGatewayOf(context, connection);
      const prefixes = [
        ...prefixesTold(context, connection),
        ...transitRoutesTo(context, connection),
        ...(device === undefined ? [] : drawnBehind(context, device.id)),
      ].filter(({ block }) => block.prefix > 0);
      for (const vpc of vpcsOf(context, connection)) {
        for (const { text, block } of legibleVpcBlocks(vpc)) {
          // A summary of which the VPC is a part does no harm to the rest of it.
          const found = prefixes.find((each) => contains(block, each.block));
          if (found === undefined || told.has(`${found.on} ${vpc.id}`)) continue;
          told.add(`${found.on} ${vpc.id}`);
          yield {
            on: [found.on, vpc.id, connection.id],
            field: found.field,
            message: {
              en: `${found.text} (${called(context, found.on)}), behind ${called(context, connection.id)}, lies in ${text} of ${called(context, vpc.id)}`,
              ja: `${called(context, connection.id)} の先の ${found.text} (${called(context, found.on)}) が、${called(context, vpc.id)} の ${text} に含まれています`,
            },
          };
        }
      }
    }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('virtual-private-gateway', 'Vgw')),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Vgw',
          customerGateway: 'Cgw',
          routes: { a: { destination: '10.0.0.0/8' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('virtual-private-gateway', 'Vgw')),
        box('customer-gateway', 'Cgw'),
        box('vpn-connection', 'Vpn', {
          gateway: 'Vgw',
          customerGateway: 'Cgw',
          routes: { a: { destination: '10.0.8.0/24' } },
        }),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          { cidr: '192.168.0.0/16' },
          box('subnet', 'Subnet', { cidr: '192.168.0.0/24', routeTable: 'Table' }),
          box('route-table', 'Table', { routes: { a: { destination: '172.16.0.0/12', target: 'Hub' } } }),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { Subnet: true },
          }),
        ),
        box('customer-gateway', 'Cgw', { prefixes: { a: { cidr: '192.168.4.0/24' } } }),
        box('vpn-connection', 'Vpn', { gateway: 'Hub', customerGateway: 'Cgw', staticOnly: false }),
      ),
    ],
  },
});

/** The VPCs that a connection leads into. */
function vpcsOf(context: RuleContext, connection: Connection): readonly Resource<'vpc'>[] {
  const atVpc = vpnGatewayOf(context, connection);
  if (atVpc !== undefined) return [vpcOf(context, atVpc.id)].filter((vpc) => vpc !== undefined);
  const { gateway } = connection.props;
  return typeof gateway === 'string' ? attachedTo(context, gateway).map(({ vpc }) => vpc) : [];
}
