import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { blockText } from '../lib/cidr';
import { associatedWith } from './shared/clientVpns';
import { freeSubnetBlock, subnetBlock, vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-subnet-size',
  severity: 'error',
  summary: {
    en: 'A subnet that is associated with a Client VPN endpoint is /27 or larger',
    ja: 'クライアント VPN エンドポイントに関連付けるサブネットは、/27 以上の大きさでなければなりません',
  },
  why: {
    en: 'The endpoint puts network interfaces into the subnet, more of them the more clients connect, and needs at least 20 free addresses there at all times. A /28 has 11.',
    ja: 'エンドポイントはサブネットにネットワークインターフェイスを作成し、接続するクライアントが増えるとその数も増えるため、常に 20 個以上の空きアドレスが必要です。/28 には 11 個しかありません。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html'],
  *check(context) {
    for (const endpoint of context.all('client-vpn-endpoint')) {
      for (const { row, subnet } of associatedWith(context, endpoint)) {
        const block = subnetBlock(subnet);
        if (block === undefined || block.prefix <= 27) continue;
        const [name, own] = [endpoint.id, subnet.id].map((each) => called(context, each));
        const vpc = vpcOf(context, subnet.id);
        const free = vpc === undefined ? undefined : freeSubnetBlock(context, vpc, subnet.id, 27);
        yield {
          on: [endpoint.id, subnet.id],
          field: `associations.${row}.subnet`,
          message: {
            en: `${own} is too small for ${name}: ${blockText(block)}`,
            ja: `${own} (${blockText(block)}) は、${name} を関連付けるには小さすぎます`,
          },
          fixes:
            // A full VPC has smaller blocks only.
            free?.endsWith('/27') !== true
              ? []
              : [
                  plan(
                    `Change ${own} to ${free}`,
                    `${own} を ${free} に変更`,
                    call('setProps', { id: subnet.id, props: { cidr: free } }),
                  ),
                ],
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
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/27' }),
          box('client-vpn-endpoint', 'Vpn', {
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
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/28' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
