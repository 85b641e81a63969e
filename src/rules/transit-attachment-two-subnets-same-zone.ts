import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { subnetsOfAttachment } from './shared/transit';
import { secondInZone } from './shared/zones';

export default defineRule({
  id: 'transit-attachment-two-subnets-same-zone',
  severity: 'error',
  summary: {
    en: 'A transit gateway attachment takes one subnet for each Availability Zone',
    ja: 'Transit Gateway アタッチメントに指定できるサブネットは、アベイラビリティーゾーンごとに 1 つです',
  },
  why: {
    en: 'AWS rejects two subnets of one zone. One is enough: every subnet of the zone reaches the transit gateway through it, by a route in its own table.',
    ja: '同じゾーンのサブネットを 2 つ指定すると拒否されます。1 つあれば、同じゾーンのすべてのサブネットが、それぞれのルートテーブルのルートによって Transit Gateway に到達できます。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html'],
  *check(context) {
    for (const attachment of context.all('transit-gateway-attachment'))
      yield* secondInZone(context, attachment, subnetsOfAttachment(context, attachment));
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'A', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { A: true, C: true },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'A1', { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' }),
          box('subnet', 'A2', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' }),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { A1: true, A2: true },
          }),
        ),
      ),
    ],
  },
});
