import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { loadBalancers, subnetsOfBalancer } from './shared/balancers';
import { inVpc, vpcOf } from './shared/networks';
import { called, listed, plan } from './shared/words';
import { oneForEachZone } from './shared/zones';

export default defineRule({
  id: 'load-balancer-without-subnet',
  severity: 'error',
  summary: {
    en: 'A load balancer needs a subnet',
    ja: 'ロードバランサーにはサブネットが必要です',
  },
  why: {
    en: 'Its nodes stand in subnets, one in each, and AWS does not create a load balancer without any. Put it into a subnet, or name the subnets in its settings.',
    ja: 'ロードバランサーのノードはサブネットごとに 1 つ置かれます。サブネットがないロードバランサーは作成できません。サブネットに置くか、設定でサブネットを指定してください。',
  },
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html'],
  *check(context) {
    for (const balancer of loadBalancers(context)) {
      const vpc = vpcOf(context, balancer.id);
      if (vpc === undefined || subnetsOfBalancer(context, balancer).length > 0) continue;
      // One that exists already has them where nobody sees.
      if (balancer.provenance?.outside !== undefined) continue;
      // A reference to nothing is told of elsewhere.
      if (Object.keys(balancer.props.subnets).length > 0) continue;
      const wanted = oneForEachZone(context, inVpc(context, vpc.id, 'subnet'));
      const enough = wanted.length > (balancer.kind === 'application-load-balancer' ? 1 : 0);
      const names = listed(wanted.map(({ id }) => called(context, id)));
      const name = called(context, balancer.id);
      yield {
        on: [balancer.id],
        field: 'subnets',
        message: {
          en: `${name} is in no subnet of ${called(context, vpc.id)}`,
          ja: `${name} は ${called(context, vpc.id)} のどのサブネットにも配置されていません`,
        },
        fixes: harmless(
          context,
          enough
            ? [
                plan(
                  `Put ${name} into ${names.en}`,
                  `${name} を ${names.ja} に配置`,
                  call('setProps', {
                    id: balancer.id,
                    props: { subnets: Object.fromEntries(wanted.map(({ id }) => [id, true])) },
                  }),
                ),
              ]
            : [],
        ),
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
          box('network-load-balancer', 'Nlb', { subnets: { A: true } }),
          box('subnet', 'A'),
        ),
      ),
    ],
    bad: [sketch(box('vpc', 'Vpc', {}, box('network-load-balancer', 'Nlb'), box('subnet', 'A')))],
  },
});
