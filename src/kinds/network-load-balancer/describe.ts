/** Network Load Balancers in the answers of AWS, with the addresses of their nodes. */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refTo, type DescribeReadScope } from '../../core/describe/describeMapping';
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
      const mappings = mappingsOf(balancer, scope);
      const { Subnets, ...properties } = balancerProperties(balancer, scope);
      yield {
        id: textIn(balancer, 'LoadBalancerArn'),
        name: textIn(balancer, 'LoadBalancerName'),
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        properties: {
          ...properties,
          ...(mappings.some(isChosen) ? { SubnetMappings: mappings } : { Subnets }),
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

type Mapping = Readonly<Record<'SubnetId' | 'PrivateIPv4Address' | 'AllocationId', CfnValue | undefined>>;

function isChosen({ PrivateIPv4Address, AllocationId }: Mapping): boolean {
  return PrivateIPv4Address !== undefined || AllocationId !== undefined;
}

/** An address that nobody chose AWS shows at the network interface alone, which says whose it is in its description. */
function mappingsOf(balancer: AwsRecord, scope: DescribeReadScope): readonly Mapping[] {
  const description = `ELB ${textIn(balancer, 'LoadBalancerArn').replace(/^.*:loadbalancer\//, '')}`;
  const interfaces = scope.where('NetworkInterfaces', 'Description', description);
  return listIn(balancer, 'AvailabilityZones').map((zone): Mapping => {
    const subnet = textIn(zone, 'SubnetId');
    const [address] = listIn(zone, 'LoadBalancerAddresses');
    const own = interfaces.find((each) => textIn(each, 'SubnetId') === subnet);
    return {
      SubnetId: refTo(subnet),
      PrivateIPv4Address:
        textIn(address, 'PrivateIPv4Address') || textIn(own, 'PrivateIpAddress') || undefined,
      AllocationId: textIn(address, 'AllocationId') || undefined,
    };
  });
}
