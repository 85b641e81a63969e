/** EC2 instances in CloudFormation, with their Elastic IP address, instance profile and role. */
import { listed } from '../../core/catalog/standing';
import { hasAbsorbed, isStatedWithin } from '../../core/cfn/authorsForm';
import { isPositive } from '../../core/cfn/isPositive';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { addressesIn, addressProperties } from '../../core/cfn/privateAddresses';
import { serviceRole } from '../../core/cfn/serviceRole';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, known } from '../../core/model/value';

export const cfn: Omit<CfnMapping<'instance'>, 'types'> = {
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
      pick: primaryOf,
      elseDrawn: true,
    },
    {
      role: 'elastic-ip-association',
      type: 'AWS::EC2::EIPAssociation',
      from: 'satellite',
      property: 'NetworkInterfaceId',
      of: 'network-interface',
    },
    {
      role: 'launch-template',
      type: 'AWS::EC2::LaunchTemplate',
      from: 'owner',
      property: 'LaunchTemplate',
    },
  ],
  // AWS asks the subnet only for an interface that it makes when it starts the instance.
  comesTo: ({ props }) =>
    props.publicIp === 'subnet' && props.separateInterface === true ? { publicIp: 'no' } : {},
  *write(instance, scope) {
    const { props } = instance;
    const subnet = scope.ancestor('subnet');
    const startsPublic =
      props.publicIp === 'yes' || (props.publicIp === 'subnet' && subnet?.props.mapPublicIp === true);
    const attachments = scope
      .all('internet-gateway', scope.ancestor('vpc')?.id)
      .flatMap(({ id }) => scope.attachmentOf(id));
    const isApart = props.separateInterface === true;
    yield {
      role: '',
      type: 'AWS::EC2::Instance',
      properties: {
        ImageId: scope.plain(props.imageId) ?? newestAmazonLinux(known(props.instanceType) ?? '', scope),
        InstanceType: scope.plain(props.instanceType),
        IamInstanceProfile: profileFor(instance, scope),
        ...interfaceProperties(instance, scope),
        SourceDestCheck: props.sourceDestinationCheck === false && !isApart ? false : undefined,
        Tags: scope.nameTags(instance),
      },
      // What starts with a public address usually fetches something at once.
      dependsOn: startsPublic && !isApart ? attachments : [],
    };
    if (isApart)
      yield {
        role: 'network-interface',
        type: 'AWS::EC2::NetworkInterface',
        properties: {
          ...placeProperties(instance, scope, 'GroupSet'),
          SourceDestCheck: props.sourceDestinationCheck === false ? false : undefined,
        },
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
    if (props.publicIp !== 'elastic') return;
    // An interface of its own has its address by an association; so has what its author wrote like that.
    const isJoined = isApart || hasAbsorbed(instance, 'elastic-ip-association');
    yield {
      role: 'elastic-ip',
      type: 'AWS::EC2::EIP',
      properties: { Domain: 'vpc', InstanceId: isJoined ? undefined : scope.ref(instance.id) },
      dependsOn: attachments,
    };
    if (isJoined)
      yield {
        role: 'elastic-ip-association',
        type: 'AWS::EC2::EIPAssociation',
        properties: {
          AllocationId: scope.getAtt(instance.id, 'AllocationId', 'elastic-ip'),
          InstanceId: isApart ? undefined : scope.ref(instance.id),
          NetworkInterfaceId: isApart ? scope.ref(instance.id, 'network-interface') : undefined,
        },
      };
  },
  read(reader) {
    reportInterfacesKept(reader);
    const template = reader.satellites('launch-template')[0]?.object('LaunchTemplateData');
    /** Where a property is said: what the instance says comes before what its launch template says. */
    const sayer = (property: string): CfnReader =>
      !reader.has(property) && template?.has(property) === true ? template : reader;
    const primary =
      primaryInterface(reader) ?? (template === undefined ? undefined : primaryInterface(template));
    const place = primary ?? reader;
    const groups = groupsOf(primary, reader, template);
    const image = sayer('ImageId').text('imageId', 'ImageId', '');
    const imageText = sayer('ImageId').raw('ImageId');
    return {
      parentId: (place.has('SubnetId') ? place : reader).parent('SubnetId', ['subnet']),
      props: {
        instanceType: sayer('InstanceType').text('instanceType', 'InstanceType', 'm1.small'),
        imageId: typeof imageText === 'string' && newestAmazonLinuxName.test(imageText) ? '' : image,
        publicIp: publicIpOf(reader, primary),
        ...addressesIn(place),
        ipv6: place.has('Ipv6Addresses')
          ? place.list('Ipv6Addresses').length > 0
          : isPositive(place.number('ipv6', 'Ipv6AddressCount', 0)),
        securityGroups: groups?.from.refs('securityGroups', groups.property, ['security-group']) ?? {},
        separateInterface: reader.satellites('network-interface').length > 0,
        profile: sayer('IamInstanceProfile') === reader ? profileOf(reader) : 'other',
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

/** What says where the instance stands: on itself, or in the list of its interfaces where it has one. */
function interfaceProperties(
  instance: Resource<'instance'>,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue | undefined>> {
  const { publicIp, separateInterface } = instance.props;
  const overridesSubnet = publicIp === 'yes' || publicIp === 'no';
  const others = scope
    .all('network-interface')
    .filter(({ props }) => props.attachedTo === instance.id && props.atLaunch === true)
    .flatMap(({ id, props }): readonly CfnValue[] => {
      const named = scope.ref(id);
      return named === undefined || isUnknown(props.deviceIndex)
        ? []
        : [{ DeviceIndex: String(props.deviceIndex), NetworkInterfaceId: named }];
    });
  if (separateInterface === true)
    return {
      NetworkInterfaces: [
        { DeviceIndex: '0', NetworkInterfaceId: scope.ref(instance.id, 'network-interface') ?? '' },
        ...others,
      ],
    };
  const hasFurther = Object.keys(instance.props.furtherIps).length > 0;
  if (
    !overridesSubnet &&
    !hasFurther &&
    others.length === 0 &&
    !isStatedWithin(instance, 'NetworkInterfaces')
  )
    return placeProperties(instance, scope, 'SecurityGroupIds');
  return {
    NetworkInterfaces: [
      {
        DeviceIndex: '0',
        AssociatePublicIpAddress: overridesSubnet ? publicIp === 'yes' : undefined,
        ...placeProperties(instance, scope, 'GroupSet'),
      },
      ...others,
    ],
  };
}

function placeProperties(
  { props }: Resource<'instance'>,
  scope: CfnWriteScope,
  groupsAre: 'GroupSet' | 'SecurityGroupIds',
): Readonly<Record<string, CfnValue | undefined>> {
  const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
  return {
    SubnetId: scope.ref(scope.ancestor('subnet')?.id ?? null),
    [groupsAre]: groups.length === 0 ? undefined : groups,
    ...addressProperties(props),
    Ipv6AddressCount: props.ipv6 === true ? 1 : undefined,
  };
}

/** Which of the interfaces in its list an instance starts with: that of device index 0, else the first. */
function primaryOf(interfaces: readonly CfnValue[]): readonly number[] {
  const first = interfaces.findIndex(
    (each) => typeof each === 'object' && each !== null && 'DeviceIndex' in each && isZero(each.DeviceIndex),
  );
  return interfaces.length === 0 ? [] : [Math.max(0, first)];
}

/** What names the security groups: the interface, else the instance, else its launch template. */
function groupsOf(
  ...sayers: readonly (CfnReader | undefined)[]
): { readonly from: CfnReader; readonly property: string } | undefined {
  for (const from of sayers)
    for (const property of ['GroupSet', 'Groups', 'SecurityGroupIds', 'SecurityGroups'])
      if (from?.has(property) === true) return { from, property };
  return undefined;
}

/** The interface with device index 0: a resource of its own, or one that the instance describes. */
function primaryInterface(reader: CfnReader): CfnReader | undefined {
  const { first } = described(reader);
  if (first?.has('NetworkInterfaceId') !== true) return first;
  return reader.satellites('network-interface')[0] ?? first;
}

function described(reader: CfnReader): {
  readonly first: CfnReader | undefined;
  readonly others: readonly CfnReader[];
} {
  const all = reader.list('NetworkInterfaces');
  const first = all.find((each) => isZero(each.raw('DeviceIndex'))) ?? all[0];
  return { first, others: all.filter((each) => each !== first) };
}

/** Further interfaces that an instance describes within itself are no resources, and so not drawn. */
function reportInterfacesKept(reader: CfnReader): void {
  if (!describesFurther(reader)) return;
  const name = reader.logicalId;
  reader.report(
    'warning',
    {
      en: `${name} describes further network interfaces, which are kept and not followed; interfaces that are resources of their own are`,
      ja: `${name} に追加のネットワークインターフェイスが定義されています。テンプレートには残りますが、解析はしません。単独のリソースとして定義すると解析できます`,
    },
    'NetworkInterfaces',
  );
}

function describesFurther(reader: CfnReader): boolean {
  return described(reader).others.some((each) => !each.has('NetworkInterfaceId'));
}

function publicIpOf(
  reader: CfnReader,
  primary: CfnReader | undefined,
): Resource<'instance'>['props']['publicIp'] {
  const addresses = ['elastic-ip', 'elastic-ip-association'].flatMap((role) => reader.satellites(role));
  const address = addresses.find(({ doubt }) => doubt === undefined) ?? addresses[0];
  if (address !== undefined) {
    address.accountsFor('publicIp');
    // An association may name an address that is not there.
    const held = address.given('publicIp', 'AllocationId', 'elastic');
    return isUnknown(held) ? held : 'elastic';
  }
  // An interface that exists before its instance gets no public address of its own accord.
  const [made] = reader.satellites('network-interface');
  if (made !== undefined) {
    made.accountsFor('publicIp');
    return 'no';
  }
  if (primary?.has('AssociatePublicIpAddress') !== true)
    // An instance that starts with several interfaces gets no public address of its own accord.
    return describesFurther(reader) ? 'no' : 'subnet';
  const associate = primary.toggle('publicIp', 'AssociatePublicIpAddress', false);
  return isUnknown(associate) ? associate : associate ? 'yes' : 'no';
}

function isZero(index: CfnValue | undefined): boolean {
  return index === 0 || index === '0';
}
