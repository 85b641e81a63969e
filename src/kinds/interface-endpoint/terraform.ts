import { address, attributeOf, call, template, text as literal, type Hcl } from '../../core/terraform/hcl';
import { block, json, tags, text, texts, truth, truthOf } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/**
 * All sorts of endpoints are one type for both.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_endpoint
 */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::VPCEndpoint': {
    type: 'aws_vpc_endpoint',
    properties: {
      DnsOptions: block('dns_options', {
        DnsRecordIpType: text('dns_record_ip_type'),
        PrivateDnsOnlyForInboundResolverEndpoint: truthOf(
          'private_dns_only_for_inbound_resolver_endpoint',
          'OnlyInboundResolver',
        ),
      }),
      IpAddressType: text('ip_address_type'),
      PolicyDocument: json('policy'),
      PrivateDnsEnabled: truth('private_dns_enabled'),
      ResourceConfigurationArn: text('resource_configuration_arn'),
      RouteTableIds: texts('route_table_ids'),
      SecurityGroupIds: texts('security_group_ids'),
      ServiceName: text('service_name'),
      ServiceNetworkArn: text('service_network_arn'),
      ServiceRegion: text('service_region'),
      SubnetIds: texts('subnet_ids'),
      Tags: tags,
      VpcEndpointType: text('vpc_endpoint_type'),
      VpcId: text('vpc_id'),
    },
    ref: 'id',
    attributes: {
      DnsEntries: ({ self }) => dnsEntries(self),
      Id: 'id',
      NetworkInterfaceIds: ({ self }) => call('tolist', attributeOf(self, 'network_interface_ids', 'list')),
    },
  },
};

/** CloudFormation gives the zone and the name of each entry with a colon between them. */
function dnsEntries(self: Hcl): Hcl {
  const entry = address('entry');
  return {
    is: 'for',
    variables: ['entry'],
    in: attributeOf(self, 'dns_entry', 'list'),
    gives: pair(entry),
  };
}

function pair(entry: Hcl): Hcl {
  const joined = template([
    attributeOf(entry, 'hosted_zone_id', 'text'),
    literal(':'),
    attributeOf(entry, 'dns_name', 'text'),
  ]);
  return joined.is === 'template' ? { ...joined, apart: ':' } : joined;
}

export default tables;
