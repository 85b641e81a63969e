import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { associatedWith, clientVpnsOnSubnets } from './shared/clientVpns';
import { vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-several-vpcs',
  severity: 'error',
  summary: {
    en: 'The subnets associated with a Client VPN endpoint are all in one VPC',
    ja: 'クライアント VPN エンドポイントに関連付けるサブネットは、すべて同じ VPC のものです',
  },
  why: {
    en: 'AWS rejects a subnet of a second VPC. Clients reach further VPCs by a peering connection or a transit gateway of the one that they come into, with a route and an authorization rule of the endpoint.',
    ja: '2 つ目の VPC のサブネットは拒否されます。ほかの VPC には、クライアントが入る VPC のピアリング接続や Transit Gateway を経由し、エンドポイントのルートと承認ルールを追加して接続します。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html'],
  *check(context) {
    for (const endpoint of clientVpnsOnSubnets(context)) {
      // On the border of a VPC, a subnet of another one is told of by `reference-to-other-vpc`.
      if (vpcOf(context, endpoint.id) !== undefined) continue;
      const [first, ...others] = associatedWith(context, endpoint);
      const own = first === undefined ? undefined : vpcOf(context, first.subnet.id);
      if (own === undefined) continue;
      for (const { row, subnet } of others) {
        const other = vpcOf(context, subnet.id);
        if (other === undefined || other.id === own.id) continue;
        const name = called(context, endpoint.id);
        yield {
          on: [endpoint.id, subnet.id],
          field: `associations.${row}.subnet`,
          message: {
            en: `${name} is associated with subnets of ${called(context, own.id)} and of ${called(context, other.id)}`,
            ja: `${name} に、${called(context, own.id)} と ${called(context, other.id)} のサブネットが関連付けられています`,
          },
          fixes: [
            plan(
              `Take ${called(context, subnet.id)} off ${name}`,
              `${name} から ${called(context, subnet.id)} の関連付けを外す`,
              call('setRow', { id: endpoint.id, field: 'associations', row, values: null }),
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
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
        box('client-vpn-endpoint', 'Vpn', {
          associations: { a: { subnet: 'A' }, c: { subnet: 'C' } },
          authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
          splitTunnel: true,
        }),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
        ),
        box(
          'vpc',
          'Other',
          { cidr: '10.1.0.0/16' },
          box('subnet', 'C', { cidr: '10.1.0.0/24', zone: 'ap-northeast-1c' }),
        ),
        box('client-vpn-endpoint', 'Vpn', {
          associations: { a: { subnet: 'A' }, c: { subnet: 'C' } },
          authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
          splitTunnel: true,
        }),
      ),
    ],
  },
});
