import type { Resource } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { blockOf, blockText, contains, type Block } from '../lib/cidr';
import { keptRangeAround } from '../lib/keptRanges';
import type { Words } from '../lib/words';
import { inVpc, routesOf, subnetBlock, vpcBlocks, vpcOf, type KnownRoute } from './shared/networks';
import { routeDeleted } from './shared/routeFixes';
import { called } from './shared/words';

export default defineRule({
  id: 'route-destination-forbidden',
  severity: 'error',
  summary: {
    en: 'A route’s destination must be one that AWS lets routes have',
    ja: 'ルートの送信先は、AWS がルートに認めるものでなければなりません',
  },
  why: {
    en: 'Addresses of 169.254.168.0/22 and fd00:ec2::/32 belong to AWS’s own services. Inside the VPC’s own CIDR blocks a route may only name the whole block of one subnet, and lead to a NAT gateway, a network interface or a Gateway Load Balancer endpoint; everything else there is the local route’s.',
    ja: '169.254.168.0/22 と fd00:ec2::/32 は AWS のサービスが使うアドレスです。VPC 自身の CIDR ブロックの中では、1 つのサブネット全体を送信先とし、NAT ゲートウェイ、ネットワークインターフェイス、または Gateway Load Balancer エンドポイントをターゲットとするルートだけが認められ、それ以外はローカルルートが使われます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html',
  ],
  check: forEachOf('route-table', function* (context, table) {
    for (const route of routesOf(context, table)) {
      const block = blockOf(route.destination);
      const fault = block === undefined ? undefined : faultOf(context, table, route, block);
      if (fault === undefined) continue;
      const name = called(context, table.id);
      yield {
        on: [table.id],
        field: `routes.${route.row}.destination`,
        message: {
          en: `The route ${route.destination} of ${name} ${fault.en}`,
          ja: `${name} のルート ${route.destination} は${fault.ja}`,
        },
        fixes: [routeDeleted(context, table, route)],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', { routes: { a: { destination: '8.8.8.0/24', target: 'Igw' } } }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Inspected',
            { cidr: '10.0.1.0/24' },
            box('instance', 'Firewall', { separateInterface: true }),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', sourceDestinationCheck: false }),
          ),
          box('route-table', 'Table', { routes: { a: { destination: '10.0.1.0/24', target: 'Inner' } } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', { routes: { a: { destination: '10.0.1.0/24', target: 'Igw' } } }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', { routes: { a: { destination: '169.254.168.0/24', target: 'Igw' } } }),
        ),
      ),
    ],
  },
});

/** What may take packets out of the VPC's own traffic (RT5, RT6). */
const redirecting: ReadonlySet<KindName> = new Set([
  'nat-gateway',
  'instance',
  'network-interface',
  'gwlb-endpoint',
]);

function faultOf(
  context: RuleContext,
  table: Resource<'route-table'>,
  { target }: KnownRoute,
  block: Block,
): Words | undefined {
  const kept = keptRangeAround(block);
  if (kept !== undefined)
    return {
      en: `lies in ${kept}, which AWS keeps for its own services`,
      ja: ` ${kept} の範囲にあり、AWS のサービス用に予約されています`,
    };
  const vpc = vpcOf(context, table.id);
  const blocks = vpc === undefined ? undefined : vpcBlocks(vpc);
  if (vpc === undefined || blocks === undefined || target === undefined) return undefined;
  const own = blocks.find((outer) => contains(outer.block, block));
  if (own === undefined) return undefined;
  const redirects = redirecting.has(target.kind);
  const wholeVpc = own.block.prefix === block.prefix;
  const subnets = inVpc(context, vpc.id, 'subnet').map(subnetBlock);
  // A subnet whose block cannot be read may be the one that is meant.
  if (subnets.includes(undefined)) return undefined;
  const wholeSubnet = subnets.some((each) => each !== undefined && blockText(each) === blockText(block));
  if (redirects && (wholeVpc || wholeSubnet)) return undefined;
  return redirects
    ? {
        en: `lies in ${own.text} of ${called(context, vpc.id)} and is not the block of one of its subnets`,
        ja: ` ${called(context, vpc.id)} の ${own.text} の範囲にあり、どのサブネットの CIDR ブロックとも一致しません`,
      }
    : {
        en: `lies in ${own.text} of ${called(context, vpc.id)}, where a route cannot lead to ${called(context, target.id)}`,
        ja: ` ${called(context, vpc.id)} の ${own.text} の範囲にあり、${called(context, target.id)} をターゲットにできません`,
      };
}
