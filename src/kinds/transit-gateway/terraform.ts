import { number, tags, text, texts } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::TransitGateway': {
    type: 'aws_ec2_transit_gateway',
    properties: {
      AmazonSideAsn: number('amazon_side_asn'),
      AutoAcceptSharedAttachments: text('auto_accept_shared_attachments'),
      DefaultRouteTableAssociation: text('default_route_table_association'),
      DefaultRouteTablePropagation: text('default_route_table_propagation'),
      Description: text('description'),
      DnsSupport: text('dns_support'),
      EncryptionSupport: text('encryption_support'),
      MulticastSupport: text('multicast_support'),
      SecurityGroupReferencingSupport: text('security_group_referencing_support'),
      Tags: tags,
      TransitGatewayCidrBlocks: texts('transit_gateway_cidr_blocks'),
      VpnEcmpSupport: text('vpn_ecmp_support'),
    },
    ref: 'id',
    attributes: { Id: 'id', TransitGatewayArn: 'arn' },
  },
};

export default tables;
