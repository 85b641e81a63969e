import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
${text}`,
  );

test('routes are read with their destinations and targets', () => {
  const { the, logicalId } = read(`
  Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref Subnet, ConnectivityType: private } }
  Eigw: { Type: AWS::EC2::EgressOnlyInternetGateway, Properties: { VpcId: !Ref Vpc } }
  Appliance: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-12345678, SubnetId: !Ref Subnet } }
  ToIgw: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
  ToNat: { Type: AWS::EC2::Route, Properties: { RouteTableId: !GetAtt Table.RouteTableId, DestinationCidrBlock: 192.168.0.0/16, NatGatewayId: !Ref Nat } }
  ToEigw: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: !Ref Eigw } }
  ToAppliance: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationPrefixListId: pl-61a54008, InstanceId: !Ref Appliance } }
  Local: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.0.0.0/16, GatewayId: local } }
`);

  const routes = Object.entries(the('route-table', 'Table').props.routes).map(
    ([row, { destination, target }]) => [row, destination, logicalId(target as string | null)],
  );
  expect(routes).toEqual([
    ['ToIgw', '0.0.0.0/0', 'Igw'],
    ['ToNat', '192.168.0.0/16', 'Nat'],
    ['ToEigw', '::/0', 'Eigw'],
    ['ToAppliance', 'com.amazonaws.ap-northeast-1.s3', 'Appliance'],
  ]);
});

test('where a route leads that is not followed is unknown, not a blackhole', () => {
  const { the } = read(`
  ToTransit: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.1.0.0/16, TransitGatewayId: tgw-0123456789abcdef0 } }
  ToVpn: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.2.0.0/16, GatewayId: vgw-0123456789abcdef0 } }
`);

  const { ToTransit, ToVpn } = the('route-table', 'Table').props.routes;
  expect(ToTransit?.target).toHaveProperty('unknown');
  expect(ToVpn?.target).toHaveProperty('unknown');
});

test('a route without a target is a blackhole', () => {
  const { the } = read(`
  ToNothing: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.2.0.0/16 } }
`);

  const { ToNothing } = the('route-table', 'Table').props.routes;
  expect(ToNothing?.target).toBeNull();
});
