import { tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/egress_only_internet_gateway */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::EgressOnlyInternetGateway': {
    type: 'aws_egress_only_internet_gateway',
    properties: { Tags: tags, VpcId: text('vpc_id') },
    ref: 'id',
    attributes: { Id: 'id' },
  },
};

export default tables;
