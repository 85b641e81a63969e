import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `
Parameters:
  Elsewhere: { Type: AWS::EC2::Instance::Id }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
${text}`,
  );

const eni = (name: string, more = '') =>
  `  ${name}: { Type: AWS::EC2::NetworkInterface, Properties: { SubnetId: !Ref Subnet${more} } }\n`;
const instance = (name: string, more: string) =>
  `  ${name}: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678${more} } }\n`;

test('an interface that nothing has is drawn in its subnet', () => {
  const { the, logicalId } = read(
    eni(
      'Eni',
      ', GroupSet: [!Ref Group], PrivateIpAddress: 10.0.0.20, Ipv6AddressCount: 1, SourceDestCheck: false',
    ),
  );

  const found = the('network-interface', 'Eni');
  expect(logicalId(found.parentId)).toBe('Subnet');
  expect(found.props).toEqual({
    securityGroups: { [the('security-group', 'Group').id]: true },
    attachedTo: null,
    deviceIndex: 1,
    atLaunch: false,
    elasticIp: false,
    privateIp: '10.0.0.20',
    furtherIps: {},
    ipv6: true,
    sourceDestinationCheck: false,
  });
});

test('of a list of addresses one is the first and the others are further ones', () => {
  const { the } = read(
    eni(
      'Eni',
      ', PrivateIpAddresses: [{ PrivateIpAddress: 10.0.0.30, Primary: false }, { PrivateIpAddress: 10.0.0.20, Primary: true }]',
    ),
  );

  const { privateIp, furtherIps } = the('network-interface', 'Eni').props;
  expect(privateIp).toBe('10.0.0.20');
  expect(Object.values(furtherIps)).toEqual([{ address: '10.0.0.30' }]);
});

test('the interface with which an instance starts is part of it, further ones are drawn', () => {
  const { the, document } = read(
    eni('First') +
      eni('Second') +
      instance(
        'Web',
        ", NetworkInterfaces: [{ DeviceIndex: '1', NetworkInterfaceId: !Ref Second }, { DeviceIndex: '0', NetworkInterfaceId: !Ref First }]",
      ),
  );

  const web = the('instance', 'Web');
  expect(web.provenance?.satellites).toEqual({ 'network-interface': 'First' });
  expect(web.props.separateInterface).toBe(true);
  expect(the('network-interface', 'Second').props).toMatchObject({
    attachedTo: web.id,
    deviceIndex: 1,
    atLaunch: true,
  });
  expect([...document.resources.values()].filter(({ kind }) => kind === 'network-interface')).toHaveLength(1);
});

test('an interface that is attached by a resource of its own is drawn, attached to its instance', () => {
  const { the } = read(
    eni('Second') +
      instance('Web', ', SubnetId: !Ref Subnet') +
      "  Attach: { Type: AWS::EC2::NetworkInterfaceAttachment, Properties: { InstanceId: !Ref Web, NetworkInterfaceId: !Ref Second, DeviceIndex: '2' } }\n",
  );

  expect(the('network-interface', 'Second').props).toMatchObject({
    attachedTo: the('instance', 'Web').id,
    deviceIndex: 2,
    atLaunch: false,
  });
});

test.each([
  [
    'by an attachment to a parameter',
    "  Attach: { Type: AWS::EC2::NetworkInterfaceAttachment, Properties: { InstanceId: !Ref Elsewhere, NetworkInterfaceId: !Ref Eni, DeviceIndex: '1' } }",
  ],
  [
    'by a launch template',
    '  Template: { Type: AWS::EC2::LaunchTemplate, Properties: { LaunchTemplateData: { NetworkInterfaces: [{ DeviceIndex: 0, NetworkInterfaceId: !Ref Eni }] } } }',
  ],
])('an interface that something outside the diagram has, %s, is attached to what is unknown', (_, text) => {
  const { the } = read(eni('Eni') + text);

  expect(the('network-interface', 'Eni').props.attachedTo).toHaveProperty('unknown');
});

test('an Elastic IP address is joined to an interface by an association', () => {
  const { the } = read(`${eni('Eni')}
  Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Join: { Type: AWS::EC2::EIPAssociation, Properties: { AllocationId: !GetAtt Address.AllocationId, NetworkInterfaceId: !Ref Eni } }
`);

  const found = the('network-interface', 'Eni');
  expect(found.props.elasticIp).toBe(true);
  expect(found.provenance?.satellites).toEqual({
    'elastic-ip': 'Address',
    'elastic-ip-association': 'Join',
  });
});

test('an Elastic IP address of a further private address is kept and told of', () => {
  const { the, faults } = read(`${eni(
    'Eni',
    ', PrivateIpAddresses: [{ PrivateIpAddress: 10.0.0.20, Primary: true }, { PrivateIpAddress: 10.0.0.21, Primary: false }]',
  )}
  Address: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Join: { Type: AWS::EC2::EIPAssociation, Properties: { AllocationId: !GetAtt Address.AllocationId, NetworkInterfaceId: !Ref Eni, PrivateIpAddress: 10.0.0.21 } }
`);

  expect(the('network-interface', 'Eni').props.elasticIp).toBe(false);
  expect(faults.join()).toContain('10.0.0.21');
});

test('a route leads to the interface that it names, or to the instance of which that is the primary one', () => {
  const { the, logicalId } = read(
    eni('First') +
      eni('Second') +
      instance(
        'Web',
        ", NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: !Ref First }, { DeviceIndex: '1', NetworkInterfaceId: !Ref Second }]",
      ) +
      `  A: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.1.0.0/16, NetworkInterfaceId: !Ref First } }
  B: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.2.0.0/16, NetworkInterfaceId: !Ref Second } }
`,
  );

  const { A, B } = the('route-table', 'Table').props.routes;
  expect([A, B].map((route) => logicalId((route?.target ?? null) as string | null))).toEqual([
    'Web',
    'Second',
  ]);
});

test('a further interface that an instance describes within itself is told of', () => {
  const { the, faults } = read(
    instance(
      'Web',
      ", NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: !Ref Subnet }, { DeviceIndex: '1', SubnetId: !Ref Subnet }]",
    ),
  );

  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
  expect(the('instance', 'Web').props.publicIp).toBe('no');
  expect(faults.join()).toContain('further network interfaces');
});
