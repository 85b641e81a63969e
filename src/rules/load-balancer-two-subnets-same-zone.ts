import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { loadBalancers, subnetsOfBalancer } from './shared/balancers';
import { zoneOf } from './shared/networks';
import { called, plan } from './shared/words';

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
    for (const balancer of loadBalancers(context)) {
      const owners = new Map<string, string>();
      for (const subnet of subnetsOfBalancer(context, balancer)) {
        const zone = zoneOf(context, subnet) ?? '';
        if (zone === '') continue;
        const owner = owners.get(zone);
        if (owner === undefined) {
          owners.set(zone, subnet.id);
          continue;
        }
        const name = called(context, balancer.id);
        const { [subnet.id]: _, ...kept } = balancer.props.subnets;
        yield {
          on: [balancer.id, subnet.id, owner],
          field: 'subnets',
          message: {
            en: `${name} takes ${called(context, owner)} and ${called(context, subnet.id)}, both in ${zone}`,
            ja: `${name} に指定された ${called(context, owner)} と ${called(context, subnet.id)} は、どちらも ${zone} にあります`,
          },
          fixes: [
            plan(
              `Take ${called(context, subnet.id)} off ${name}`,
              `${name} から ${called(context, subnet.id)} を外す`,
              call('setProps', { id: balancer.id, props: { subnets: kept } }),
            ),
          ],
        };
      }
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
