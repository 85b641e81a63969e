import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { isUnknown } from '../core/model/value';
import { harmless } from '../core/plans/mend';
import { destinationsIn, hasHidden, splitTunnelPlan } from './shared/clientVpns';
import { called } from './shared/words';

export default defineRule({
  id: 'client-vpn-full-tunnel-without-internet',
  severity: 'warning',
  summary: {
    en: 'A Client VPN endpoint without split tunnel takes the internet from its clients, unless it leads there',
    ja: 'スプリットトンネルが無効なクライアント VPN エンドポイントに、インターネットへの経路がありません',
  },
  why: {
    en: 'Without split tunnel clients send everything into the tunnel while they are connected. What has no route of the endpoint and no authorization rule is dropped there: the web, mail, and meetings stop. Turn split tunnel on, or add a route to 0.0.0.0/0 through each associated subnet and a rule for it. Ignore this where clients must not use the internet.',
    ja: 'スプリットトンネルが無効の場合、接続中のクライアントの通信はすべて VPN に送られ、エンドポイントのルートと承認ルールのない送信先のパケットは破棄されます。Web、メール、オンライン会議なども使えなくなります。スプリットトンネルを有効にするか、関連付けたサブネットごとの 0.0.0.0/0 へのルートと承認ルールを追加してください。接続中にインターネットを使わせない場合は無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-tunnel-vpn.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-internet.html',
  ],
  *check(context) {
    for (const endpoint of context.all('client-vpn-endpoint')) {
      const { id, props } = endpoint;
      const { routes, authorizations, traffic } = props;
      // An endpoint that lets nobody anywhere has graver faults.
      if (props.splitTunnel !== false || Object.keys(authorizations).length === 0) continue;
      if (isUnknown(traffic) || hasHidden(routes) || hasHidden(authorizations)) continue;
      // With both families the internet is reached over IPv4 as well.
      const [family, all] = traffic === 'ipv6' ? ([6, '::/0'] as const) : ([4, '0.0.0.0/0'] as const);
      const leads = (rows: Parameters<typeof destinationsIn>[0]): boolean =>
        destinationsIn(rows).some(({ block }) => block.family === family && block.prefix === 0);
      const lacking = { route: !leads(routes), rule: !leads(authorizations) };
      if (!lacking.route && !lacking.rule) continue;
      const name = called(context, id);
      const what = lacking.route
        ? lacking.rule
          ? { en: `neither a route to ${all} nor a rule for it`, ja: `${all} へのルートも承認ルールも` }
          : { en: `no route to ${all}`, ja: `${all} へのルートが` }
        : { en: `no rule for ${all}`, ja: `${all} の承認ルールが` };
      yield {
        on: [id],
        field: 'splitTunnel',
        message: {
          en: `split tunnel of ${name} is off and it has ${what.en}, so that connected clients lose the internet`,
          ja: `${name} はスプリットトンネルが無効で、${what.ja}ないため、接続中のクライアントはインターネットを使えません`,
        },
        fixes: harmless(context, [splitTunnelPlan(context, endpoint)]),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16', ipv6: true },
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a', ipv6: 1 }),
          box('client-vpn-endpoint', 'Vpn', {
            traffic: 'ipv6',
            associations: { a: { subnet: 'A' } },
            authorizations: { all: { destination: '::/0', group: '' } },
            routes: { a: { destination: '::/0', subnet: 'A' } },
          }),
        ),
      ),
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
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: { all: { destination: '0.0.0.0/0', group: '' } },
            routes: { a: { destination: '0.0.0.0/0', subnet: 'A' } },
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
          }),
        ),
      ),
    ],
  },
});
