import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { harmless } from '../core/plans/mend';
import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { clientVpnsOnSubnets } from './shared/clientVpns';
import { called, calledAll, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-egress-closed',
  severity: 'warning',
  summary: {
    en: 'The security groups of a Client VPN endpoint must let its clients out',
    ja: 'クライアント VPN エンドポイントのセキュリティグループには、アウトバウンドルールが必要です',
  },
  why: {
    en: 'They guard the network interfaces by which clients send into the VPC. Without an outbound rule nothing leaves there, whatever is authorized. Inbound rules do not matter: nothing but replies comes in.',
    ja: 'セキュリティグループは、クライアントが VPC に送信するためのネットワークインターフェイスに適用されます。アウトバウンドルールがないと、承認ルールがあっても何も送信されません。届くのは応答だけなので、インバウンドルールは不要です。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authorization.html'],
  *check(context) {
    for (const { id, props } of clientVpnsOnSubnets(context)) {
      const ids = Object.keys(props.securityGroups);
      const groups = ids.flatMap((each) => {
        const group = context.resource(each);
        return group !== undefined && isKind(group, 'security-group') ? [group] : [];
      });
      const [first] = groups;
      if (first === undefined || groups.length < ids.length) continue;
      if (groups.some((group) => Object.keys(group.props.outbound).length > 0)) continue;
      const names = calledAll(context, ids);
      yield {
        on: [id, ...ids],
        field: 'securityGroups',
        message: {
          en: `${called(context, id)} has ${names.en} only, without any outbound rule, so that its clients reach nothing`,
          ja: `${called(context, id)} のセキュリティグループ ${names.ja} にアウトバウンドルールがないため、クライアントはどこにも接続できません`,
        },
        fixes: harmless(context, [
          plan(
            `Allow everything out in ${called(context, first.id)}, as a new group does`,
            `${called(context, first.id)} で、すべてのアウトバウンドを許可 (新しいグループの既定値)`,
            call('setRow', {
              id: first.id,
              field: 'outbound',
              row: 'all',
              values: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' },
            }),
          ),
        ]),
      };
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
          box('security-group', 'Group'),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
            securityGroups: { Group: true },
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
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('security-group', 'Group', { outbound: {} }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
            securityGroups: { Group: true },
          }),
        ),
      ),
    ],
  },
});
