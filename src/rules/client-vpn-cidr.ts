import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { blockText, overlaps } from '../lib/cidr';
import type { Words } from '../lib/words';
import {
  associatedWith,
  clientBlock,
  destinationsIn,
  freeClientBlock,
  vpcOfClients,
  type ClientVpn,
} from './shared/clientVpns';
import { legibleVpcBlocks, vpcOf } from './shared/networks';
import { attachedTo } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-cidr',
  severity: 'error',
  summary: {
    en: 'The client CIDR block of a Client VPN endpoint is of /12 to /22, and overlaps neither its VPC nor its routes',
    ja: 'クライアント VPN エンドポイントのクライアント CIDR は /12〜/22 で、VPC やルートの送信先と重複できません',
  },
  why: {
    en: 'Clients get their addresses from this block, and it cannot be changed later. AWS rejects one of another size, and one that overlaps the VPC of the associated subnets or a route that was added by hand. Choose a block that nobody around uses, the networks at home of the clients included, and twice as large as the number of clients.',
    ja: 'クライアントのアドレスはこのブロックから割り当てられ、後から変更できません。サイズが範囲外の場合や、関連付けたサブネットの VPC または手動で追加したルートと重複する場合は拒否されます。クライアントの自宅などを含め周囲で使われていないブロックを、想定するクライアント数の 2 倍の大きさで指定してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoint-create.html',
  ],
  *check(context) {
    for (const endpoint of context.all('client-vpn-endpoint')) {
      const fault = faultOf(context, endpoint);
      if (fault === undefined) continue;
      const free = freeClientBlock(context, endpoint);
      yield {
        on: [endpoint.id],
        field: 'clientCidr',
        message: fault,
        fixes:
          free === undefined
            ? []
            : [
                plan(
                  `Give its clients ${free}`,
                  `クライアント CIDR を ${free} にする`,
                  call('setProps', { id: endpoint.id, props: { clientCidr: free } }),
                ),
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
          { cidr: '10.0.0.0/16', ipv6: true },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24', ipv6: 1 }),
          box('client-vpn-endpoint', 'Vpn', {
            clientCidr: '',
            traffic: 'ipv6',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { all: { destination: '::/0', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }),
          box('client-vpn-endpoint', 'Vpn', {
            clientCidr: '172.20.0.0/22',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { vpc: { destination: '0.0.0.0/0', group: '' } },
            routes: { internet: { destination: '0.0.0.0/0', subnet: 'Subnet' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { Subnet: true },
          }),
        ),
        box('client-vpn-endpoint', 'Vpn', {
          clientCidr: '10.0.252.0/22',
          transitGateway: 'Hub',
          authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
          splitTunnel: true,
        }),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16', ipv6: true },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24', ipv6: 1 }),
          box('client-vpn-endpoint', 'Vpn', {
            clientCidr: '',
            traffic: 'dual-stack',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }),
          box('client-vpn-endpoint', 'Vpn', {
            clientCidr: '172.20.0.0/24',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }),
          box('client-vpn-endpoint', 'Vpn', {
            clientCidr: '10.0.252.0/22',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }),
          box('client-vpn-endpoint', 'Vpn', {
            clientCidr: '10.9.0.0/22',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { all: { destination: '10.0.0.0/8', group: '' } },
            routes: { peer: { destination: '10.9.0.0/16', subnet: 'Subnet' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});

function faultOf(context: RuleContext, endpoint: ClientVpn): Words | undefined {
  const { clientCidr, traffic } = endpoint.props;
  // With IPv6 traffic alone clients get no IPv4 addresses.
  if (isUnknown(traffic) || traffic === 'ipv6') return undefined;
  const [name, block] = [called(context, endpoint.id), clientBlock(endpoint)];
  if (clientCidr === '')
    return {
      en: `${name} has no client CIDR block, which IPv4 traffic needs`,
      ja: `${name} に、IPv4 トラフィックに必要なクライアント CIDR がありません`,
    };
  if (block === undefined) return undefined;
  const text = blockText(block);
  if (block.prefix < 12 || block.prefix > 22)
    return {
      en: `the client CIDR block ${text} of ${name} is not of /12 to /22`,
      ja: `${name} のクライアント CIDR ${text} が /12〜/22 の範囲にありません`,
    };
  const gateway = known(endpoint.props.transitGateway);
  const vpcs = [
    vpcOfClients(context, endpoint),
    ...associatedWith(context, endpoint).map(({ subnet }) => vpcOf(context, subnet.id)),
    // Beyond a transit gateway its clients keep their addresses.
    ...(gateway == null ? [] : attachedTo(context, gateway).map(({ vpc }) => vpc)),
  ];
  for (const vpc of new Set(vpcs)) {
    const taken =
      vpc === undefined ? undefined : legibleVpcBlocks(vpc).find((own) => overlaps(own.block, block));
    if (vpc === undefined || taken === undefined) continue;
    return {
      en: `the client CIDR block ${text} of ${name} overlaps ${taken.text} of ${called(context, vpc.id)}`,
      ja: `${name} のクライアント CIDR ${text} が、${called(context, vpc.id)} の ${taken.text} と重複しています`,
    };
  }
  const route = destinationsIn(endpoint.props.routes).find(
    (each) =>
      each.block.prefix > 0 &&
      endpoint.props.routes[each.row]?.subnet !== null &&
      overlaps(each.block, block),
  );
  return route === undefined
    ? undefined
    : {
        en: `the client CIDR block ${text} of ${name} overlaps its route to ${route.text}`,
        ja: `${name} のクライアント CIDR ${text} が、ルートの送信先 ${route.text} と重複しています`,
      };
}
