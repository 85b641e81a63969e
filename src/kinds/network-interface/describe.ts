/**
 * Network interfaces in the answers of AWS: those that somebody made for themselves. What services put into subnets is drawn
 * as these services, and the primary interface of an instance is part of the instance.
 */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refsTo, refTo } from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, numberIn, partIn, textIn, type AwsRecord } from '../../core/describe/record';

export default describes({
  kind: 'network-interface',
  calls: [{ command: 'ec2 describe-network-interfaces', list: 'NetworkInterfaces', ids: 'eni-' }],
  reads: {
    *NetworkInterfaces(own, scope) {
      if (isOfService(own)) return;
      const id = textIn(own, 'NetworkInterfaceId');
      const addresses = listIn(own, 'PrivateIpAddresses');
      yield {
        id,
        type: 'AWS::EC2::NetworkInterface',
        properties: {
          SubnetId: refTo(textIn(own, 'SubnetId')),
          GroupSet: refsTo(listIn(own, 'Groups').map((each) => textIn(each, 'GroupId'))),
          ...(addresses.length > 1
            ? {
                PrivateIpAddresses: addresses.map((each): CfnValue => ({
                  PrivateIpAddress: textIn(each, 'PrivateIpAddress'),
                  Primary: flagIn(each, 'Primary') === true,
                })),
              }
            : { PrivateIpAddress: textIn(own, 'PrivateIpAddress') || undefined }),
          Ipv6AddressCount: listIn(own, 'Ipv6Addresses').length,
          SourceDestCheck: flagIn(own, 'SourceDestCheck'),
          Tags: scope.tags(own),
        },
        says: { elasticIp: textIn(partIn(own, 'Association'), 'PublicIp') !== '' },
      };
      const attachment = partIn(own, 'Attachment');
      const instance = textIn(attachment, 'InstanceId');
      if (instance !== '' && !isGone(attachment))
        yield {
          id: `${id}-attachment`,
          type: 'AWS::EC2::NetworkInterfaceAttachment',
          properties: {
            NetworkInterfaceId: refTo(id),
            InstanceId: refTo(instance),
            DeviceIndex: String(numberIn(attachment, 'DeviceIndex') ?? 1),
          },
        };
    },
  },
});

function isOfService(own: AwsRecord): boolean {
  const type = textIn(own, 'InterfaceType');
  return (
    flagIn(own, 'RequesterManaged') === true ||
    !['', 'interface', 'efa', 'efa-only', 'trunk', 'branch'].includes(type)
  );
}
