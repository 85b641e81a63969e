import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { moreSubnets, subnetsOfBalancer, zonesOfBalancer } from './shared/balancers';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'application-load-balancer-one-zone',
  severity: 'error',
  summary: {
    en: 'An Application Load Balancer needs subnets in at least two Availability Zones',
    ja: 'Application Load Balancer には、2 つ以上のアベイラビリティーゾーンのサブネットが必要です',
  },
  why: {
    en: 'AWS does not create one with a single subnet. Name a subnet of another zone as well; targets may stay in one zone.',
    ja: 'サブネットが 1 つだけの Application Load Balancer は作成できません。別のゾーンのサブネットも指定してください。ターゲットは 1 つのゾーンにあっても構いません。',
  },
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html'],
  cfnLint: ['E3680'],
  *check(context) {
    for (const balancer of context.all('application-load-balancer')) {
      const subnets = subnetsOfBalancer(context, balancer);
      const zones = zonesOfBalancer(context, balancer);
      // In a Local Zone one subnet is enough; its zone is not named as others are.
      const isLocal = zones?.some((zone) => !/^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/.test(zone)) === true;
      // What the template takes from elsewhere may stand for several subnets.
      const isElsewhere = subnets.some(({ provenance }) => provenance?.outside !== undefined);
      if (subnets.length !== 1 || isLocal || isElsewhere) continue;
      const name = called(context, balancer.id);
      const where = called(context, subnets[0]?.id ?? '');
      const [other] = moreSubnets(context, balancer);
      yield {
        on: [balancer.id, ...subnets.map(({ id }) => id)],
        field: 'subnets',
        message: {
          en: `${name} is in ${where} only, and an Application Load Balancer needs subnets in two Availability Zones`,
          ja: `${name} のサブネットは ${where} だけです。Application Load Balancer には 2 つのアベイラビリティーゾーンのサブネットが必要です`,
        },
        fixes:
          other === undefined
            ? []
            : [
                plan(
                  `Add ${called(context, other.id)} to ${name}`,
                  `${name} に ${called(context, other.id)} を追加`,
                  call('setProps', {
                    id: balancer.id,
                    props: { subnets: { ...balancer.props.subnets, [other.id]: true } },
                  }),
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
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('application-load-balancer', 'Alb', { subnets: { C: true } }),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
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
            'A',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('application-load-balancer', 'Alb'),
          ),
          box('subnet', 'C', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' }),
        ),
      ),
    ],
  },
});
