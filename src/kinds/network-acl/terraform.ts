import { flattened, number, tags, text, truth } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/network_acl_rule */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::NetworkAcl': {
    type: 'aws_network_acl',
    properties: { Tags: tags, VpcId: text('vpc_id') },
    ref: 'id',
    attributes: { Id: 'id' },
  },
  'AWS::EC2::NetworkAclEntry': {
    type: 'aws_network_acl_rule',
    properties: {
      CidrBlock: text('cidr_block'),
      Egress: truth('egress'),
      Icmp: flattened({ Code: number('icmp_code'), Type: number('icmp_type') }),
      Ipv6CidrBlock: text('ipv6_cidr_block'),
      NetworkAclId: text('network_acl_id'),
      PortRange: flattened({ From: number('from_port'), To: number('to_port') }),
      Protocol: text('protocol'),
      RuleAction: text('rule_action'),
      RuleNumber: number('rule_number'),
    },
    ref: 'id',
    attributes: { Id: 'id' },
  },
  'AWS::EC2::SubnetNetworkAclAssociation': {
    type: 'aws_network_acl_association',
    properties: { NetworkAclId: text('network_acl_id'), SubnetId: text('subnet_id') },
    ref: 'id',
    attributes: { AssociationId: 'id' },
  },
};

export default tables;
