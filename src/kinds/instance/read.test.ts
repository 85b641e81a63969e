import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { call, runCommand } from '../../core/commands';
import { networkOf } from '../../core/network/doubts';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `
Parameters:
  Ami: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
${text}`,
  );

test('an instance is read with its subnet and its groups on itself', () => {
  const { the, logicalId } = read(`
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-12345678
      InstanceType: t3.small
      SubnetId: !Ref Subnet
      SecurityGroupIds: [!GetAtt Group.GroupId]
      PrivateIpAddress: 10.0.0.10
      SourceDestCheck: false
`);

  const web = the('instance', 'Web');
  expect(logicalId(web.parentId)).toBe('Subnet');
  expect(web.props).toEqual({
    instanceType: 't3.small',
    imageId: 'ami-12345678',
    publicIp: 'subnet',
    privateIp: '10.0.0.10',
    furtherIps: {},
    ipv6: false,
    securityGroups: { [the('security-group', 'Group').id]: true },
    separateInterface: false,
    profile: 'none',
    sourceDestinationCheck: false,
  });
});

test('an instance is read with its subnet and its groups on its first interface', () => {
  const { the, logicalId } = read(`
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-12345678
      NetworkInterfaces:
        - DeviceIndex: 0
          SubnetId: !Ref Subnet
          GroupSet: [!Ref Group]
          AssociatePublicIpAddress: 'true'
          Ipv6AddressCount: 1
`);

  const web = the('instance', 'Web');
  expect(logicalId(web.parentId)).toBe('Subnet');
  expect(web.props).toMatchObject({
    publicIp: 'yes',
    ipv6: true,
    securityGroups: { [the('security-group', 'Group').id]: true },
  });
});

test('an instance is read with an interface that is a resource of its own', () => {
  const { the, logicalId } = read(`
  Interface:
    Type: AWS::EC2::NetworkInterface
    Properties: { SubnetId: !Ref Subnet, GroupSet: [!Ref Group], PrivateIpAddress: 10.0.0.20, SourceDestCheck: false }
  Web:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-12345678
      NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: !Ref Interface }]
`);

  const web = the('instance', 'Web');
  expect(logicalId(web.parentId)).toBe('Subnet');
  expect(web.props).toMatchObject({
    publicIp: 'no',
    privateIp: '10.0.0.20',
    sourceDestinationCheck: false,
    securityGroups: { [the('security-group', 'Group').id]: true },
  });
});

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-secondary-ip-addresses.html
test.each([
  [
    'a resource of its own',
    `Interface: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Subnet, PrivateIpAddresses: [{ PrivateIpAddress: 10.0.0.30, Primary: false }, { PrivateIpAddress: 10.0.0.20, Primary: true }] } }
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: !Ref Interface }] } }`,
  ],
  [
    'within the instance',
    `Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: !Ref Subnet, PrivateIpAddresses: [{ PrivateIpAddress: 10.0.0.30, Primary: false }, { PrivateIpAddress: 10.0.0.20, Primary: true }] }] } }`,
  ],
])('OT1 an instance has all private addresses of its primary interface: %s', (_, resources) => {
  const { the, document } = read(`
  ${resources}
  Client: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, SubnetId: !Ref Subnet } }
`);

  expect(the('instance', 'Web').props).toMatchObject({
    privateIp: '10.0.0.20',
    furtherIps: { 'address-1': { address: '10.0.0.30' } },
  });
  const network = networkOf(catalog, document);
  for (const [address, verdict] of [
    ['10.0.0.20', 'reachable'],
    ['10.0.0.30', 'reachable'],
    ['10.0.0.40', 'blocked'],
  ] as const)
    expect(
      network.trace({
        from: { resource: 'Client' },
        to: { resource: 'Web', address },
        protocol: 'tcp',
        port: 443,
        sourcePort: null,
      }).verdict,
    ).toBe(verdict);
});

