/** A Resolver rule as AWS answers for it, with the VPCs that use it. */
import { known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'resolver-rule',
  id: 'rslvr-rr-',
  write(rule, scope) {
    const { props } = rule;
    const id = scope.id(rule.id);
    const isSystem = props.type === 'system';
    const domain = known(props.domain) ?? '';
    scope.add('ResolverRules', {
      Arn: scope.arn('route53resolver', `resolver-rule/${id}`),
      DomainName: domain === '.' ? '.' : `${domain.replace(/\.$/, '')}.`,
      Id: id,
      Name: rule.name,
      OwnerId: scope.account,
      ResolverEndpointId: isSystem ? undefined : scope.id(known(props.endpoint) ?? null) || undefined,
      RuleType: isSystem ? 'SYSTEM' : 'FORWARD',
      Status: 'COMPLETE',
      TargetIps: isSystem
        ? undefined
        : Object.values(props.targets).flatMap(({ ip, port }) => {
            const address = known(ip) ?? '';
            return address === ''
              ? []
              : [{ [address.includes(':') ? 'Ipv6' : 'Ip']: address, Port: known(port) ?? 53 }];
          }),
    });
    for (const [key, { vpc }] of Object.entries(props.vpcs)) {
      const VPCId = scope.id(known(vpc) ?? null);
      if (VPCId !== '')
        scope.add('ResolverRuleAssociations', {
          Id: scope.made('rslvr-rrassoc-', `${rule.id} ${key}`),
          ResolverRuleId: id,
          Status: 'COMPLETE',
          VPCId,
        });
    }
  },
});
