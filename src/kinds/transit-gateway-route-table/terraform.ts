import { tags, text, truth } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

const pair = {
  TransitGatewayAttachmentId: text('transit_gateway_attachment_id'),
  TransitGatewayRouteTableId: text('transit_gateway_route_table_id'),
};

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway_route_table */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::TransitGatewayRouteTable': {
    type: 'aws_ec2_transit_gateway_route_table',
    properties: { Tags: tags, TransitGatewayId: text('transit_gateway_id') },
    ref: 'id',
    attributes: { TransitGatewayRouteTableId: 'id' },
  },
  'AWS::EC2::TransitGatewayRoute': {
    type: 'aws_ec2_transit_gateway_route',
    properties: {
      Blackhole: truth('blackhole'),
      DestinationCidrBlock: text('destination_cidr_block'),
      ...pair,
    },
    ref: 'id',
  },
  'AWS::EC2::TransitGatewayRouteTableAssociation': {
    type: 'aws_ec2_transit_gateway_route_table_association',
    properties: pair,
    ref: 'id',
  },
  'AWS::EC2::TransitGatewayRouteTablePropagation': {
    type: 'aws_ec2_transit_gateway_route_table_propagation',
    properties: pair,
    ref: 'id',
  },
};

export default tables;
