import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { harmless } from '../core/plans/mend';
import { overlaps } from '../lib/cidr';
import {
  associatedWith,
  clientBlock,
  destinationsIn,
  hasHidden,
  routesPlan,
  vpcOfClients,
} from './shared/clientVpns';
import { vpcBlocks } from './shared/networks';
import { called } from './shared/words';

export default defineRule({
  id: 'client-vpn-route-missing',
  severity: 'warning',
  summary: {
    en: 'What a Client VPN endpoint authorizes needs a route, too',
    ja: 'クライアント VPN エンドポイントで承認した送信先には、ルートも必要です',
  },
  why: {
    en: 'An association brings a route to its VPC only, and one with a transit gateway none. To a peered VPC, a network on premises or the internet, the endpoint needs routes of its own, one through each associated subnet, besides the authorization rule and the routes of the subnets themselves.',
    ja: 'サブネットを関連付けて自動で追加されるルートは、その VPC 宛てだけです (Transit Gateway との関連付けでは追加されません)。ピアリングされた VPC、オンプレミスネットワーク、インターネットには、承認ルールとサブネット側のルートのほかに、エンドポイントのルートが、関連付けたサブネットごとに必要です。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-routes.html'],
  *check(context) {
    for (const endpoint of context.all('client-vpn-endpoint')) {
      const { routes, authorizations, transitGateway } = endpoint.props;
      const vpc = transitGateway === null ? vpcOfClients(context, endpoint) : undefined;
      // Through a transit gateway no route comes by itself.
      const own = transitGateway !== null ? [] : vpc === undefined ? undefined : vpcBlocks(vpc);
      const hasWayIn = transitGateway !== null || associatedWith(context, endpoint).length > 0;
      if (own === undefined || !hasWayIn || hasHidden(routes)) continue;
      const clients = clientBlock(endpoint);
      const covered = [...own, ...destinationsIn(routes)].map(({ block }) => block);
      for (const { row, text, block } of destinationsIn(authorizations)) {
        // IPv6 routes to the VPC are not told here.
        if (block.family === 6 || covered.some((each) => overlaps(each, block))) continue;
        // Clients reach one another by a route to `local`, which they may do without.
        if (clients !== undefined && overlaps(clients, block)) continue;
        const name = called(context, endpoint.id);
        yield {
          on: [endpoint.id],
          field: `authorizations.${row}.destination`,
          message: {
            en: `${name} authorizes its clients for ${text}, to which it has no route`,
            ja: `${name} では ${text} へのアクセスが承認されていますが、ルートがありません`,
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
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' } },
            authorizations: {
              vpc: { destination: '10.0.0.0/16', group: '' },
              office: { destination: '192.168.0.0/16', group: '' },
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
            authorizations: {
              vpc: { destination: '10.0.0.0/16', group: '' },
              office: { destination: '192.168.0.0/16', group: '' },
            },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
