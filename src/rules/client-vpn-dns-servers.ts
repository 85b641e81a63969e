import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { call } from '../core/commands';
import { known } from '../core/model/value';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-dns-servers',
  severity: 'error',
  summary: {
    en: 'A Client VPN endpoint names at most two DNS servers',
    ja: 'クライアント VPN エンドポイントに指定できる DNS サーバーは 2 つまでです',
  },
  why: {
    en: 'AWS rejects a third one. Two are enough: the second is asked where the first cannot be reached.',
    ja: '3 つ目を指定すると拒否されます。1 つ目に到達できない場合に 2 つ目が使われるので、2 つあれば十分です。',
  },
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateClientVpnEndpoint.html'],
  *check(context) {
    for (const { id, props } of context.all('client-vpn-endpoint')) {
      const servers = (known(props.dnsServers) ?? '').split(/[\s,]+/).filter((server) => server !== '');
      if (servers.length <= 2) continue;
      const kept = servers.slice(0, 2).join(', ');
      yield {
        on: [id],
        field: 'dnsServers',
        message: {
          en: `${called(context, id)} names ${servers.length} DNS servers`,
          ja: `${called(context, id)} に ${servers.length} 個の DNS サーバーが指定されています`,
        },
        fixes: [
          plan(`Keep ${kept}`, `${kept} だけにする`, call('setProps', { id, props: { dnsServers: kept } })),
        ],
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
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
            dnsServers: '10.0.0.2, 10.0.0.10, 10.0.1.10',
          }),
        ),
      ),
    ],
  },
});
