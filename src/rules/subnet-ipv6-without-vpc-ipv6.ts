import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'subnet-ipv6-without-vpc-ipv6',
  severity: 'error',
  summary: {
    en: 'A subnet can have IPv6 addresses only when its VPC has an IPv6 block',
    ja: 'サブネットで IPv6 を使うには、VPC に IPv6 CIDR ブロックが必要です',
  },
  why: {
    en: 'A subnet’s /64 is cut from the IPv6 block of its VPC. Without that block the deployment fails. Give the VPC an IPv6 block from Amazon, or take IPv6 off the subnet.',
    ja: 'サブネットの /64 は、VPC の IPv6 CIDR ブロックから切り出されます。ブロックがないとデプロイに失敗します。VPC に Amazon 提供の IPv6 CIDR ブロックを追加するか、サブネットの IPv6 を外してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'],
  check: forEachOf('subnet', function* (context, subnet) {
    const number = known(subnet.props.ipv6) ?? null;
    const vpc = vpcOf(context, subnet.id);
    if (number === null || vpc?.props.ipv6 !== false) return;
    const network = called(context, vpc.id);
    yield {
      on: [subnet.id, vpc.id],
      field: 'ipv6',
      message: {
        en: `${called(context, subnet.id)} takes the IPv6 /64 number ${number}, but ${network} has no IPv6 block`,
        ja: `${called(context, subnet.id)} は IPv6 サブネット番号 ${number} を使いますが、${network} に IPv6 CIDR ブロックがありません`,
      },
      fixes: [
        plan(
          `Give ${network} an IPv6 block from Amazon`,
          `${network} に Amazon 提供の IPv6 CIDR ブロックを追加`,
          call('setProps', { id: vpc.id, props: { ipv6: true } }),
        ),
      ],
    };
  }),
  examples: {
    good: [sketch(box('vpc', 'Vpc', { ipv6: true }, box('subnet', 'Subnet', { ipv6: 1 })))],
    bad: [sketch(box('vpc', 'Vpc', { ipv6: false }, box('subnet', 'Subnet', { ipv6: 1 })))],
  },
});
