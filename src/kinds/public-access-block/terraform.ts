import { tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_block_public_access_options */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::VPCBlockPublicAccessOptions': {
    type: 'aws_vpc_block_public_access_options',
    properties: { InternetGatewayBlockMode: text('internet_gateway_block_mode') },
    ref: 'aws_account_id',
    attributes: { AccountId: 'aws_account_id' },
  },
  'AWS::EC2::VPCBlockPublicAccessExclusion': {
    type: 'aws_vpc_block_public_access_exclusion',
    properties: {
      InternetGatewayExclusionMode: text('internet_gateway_exclusion_mode'),
      SubnetId: text('subnet_id'),
      Tags: tags,
      VpcId: text('vpc_id'),
    },
    ref: 'id',
    attributes: { ExclusionId: 'id' },
  },
};

export default tables;
