/** What templates hold beside what is drawn never passes silently: from the text of a template to the verdict. */
import { describe, expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { compileNetwork, factsOf } from '../../network/network';
import type { End } from '../../network/trace';
import { flow } from '../../../testing/facts';
import { importTemplates } from '../importTemplates';

/** A public subnet with a web server, a private one whose table has no way out. */
const network = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  PublicTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Default:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref PublicTable, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  PrivateTable: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true } }
  Private: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  One: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: !Ref PublicTable } }
  Two: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Private, RouteTableId: !Ref PrivateTable } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      VpcId: !Ref Vpc
      GroupDescription: everything
      SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: 0.0.0.0/0 }]
  Web: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Public, SecurityGroupIds: [!Ref Group] } }
  Db: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Private, SecurityGroupIds: [!Ref Group] } }
`;

function asked(more: string, from: string, to: string | End, head = '') {
  const { document, failure } = importTemplates(catalog, [
    { name: 'net.yaml', text: `${head}${network}${more}` },
  ]);
  expect(failure).toBeUndefined();
  const { verdict, unknowns } = compileNetwork(factsOf(catalog, document)).trace(flow(from, to));
  return { verdict, says: unknowns.map(({ en }) => en) };
}

const stepsOf = (resource: string) => expect.arrayContaining([expect.stringContaining(resource)]) as string[];
const onPremises = { address: '192.168.1.1' };

test('a template without such things says nothing of them', () => {
  expect(asked('', 'Web', 'internet')).toEqual({ verdict: 'reachable', says: [] });
  expect(asked('', 'Db', onPremises)).toEqual({ verdict: 'blocked', says: [] });
});

describe('routes that something else puts into a table', () => {
  const propagation = `
  Propagation: { Type: AWS::EC2::VPNGatewayRoutePropagation, Properties: { RouteTableIds: [!Ref PrivateTable], VpnGatewayId: vgw-0123456789abcdef0 } }
`;
  const server = `
  Propagation: { Type: AWS::EC2::RouteServerPropagation, Properties: { RouteTableId: !Ref PrivateTable, RouteServerId: rs-0123456789abcdef0 } }
`;

  test.each([propagation, server])('make what nothing else covers unknown, in that table only', (more) => {
    expect(asked(more, 'Db', onPremises)).toEqual({ verdict: 'unknown', says: stepsOf('Propagation') });
    expect(asked(more, 'Web', 'internet')).toEqual({ verdict: 'reachable', says: [] });
    expect(asked(more, 'Db', 'Web')).toEqual({ verdict: 'reachable', says: [] });
  });
});

// https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html
test('Direct Connect tells a virtual private gateway of prefixes that are not known', () => {
  const gateway = `
  Vgw: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attached: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, VpnGatewayId: !Ref Vgw } }
  ToSites: { Type: AWS::EC2::Route, DependsOn: Attached, Properties: { RouteTableId: !Ref PrivateTable, DestinationCidrBlock: 192.168.0.0/16, GatewayId: !Ref Vgw } }
`;
  const interfaces = `
  Dx: { Type: AWS::DirectConnect::PrivateVirtualInterface, Properties: { VirtualPrivateGatewayId: !Ref Vgw, ConnectionId: dxcon-1, Vlan: 101, VirtualInterfaceName: dx, BgpPeers: [] } }
`;

  expect(asked(gateway, 'Db', onPremises).verdict).toBe('blocked');
  expect(asked(gateway + interfaces, 'Db', onPremises)).toEqual({
    verdict: 'unknown',
    says: stepsOf('Dx'),
  });
});

describe('what is made out of sight', () => {
  const nested = (parameters: string) => `
  App: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: https://example.com/app.yaml, Parameters: { ${parameters} } } }
