import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { vpcOf } from './shared/networks';
import { withoutPrivateDns } from './shared/privateDns';
import { serviceOf, titleOf } from './shared/services';
import { called } from './shared/words';

export default defineRule({
  id: 'private-dns-twice',
  severity: 'error',
  summary: {
    en: 'Only one interface endpoint for a service can have private DNS in a VPC',
    ja: '1 つの VPC でプライベート DNS を有効にできるインターフェイスエンドポイントは、サービスごとに 1 つです',
  },
  why: {
    en: 'Each would answer for the same name, and AWS refuses the second with a conflicting DNS domain. One endpoint can have interfaces in several subnets instead.',
    ja: '同じ名前に応答することになるため、2 つ目は DNS ドメインの競合で作成できません。1 つのエンドポイントを複数のサブネットに配置してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html'],
  *check(context) {
    const owners = new Map<string, string>();
    for (const endpoint of context.all('interface-endpoint')) {
      const service = serviceOf(context, endpoint);
      const vpc = vpcOf(context, endpoint.id);
      if (endpoint.props.privateDns !== true || service === undefined || vpc === undefined) continue;
      const owner = owners.get(`${vpc.id} ${service}`);
      if (owner === undefined) {
        owners.set(`${vpc.id} ${service}`, endpoint.id);
        continue;
      }
      const name = called(context, endpoint.id);
      yield {
        on: [endpoint.id, owner],
        field: 'privateDns',
        message: {
          en: `${name} and ${called(context, owner)} both have private DNS for ${titleOf(service)} in ${called(context, vpc.id)}`,
          ja: `${called(context, vpc.id)} で、${name} と ${called(context, owner)} の両方が ${titleOf(service)} のプライベート DNS を有効にしています`,
        },
        fixes: harmless(context, [withoutPrivateDns(context, endpoint)]),
      };
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
            'Subnet',
            {},
            box('interface-endpoint', 'A', { service: 'sqs' }),
            box('interface-endpoint', 'B', { service: 'sns' }),
          ),
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
            'Subnet',
            {},
            box('interface-endpoint', 'A', { service: 'sqs' }),
            box('interface-endpoint', 'B', { service: 'sqs' }),
          ),
        ),
      ),
    ],
  },
});
