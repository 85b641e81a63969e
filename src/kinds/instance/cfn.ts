/** EC2 instances in CloudFormation, with their Elastic IP address, instance profile and role. */
import { listed } from '../../core/catalog/standing';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { serviceRole } from '../../core/cfn/serviceRole';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';

export const cfn: CfnMapping<'instance'> = {
  types: ['AWS::EC2::Instance'],
  satellites: [
    { role: 'elastic-ip', type: 'AWS::EC2::EIP', from: 'satellite', property: 'InstanceId' },
    {
      role: 'elastic-ip-association',
      type: 'AWS::EC2::EIPAssociation',
      from: 'satellite',
      property: 'InstanceId',
    },
    {
      role: 'elastic-ip',
      type: 'AWS::EC2::EIP',
      from: 'owner',
      property: 'AllocationId',
      of: 'elastic-ip-association',
    },
    {
      role: 'instance-profile',
      type: 'AWS::IAM::InstanceProfile',
      from: 'owner',
      property: 'IamInstanceProfile',
    },
    { role: 'role', type: 'AWS::IAM::Role', from: 'owner', property: 'Roles', of: 'instance-profile' },
    {
      role: 'network-interface',
      type: 'AWS::EC2::NetworkInterface',
      from: 'owner',
      property: 'NetworkInterfaces',
    },
    {
      role: 'elastic-ip-association',
      type: 'AWS::EC2::EIPAssociation',
      from: 'satellite',
      property: 'NetworkInterfaceId',
      of: 'network-interface',
    },
  ],
  *write(instance, scope) {
    const { props } = instance;
    const overridesSubnet = props.publicIp === 'yes' || props.publicIp === 'no';
    const subnet = scope.ancestor('subnet');
    const subnetId = scope.ref(subnet?.id ?? null);
    const startsPublic =
      props.publicIp === 'yes' || (props.publicIp === 'subnet' && subnet?.props.mapPublicIp === true);
    const attachments = scope
      .all('internet-gateway', scope.ancestor('vpc')?.id)
      .flatMap(({ id }) => scope.attachmentOf(id));
    const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
    const address = {
      PrivateIpAddress: scope.plain(props.privateIp),
      Ipv6AddressCount: props.ipv6 === true ? 1 : undefined,
    };
    yield {
      role: '',
      type: 'AWS::EC2::Instance',
      properties: {
        ImageId: scope.plain(props.imageId) ?? newestAmazonLinux(known(props.instanceType) ?? '', scope),
        InstanceType: scope.plain(props.instanceType),
        IamInstanceProfile: profileFor(instance, scope),
        ...(overridesSubnet
          ? {
              NetworkInterfaces: [
                {
                  DeviceIndex: '0',
                  AssociatePublicIpAddress: props.publicIp === 'yes',
                  SubnetId: subnetId,
                  GroupSet: groups.length === 0 ? undefined : groups,
                  ...address,
                },
              ],
            }
          : {
              SubnetId: subnetId,
              SecurityGroupIds: groups.length === 0 ? undefined : groups,
              ...address,
            }),
        SourceDestCheck: props.sourceDestinationCheck === false ? false : undefined,
        Tags: scope.nameTags(instance),
      },
      // What starts with a public address usually fetches something at once.
      dependsOn: startsPublic ? attachments : [],
    };
    if (props.profile === 'systems-manager') {
      yield {
        role: 'instance-profile',
        type: 'AWS::IAM::InstanceProfile',
        properties: { Roles: [scope.ref(instance.id, 'role') ?? ''] },
      };
      yield {
        role: 'role',
        type: 'AWS::IAM::Role',
        properties: serviceRole('ec2.amazonaws.com', managedBySystemsManager),
      };
    }
    if (props.publicIp === 'elastic')
      yield {
        role: 'elastic-ip',
        type: 'AWS::EC2::EIP',
        properties: { Domain: 'vpc', InstanceId: scope.ref(instance.id) },
        dependsOn: attachments,
      };
  },
  read(reader) {
    const primary = primaryInterface(reader);
    const place = primary ?? reader;
    const groups = ['GroupSet', 'SecurityGroupIds', 'SecurityGroups'].find((each) => place.has(each));
    const image = reader.text('imageId', 'ImageId', '');
    const imageText = reader.raw('ImageId');
    return {
      parentId: place.ref('parentId', 'SubnetId', ['subnet']),
      props: {
        instanceType: reader.text('instanceType', 'InstanceType', 'm1.small'),
        imageId: typeof imageText === 'string' && newestAmazonLinuxName.test(imageText) ? '' : image,
        publicIp: publicIpOf(reader, primary),
        privateIp: place.text('privateIp', 'PrivateIpAddress', ''),
        ipv6: place.has('Ipv6Addresses')
          ? place.list('Ipv6Addresses').length > 0
          : isPositive(place.number('ipv6', 'Ipv6AddressCount', 0)),
        securityGroups: groups === undefined ? {} : place.refs('securityGroups', groups, ['security-group']),
        profile: profileOf(reader),
        sourceDestinationCheck: (reader.has('SourceDestCheck') ? reader : place).toggle(
          'sourceDestinationCheck',
          'SourceDestCheck',
          true,
        ),
      },
    };
  },
};