`;

  test('may put routes into a table that a nested stack is given', () => {
    const more = nested('Table: !Ref PrivateTable');

    expect(asked(more, 'Db', 'internet')).toEqual({ verdict: 'unknown', says: stepsOf('App') });
    expect(asked(more, 'Web', 'internet')).toEqual({ verdict: 'reachable', says: [] });
  });

  test('is an assumption for a subnet that a nested stack is given, in a list too', () => {
    const more = nested("Subnets: !Join [',', [!Ref Public, !Sub '${Public}']]");

    expect(asked(more, 'Web', 'internet')).toEqual({ verdict: 'reachable', says: stepsOf('App') });
    expect(asked(more, 'Db', onPremises).says).toEqual([]);
  });

  test('is an assumption for what a custom resource names', () => {
    const more = `
  Restrict: { Type: Custom::VpcRestrictDefaultSG, Properties: { ServiceToken: arn, DefaultSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup } }
`;

    expect(asked(more, 'Web', 'Db')).toEqual({ verdict: 'reachable', says: stepsOf('Restrict') });
  });

  test('is an assumption for everything where a macro, or a loop over what is not known, may add to the template', () => {
    const transform = 'Transform: AWS::LanguageExtensions\n';
    const loop = `
  Fn::ForEach::Tables: [Name, !Ref Names, { 'Table\${Name}': { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } } }]
`;

    expect(asked('', 'Web', 'Db', 'Transform: [MyMacro]\n')).toEqual({
      verdict: 'reachable',
      says: stepsOf('MyMacro'),
    });
    expect(
      asked(loop, 'Web', 'Db', `${transform}Parameters: { Names: { Type: CommaDelimitedList } }\n`).says,
    ).toEqual(stepsOf('Fn::ForEach::Tables'));
    expect(
      asked(
        loop,
        'Web',
        'Db',
        `${transform}Parameters: { Names: { Type: CommaDelimitedList, Default: A } }\n`,
      ).says,
    ).toEqual([]);
    expect(asked('', 'Web', 'Db', 'Transform: AWS::Serverless-2016-10-31\n').says).toEqual([]);
  });
});

describe('names', () => {
  const association = (rule: string) => `
  Rule: { Type: AWS::Route53Resolver::ResolverRule, Properties: { RuleType: SYSTEM, DomainName: corp.com } }
  RuleOfVpc: { Type: AWS::Route53Resolver::ResolverRuleAssociation, Properties: { VPCId: !Ref Vpc, ResolverRuleId: ${rule} } }
`;

  test('may be those of a Resolver rule of elsewhere, which is an assumption; one of the files is followed', () => {
    expect(asked(association('rslvr-rr-1'), 'Web', { dns: 'example.com' })).toEqual({
      verdict: 'reachable',
      says: stepsOf('RuleOfVpc'),
    });
    expect(asked(association('!Ref Rule'), 'Web', { dns: 'example.com' })).toEqual({
      verdict: 'reachable',
      says: [],
    });
  });

  test.each([
    ['AWS::Route53Profiles::ProfileAssociation', 'ResourceId: !Ref Vpc, ProfileId: rp-1, Name: a'],
    [
      'AWS::Route53Resolver::FirewallRuleGroupAssociation',
      'VpcId: !Ref Vpc, Priority: 101, FirewallRuleGroupId: a',
    ],
    [
      'AWS::VpcLattice::ServiceNetworkVpcAssociation',
      'VpcIdentifier: !Ref Vpc, ServiceNetworkIdentifier: sn-1',
    ],
    [
      'AWS::EC2::VPCEndpoint',
      'VpcId: !Ref Vpc, VpcEndpointType: ServiceNetwork, ServiceNetworkArn: arn:aws:a',
    ],
  ])('%s is an assumption where a name is asked', (type, properties) => {
    const more = `\n  It: { Type: ${type}, Properties: { ${properties} } }\n`;

    expect(asked(more, 'Web', { dns: 'example.com' })).toEqual({ verdict: 'reachable', says: stepsOf('It') });
    expect(asked(more, 'Web', 'internet').says).toEqual([]);
  });
});

describe('what is said of a resource elsewhere', () => {
  test('an instance whose launch template is in no file has groups that are not known', () => {
    const more = `
  App: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Private, LaunchTemplate: { LaunchTemplateId: lt-0123456789abcdef0, Version: '1' } } }
