/**
 * An EC2 instance with its primary network interface. It has a public IPv4 address when it asks for one, or when it says
 * nothing and its subnet assigns one.
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { listed } from '../../core/catalog/standing';
import type { CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { serviceRole } from '../../core/cfn/serviceRole';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { addressOf } from '../../lib/cidr';

interface InstanceProps {
  readonly instanceType: Value<string>;
  /** Empty: today's Amazon Linux, by its public Systems Manager parameter. */
  readonly imageId: Value<string>;
  readonly publicIp: Value<'subnet' | 'yes' | 'no' | 'elastic'>;
  /** Empty: any free address of the subnet. */
  readonly privateIp: Value<string>;
  readonly ipv6: Value<boolean>;
  readonly securityGroups: Refs;
  /** Whether it has an instance profile, and what that lets it do. */
  readonly profile: Value<'none' | 'systems-manager' | 'other'>;
  readonly sourceDestinationCheck: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    instance: InstanceProps;
  }
}

export default defineKind({
  kind: 'instance',
  label: { en: 'EC2 instance', ja: 'EC2 インスタンス' },
  summary: { en: 'A virtual server', ja: '仮想サーバー' },
  group: 'compute',
  icon: 'resource/AmazonEC2Instance',
  defaultName: 'Instance',
  parents: ['subnet'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'SecurityGroupIds',
      default: {},
    },
    publicIp: {
      control: 'choice',
      label: { en: 'Public IPv4 address', ja: 'パブリック IPv4 アドレス' },
      property: 'NetworkInterfaces',
      default: 'subnet',
      options: () => [
        { value: 'subnet', label: { en: 'As the subnet says', ja: 'サブネットの設定に従う' } },
        { value: 'yes', label: { en: 'Yes', ja: 'あり' } },
        { value: 'no', label: { en: 'No', ja: 'なし' } },
        { value: 'elastic', label: { en: 'Elastic IP address', ja: 'Elastic IP アドレス' } },
      ],
    },
    profile: {
      control: 'choice',
      label: { en: 'Instance profile', ja: 'インスタンスプロファイル' },
      property: 'IamInstanceProfile',
      default: 'none',
      options: () => [
        { value: 'none', label: { en: 'None', ja: 'なし' } },
        {
          value: 'systems-manager',
          label: { en: 'Managed by Systems Manager', ja: 'Systems Manager で管理' },
        },
        { value: 'other', label: { en: 'Another one', ja: 'その他' } },
      ],
    },
    instanceType: {
      control: 'text',
      label: { en: 'Instance type', ja: 'インスタンスタイプ' },
      property: 'InstanceType',
      default: 't3.micro',
      suggestions: () => ['t3.micro', 't3.small', 't4g.micro', 'm7i.large'],
    },
    imageId: {
      control: 'text',
      label: { en: 'AMI', ja: 'AMI' },
      help: {
        en: 'Empty: the newest Amazon Linux 2023, by its Systems Manager parameter',
        ja: '空欄の場合は、Systems Manager パラメータから最新の Amazon Linux 2023 を使います',
      },
      property: 'ImageId',
      default: '',
      advanced: true,
    },
    privateIp: {
      control: 'text',
      label: { en: 'Private IPv4 address', ja: 'プライベート IPv4 アドレス' },
      property: 'PrivateIpAddress',
      default: '',
      advanced: true,
      check: (text) =>
        text === '' || addressOf(text)?.family === 4
          ? undefined
          : { en: `“${text}” is not an IPv4 address`, ja: `「${text}」は IPv4 アドレスではありません` },
    },
    ipv6: {
      control: 'toggle',
      label: { en: 'IPv6 address', ja: 'IPv6 アドレス' },
      property: 'Ipv6AddressCount',
      default: false,
      advanced: true,
    },
    sourceDestinationCheck: {
      control: 'toggle',
      label: { en: 'Source/destination check', ja: '送信元/送信先チェック' },
      property: 'SourceDestCheck',
      default: true,
      advanced: true,
    },
  },
  tidy: () => ({ column: '1' }),
  *facts({ id, props }, around) {
    const subnet = around.ancestor('subnet');
    yield {
      fact: 'interface',
      by: id,
      subnet: subnet?.id ?? null,
      privateIpv4: isUnknown(props.privateIp)
        ? props.privateIp
        : props.privateIp === ''
          ? null
          : props.privateIp,
      ipv6: props.ipv6 === false ? (subnet?.props.assignIpv6 ?? false) : props.ipv6,
      publicIpv4: isUnknown(props.publicIp)
        ? props.publicIp
        : props.publicIp === 'subnet'
          ? (subnet?.props.mapPublicIp ?? false)
          : props.publicIp !== 'no',
      securityGroups: Object.keys(props.securityGroups),
      sourceDestinationCheck: props.sourceDestinationCheck,
      clientPorts: [32768, 65535],
      workload: true,
    };
  },
  cfn: {
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
      const isPublic = props.publicIp === 'yes' || props.publicIp === 'no';
      const attachments = scope
        .all('internet-gateway', scope.ancestor('vpc')?.id)
        .flatMap(({ id }) => scope.attachmentOf(id));
      const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
      const subnet = scope.ref(scope.ancestor('subnet')?.id ?? null);
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
          ...(isPublic
            ? {
                NetworkInterfaces: [
                  {
                    DeviceIndex: '0',
                    AssociatePublicIpAddress: props.publicIp === 'yes',
                    SubnetId: subnet,
                    GroupSet: groups.length === 0 ? undefined : groups,
                    ...address,
                  },
                ],
              }
            : {
                SubnetId: subnet,
                SecurityGroupIds: groups.length === 0 ? undefined : groups,
                ...address,
              }),
          SourceDestCheck: props.sourceDestinationCheck === false ? false : undefined,
          Tags: scope.nameTags(instance),
        },
        // What starts with a public address usually fetches something at once.
        dependsOn: props.publicIp === 'yes' ? attachments : [],
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
      return {
        parentId: place.ref('parentId', 'SubnetId', ['subnet']),
        props: {
          instanceType: reader.text('instanceType', 'InstanceType', 'm1.small'),
          imageId: typeof image === 'string' && newestAmazonLinuxName.test(image) ? '' : image,
          publicIp: publicIpOf(reader, primary),
          privateIp: place.text('privateIp', 'PrivateIpAddress', ''),
          ipv6: place.has('Ipv6Addresses')
            ? place.list('Ipv6Addresses').length > 0
            : isPositive(place.number('ipv6', 'Ipv6AddressCount', 0)),
          securityGroups:
            groups === undefined ? {} : place.refs('securityGroups', groups, ['security-group']),
          profile: profileOf(reader),
          sourceDestinationCheck: (reader.has('SourceDestCheck') ? reader : place).toggle(
            'sourceDestinationCheck',
            'SourceDestCheck',
            true,
          ),
        },
      };
    },
  },
});

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
  const first = described.find((each) => String(each.raw('DeviceIndex') ?? '') === '0') ?? described[0];
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
