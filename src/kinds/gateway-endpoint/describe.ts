/** Gateway endpoints in the answers of AWS, among all VPC endpoints. */
import { describes, refsTo, refTo } from '../../core/describe/describeMapping';
import { isGone, textIn, textsIn } from '../../core/describe/record';

export default describes({
  kind: 'gateway-endpoint',
  calls: [{ command: 'ec2 describe-vpc-endpoints', list: 'VpcEndpoints', ids: 'vpce-' }],
  reads: {
    *VpcEndpoints(endpoint, scope) {
      if (isGone(endpoint) || textIn(endpoint, 'VpcEndpointType') !== 'Gateway') return;
      yield {
        id: textIn(endpoint, 'VpcEndpointId'),
        type: 'AWS::EC2::VPCEndpoint',
        properties: {
          VpcEndpointType: 'Gateway',
          VpcId: refTo(textIn(endpoint, 'VpcId')),
          ServiceName: textIn(endpoint, 'ServiceName'),
          RouteTableIds: refsTo(textsIn(endpoint, 'RouteTableIds')),
          IpAddressType: textIn(endpoint, 'IpAddressType') || undefined,
          PolicyDocument: textIn(endpoint, 'PolicyDocument') || undefined,
          Tags: scope.tags(endpoint),
        },
      };
    },
  },
});
