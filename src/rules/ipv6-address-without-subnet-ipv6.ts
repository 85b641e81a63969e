import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { subnetOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'ipv6-address-without-subnet-ipv6',
  severity: 'error',
  summary: {
    en: 'An instance or a network interface can have an IPv6 address only in a subnet with an IPv6 block',
    ja: 'インスタンスやネットワークインターフェイスに IPv6 アドレスを付けるには、サブネットに IPv6 CIDR ブロックが必要です',
  },
  why: {
    en: 'IPv6 addresses come from the /64 of the subnet; without one the launch fails. Give the subnet an IPv6 number, or take the IPv6 address off.',
    ja: 'IPv6 アドレスはサブネットの /64 から割り当てられるため、ない場合は作成に失敗します。サブネットに IPv6 サブネット番号を指定するか、IPv6 アドレスを外してください。',
  },
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html'],
  check: forEachOf(['instance', 'network-interface'], function* (context, instance) {
    const subnet = subnetOf(context, instance.id);
    if (instance.props.ipv6 !== true || subnet?.props.ipv6 !== null) return;
    const name = called(context, instance.id);
    yield {
      on: [instance.id, subnet.id],
      field: 'ipv6',
      message: {
        en: `${name} asks for an IPv6 address, but its subnet ${called(context, subnet.id)} has no IPv6 block`,
        ja: `${name} は IPv6 アドレスを使いますが、サブネット ${called(context, subnet.id)} に IPv6 CIDR ブロックがありません`,
      },
      fixes: [
        plan(
          `Take the IPv6 address off ${name}`,
          `${name} の IPv6 アドレスを外す`,
          call('setProps', { id: instance.id, props: { ipv6: false } }),
        ),
      ],
    };
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true },
          box('subnet', 'Subnet', { ipv6: 1 }, box('instance', 'Web', { ipv6: true })),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true },
          box('subnet', 'Subnet', {}, box('instance', 'Web', { ipv6: true })),
        ),
      ),
    ],
  },
});
