import { box, sketch } from '../core/model/sketch';
import { harmless } from '../core/plans/mend';
import { defineRule } from '../core/rules/rule';
import { authorizationPlan, vpcOfClients } from './shared/clientVpns';
import { legibleVpcBlocks } from './shared/networks';
import { called } from './shared/words';

export default defineRule({
  id: 'client-vpn-without-authorization',
  severity: 'error',
  summary: {
    en: 'A Client VPN endpoint without an authorization rule lets its clients reach nothing',
    ja: '承認ルールのないクライアント VPN エンドポイントでは、クライアントはどこにも接続できません',
  },
  why: {
    en: 'Clients connect, and everything they send is dropped: access to each network must be granted by a rule, to all users or to a group, that to the VPC itself included. Add a rule for the block of the VPC, or for the subnets that clients are to reach.',
    ja: 'クライアントは VPN に接続できても、送信したパケットはすべて破棄されます。VPC 自体を含め、ネットワークごとに、すべてのユーザーまたはグループのアクセスを承認ルールで許可する必要があります。VPC の CIDR ブロック、またはクライアントに使わせるサブネットへのルールを追加してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html'],
  *check(context) {
    for (const endpoint of context.all('client-vpn-endpoint')) {
      if (Object.keys(endpoint.props.authorizations).length > 0) continue;
      const name = called(context, endpoint.id);
      const vpc = vpcOfClients(context, endpoint);
      const blocks = vpc === undefined ? [] : legibleVpcBlocks(vpc).map(({ text }) => text);
      yield {
        on: [endpoint.id],
        field: 'authorizations',
        message: {
          en: `${name} has no authorization rule, so that its clients reach nothing`,
          ja: `${name} に承認ルールがないため、クライアントはどこにも接続できません`,
        },
        fixes: harmless(context, [authorizationPlan(context, endpoint, blocks)]),
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
          box('client-vpn-endpoint', 'Vpn', { associations: { a: { subnet: 'Subnet' } } }),
        ),
      ),
    ],
  },
});
