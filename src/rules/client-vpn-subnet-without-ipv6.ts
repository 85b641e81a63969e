import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { associatedWith } from './shared/clientVpns';
import { inVpc, vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-subnet-without-ipv6',
  severity: 'error',
  summary: {
    en: 'A Client VPN endpoint for IPv6 traffic is associated with subnets that have IPv6',
    ja: 'IPv6 トラフィックのクライアント VPN エンドポイントには、IPv6 のあるサブネットを関連付けます',
  },
  why: {
    en: 'Over IPv6 a client gets an address of the associated subnet, and AWS does not take a subnet that has none to give. Give the subnet an IPv6 block, or leave the traffic at IPv4.',
    ja: 'IPv6 では、関連付けたサブネットのアドレスがクライアントに割り当てられるため、IPv6 CIDR ブロックのないサブネットは関連付けられません。サブネットに IPv6 CIDR ブロックを割り当てるか、トラフィックを IPv4 にしてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/ipv6-considerations.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoint-create.html',
  ],
  *check(context) {
    for (const endpoint of context.all('client-vpn-endpoint')) {
      const traffic = known(endpoint.props.traffic) ?? 'ipv4';
      if (traffic === 'ipv4') continue;
      for (const { row, subnet } of associatedWith(context, endpoint)) {
        if (subnet.props.ipv6 !== null) continue;
        const [name, own] = [endpoint.id, subnet.id].map((each) => called(context, each));
        const vpc = vpcOf(context, subnet.id);
        const taken = new Set(
          vpc === undefined ? [] : inVpc(context, vpc.id, 'subnet').map(({ props }) => props.ipv6),
        );
        const free = Array.from({ length: 256 }, (_, number) => number).find((number) => !taken.has(number));
        const numbered =
          vpc?.props.ipv6 !== true || free === undefined
            ? []
            : [
                plan(
                  `Give ${own} an IPv6 block`,
                  `${own} に IPv6 CIDR ブロックを割り当て`,
                  call('setProps', { id: subnet.id, props: { ipv6: free } }),
                ),
              ];
        const without =
          traffic !== 'dual-stack'
            ? []
            : [
                plan(
                  `Let ${name} carry IPv4 only`,
                  `${name} のトラフィックを IPv4 のみにする`,
                  call('setProps', { id: endpoint.id, props: { traffic: 'ipv4' } }),
                ),
              ];
        yield {
          on: [endpoint.id, subnet.id],
          field: `associations.${row}.subnet`,
          message: {
            en: `${name} carries IPv6, and ${own}, which is associated with it, has no IPv6 block`,
            ja: `${name} は IPv6 トラフィックに対応していますが、関連付けられた ${own} に IPv6 CIDR ブロックがありません`,
          },
          fixes: [...numbered, ...without],
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
          { cidr: '10.0.0.0/16', ipv6: true },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24', ipv6: 1 }),
          box('client-vpn-endpoint', 'Vpn', {
            traffic: 'dual-stack',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16', ipv6: true },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }),
          box('client-vpn-endpoint', 'Vpn', {
            traffic: 'dual-stack',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
