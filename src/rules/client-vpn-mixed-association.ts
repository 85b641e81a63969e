import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { gatewayNamed } from './shared/transit';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-mixed-association',
  severity: 'error',
  summary: {
    en: 'A Client VPN endpoint is associated with subnets or with a transit gateway, not with both',
    ja: 'クライアント VPN エンドポイントには、サブネットと Transit Gateway の両方を関連付けることはできません',
  },
  why: {
    en: 'The kind of association is chosen when the endpoint is created. Through subnets clients appear with an address of the VPC, guarded by security groups; through a transit gateway they keep their own, and VPCs need a route back to the client CIDR block.',
    ja: '関連付けの種類は、エンドポイントの作成時に決まります。サブネットの場合、クライアントの送信元は VPC のアドレスに変換され、セキュリティグループが適用されます。Transit Gateway の場合は元のアドレスのままで、各 VPC にクライアント CIDR への戻りのルートが必要です。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-tgw.html'],
  *check(context) {
    for (const { id, props } of context.all('client-vpn-endpoint')) {
      const hasSubnets = Object.values(props.associations).some(({ subnet }) => subnet !== null);
      const hub = gatewayNamed(context, props.transitGateway);
      if (hub === undefined || !hasSubnets) continue;
      const routes = Object.entries(props.routes);
      const throughGateway = routes.filter(
        ([, { subnet, destination }]) => subnet === null && destination !== props.clientCidr,
      );
      const throughSubnets = routes.filter(([, { subnet }]) => subnet !== null);
      const [name, gateway] = [id, hub.id].map((each) => called(context, each));
      yield {
        on: [id, hub.id],
        field: 'transitGateway',
        message: {
          en: `${name} is associated with ${gateway} and with subnets`,
          ja: `${name} に ${gateway} とサブネットの両方が関連付けられています`,
        },
        fixes: [
          plan(
            `Take ${gateway} off ${name}`,
            `${name} から ${gateway} の関連付けを外す`,
            call('setProps', { id, props: { transitGateway: null } }),
            ...throughGateway.map(([row]) => call('setRow', { id, field: 'routes', row, values: null })),
          ),
          plan(
            `Take the subnets off ${name}`,
            `${name} からサブネットの関連付けを外す`,
            call('setProps', { id, props: { associations: {} } }),
            ...throughSubnets.map(([row]) =>
              call('setRow', { id, field: 'routes', row, values: { subnet: null } }),
            ),
          ),
        ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('client-vpn-endpoint', 'Vpn', {
          transitGateway: 'Hub',
          authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
          routes: { vpc: { destination: '10.0.0.0/16', subnet: null } },
          splitTunnel: true,
        }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('subnet', 'Subnet', { cidr: '10.0.0.0/24' })),
        box('client-vpn-endpoint', 'Vpn', {
          transitGateway: 'Hub',
          associations: { a: { subnet: 'Subnet' } },
          authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
          routes: { vpc: { destination: '10.0.0.0/16', subnet: null } },
          splitTunnel: true,
        }),
      ),
    ],
  },
});
