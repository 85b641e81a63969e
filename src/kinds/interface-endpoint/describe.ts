/** Interface endpoints in the answers of AWS, among all VPC endpoints. */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refsTo, refTo } from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, partIn, textIn, textsIn } from '../../core/describe/record';

export default describes({
  kind: 'interface-endpoint',
  calls: [{ command: 'ec2 describe-vpc-endpoints', list: 'VpcEndpoints', ids: 'vpce-' }],
  reads: {
    *VpcEndpoints(endpoint, scope) {
      if (isGone(endpoint) || textIn(endpoint, 'VpcEndpointType') !== 'Interface') return;
      const service = textIn(endpoint, 'ServiceName');
      const [provider] = scope.where('ServiceConfigurations', 'ServiceName', service);
      const providerId = textIn(provider, 'ServiceId');
      const region = textIn(endpoint, 'ServiceRegion');
      yield {
        id: textIn(endpoint, 'VpcEndpointId'),
        also: textsIn(endpoint, 'NetworkInterfaceIds'),
        type: 'AWS::EC2::VPCEndpoint',
        properties: {
          VpcEndpointType: 'Interface',
          VpcId: refTo(textIn(endpoint, 'VpcId')),
          ServiceName: service,
          ServiceRegion: region === scope.region ? undefined : region || undefined,
          SubnetIds: refsTo(textsIn(endpoint, 'SubnetIds')),
          SecurityGroupIds: refsTo(listIn(endpoint, 'Groups').map((each) => textIn(each, 'GroupId'))),
          PrivateDnsEnabled: flagIn(endpoint, 'PrivateDnsEnabled'),
          DnsOptions: dnsOptions(partIn(endpoint, 'DnsOptions')),
          IpAddressType: textIn(endpoint, 'IpAddressType') || undefined,
          PolicyDocument: textIn(endpoint, 'PolicyDocument') || undefined,
          Tags: scope.tags(endpoint),
        },
        says: {
          accepted: textIn(endpoint, 'State').toLowerCase() === 'available',
          ...(providerId === '' ? {} : { service: '', endpointService: { Ref: providerId } }),
        },
      };
    },
  },
});

function dnsOptions(options: ReturnType<typeof partIn>): CfnValue | undefined {
  if (options === undefined) return undefined;
  const isInboundOnly = flagIn(options, 'PrivateDnsOnlyForInboundResolverEndpoint');
  return {
    DnsRecordIpType: textIn(options, 'DnsRecordIpType') || undefined,
    PrivateDnsOnlyForInboundResolverEndpoint:
      isInboundOnly === undefined ? undefined : isInboundOnly ? 'OnlyInboundResolver' : 'AllResolvers',
  };
}
