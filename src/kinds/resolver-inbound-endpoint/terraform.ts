import { block, tags, text, texts } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/**
 * Inbound and outbound endpoints are one type for both.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_resolver_endpoint
 */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::Route53Resolver::ResolverEndpoint': {
    type: 'aws_route53_resolver_endpoint',
    properties: {
      Direction: text('direction'),
      IpAddresses: block('ip_address', { Ip: text('ip'), Ipv6: text('ipv6'), SubnetId: text('subnet_id') }),
      Name: text('name'),
      Protocols: texts('protocols'),
      ResolverEndpointType: text('resolver_endpoint_type'),
      SecurityGroupIds: texts('security_group_ids'),
      Tags: tags,
    },
    ref: 'id',
    attributes: {
      Arn: 'arn',
      Direction: 'direction',
      HostVPCId: 'host_vpc_id',
      Name: 'name',
      ResolverEndpointId: 'id',
    },
  },
};

export default tables;
