import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { subnetsOfEndpoint } from './shared/services';
import { secondInZone } from './shared/zones';

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
    for (const endpoint of context.all('interface-endpoint'))
      yield* secondInZone(context, endpoint, subnetsOfEndpoint(context, endpoint));
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
