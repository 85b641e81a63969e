/** Gateway Load Balancers in the answers of AWS; their target group is part of them. */
import { describes } from '../../core/describe/describeMapping';
import {
  attributesMissing,
  balancerAttributes,
  balancerCalls,
  balancerProperties,
  listenerResource,
  listenersOf,
} from '../../core/describe/loadBalancers';
import { isGone, textIn } from '../../core/describe/record';

export default describes({
  kind: 'gateway-load-balancer',
  calls: balancerCalls,
  reads: {
    *LoadBalancers(balancer, scope) {
      if (textIn(balancer, 'Type') !== 'gateway' || isGone(balancer)) return;
      const attributes = balancerAttributes(balancer, scope);
      yield {
        id: textIn(balancer, 'LoadBalancerArn'),
        name: textIn(balancer, 'LoadBalancerName'),
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        properties: { ...balancerProperties(balancer, scope), LoadBalancerAttributes: attributes },
        ...(attributes === undefined ? { says: { crossZone: attributesMissing(balancer) } } : {}),
      };
      for (const listener of listenersOf(balancer, scope) ?? []) yield listenerResource(listener);
    },
  },
});