`;

    expect(asked(more, 'Web', 'App')).toEqual({ verdict: 'unknown', says: stepsOf('App') });
  });

  test('an internet gateway of elsewhere may let the internet in', () => {
    const more = `
  Vpc2: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Table2: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc2 } }
  Out2: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table2, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
  Subnet2: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc2, CidrBlock: 10.1.0.0/24 } }
  Of2: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet2, RouteTableId: !Ref Table2 } }
  Group2: { Type: AWS::EC2::SecurityGroup, Properties: { VpcId: !Ref Vpc2, GroupDescription: all, SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: 0.0.0.0/0 }] } }
  Web2:
    Type: AWS::EC2::Instance
    Properties: { NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: !Ref Subnet2, AssociatePublicIpAddress: true, GroupSet: [!Ref Group2] }] }
`;
    const attachment = `
  Attachment2: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc2, InternetGatewayId: !Ref Gateway } }
`;
    const head = 'Parameters: { Gateway: { Type: String } }\n';

    expect(asked(more, 'internet', 'Web2', head).verdict).toBe('blocked');
    expect(asked(more + attachment, 'internet', 'Web2', head)).toEqual({
      verdict: 'unknown',
      says: stepsOf('Attachment2'),
    });
  });

  test('an encryption control and an accelerator are assumptions', () => {
    const more = `
  Control: { Type: AWS::EC2::VPCEncryptionControl, Properties: { VpcId: !Ref Vpc, Mode: enforce } }
  Accelerated: { Type: AWS::GlobalAccelerator::EndpointGroup, Properties: { ListenerArn: arn, EndpointGroupRegion: ap-northeast-1, EndpointConfigurations: [{ EndpointId: !Ref Web }] } }
`;
    const { verdict, says } = asked(more, 'internet', 'Web');

    expect(verdict).toBe('reachable');
    for (const name of ['Control', 'Accelerated']) expect(says).toEqual(stepsOf(name));
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/security-group-assoc.html
  test('SG3 a security group that is associated with a second VPC is an assumption, told where the group decides', () => {
    const more = `
  Vpc2: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  Second: { Type: AWS::EC2::SecurityGroupVpcAssociation, Properties: { GroupId: !Ref Group, VpcId: !Ref Vpc2 } }
`;

    expect(asked(more, 'internet', 'Web')).toEqual({ verdict: 'reachable', says: stepsOf('Second') });
  });

  // https://docs.aws.amazon.com/vpc/latest/privatelink/use-resource-endpoint.html
  test.each(['Resource', 'ServiceNetwork'])(
    'IE8 an endpoint of type %s is kept, and assumed to answer none of the names that are asked',
    (type) => {
      const more = `
  Lattice: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: ${type}, VpcId: !Ref Vpc, SubnetIds: [!Ref Private], ServiceNetworkArn: arn:aws:a } }
`;

      expect(asked(more, 'Web', { dns: 'db.example.com' })).toEqual({
        verdict: 'reachable',
        says: stepsOf('Lattice'),
      });
    },
  );

  test('an encryption control that only watches says nothing', () => {
    const more = `
  Control: { Type: AWS::EC2::VPCEncryptionControl, Properties: { VpcId: !Ref Vpc, Mode: monitor } }
`;

    expect(asked(more, 'internet', 'Web').says).toEqual([]);
  });

  test('an IPv6 block of a resource of its own makes the IPv6 of the subnet unknown', () => {
    const more = `
  Block: { Type: AWS::EC2::SubnetCidrBlock, Properties: { SubnetId: !Ref Private, Ipv6CidrBlock: '2001:db8::/64' } }
