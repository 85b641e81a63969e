import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { contains } from '../lib/cidr';
import {
  associatedWith,
  clientBlock,
  clientVpnsOnSubnets,
  destinationsIn,
  mayHaveMore,
} from './shared/clientVpns';
import { freeRow, zoneOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-route-target',
  severity: 'error',
  summary: {
    en: 'A route of a Client VPN endpoint leads through an associated subnet, or to the other clients',
    ja: 'クライアント VPN エンドポイントのルートは、関連付けられたサブネットを経由するか、ほかのクライアントに向かいます',
  },
  why: {
    en: 'AWS rejects a route through a subnet that is not associated. The target “local” is for the client CIDR block alone, by which clients reach one another. Associate the subnet first, or choose one that is.',
    ja: '関連付けられていないサブネットを経由するルートは拒否されます。ターゲット local はクライアント CIDR 宛て (クライアント間の通信) にだけ使えます。先にサブネットを関連付けるか、関連付けられたサブネットを選んでください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-routes.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-client-to-client.html',
  ],
  *check(context) {
    for (const endpoint of clientVpnsOnSubnets(context)) {
      const { id, props } = endpoint;
      const name = called(context, id);
      const own = associatedWith(context, endpoint).map(({ subnet }) => subnet);
      const clients = clientBlock(endpoint);
      const known = new Map(destinationsIn(props.routes).map((each) => [each.row, each]));
      for (const [row, { subnet: target }] of Object.entries(props.routes)) {
        if (isUnknown(target)) continue;
        const destination = known.get(row);
        const text = destination?.text ?? '?';
        const drop = plan(
          `Delete the route to ${text}`,
          `${text} へのルートを削除`,
          call('setRow', { id, field: 'routes', row, values: null }),
        );
        if (target === null) {
          const isLocal =
            destination === undefined || clients === undefined || contains(clients, destination.block);
          if (isLocal) continue;
          yield {
            on: [id],
            field: `routes.${row}.subnet`,
            message: {
              en: `the route of ${name} to ${text} leads through no subnet`,
              ja: `${name} の ${text} へのルートに、経由するサブネットが指定されていません`,
            },
            fixes: [
              ...own
                .slice(0, 2)
                .map((subnet) =>
                  plan(
                    `Lead it through ${called(context, subnet.id)}`,
                    `${called(context, subnet.id)} を経由させる`,
                    call('setRow', { id, field: 'routes', row, values: { subnet: subnet.id } }),
                  ),
                ),
              drop,
            ],
          };
          continue;
        }
        const subnet = context.resource(target);
        if (subnet === undefined || !isKind(subnet, 'subnet') || mayHaveMore(endpoint)) continue;
        if (own.some((each) => each.id === target)) continue;
        const zone = zoneOf(context, subnet) ?? '';
        const isTaken = zone !== '' && own.some((each) => zoneOf(context, each) === zone);
        const through = called(context, target);
        yield {
          on: [id, target],
          field: `routes.${row}.subnet`,
          message: {
            en: `the route of ${name} to ${text} leads through ${through}, which is not associated with it`,
            ja: `${name} の ${text} へのルートが経由する ${through} は、関連付けられていません`,
          },
          fixes: [
            ...(isTaken
              ? []
              : [
                  plan(
                    `Associate ${through} with ${name}`,
                    `${name} に ${through} を関連付け`,
                    call('setRow', {
                      id,
                      field: 'associations',
                      row: freeRow(props.associations, 'association'),
                      values: { subnet: target },
                    }),
                  ),
                ]),
            drop,
          ],
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
          {},
          box('subnet', 'Subnet'),
          box('client-vpn-endpoint', 'Vpn', {
            clientCidr: '172.20.0.0/22',
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { all: { destination: '0.0.0.0/0', group: '' } },
            routes: {
              internet: { destination: '0.0.0.0/0', subnet: 'Subnet' },
              clients: { destination: '172.20.0.0/22', subnet: null },
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
          {},
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('subnet', 'Other', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { all: { destination: '0.0.0.0/0', group: '' } },
            routes: { peer: { destination: '192.168.0.0/16', subnet: 'Other' } },
            splitTunnel: true,
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet'),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'Subnet' } },
            authorizations: { all: { destination: '0.0.0.0/0', group: '' } },
            routes: { peer: { destination: '192.168.0.0/16', subnet: null } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
