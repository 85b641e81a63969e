import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { zoneOf } from './shared/networks';
import { subnetsOfEndpoint } from './shared/services';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'interface-endpoint-two-subnets-same-zone',
  severity: 'error',
  summary: {
    en: 'An interface endpoint takes one subnet for each Availability Zone',
    ja: 'インターフェイスエンドポイントに指定できるサブネットは、アベイラビリティーゾーンごとに 1 つです',
  },
  why: {
    en: 'AWS rejects two subnets of one zone. One interface serves the whole VPC, so the other subnets of the zone reach it all the same.',
    ja: '同じゾーンのサブネットを 2 つ指定することはできません。エンドポイントのインターフェイスには VPC 全体から接続できるため、同じゾーンの他のサブネットからも利用できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'],
  *check(context) {
    for (const endpoint of context.all('interface-endpoint')) {
      const owners = new Map<string, string>();
      for (const subnet of subnetsOfEndpoint(context, endpoint)) {
        const zone = zoneOf(context, subnet) ?? '';
        if (zone === '') continue;
        const owner = owners.get(zone);
        if (owner === undefined) {
          owners.set(zone, subnet.id);
          continue;
        }
        const name = called(context, endpoint.id);
        const { [subnet.id]: _, ...kept } = endpoint.props.subnets;
        yield {
          on: [endpoint.id, subnet.id, owner],
          field: 'subnets',
          message: {
            en: `${name} takes ${called(context, owner)} and ${called(context, subnet.id)}, both in ${zone}`,
            ja: `${name} に指定された ${called(context, owner)} と ${called(context, subnet.id)} は、どちらも ${zone} にあります`,
          },
          fixes: [
            plan(
              `Take ${called(context, subnet.id)} off ${name}`,
              `${name} から ${called(context, subnet.id)} を外す`,
              call('setProps', { id: endpoint.id, props: { subnets: kept } }),
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
          box(
            'subnet',
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('interface-endpoint', 'Endpoint', { service: 'sqs', subnets: { C: true } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'A1',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('interface-endpoint', 'Endpoint', { service: 'sqs', subnets: { A2: true } }),
          ),
          box('subnet', 'A2', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' }),
        ),
      ),
    ],
  },
});
