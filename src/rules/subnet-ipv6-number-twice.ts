import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { inVpc } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'subnet-ipv6-number-twice',
  severity: 'error',
  summary: {
    en: 'Two subnets of a VPC must not take the same /64 of its IPv6 block',
    ja: '同じ VPC の 2 つのサブネットで、IPv6 の同じ /64 は使えません',
  },
  why: {
    en: 'IPv6 blocks of subnets must not overlap either; AWS rejects the second one. Take a number that is free.',
    ja: 'サブネットの IPv6 CIDR ブロックも重複できません。2 つ目のサブネットは作成できないため、空いている番号を使ってください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'],
  check: forEachOf('vpc', function* (context, vpc) {
    const owners = new Map<number, string>();
    const subnets = inVpc(context, vpc.id, 'subnet');
    const taken = new Set(subnets.map(({ props }) => known(props.ipv6)));
    for (const subnet of subnets) {
      const number = known(subnet.props.ipv6) ?? null;
      if (number === null) continue;
      const owner = owners.get(number);
      if (owner === undefined) {
        owners.set(number, subnet.id);
        continue;
      }
      const name = called(context, subnet.id);
      const free = [...Array(256).keys()].find((each) => !taken.has(each));
      yield {
        on: [subnet.id, owner],
        field: 'ipv6',
        message: {
          en: `${name} and ${called(context, owner)} both take the IPv6 /64 number ${number} of ${called(context, vpc.id)}`,
          ja: `${name} と ${called(context, owner)} は、どちらも ${called(context, vpc.id)} の IPv6 サブネット番号 ${number} を使っています`,
        },
        fixes:
          free === undefined
            ? []
            : [
                plan(
                  `Give ${name} the number ${free}`,
                  `${name} の番号を ${free} に変更`,
                  call('setProps', { id: subnet.id, props: { ipv6: free } }),
                ),
              ],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true },
          box('subnet', 'A', { cidr: '10.0.0.0/24', ipv6: 0 }),
          box('subnet', 'B', { cidr: '10.0.1.0/24', ipv6: 1 }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { ipv6: true },
          box('subnet', 'A', { cidr: '10.0.0.0/24', ipv6: 0 }),
          box('subnet', 'B', { cidr: '10.0.1.0/24', ipv6: 0 }),
        ),
      ),
    ],
  },
});
