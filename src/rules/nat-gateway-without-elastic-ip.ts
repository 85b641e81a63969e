import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { subnetOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'nat-gateway-without-elastic-ip',
  severity: 'error',
  summary: {
    en: 'A public NAT gateway needs an Elastic IP address',
    ja: 'パブリック NAT ゲートウェイには Elastic IP アドレスが必要です',
  },
  why: {
    en: 'It is the address under which private workloads appear on the internet; AWS creates no public NAT gateway without one. A private NAT gateway has none.',
    ja: 'プライベートなワークロードは、このアドレスでインターネットに接続します。Elastic IP アドレスなしではパブリック NAT ゲートウェイは作成できません。プライベート NAT ゲートウェイには不要です。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html'],
  *check(context) {
    for (const { id, props } of context.all('nat-gateway')) {
      if (props.connectivity !== 'public' || props.elasticIp !== false) continue;
      // A regional one gets its addresses from AWS, or one for each zone that it lists.
      if (subnetOf(context, id) === undefined) continue;
      const name = called(context, id);
      yield {
        on: [id],
        field: 'elasticIp',
        message: {
          en: `${name} is a public NAT gateway without an Elastic IP address`,
          ja: `${name} はパブリック NAT ゲートウェイですが、Elastic IP アドレスがありません`,
        },
        fixes: [
          plan(
            `Give ${name} an Elastic IP address`,
            `${name} に Elastic IP アドレスを割り当てる`,
            call('setProps', { id, props: { elasticIp: true } }),
          ),
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
          box(
            'subnet',
            'Private',
            {},
            box('nat-gateway', 'Nat', { connectivity: 'private', elasticIp: false }),
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
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Public',
            { routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat', { elasticIp: false }),
          ),
          box('route-table', 'PublicTable', { routes: { a: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
      ),
    ],
  },
});
