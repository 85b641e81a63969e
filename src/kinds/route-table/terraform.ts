import { attributeOf } from '../../core/terraform/hcl';
import { tags, text } from '../../core/terraform/properties';
import type { PropertyRule, Translation } from '../../core/terraform/translation';

/**
 * An instance cannot be the target of a route for the provider, but its network interface can, which is the same.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route
 */
const throughInstance: PropertyRule = (value, to) => {
  let lookups = 0;
  const target = to.chosen(value, (each, when) => {
    const id = to.template.resourceOf(each);
    if (id !== undefined) return to.at(id, 'primary_network_interface_id');
    lookups++;
    const key = `target of ${to.id}${lookups === 1 ? '' : ` ${lookups}`}`;
    const instance = to.data(
      'aws_instance',
      key,
      (source) => source.set('instance_id', source.value(each, 'text')),
      when,
    );
    return attributeOf(instance, 'network_interface_id', 'text');
  });
  to.set('network_interface_id', target);
};

const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::RouteTable': {
    type: 'aws_route_table',
    properties: { Tags: tags, VpcId: text('vpc_id') },
    ref: 'id',
    attributes: { RouteTableId: 'id' },
  },
  'AWS::EC2::Route': {
    type: 'aws_route',
    properties: {
      CarrierGatewayId: text('carrier_gateway_id'),
      CoreNetworkArn: text('core_network_arn'),
      DestinationCidrBlock: text('destination_cidr_block'),
      DestinationIpv6CidrBlock: text('destination_ipv6_cidr_block'),
      DestinationPrefixListId: text('destination_prefix_list_id'),
      EgressOnlyInternetGatewayId: text('egress_only_gateway_id'),
      GatewayId: text('gateway_id'),
      InstanceId: throughInstance,
      LocalGatewayId: text('local_gateway_id'),
      NatGatewayId: text('nat_gateway_id'),
      NetworkInterfaceId: text('network_interface_id'),
      RouteTableId: text('route_table_id'),
      TransitGatewayId: text('transit_gateway_id'),
      VpcEndpointId: text('vpc_endpoint_id'),
      VpcPeeringConnectionId: text('vpc_peering_connection_id'),
    },
    ref: 'id',
    attributes: {
      CidrBlock: 'destination_cidr_block',
    },
  },
  'AWS::EC2::SubnetRouteTableAssociation': {
    type: 'aws_route_table_association',
    properties: { RouteTableId: text('route_table_id'), SubnetId: text('subnet_id') },
    ref: 'id',
    attributes: { Id: 'id' },
  },
  'AWS::EC2::GatewayRouteTableAssociation': {
    type: 'aws_route_table_association',
    properties: { GatewayId: text('gateway_id'), RouteTableId: text('route_table_id') },
    ref: 'id',
    attributes: { AssociationId: 'id' },
  },
};

export default tables;
