import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'egress-only-gateway-without-ipv6',
  severity: 'warning',
  summary: {
    en: 'An egress-only internet gateway does nothing in a VPC without IPv6',
    ja: 'IPv6 のない VPC では、Egress-Only インターネットゲートウェイは機能しません',
  },
  why: {
    en: 'It carries IPv6 only. Give the VPC an IPv6 block, and its subnets their /64; for IPv4 use a NAT gateway.',
    ja: 'このゲートウェイは IPv6 専用です。VPC に IPv6 CIDR ブロックを、サブネットに /64 を割り当ててください。IPv4 には NAT ゲートウェイを使います。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html'],
  *check(context) {
    for (const { id } of context.all('egress-only-internet-gateway')) {
      const vpc = vpcOf(context, id);
      if (vpc?.props.ipv6 !== false) continue;
      const name = called(context, vpc.id);
      yield {
        on: [id, vpc.id],
        message: {
          en: `${called(context, id)} carries IPv6 only, and ${name} has no IPv6 block`,
          ja: `${called(context, id)} は IPv6 専用ですが、${name} に IPv6 CIDR ブロックがありません`,
        },
        fixes: [
          plan(
            `Give ${name} an IPv6 block from Amazon`,
            `${name} に Amazon 提供の IPv6 CIDR ブロックを追加`,
            call('setProps', { id: vpc.id, props: { ipv6: true } }),
          ),
        ],
      };
    }
  },
  examples: {
    good: [sketch(box('vpc', 'Vpc', { ipv6: true }, box('egress-only-internet-gateway', 'Egress')))],
    bad: [sketch(box('vpc', 'Vpc', { ipv6: false }, box('egress-only-internet-gateway', 'Egress')))],
  },
});
