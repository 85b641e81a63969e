import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { loadBalancers, subnetsOfBalancer } from './shared/balancers';
import { secondInZone } from './shared/zones';

export default defineRule({
  id: 'load-balancer-two-subnets-same-zone',
  severity: 'error',
  summary: {
    en: 'A load balancer takes one subnet for each Availability Zone',
    ja: 'ロードバランサーに指定できるサブネットは、アベイラビリティーゾーンごとに 1 つです',
  },
  why: {
    en: 'It has one node in each zone, and AWS rejects a second subnet of the same zone. The node reaches targets in all subnets of its zone.',
    ja: 'ロードバランサーのノードはゾーンごとに 1 つで、同じゾーンのサブネットを 2 つ指定することはできません。ノードからは、そのゾーンのすべてのサブネットのターゲットに届きます。',
  },
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html',
  ],
  *check(context) {
    for (const balancer of loadBalancers(context))
      yield* secondInZone(context, balancer, subnetsOfBalancer(context, balancer));
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
            box('network-load-balancer', 'Nlb', { subnets: { C: true } }),
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
            'A1',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('network-load-balancer', 'Nlb', { subnets: { A2: true } }),
          ),
          box('subnet', 'A2', { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' }),
        ),
      ),
    ],
  },
});
