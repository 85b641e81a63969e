import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { connections, gatewayConnections } from './shared/endpointServices';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'endpoint-connection-not-accepted',
  severity: 'error',
  summary: {
    en: 'Where an endpoint service requires acceptance, somebody must accept the connection',
    ja: '承諾が必要なエンドポイントサービスへの接続は、プロバイダーが承諾しなければなりません',
  },
  why: {
    en: 'Until the provider accepts it, the endpoint’s connection is pending (pendingAcceptance) and carries nothing. No template does that: say on the endpoint that it is accepted, if somebody will do so after the deployment, or turn acceptance off and name the allowed principals instead.',
    ja: 'プロバイダーが承諾するまで、エンドポイントの接続は承諾待ち (pendingAcceptance) で、通信できません。承諾はテンプレートでは行えません。デプロイ後に承諾する場合は、エンドポイントの「承諾済み」を有効にしてください。または、承諾を不要にして、許可するプリンシパルを指定してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  *check(context) {
    for (const { endpoint, service } of [...connections(context), ...gatewayConnections(context)]) {
      if (service.props.acceptanceRequired !== true || endpoint.props.accepted !== false) continue;
      const [name, own] = [called(context, endpoint.id), called(context, service.id)];
      yield {
        on: [endpoint.id, service.id],
        field: 'accepted',
        message: {
          en: `The connection of ${name} waits to be accepted by the provider of ${own}`,
          ja: `${name} の接続は、${own} のプロバイダーによる承諾待ちです`,
        },
        fixes: [
          plan(
            `Say that the connection of ${name} is accepted`,
            `${name} の接続を承諾済みにする`,
            call('setProps', { id: endpoint.id, props: { accepted: true } }),
          ),
          plan(
            `Let ${own} accept every connection`,
            `${own} の承諾を不要にする`,
            call('setProps', { id: service.id, props: { acceptanceRequired: false } }),
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
          'Consumer',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('interface-endpoint', 'Endpoint', {
              endpointService: 'Service',
              privateDns: false,
              accepted: true,
            }),
          ),
        ),
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true } }),
        box(
          'vpc',
          'Provider',
          { cidr: '10.1.0.0/16' },
          box(
            'subnet',
            'ProviderSubnet',
            { cidr: '10.1.0.0/24', zone: 'ap-northeast-1a' },
            box('network-load-balancer', 'Nlb'),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Consumer',
          { cidr: '10.0.0.0/16' },
          box(
            'subnet',
            'Subnet',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('interface-endpoint', 'Endpoint', { endpointService: 'Service', privateDns: false }),
          ),
        ),
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true }, acceptanceRequired: true }),
        box(
          'vpc',
          'Provider',
          { cidr: '10.1.0.0/16' },
          box(
            'subnet',
            'ProviderSubnet',
            { cidr: '10.1.0.0/24', zone: 'ap-northeast-1a' },
            box('network-load-balancer', 'Nlb'),
          ),
        ),
      ),
      sketch(
        box('endpoint-service', 'Service', { loadBalancers: { Gwlb: true }, acceptanceRequired: true }),
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Firewall', { sourceDestinationCheck: false }),
            box('gateway-load-balancer', 'Gwlb', { targets: { a: { target: { ref: 'Firewall' } } } }),
          ),
          box(
            'subnet',
            'B',
            { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' },
            box('gwlb-endpoint', 'Inspection', { provider: 'Service' }),
          ),
        ),
      ),
    ],
  },
});
