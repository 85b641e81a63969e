import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { inVpc, vpcOf } from './shared/networks';
import { subnetsOfAttachment } from './shared/transit';
import { called, calledAll, plan } from './shared/words';
import { oneForEachZone } from './shared/zones';

export default defineRule({
  id: 'transit-attachment-without-subnet',
  severity: 'error',
  summary: {
    en: 'A transit gateway attachment needs a subnet',
    ja: 'Transit Gateway アタッチメントにはサブネットが必要です',
  },
  why: {
    en: 'The transit gateway places a network interface in one subnet of every Availability Zone that it is to serve. AWS recommends a small subnet for it, such as a /28, with a route table of its own.',
    ja: 'Transit Gateway は、利用するアベイラビリティーゾーンごとに 1 つのサブネットにネットワークインターフェイスを作成します。AWS は、専用のルートテーブルを持つ小さなサブネット (/28 など) を使うことを推奨しています。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html',
  ],
  *check(context) {
    for (const attachment of context.all('transit-gateway-attachment')) {
      const vpc = vpcOf(context, attachment.id);
      if (vpc === undefined || subnetsOfAttachment(context, attachment).length > 0) continue;
      const name = called(context, attachment.id);
      const subnets = oneForEachZone(context, inVpc(context, vpc.id, 'subnet')).map(({ id }) => id);
      const names = calledAll(context, subnets);
      yield {
        on: [attachment.id, vpc.id],
        field: 'subnets',
        message: {
          en: `${name} of ${called(context, vpc.id)} has no subnet`,
          ja: `${called(context, vpc.id)} の ${name} にサブネットが指定されていません`,
        },
        fixes:
          subnets.length === 0
            ? []
            : [
                plan(
                  `Place ${name} in ${names.en}`,
                  `${name} に ${names.ja} を指定`,
                  call('setProps', {
                    id: attachment.id,
                    props: { subnets: Object.fromEntries(subnets.map((id) => [id, true])) },
                  }),
                ),
              ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', { zone: 'ap-northeast-1a' }),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { Subnet: true },
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
          box('subnet', 'C', { cidr: '10.0.2.0/24', zone: 'ap-northeast-1c' }),
          box('transit-gateway-attachment', 'Attachment', { transitGateway: 'Hub' }),
        ),
      ),
    ],
  },
});