test.each([
  ['named by the address', '{ Type: AWS::EC2::EIP, Properties: { Domain: vpc, InstanceId: !Ref Web } }', ''],
  [
    'joined by an association',
    '{ Type: AWS::EC2::EIP, Properties: { Domain: vpc } }',
    '  Join: { Type: AWS::EC2::EIPAssociation, Properties: { AllocationId: !GetAtt Eip.AllocationId, InstanceId: !Ref Web } }',
  ],
])('an instance has an Elastic IP address, %s', (_, address, association) => {
  const { the, document } = read(`
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, SubnetId: !Ref Subnet } }
  Eip: ${address}
${association}`);

  expect(the('instance', 'Web').props.publicIp).toBe('elastic');
  expect(Object.values(the('instance', 'Web').provenance?.satellites ?? {})).toContain('Eip');
  expect(
    [...document.resources.values()].map(({ kind }) => kind).filter((kind) => kind === 'instance'),
  ).toHaveLength(1);
});

test.each([
  ['!Sub arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore', 'systems-manager'],
  ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess', 'other'],
])('an instance profile whose role has %s is read as %s', (policy, profile) => {
  const { the } = read(`
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: {}, ManagedPolicyArns: [${policy.startsWith('!') ? `!Sub '${policy.slice(5)}'` : policy}] } }
  Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, SubnetId: !Ref Subnet, IamInstanceProfile: !Ref Profile } }
`);

  expect(the('instance', 'Web').props.profile).toBe(profile);
});

test('the newest Amazon Linux by its parameter is what an empty AMI stands for', () => {
  const { the } = read(`
  Web: { Type: AWS::EC2::Instance, Properties: { ImageId: !Ref Ami, SubnetId: !Ref Subnet } }
`);

  expect(the('instance', 'Web').props.imageId).toBe('');
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-launchtemplate.html
test('an instance takes from its launch template what it does not say itself', () => {
  const { the, document } = read(`
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        InstanceType: c7i.large
        ImageId: ami-0123456789abcdef0
        SecurityGroupIds: [!Ref Group]
        IamInstanceProfile: { Name: someone }
  Own:
    Type: AWS::EC2::Instance
    Properties:
      LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber }
      InstanceType: t3.nano
      SubnetId: !Ref Subnet
  Other:
    Type: AWS::EC2::Instance
    Properties:
      LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber }
      SubnetId: !Ref Subnet
`);

  const groups = { [the('security-group', 'Group').id]: true };
  expect(the('instance', 'Own').props).toMatchObject({
    instanceType: 't3.nano',
    imageId: 'ami-0123456789abcdef0',
    securityGroups: groups,
    profile: 'other',
  });
  expect(the('instance', 'Other').props).toMatchObject({ instanceType: 'c7i.large', securityGroups: groups });
  expect([...document.templates.values()][0]?.unmodelled).toBeUndefined();
});

test('an instance stands in the subnet of its launch template’s interface', () => {
  const { the, logicalId } = read(`
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        NetworkInterfaces:
          - { DeviceIndex: 0, SubnetId: !Ref Subnet, Groups: [!Ref Group], AssociatePublicIpAddress: true }
  Web: { Type: AWS::EC2::Instance, Properties: { LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: '1' } } }
`);

  const web = the('instance', 'Web');
  expect(logicalId(web.parentId)).toBe('Subnet');
  expect(web.props).toMatchObject({
    publicIp: 'yes',
    securityGroups: { [the('security-group', 'Group').id]: true },
  });
});

test('a launch template that others use stays when an instance that uses it goes', () => {
  const { document, the } = read(`
  Template: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { InstanceType: t3.nano } } }
  Web:
    Type: AWS::EC2::Instance
    Properties: { SubnetId: !Ref Subnet, LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: '1' } }
  Fleet:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      MinSize: '1'
      MaxSize: '2'
      VPCZoneIdentifier: [!Ref Subnet]
      LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: '1' }
`);

  const without = runCommand(
    { catalog },
    document,
    call('deleteResources', { ids: [the('instance', 'Web').id] }),
  );

  const { Resources } = exportTemplate(catalog, without).template;
  expect(Object.keys(Resources)).toContain('Template');
  expect(Object.keys(Resources)).not.toContain('Web');
});
