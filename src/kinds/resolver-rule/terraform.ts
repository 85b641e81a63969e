import { block, number, tags, text } from '../../core/terraform/properties';
import type { Translation } from '../../core/terraform/translation';

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53_resolver_rule */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::Route53Resolver::ResolverRule': {
    type: 'aws_route53_resolver_rule',
    properties: {
      DomainName: text('domain_name'),
      Name: text('name'),
      ResolverEndpointId: text('resolver_endpoint_id'),
      RuleType: text('rule_type'),
      Tags: tags,
      TargetIps: block('target_ip', {
        Ip: text('ip'),
        Ipv6: text('ipv6'),
        Port: number('port'),
        Protocol: text('protocol'),
      }),
    },
    ref: 'id',
    attributes: { Arn: 'arn', DomainName: 'domain_name', Name: 'name', ResolverRuleId: 'id' },
  },
  'AWS::Route53Resolver::ResolverRuleAssociation': {
    type: 'aws_route53_resolver_rule_association',
    properties: { Name: text('name'), ResolverRuleId: text('resolver_rule_id'), VPCId: text('vpc_id') },
    ref: 'id',
    attributes: {
      Name: 'name',
      ResolverRuleAssociationId: 'id',
      ResolverRuleId: 'resolver_rule_id',
      VPCId: 'vpc_id',
    },
  },
};

export default tables;
