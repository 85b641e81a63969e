import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { connections } from './shared/endpointServices';
import { freeRow } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'endpoint-account-not-allowed',
  severity: 'error',
  summary: {
    en: 'Another account must be among the principals that an endpoint service allows',
    ja: '別のアカウントから接続するには、エンドポイントサービスで許可されたプリンシパルでなければなりません',
  },
  why: {
    en: 'An endpoint service is open to its own account; all others need a permission before they can make an endpoint for it. Allow the account, or a role or user of it.',
    ja: 'エンドポイントサービスを使えるのは、既定では同じアカウントだけです。別のアカウントでエンドポイントを作成するには許可が必要です。アカウント、またはそのロールやユーザーを許可してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  *check(context) {
    for (const { endpoint, service } of connections(context)) {
      const account = known(endpoint.props.account) ?? '';
      const principals = Object.values(service.props.principals).map(({ principal }) => principal);
      if (account === '' || principals.some(isUnknown)) continue;
      const isAllowed = principals.some((principal) => {
        const text = known(principal) ?? '';
        return text === '*' || text === account || new RegExp(`^arn:[^:]*:iam::${account}:`).test(text);
      });
      if (isAllowed) continue;
      const [name, own] = [called(context, endpoint.id), called(context, service.id)];
      yield {
        on: [endpoint.id, service.id],
        field: 'account',
        message: {
          en: `${name} is in the account ${account}, which ${own} does not allow to connect`,
          ja: `${name} のアカウント ${account} は、${own} への接続を許可されていません`,
        },
        fixes: [
          plan(
            `Allow the account ${account} in ${own}`,
            `${own} でアカウント ${account} を許可`,
            call('setRow', {
              id: service.id,
              field: 'principals',
              row: freeRow(service.props.principals, 'account'),
              values: { principal: `arn:aws:iam::${account}:root` },
            }),
          ),
        ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('endpoint-service', 'Service', {
          loadBalancers: { Nlb: true },
          acceptanceRequired: false,
          principals: { consumer: { principal: 'arn:aws:iam::210987654321:root' } },
        }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb'),
            box('interface-endpoint', 'Endpoint', {
              endpointService: 'Service',
              privateDns: false,
              account: '210987654321',
            }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box('endpoint-service', 'Service', {
          loadBalancers: { Nlb: true },
          acceptanceRequired: false,
          principals: { other: { principal: 'arn:aws:iam::123456789012:root' } },
        }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            {},
            box('network-load-balancer', 'Nlb'),
            box('interface-endpoint', 'Endpoint', {
              endpointService: 'Service',
              privateDns: false,
              account: '210987654321',
            }),
          ),
        ),
      ),
    ],
  },
});
