import { truth as literal } from '../../core/terraform/hcl';
import { flattened, tags, text, texts } from '../../core/terraform/properties';
import type { ResourceWriter, Properties, Translation } from '../../core/terraform/translation';

/**
 * Where the gateway has no default route table, the provider must be told not to look for one.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway_vpc_attachment
 */
function leaveDefaults(to: ResourceWriter, { TransitGatewayId: gateway }: Properties): void {
  const id = to.template.resourceOf(gateway);
  if (id === undefined) return;
  const { DefaultRouteTableAssociation: association, DefaultRouteTablePropagation: propagation } =
    to.template.propertiesOf(id);
  if (association === 'disable') to.set('transit_gateway_default_route_table_association', literal(false));
  if (propagation === 'disable') to.set('transit_gateway_default_route_table_propagation', literal(false));
}

const attachment: Translation = {
  type: 'aws_ec2_transit_gateway_vpc_attachment',
  properties: {
    Options: flattened({
      ApplianceModeSupport: text('appliance_mode_support'),
      DnsSupport: text('dns_support'),
      Ipv6Support: text('ipv6_support'),
      SecurityGroupReferencingSupport: text('security_group_referencing_support'),
    }),
    SubnetIds: texts('subnet_ids'),
    Tags: tags,
    TransitGatewayId: text('transit_gateway_id'),
    VpcId: text('vpc_id'),
  },
  finish: leaveDefaults,
  ref: 'id',
  attributes: { Id: 'id' },
};

const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::TransitGatewayAttachment': attachment,
  'AWS::EC2::TransitGatewayVpcAttachment': attachment,
};

export default tables;
