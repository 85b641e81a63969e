import { attributeOf, list } from '../../core/terraform/hcl';
import { flattened, number, tags, text, truth } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/subnet */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::Subnet': {
    type: 'aws_subnet',
    properties: {
      AssignIpv6AddressOnCreation: truth('assign_ipv6_address_on_creation'),
      AvailabilityZone: text('availability_zone'),
      AvailabilityZoneId: text('availability_zone_id'),
      CidrBlock: text('cidr_block'),
      EnableDns64: truth('enable_dns64'),
      EnableLniAtDeviceIndex: number('enable_lni_at_device_index'),
      Ipv6CidrBlock: text('ipv6_cidr_block'),
      Ipv6Native: truth('ipv6_native'),
      MapPublicIpOnLaunch: truth('map_public_ip_on_launch'),
      OutpostArn: text('outpost_arn'),
      PrivateDnsNameOptionsOnLaunch: flattened({
        EnableResourceNameDnsAAAARecord: truth('enable_resource_name_dns_aaaa_record_on_launch'),
        EnableResourceNameDnsARecord: truth('enable_resource_name_dns_a_record_on_launch'),
        HostnameType: text('private_dns_hostname_type_on_launch'),
      }),
      Tags: tags,
      VpcId: text('vpc_id'),
    },
    // Blocks that an IPAM pool gives, the provider has for VPCs only.
    lacks: ['Ipv4IpamPoolId', 'Ipv4NetmaskLength', 'Ipv6IpamPoolId', 'Ipv6NetmaskLength'],
    ref: 'id',
    attributes: {
      AvailabilityZone: 'availability_zone',
      AvailabilityZoneId: 'availability_zone_id',
      CidrBlock: 'cidr_block',
      Ipv6CidrBlocks: ({ self }) => list([attributeOf(self, 'ipv6_cidr_block', 'text')]),
      OutpostArn: 'outpost_arn',
      SubnetId: 'id',
      VpcId: 'vpc_id',
    },
  },
};

export default tables;
