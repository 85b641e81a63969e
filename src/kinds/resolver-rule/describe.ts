/** Resolver rules in the answers of AWS: those that somebody made, and not what Resolver makes by itself. */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refTo } from '../../core/describe/describeMapping';
import { isGone, listIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'resolver-rule',
  calls: [
    { command: 'route53resolver list-resolver-rules', list: 'ResolverRules', ids: 'rslvr-rr-' },
    { command: 'route53resolver list-resolver-rule-associations', list: 'ResolverRuleAssociations' },
  ],
  reads: {
    *ResolverRules(rule, scope) {
      const id = textIn(rule, 'Id');
      if (isGone(rule) || id.startsWith('rslvr-autodefined')) return;
      if (!scope.isGiven('ResolverRuleAssociations'))
        scope.lacks('route53resolver list-resolver-rule-associations');
      yield {
        id,
        name: textIn(rule, 'Name') || id,
        type: 'AWS::Route53Resolver::ResolverRule',
        properties: {
          RuleType: textIn(rule, 'RuleType'),
          DomainName: textIn(rule, 'DomainName'),
          ResolverEndpointId: refTo(textIn(rule, 'ResolverEndpointId')),
          TargetIps: listIn(rule, 'TargetIps').map((each): CfnValue => ({
            Ip: textIn(each, 'Ip') || undefined,
            Ipv6: textIn(each, 'Ipv6') || undefined,
            Port: textIn(each, 'Port') || undefined,
          })),
          Tags: scope.tags(rule),
        },
      };
      for (const each of scope.where('ResolverRuleAssociations', 'ResolverRuleId', id))
        if (!isGone(each))
          yield {
            id: textIn(each, 'Id'),
            type: 'AWS::Route53Resolver::ResolverRuleAssociation',
            properties: { ResolverRuleId: refTo(id), VPCId: refTo(textIn(each, 'VPCId')) },
          };
    },
  },
});
