import { call } from '../core/commands';
import type { ResourceId } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { associatedWith, clientVpnsOnSubnets } from './shared/clientVpns';
import { zoneOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'client-vpn-two-subnets-same-zone',
  severity: 'error',
  summary: {
    en: 'A Client VPN endpoint is associated with one subnet of each Availability Zone',
    ja: 'クライアント VPN エンドポイントに関連付けられるサブネットは、アベイラビリティーゾーンごとに 1 つです',
  },
  why: {
    en: 'AWS rejects a second subnet of one zone. One is enough: from there clients reach all subnets of the VPC.',
    ja: '同じゾーンの 2 つ目のサブネットは拒否されます。1 つあれば、クライアントは VPC 内のすべてのサブネットに到達できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html'],
  *check(context) {
    for (const { id, ...endpoint } of clientVpnsOnSubnets(context)) {
      const owners = new Map<string, ResourceId>();
      for (const { row, subnet } of associatedWith(context, { id, ...endpoint })) {
        const zone = zoneOf(context, subnet) ?? '';
        const owner = owners.get(zone);
        if (zone === '' || owner === subnet.id) continue;
        if (owner === undefined) {
          owners.set(zone, subnet.id);
          continue;
        }
        const [name, first, second] = [id, owner, subnet.id].map((each) => called(context, each));
        yield {
          on: [id, subnet.id, owner],
          field: `associations.${row}.subnet`,
          message: {
            en: `${name} is associated with ${first} and ${second}, both in ${zone}`,
            ja: `${name} に関連付けられた ${first} と ${second} は、どちらも ${zone} にあります`,
          },
          fixes: [
            plan(
              `Take ${second} off ${name}`,
              `${name} から ${second} の関連付けを外す`,
              call('setRow', { id, field: 'associations', row, values: null }),
            ),
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
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'A' }, c: { subnet: 'C' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
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
          {},
          box('subnet', 'A1', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('subnet', 'A2', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { first: { subnet: 'A1' }, second: { subnet: 'A2' } },
            authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
            splitTunnel: true,
          }),
        ),
      ),
    ],
  },
});
