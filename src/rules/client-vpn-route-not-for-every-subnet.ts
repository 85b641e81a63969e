import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { harmless } from '../core/plans/mend';
import {
  associatedWith,
  clientVpnsOnSubnets,
  destinationsIn,
  mayHaveMore,
  routesPlan,
} from './shared/clientVpns';
import { isUnknown } from '../core/model/value';
import { called, calledAll } from './shared/words';

export default defineRule({
  id: 'client-vpn-route-not-for-every-subnet',
  severity: 'warning',
  summary: {
    en: 'A Client VPN endpoint needs the same routes through every associated subnet',
    ja: 'クライアント VPN エンドポイントでは、関連付けたすべてのサブネットに同じルートが必要です',
  },
  why: {
    en: 'Clients are spread over the associated subnets as they connect, and use only the routes through the one they have landed on. A destination without a route there is reached by some clients and not by others, and differently after each new connection.',
    ja: 'クライアントは接続のたびに関連付けられたサブネットのいずれかに割り当てられ、そのサブネットを経由するルートだけを使います。一部のサブネットにしかルートがない送信先には、接続できるクライアントとできないクライアントが生じ、再接続のたびに結果が変わります。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/intermittent-access.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-traffic.html',
  ],
  *check(context) {
    for (const endpoint of clientVpnsOnSubnets(context)) {
      const { id, props } = endpoint;
      const own = associatedWith(context, endpoint).map(({ subnet }) => subnet.id);
      const hasHiddenTarget = Object.values(props.routes).some(({ subnet }) => isUnknown(subnet));
      if (own.length < 2 || mayHaveMore(endpoint) || hasHiddenTarget) continue;
      const destinations = destinationsIn(props.routes);
      for (const text of new Set(destinations.map((each) => each.text))) {
        const rows = destinations.filter((each) => each.text === text).map(({ row }) => row);
        const through = rows.flatMap((row) => props.routes[row]?.subnet ?? []);
        const lacking = own.filter((subnet) => !through.includes(subnet));
        if (lacking.length === 0 || !own.some((subnet) => through.includes(subnet))) continue;
        const names = calledAll(context, lacking);
        yield {
          on: [id, ...lacking],
          field: `routes.${rows[0] ?? ''}.subnet`,
          message: {
            en: `${called(context, id)} has no route to ${text} through ${names.en}, so that clients who land there do not reach it`,
            ja: `${called(context, id)} に ${names.ja} を経由する ${text} へのルートがないため、そこに割り当てられたクライアントは接続できません`,
          },
          fixes: harmless(context, [routesPlan(context, endpoint, [text])]),
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
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' }, c: { subnet: 'C' } },
            authorizations: { all: { destination: '0.0.0.0/0', group: '' } },
            routes: {
              a: { destination: '0.0.0.0/0', subnet: 'A' },
              c: { destination: '0.0.0.0/0', subnet: 'C' },
            },
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
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' }, c: { subnet: 'C' } },
            authorizations: { all: { destination: '0.0.0.0/0', group: '' } },
            routes: { a: { destination: '0.0.0.0/0', subnet: 'A' } },
          }),
        ),
      ),
    ],
  },
});
