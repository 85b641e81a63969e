import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { harmless } from '../core/plans/mend';
import { call } from '../core/commands';
import { overlaps } from '../lib/cidr';
import { authorizationPlan, destinationsIn, hasHidden } from './shared/clientVpns';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-route-not-authorized',
  severity: 'warning',
  summary: {
    en: 'A route of a Client VPN endpoint needs an authorization rule, too',
    ja: 'クライアント VPN エンドポイントのルートの送信先には、承認ルールも必要です',
  },
  why: {
    en: 'Clients send to the destination, and the endpoint drops the packets as long as no authorization rule covers it. With split tunnel the destination is even taken from the connection that the client has anyway. Add a rule, or delete the route.',
    ja: 'クライアントはその送信先のパケットを VPN に送りますが、対象とする承認ルールがない限り破棄されます。スプリットトンネルの場合は、クライアントが本来使える経路も失われます。承認ルールを追加するか、ルートを削除してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-routes.html'],
  *check(context) {
    for (const endpoint of context.all('client-vpn-endpoint')) {
      const { id, props } = endpoint;
      const rules = destinationsIn(props.authorizations);
      // Without any rule, `client-vpn-without-authorization` says so.
      if (rules.length === 0 || hasHidden(props.authorizations)) continue;
      const told = new Set<string>();
      for (const { row, text, block } of destinationsIn(props.routes)) {
        if (told.has(text) || rules.some((each) => overlaps(each.block, block))) continue;
        told.add(text);
        const name = called(context, id);
        yield {
          on: [id],
          field: `routes.${row}.destination`,
          message: {
            en: `${name} has a route to ${text}, for which no authorization rule lets anybody through`,
            ja: `${name} に ${text} へのルートがありますが、対象とする承認ルールがありません`,
          },
          fixes: harmless(context, [
            authorizationPlan(context, endpoint, [text]),
            plan(
              `Delete the route to ${text}`,
              `${text} へのルートを削除`,
              ...destinationsIn(props.routes)
                .filter((each) => each.text === text)
                .map((each) => call('setRow', { id, field: 'routes', row: each.row, values: null })),
            ),
          ]),
        };
      }
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
            authorizations: {
              vpc: { destination: '10.0.0.0/16', group: '' },
              office: { destination: '192.168.1.0/24', group: 'S-1' },
            },
            routes: { office: { destination: '192.168.0.0/16', subnet: 'A' } },
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
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            routes: { office: { destination: '192.168.0.0/16', subnet: 'A' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
