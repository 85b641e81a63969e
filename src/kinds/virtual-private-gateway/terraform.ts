import { implied, partForEach, tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpn_gateway */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::VPNGateway': {
    type: 'aws_vpn_gateway',
    properties: {
      AmazonSideAsn: text('amazon_side_asn'),
      Tags: tags,
      // There is but one type.
      Type: implied,
    },
    ref: 'id',
    attributes: { VPNGatewayId: 'id' },
  },
  'AWS::EC2::VPNGatewayRoutePropagation': {
    type: 'aws_vpn_gateway_route_propagation',
    isGroup: true,
    properties: {
      RouteTableIds: (value, to, name) => {
        const gateway = to.template.propertiesOf(to.id)['VpnGatewayId'] ?? null;
        partForEach('aws_vpn_gateway_route_propagation', '', (table, part) => {
          part.set('vpn_gateway_id', part.value(gateway, 'text'));
          part.set('route_table_id', table);
        })(value, to, name);
      },
      VpnGatewayId: implied,
    },
    ref: 'id',
  },
};

export default tables;
