import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'endpoint-service-without-load-balancer',
  severity: 'error',
  summary: {
    en: 'An endpoint service needs a load balancer',
    ja: 'エンドポイントサービスには、ロードバランサーが必要です',
  },
  why: {
    en: 'What consumers send to their endpoints arrives at the provider’s Network or Gateway Load Balancer, and AWS creates no endpoint service without one.',
    ja: 'コンシューマーのエンドポイントへの通信は、プロバイダーの Network Load Balancer または Gateway Load Balancer に届きます。ロードバランサーのないエンドポイントサービスは作成できません。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html'],
  *check(context) {
    const services = context.all('endpoint-service');
    for (const service of services) {
      if (Object.keys(service.props.loadBalancers).length > 0) continue;
      const name = called(context, service.id);
      const free = [...context.all('network-load-balancer'), ...context.all('gateway-load-balancer')].filter(
        ({ id }) => services.every(({ props }) => props.loadBalancers[id] !== true),
      );
      yield {
        on: [service.id],
        field: 'loadBalancers',
        message: {
          en: `${name} has no load balancer`,
          ja: `${name} にロードバランサーがありません`,
        },
        fixes: free
          .slice(0, 1)
          .map(({ id }) =>
            plan(
              `Put ${name} in front of ${called(context, id)}`,
              `${name} に ${called(context, id)} を指定`,
              call('setProps', { id: service.id, props: { loadBalancers: { [id]: true } } }),
            ),
          ),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('endpoint-service', 'Service', { loadBalancers: { Nlb: true } }),
        box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('network-load-balancer', 'Nlb'))),
      ),
    ],
    bad: [
      sketch(
        box('endpoint-service', 'Service'),
        box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('network-load-balancer', 'Nlb'))),
      ),
    ],
  },
});
