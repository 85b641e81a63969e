import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

test('a subnet is read with its table, its ACL, its zone and the number of its IPv6 block', () => {
  const { the } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Ipv6: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  Subnet:
    Type: AWS::EC2::Subnet
    DependsOn: Ipv6
    Properties:
      VpcId: !Ref Vpc
      AvailabilityZone: !Select [1, !GetAZs '']
      CidrBlock: !Select [2, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]
      Ipv6CidrBlock: !Select [3, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
      MapPublicIpOnLaunch: 'true'
      AssignIpv6AddressOnCreation: true
  TableOfSubnet: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Table } }
  AclOfSubnet: { Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: { SubnetId: !Ref Subnet, NetworkAclId: !Ref Acl } }
`,
  );

  expect(the('vpc', 'Vpc').props.ipv6).toBe(true);
  expect(the('subnet', 'Subnet').props).toEqual({
    cidr: '10.0.2.0/24',
    ipv6: 3,
    ipv6Native: false,
    dns64: false,
    zone: 'ap-northeast-1c',
    mapPublicIp: true,
    assignIpv6: true,
    routeTable: the('route-table', 'Table').id,
    networkAcl: the('network-acl', 'Acl').id,
    publicAccess: 'none',
  });
});

test.each(['Ipv6Native: true', 'Ipv4IpamPoolId: ipam-pool-0123456789abcdef0, Ipv4NetmaskLength: 24'])(
  'the block of a subnet with %s is unknown, not missing',
  (properties) => {
    const { the } = imported(
      catalog,
      `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, ${properties} } }
`,
    );

    expect(the('subnet', 'Subnet').props.cidr).toHaveProperty('unknown');
  },
);

test('a subnet for IPv6 only gives every interface an IPv6 address, and may have DNS64', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html
  const { the } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Ipv6: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
  Subnet:
    Type: AWS::EC2::Subnet
    DependsOn: Ipv6
    Properties:
      VpcId: !Ref Vpc
      Ipv6Native: true
      EnableDns64: true
      Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
`,
  );

  expect(the('subnet', 'Subnet').props).toMatchObject({
    ipv6: 1,
    ipv6Native: true,
    assignIpv6: true,
    dns64: true,
  });
});

test('the zone of a subnet that names it by its ID is unknown', () => {
  // https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html
  const { the } = imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZoneId: apne1-az4 } }
`,
  );

  expect(the('subnet', 'Subnet').props.zone).toHaveProperty('unknown');
});
