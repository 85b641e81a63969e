/** EC2 instances in the answers of AWS; each reservation holds some. Its primary network interface is part of it. */
import type { CfnValue } from '../../core/cfn/template';
import {
  describes,
  refsTo,
  refTo,
  type DescribedResource,
  type DescribeReadScope,
} from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, numberIn, partIn, textIn, type AwsRecord } from '../../core/describe/record';
import { regionOf } from '../../core/describe/readScope';

export default describes({
  kind: 'instance',
  calls: [{ command: 'ec2 describe-instances', list: 'Reservations', ids: 'i-' }],
  reads: {
    *Reservations(reservation, scope) {
      for (const instance of listIn(reservation, 'Instances'))
        if (!isGone(instance)) yield instanceOf(instance, scope);
    },
  },
});

function instanceOf(instance: AwsRecord, scope: DescribeReadScope): DescribedResource {
  const primary = primaryOf(instance);
  const groups =
    listIn(primary, 'Groups').length > 0 ? listIn(primary, 'Groups') : listIn(instance, 'SecurityGroups');
  const addresses = listIn(primary, 'PrivateIpAddresses');
  const check = flagIn(primary, 'SourceDestCheck') ?? flagIn(instance, 'SourceDestCheck');
  const region = regionOf(partIn(instance, 'Placement') ?? {});
  return {
    id: textIn(instance, 'InstanceId'),
    also: [textIn(primary, 'NetworkInterfaceId')].filter((eni) => eni !== ''),
    ...(region === undefined ? {} : { region }),
    type: 'AWS::EC2::Instance',
    properties: {
      ImageId: textIn(instance, 'ImageId') || undefined,
      InstanceType: textIn(instance, 'InstanceType') || undefined,
      IamInstanceProfile: partIn(instance, 'IamInstanceProfile') === undefined ? undefined : 'profile',
      SubnetId: refTo(textIn(primary, 'SubnetId') || textIn(instance, 'SubnetId')),
      SecurityGroupIds: refsTo(groups.map((each) => textIn(each, 'GroupId'))),
      ...(addresses.length > 1
        ? {
            PrivateIpAddresses: addresses.map((each): CfnValue => ({
              PrivateIpAddress: textIn(each, 'PrivateIpAddress'),
              Primary: flagIn(each, 'Primary') === true,
            })),
          }
        : { PrivateIpAddress: textIn(instance, 'PrivateIpAddress') || undefined }),
      Ipv6AddressCount: listIn(primary, 'Ipv6Addresses').length,
      SourceDestCheck: check,
      Tags: scope.tags(instance),
    },
    says: { publicIp: publicIpOf(instance, primary, scope) },
  };
}

function primaryOf(instance: AwsRecord): AwsRecord | undefined {
  const all = listIn(instance, 'NetworkInterfaces');
  return all.find((each) => numberIn(partIn(each, 'Attachment'), 'DeviceIndex') === 0) ?? all[0];
}

/** An address of Amazon's pool comes and goes with the instance; one of an account is an Elastic IP address. */
function publicIpOf(
  instance: AwsRecord,
  primary: AwsRecord | undefined,
  scope: DescribeReadScope,
): 'yes' | 'no' | 'elastic' {
  const association = partIn(primary, 'Association');
  const address = textIn(association, 'PublicIp') || textIn(instance, 'PublicIpAddress');
  if (address === '') return 'no';
  const owner = textIn(association, 'IpOwnerId');
  const isElastic = scope.where('Addresses', 'PublicIp', address).length > 0 || /^\d+$/.test(owner);
  return isElastic ? 'elastic' : 'yes';
}
