import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { box, sketch } from '../model/sketch';
import { exportTemplate } from './exportTemplate';
import { templateText } from './templateText';

test('a drawn VPC with a public and a private subnet becomes the template one would write by hand', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('internet-gateway', 'InternetGateway'),
        box('route-table', 'Public Route Table', {
          routes: { default: { destination: '0.0.0.0/0', target: 'InternetGateway' } },
        }),
        box('subnet', 'Public Subnet', {
          cidr: '10.0.0.0/24',
          zone: 'ap-northeast-1a',
          mapPublicIp: true,
          routeTable: 'Public Route Table',
        }),
      ),
    ),
  );

  const { template } = exportTemplate(catalog, document);

  expect(templateText(template, 'yaml').text).toMatchInlineSnapshot(`
    "AWSTemplateFormatVersion: '2010-09-09'

    Resources:
      Vpc:
        Type: AWS::EC2::VPC
        Properties:
          CidrBlock: 10.0.0.0/16
          EnableDnsSupport: true
          EnableDnsHostnames: true
          Tags:
            - Key: Name
              Value: Vpc

      InternetGateway:
        Type: AWS::EC2::InternetGateway
        Properties:
          Tags:
            - Key: Name
              Value: InternetGateway

      InternetGatewayAttachment:
        Type: AWS::EC2::VPCGatewayAttachment
        Properties:
          VpcId: !Ref Vpc
          InternetGatewayId: !Ref InternetGateway

      PublicSubnet:
        Type: AWS::EC2::Subnet
        Properties:
          VpcId: !Ref Vpc
          AvailabilityZone: !Select [0, !GetAZs '']
          CidrBlock: 10.0.0.0/24
          MapPublicIpOnLaunch: true
          Tags:
            - Key: Name
              Value: Public Subnet

      PublicSubnetAssociation:
        Type: AWS::EC2::SubnetRouteTableAssociation
        Properties:
          SubnetId: !Ref PublicSubnet
          RouteTableId: !Ref PublicRouteTable

      PublicRouteTable:
        Type: AWS::EC2::RouteTable
        Properties:
          VpcId: !Ref Vpc
          Tags:
            - Key: Name
              Value: Public Route Table

      PublicRouteTableDefaultRoute:
        Type: AWS::EC2::Route
        DependsOn: InternetGatewayAttachment
        Properties:
          RouteTableId: !Ref PublicRouteTable
          DestinationCidrBlock: 0.0.0.0/0
          GatewayId: !Ref InternetGateway

    Outputs:
      VpcId:
        Value: !Ref Vpc
    "
  `);
});
