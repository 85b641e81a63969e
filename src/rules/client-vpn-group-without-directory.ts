import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { harmless } from '../core/plans/mend';
import { call } from '../core/commands';
import { isUnknown } from '../core/model/value';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-group-without-directory',
  severity: 'warning',
  summary: {
    en: 'Authorization rules for groups need a directory that knows the groups of users',
    ja: 'グループの承認ルールには、ユーザーのグループがわかる認証方法が必要です',
  },
  why: {
    en: 'By certificates alone the endpoint does not know who a user is, and a rule for a group lets nobody through. Authenticate users by Active Directory or SAML, or make the rule one for all users.',
    ja: '証明書による相互認証だけではユーザーのグループがわからないため、グループの承認ルールでは誰も接続できません。Active Directory または SAML で認証するか、すべてのユーザーの承認ルールにしてください。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authorization.html'],
  *check(context) {
    for (const { id, props } of context.all('client-vpn-endpoint')) {
      if (props.authentication !== 'certificate') continue;
      const [first] = Object.entries(props.authorizations).flatMap(([row, { group }]) =>
        isUnknown(group) || group === '' ? [] : [{ row, group }],
      );
      if (first === undefined) continue;
      const name = called(context, id);
      yield {
        on: [id],
        field: `authorizations.${first.row}.group`,
        message: {
          en: `${name} has a rule for the group ${first.group}, but knows its users by certificates only`,
          ja: `${name} にグループ ${first.group} の承認ルールがありますが、認証方法が証明書による相互認証だけです`,
        },
        fixes: harmless(context, [
          plan(
            'Let users sign in by SAML',
            'SAML で認証する',
            call('setProps', { id, props: { authentication: 'federated' } }),
          ),
          plan(
            'Make it a rule for all users',
            'すべてのユーザーの承認ルールにする',
            call('setRow', { id, field: 'authorizations', row: first.row, values: { group: '' } }),
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
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authentication: 'federated',
            authorizations: { vpc: { destination: '10.0.0.0/16', group: 'admins' } },
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
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: 'admins' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
