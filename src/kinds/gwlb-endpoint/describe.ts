/** Gateway Load Balancer endpoints in the answers of AWS, among all VPC endpoints. */
import { describes, refsTo, refTo } from '../../core/describe/describeMapping';
import { isGone, textIn, textsIn } from '../../core/describe/record';

export default describes({
  kind: 'gwlb-endpoint',
  calls: [{ command: 'ec2 describe-vpc-endpoints', list: 'VpcEndpoints', ids: 'vpce-' }],
  reads: {
    *VpcEndpoints(endpoint, scope) {
      if (isGone(endpoint) || textIn(endpoint, 'VpcEndpointType') !== 'GatewayLoadBalancer') return;
      const service = textIn(endpoint, 'ServiceName');
      const [provider] = scope.where('ServiceConfigurations', 'ServiceName', service);
      const providerId = textIn(provider, 'ServiceId');
      yield {
        id: textIn(endpoint, 'VpcEndpointId'),
        also: textsIn(endpoint, 'NetworkInterfaceIds'),
        type: 'AWS::EC2::VPCEndpoint',
        properties: {
          VpcEndpointType: 'GatewayLoadBalancer',
          VpcId: refTo(textIn(endpoint, 'VpcId')),
          ServiceName: service,
          SubnetIds: refsTo(textsIn(endpoint, 'SubnetIds')),
          IpAddressType: textIn(endpoint, 'IpAddressType') || undefined,
          Tags: scope.tags(endpoint),
        },
        says: {
          accepted: textIn(endpoint, 'State').toLowerCase() === 'available',
          ...(providerId === '' ? {} : { service: '', provider: { Ref: providerId } }),
        },
      };
    },
  },
});
