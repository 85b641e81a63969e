import { block, tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/**
 * The other end must accept, in CloudFormation as here.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway_peering_attachment
 */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::TransitGatewayPeeringAttachment': {
    type: 'aws_ec2_transit_gateway_peering_attachment',
    properties: {
      Options: block('options', { DynamicRouting: text('dynamic_routing') }),
      PeerAccountId: text('peer_account_id'),
      PeerRegion: text('peer_region'),
      PeerTransitGatewayId: text('peer_transit_gateway_id'),
      Tags: tags,
      TransitGatewayId: text('transit_gateway_id'),
    },
    ref: 'id',
    attributes: { TransitGatewayAttachmentId: 'id', State: 'state' },
  },
};

export default tables;