`;
    const { document } = importTemplates(catalog, [{ name: 'net.yaml', text: network + more }]);

    expect([...document.templates.values()][0]?.unmodelled).toMatchObject([
      { by: 'Block', on: 'Private', effect: { is: 'ipv6' } },
    ]);
  });
});

describe('a route to what is not drawn is unknown', () => {
  test.each([
    ['VpcPeeringConnectionId', 'AWS::EC2::VPCPeeringConnection', 'VpcId: !Ref Vpc, PeerVpcId: vpc-1'],
    ['CoreNetworkArn', 'AWS::NetworkManager::CoreNetwork', 'GlobalNetworkId: global-network-1'],
    ['CarrierGatewayId', 'AWS::EC2::CarrierGateway', 'VpcId: !Ref Vpc'],
  ])('by %s', (property, type, properties) => {
    const more = `
  It: { Type: ${type}, Properties: { ${properties} } }
  To: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PrivateTable, DestinationCidrBlock: 192.168.0.0/16, ${property}: !Ref It } }
`;

    expect(asked(more, 'Db', onPremises).verdict).toBe('unknown');
    expect(asked(more, 'Web', 'internet')).toEqual({ verdict: 'reachable', says: [] });
  });

  test('by a firewall, whose endpoints a template picks out of a list', () => {
    const more = `
  Firewall: { Type: AWS::NetworkFirewall::Firewall, Properties: { FirewallName: a, FirewallPolicyArn: arn, VpcId: !Ref Vpc, SubnetMappings: [{ SubnetId: !Ref Public }] } }
  To: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PrivateTable, DestinationCidrBlock: 0.0.0.0/0, VpcEndpointId: !Select [1, !Split [':', !Select [0, !GetAtt Firewall.EndpointIds]]] } }
`;

    expect(asked(more, 'Db', 'internet').verdict).toBe('unknown');
  });

  test('in the table of a regional NAT gateway, where a template adds routes', () => {
    const more = `
  Nat: { Type: AWS::EC2::NatGateway, Properties: { VpcId: !Ref Vpc, AvailabilityMode: regional } }
  ToNat: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref PrivateTable, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
  Back: { Type: AWS::EC2::Route, Properties: { RouteTableId: !GetAtt Nat.RouteTableId, DestinationCidrBlock: 192.168.0.0/16, TransitGatewayId: tgw-0123456789abcdef0 } }
`;

    expect(asked(more, 'Db', 'internet').verdict).toBe('reachable');
    expect(asked(more, 'Db', onPremises).verdict).toBe('unknown');
  });
});

test('a resource whose condition does not hold bears on nothing', () => {
  const more = `
  Profile: { Type: AWS::Route53Profiles::ProfileAssociation, Condition: Never, Properties: { ResourceId: !Ref Vpc, ProfileId: rp-1, Name: a } }
`;
  const head = "Conditions: { Never: !Equals ['a', 'b'] }\n";

  expect(asked(more, 'Web', { dns: 'example.com' }, head)).toEqual({ verdict: 'reachable', says: [] });
});

test('what names a VPC of elsewhere, by the same parameter, bears on it', () => {
  const text = `
Parameters: { VpcId: { Type: AWS::EC2::VPC::Id } }
Resources:
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref VpcId, CidrBlock: 10.0.0.0/24 } }
  Profile: { Type: AWS::Route53Profiles::ProfileAssociation, Properties: { ResourceId: !Ref VpcId, ProfileId: rp-1, Name: a } }
`;
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
  const [template] = document.templates.values();

  expect(document.resources.get(template?.unmodelled?.[0]?.on ?? '')).toMatchObject({ kind: 'vpc' });
});

test('what stands in another file is found there', () => {
  const files = [
    {
      name: 'net.yaml',
      text: `${network}\nOutputs: { Table: { Value: !Ref PrivateTable, Export: { Name: private-table } } }`,
    },
    {
      name: 'app.yaml',
      text: `
Resources:
  App: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: a, Parameters: { Table: !ImportValue private-table } } }
`,
    },
  ];
  const { document } = importTemplates(catalog, files);

  expect([...document.templates.values()].flatMap(({ unmodelled }) => unmodelled ?? [])).toMatchObject([
    { by: 'App', on: 'PrivateTable', effect: { is: 'may-change' } },
  ]);
});
