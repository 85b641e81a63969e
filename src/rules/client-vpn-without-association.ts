import { box, sketch } from '../core/model/sketch';
import { harmless } from '../core/plans/mend';
import { defineRule } from '../core/rules/rule';
import { associatedWith, associationPlan, clientVpnsOnSubnets, mayHaveMore } from './shared/clientVpns';
import { called } from './shared/words';

export default defineRule({
  id: 'client-vpn-without-association',
  severity: 'error',
  summary: {
    en: 'A Client VPN endpoint without an associated subnet takes no clients',
    ja: 'サブネットが関連付けられていないクライアント VPN エンドポイントには接続できません',
  },
  why: {
    en: 'The endpoint becomes available with its first associated subnet; clients come into the VPC by a network interface there. Associate one subnet, or one in each of two Availability Zones where clients must not depend on one; each association has its price.',
    ja: 'エンドポイントは、最初のサブネットを関連付けると使えるようになり、クライアントはそのサブネットのネットワークインターフェイスから VPC に入ります。サブネットを 1 つ、可用性が必要な場合は 2 つのアベイラビリティーゾーンで 1 つずつ関連付けてください。関連付けごとに料金がかかります。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html'],
  *check(context) {
    for (const endpoint of clientVpnsOnSubnets(context)) {
      if (associatedWith(context, endpoint).length > 0 || mayHaveMore(endpoint)) continue;
      const name = called(context, endpoint.id);
      yield {
        on: [endpoint.id],
        field: 'associations',
        message: {
          en: `${name} is associated with no subnet, so that no client can connect`,
          ja: `${name} にサブネットが関連付けられていないため、クライアントは接続できません`,
        },
        fixes: harmless(context, [associationPlan(context, endpoint)]),
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
          box('subnet', 'Subnet'),
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
          {},
          box('subnet', 'Subnet'),
          box('client-vpn-endpoint', 'Vpn', {
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
