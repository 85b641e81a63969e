import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { harmless } from '../core/plans/mend';
import { call } from '../core/commands';
import { clientVpnsOnSubnets, resolverOf, vpcOfClients } from './shared/clientVpns';
import { inVpc } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-names-resolved-outside',
  severity: 'advice',
  summary: {
    en: 'Clients of a VPN resolve private names only where its endpoint names a DNS server of the VPC',
    ja: 'VPC の DNS サーバーを指定しないと、VPN クライアントは VPC のプライベートな名前を解決できません',
  },
  why: {
    en: 'Without a DNS server of the endpoint, clients ask their own: the default name of a service leads them to its public addresses, past the interface endpoint, and names of private hosted zones do not resolve. Name the resolver of the VPC (its address plus two) or a Resolver inbound endpoint, and authorize it. Ignore this where clients use endpoint-specific names or a hosts file.',
    ja: 'エンドポイントに DNS サーバーを指定しない場合、クライアントは端末の DNS サーバーを使います。サービスのデフォルトの名前はインターフェイスエンドポイントではなくパブリックアドレスに解決され、プライベートホストゾーンの名前は解決できません。VPC のリゾルバー (VPC の CIDR に 2 を足したアドレス) か Resolver インバウンドエンドポイントを指定し、承認ルールで許可してください。エンドポイント固有の名前や hosts ファイルを使う場合は無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoint-create.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
  ],
  *check(context) {
    for (const endpoint of clientVpnsOnSubnets(context)) {
      const { id, props } = endpoint;
      const vpc = vpcOfClients(context, endpoint);
      if (vpc === undefined || props.dnsServers !== '' || vpc.props.dnsSupport !== true) continue;
      const named =
        inVpc(context, vpc.id, 'interface-endpoint').find((each) => each.props.privateDns === true) ??
        context.all('hosted-zone').find((zone) => Object.hasOwn(zone.props.vpcs, vpc.id));
      if (named === undefined) continue;
      const server = resolverOf(vpc);
      yield {
        on: [id, named.id],
        field: 'dnsServers',
        message: {
          en: `clients of ${called(context, id)} ask their own DNS servers, and do not find the names of ${called(context, named.id)}`,
          ja: `${called(context, id)} のクライアントは端末の DNS サーバーを使うため、${called(context, named.id)} の名前を解決できません`,
        },
        fixes: harmless(
          context,
          server === undefined
            ? []
            : [
                plan(
                  `Let clients ask the resolver of ${called(context, vpc.id)} (${server})`,
                  `DNS サーバーに ${called(context, vpc.id)} のリゾルバー (${server}) を指定`,
                  call('setProps', { id, props: { dnsServers: server } }),
                ),
              ],
        ),
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
          box('interface-endpoint', 'Sqs', { service: 'sqs', privateDns: true, subnets: { A: true } }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
            dnsServers: '10.0.0.2',
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
          box('interface-endpoint', 'Sqs', { service: 'sqs', privateDns: true, subnets: { A: true } }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