const managedBySystemsManager = 'AmazonSSMManagedInstanceCore';

/** The public parameters of Systems Manager that name the newest Amazon Linux 2023, by processor. */
const newestAmazonLinuxName = /al2023-ami-kernel-default-(x86_64|arm64)/;

function newestAmazonLinux(instanceType: string, scope: CfnWriteScope): CfnValue {
  // A Graviton family has a g behind its generation: t4g, m7gd, im4gn. g5 has it in front and is none.
  const isArm = /^(a1|[a-z]+\d+g[a-z]*)\./.test(instanceType);
  return scope.parameter(isArm ? 'AmazonLinuxArm64Ami' : 'AmazonLinuxAmi', {
    Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
    Default: `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${isArm ? 'arm64' : 'x86_64'}`,
    Description: 'The newest Amazon Linux 2023',
  });
}

function profileFor(instance: Resource<'instance'>, scope: CfnWriteScope): CfnValue | undefined {
  switch (instance.props.profile) {
    case 'systems-manager':
      return scope.ref(instance.id, 'instance-profile');
    case 'other':
      return scope.parameter(`${scope.logicalId(instance.id) ?? 'Instance'}ProfileName`, {
        Type: 'String',
        Description: `The name of the instance profile of ${scope.logicalId(instance.id) ?? 'the instance'}`,
      });
    default:
      return undefined;
  }
}

function profileOf(reader: CfnReader): 'none' | 'systems-manager' | 'other' {
  if (!reader.has('IamInstanceProfile')) return 'none';
  const policies = reader.satellites('role').flatMap((role) => role.texts('profile', 'ManagedPolicyArns'));
  return policies.some((arn) => known(arn)?.endsWith(`/${managedBySystemsManager}`) === true)
    ? 'systems-manager'
    : 'other';
}

/** The interface with device index 0: one of its own, or one that the instance describes. */
function primaryInterface(reader: CfnReader): CfnReader | undefined {
  const described = reader.list('NetworkInterfaces');
  const first = described.find((each) => isZero(each.raw('DeviceIndex'))) ?? described[0];
  if (first?.has('NetworkInterfaceId') !== true) return first;
  return reader.satellites('network-interface')[0] ?? first;
}

function publicIpOf(
  reader: CfnReader,
  primary: CfnReader | undefined,
): Resource<'instance'>['props']['publicIp'] {
  const elastic = ['elastic-ip', 'elastic-ip-association'].some((role) => reader.satellites(role).length > 0);
  if (elastic) return 'elastic';
  // An interface that exists before its instance gets no public address of its own accord.
  if (reader.satellites('network-interface').length > 0) return 'no';
  if (primary?.has('AssociatePublicIpAddress') !== true) return 'subnet';
  const associate = primary.toggle('publicIp', 'AssociatePublicIpAddress', false);
  return isUnknown(associate) ? associate : associate ? 'yes' : 'no';
}

function isPositive(count: Value<number>): Value<boolean> {
  return isUnknown(count) ? count : count > 0;
}

function isZero(index: CfnValue | undefined): boolean {
  return index === 0 || index === '0';
}
