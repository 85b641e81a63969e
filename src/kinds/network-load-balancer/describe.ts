/** Network Load Balancers in the answers of AWS, with the addresses of their nodes. */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refTo } from '../../core/describe/describeMapping';
import {
  attributesMissing,
  balancerAttributes,
  balancerCalls,
  balancerProperties,
  listenerResource,
  listenersOf,
  unknownListeners,
} from '../../core/describe/loadBalancers';
import { isGone, listIn, textIn, type AwsRecord } from '../../core/describe/record';

export default describes({
  kind: 'network-load-balancer',
  calls: balancerCalls,
  reads: {
    *LoadBalancers(balancer, scope) {
      if (textIn(balancer, 'Type') !== 'network' || isGone(balancer)) return;
      const listeners = listenersOf(balancer, scope);
      const attributes = balancerAttributes(balancer, scope);
      const { Subnets, ...properties } = balancerProperties(balancer, scope);
      yield {
        id: textIn(balancer, 'LoadBalancerArn'),
        name: textIn(balancer, 'LoadBalancerName'),
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        properties: {
          ...properties,
          ...(hasAddresses(balancer) ? { SubnetMappings: mappingsOf(balancer) } : { Subnets }),
          EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
            textIn(balancer, 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic') || undefined,
          LoadBalancerAttributes: attributes,
        },
        says: {
          ...(listeners === undefined ? unknownListeners(balancer) : {}),
          ...(attributes === undefined ? { crossZone: attributesMissing(balancer) } : {}),
        },
      };
      for (const listener of listeners ?? []) yield listenerResource(listener);
    },
  },
});

function addressOf(zone: AwsRecord): AwsRecord | undefined {
  return listIn(zone, 'LoadBalancerAddresses')[0];
}

/** Addresses that somebody chose; the others AWS does not show here. */
function hasAddresses(balancer: AwsRecord): boolean {
  return listIn(balancer, 'AvailabilityZones').some((zone) => {
    const address = addressOf(zone);
    return textIn(address, 'AllocationId') !== '' || textIn(address, 'PrivateIPv4Address') !== '';
  });
}

function mappingsOf(balancer: AwsRecord): readonly CfnValue[] {
  return listIn(balancer, 'AvailabilityZones').map((zone): CfnValue => {
    const address = addressOf(zone);
    return {
      SubnetId: refTo(textIn(zone, 'SubnetId')),
      PrivateIPv4Address: textIn(address, 'PrivateIPv4Address') || undefined,
      AllocationId: textIn(address, 'AllocationId') || undefined,
    };
  });
}
