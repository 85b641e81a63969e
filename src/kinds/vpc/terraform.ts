import { attributeOf, list } from '../../core/terraform/hcl';
import { number, tags, text, texts, truth, literalText } from '../../core/terraform/properties';
import type { Properties, Translation } from '../../core/terraform/translation';

/**
 * Blocks beside the first one are resources of their own for both; the IPv6 block of a VPC is therefore an attribute of its
 * association and not of the VPC, which does not know it before.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc
 */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::VPC': {
    type: 'aws_vpc',
    properties: {
      CidrBlock: text('cidr_block'),
      EnableDnsHostnames: truth('enable_dns_hostnames'),
      EnableDnsSupport: truth('enable_dns_support'),
      InstanceTenancy: text('instance_tenancy'),
      Ipv4IpamPoolId: text('ipv4_ipam_pool_id'),
      Ipv4NetmaskLength: number('ipv4_netmask_length'),
      Tags: tags,
    },
    ref: 'id',
    attributes: {
      CidrBlock: 'cidr_block',
      DefaultNetworkAcl: 'default_network_acl_id',
      DefaultSecurityGroup: 'default_security_group_id',
      Ipv6CidrBlocks({ self, id, template, at }) {
        const blocks = template
          .ofType('AWS::EC2::VPCCidrBlock')
          .filter((each) => template.resourceOf(template.propertiesOf(each)['VpcId']) === id)
          .filter((each) => isIpv6(template.propertiesOf(each)));
        return list(
          blocks.length === 0
            ? [attributeOf(self, 'ipv6_cidr_block', 'text')]
            : blocks.map((each) => at(each, 'ipv6_cidr_block')),
        );
      },
      VpcId: 'id',
    },
  },
  'AWS::EC2::VPCCidrBlock': {
    type: (properties) =>
      isIpv6(properties) ? 'aws_vpc_ipv6_cidr_block_association' : 'aws_vpc_ipv4_cidr_block_association',
    properties: {
      AmazonProvidedIpv6CidrBlock: (value, to) => {
        if (value !== false && value !== 'false')
          to.set('assign_generated_ipv6_cidr_block', to.value(value, 'truth'));
      },
      CidrBlock: text('cidr_block'),
      Ipv4IpamPoolId: text('ipv4_ipam_pool_id'),
      Ipv4NetmaskLength: number('ipv4_netmask_length'),
      Ipv6CidrBlock: text('ipv6_cidr_block'),
      Ipv6IpamPoolId: text('ipv6_ipam_pool_id'),
      Ipv6NetmaskLength: number('ipv6_netmask_length'),
      Ipv6Pool: text('ipv6_pool'),
      VpcId: text('vpc_id'),
    },
    ref: 'id',
    attributes: { Id: 'id' },
  },
  'AWS::EC2::DHCPOptions': {
    type: 'aws_vpc_dhcp_options',
    properties: {
      DomainName: text('domain_name'),
      DomainNameServers: texts('domain_name_servers'),
      Ipv6AddressPreferredLeaseTime: text('ipv6_address_preferred_lease_time'),
      NetbiosNameServers: texts('netbios_name_servers'),
      NetbiosNodeType: text('netbios_node_type'),
      NtpServers: texts('ntp_servers'),
      Tags: tags,
    },
    ref: 'id',
    attributes: { DhcpOptionsId: 'id' },
  },
  'AWS::EC2::VPCDHCPOptionsAssociation': {
    type: 'aws_vpc_dhcp_options_association',
    properties: { DhcpOptionsId: text('dhcp_options_id'), VpcId: text('vpc_id') },
    ref: 'id',
  },
};

function isIpv6(properties: Properties): boolean {
  const { AmazonProvidedIpv6CidrBlock: amazon } = properties;
  return (
    (amazon !== undefined && amazon !== null && literalText(amazon) !== 'false') ||
    Object.keys(properties).some((name) => name.startsWith('Ipv6'))
  );
}

export default tables;
