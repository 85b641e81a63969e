/** Diagrams and a template that several tests of the command line are asked about. */
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import type { Sketch } from '../core/model/sketch';
import { arrow, box, sketch } from '../core/model/sketch';
import { writeDiagram } from '../core/store/diagramFile';

export const textOf = (drawn: Sketch): string => writeDiagram(catalog, fromSketch(catalog, drawn));

const anywhere = { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } as const;
const toIgw = { out: { destination: '0.0.0.0/0', target: 'Igw' } };

/** A public subnet that works: a server, a way out and a way in. */
export const open = textOf(
  sketch(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('route-table', 'Table', { routes: toIgw }),
      box('security-group', 'Group', { inbound: { https: anywhere } }),
      box(
        'subnet',
        'Public',
        { routeTable: 'Table', mapPublicIp: true },
        box('instance', 'Web', { securityGroups: { Group: true } }),
      ),
    ),
    box('internet', 'Internet'),
    arrow('Internet', 'Web'),
  ),
);

/** The same without the route. */
export const closed = open.replace(/"routes": \{ "out": \{[^}]*\} \}/, '"routes": {}');

/** A server in a subnet whose table leads nowhere; the block of the subnet is a parameter. */
export const template = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Block:
    Type: String
    Default: 10.0.0.0/24
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref Block
  Table:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Subnet
      RouteTableId: !Ref Table
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: servers
      VpcId: !Ref Vpc
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      SubnetId: !Ref Subnet
      SecurityGroupIds: [!Ref Group]
      Tags: [{ Key: Name, Value: the server }]
`;
