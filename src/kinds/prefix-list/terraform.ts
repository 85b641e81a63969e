import { number as literal } from '../../core/terraform/hcl';
import { block, number, tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_managed_prefix_list */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::PrefixList': {
    type: 'aws_ec2_managed_prefix_list',
    properties: {
      AddressFamily: text('address_family'),
      Entries: block('entry', { Cidr: text('cidr'), Description: text('description') }),
      MaxEntries: number('max_entries'),
      PrefixListName: text('name'),
      Tags: tags,
    },
    finish: (to, { Entries: entries }) =>
      to.setDefault('max_entries', literal(Math.max(1, Array.isArray(entries) ? entries.length : 0))),
    ref: 'id',
    attributes: { Arn: 'arn', OwnerId: 'owner_id', PrefixListId: 'id', Version: 'version' },
  },
};

export default tables;
