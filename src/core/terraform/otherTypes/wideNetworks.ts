/** Networks of several Regions, to which a VPC is attached. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/networkmanager_vpc_attachment */
import { block, tags, text, texts, truth } from '../properties';
import type { Translation } from '../translation';

export const wideNetworks: Readonly<Record<string, Translation>> = {
  'AWS::NetworkManager::VpcAttachment': {
    type: 'aws_networkmanager_vpc_attachment',
    properties: {
      CoreNetworkId: text('core_network_id'),
      Options: block('options', {
        ApplianceModeSupport: truth('appliance_mode_support'),
        DnsSupport: truth('dns_support'),
        Ipv6Support: truth('ipv6_support'),
        SecurityGroupReferencingSupport: truth('security_group_referencing_support'),
      }),
      SubnetArns: texts('subnet_arns'),
      Tags: tags,
      VpcArn: text('vpc_arn'),
    },
    ref: 'id',
    attributes: {
      AttachmentId: 'id',
      AttachmentPolicyRuleNumber: 'attachment_policy_rule_number',
      AttachmentType: 'attachment_type',
      CoreNetworkArn: 'core_network_arn',
      EdgeLocation: 'edge_location',
      OwnerAccountId: 'owner_account_id',
      ResourceArn: 'resource_arn',
      SegmentName: 'segment_name',
      State: 'state',
    },
  },
};
