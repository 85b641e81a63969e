import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { moveInto } from './shared/additions';
import { inVpc } from './shared/networks';
import { madePublic, regionalNats } from './shared/regionalNat';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'nat-gateway-regional-private',
  severity: 'error',
  summary: {
    en: 'A regional NAT gateway is public; a private one stands in a subnet',
    ja: 'リージョナル NAT ゲートウェイはパブリックのみです。プライベートの場合はサブネットに置きます',
  },
  why: {
    en: 'A NAT gateway that stands in the VPC and in no subnet is a regional one, and AWS makes these for the internet only. For traffic to other VPCs or on-premises networks use one in a subnet.',
    ja: 'サブネットではなく VPC に置いた NAT ゲートウェイはリージョナル NAT ゲートウェイになり、インターネット接続専用です。他の VPC やオンプレミスとの通信には、サブネットに置いた NAT ゲートウェイを使ってください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html'],
  *check(context) {
    for (const { nat, vpc } of regionalNats(context)) {
      if (nat.props.connectivity !== 'private') continue;
      const name = called(context, nat.id);
      const [home] = inVpc(context, vpc.id, 'subnet');
      yield {
        on: [nat.id],
        field: 'connectivity',
        message: {
          en: `${name} is private, but stands in no subnet`,
          ja: `${name} はプライベートですが、サブネットに置かれていません`,
        },
        fixes: [
          ...(home === undefined
            ? []
            : [
                plan(
                  `Move ${name} to ${called(context, home.id)}`,
                  `${name} を ${called(context, home.id)} に移動`,
                  moveInto(context, nat, home),
                ),
              ]),
          madePublic(context, nat),
        ],
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
          box('subnet', 'Subnet', {}, box('nat-gateway', 'Nat', { connectivity: 'private' })),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet'),
          box('internet-gateway', 'Igw'),
          box('nat-gateway', 'Nat', { connectivity: 'private' }),
        ),
      ),
    ],
  },
});
