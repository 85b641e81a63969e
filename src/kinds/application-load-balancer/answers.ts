/** An Application Load Balancer as AWS answers for it, with its listeners and their rules. */
import type { Resource } from '../../core/model/document';
import { isUnknown, known } from '../../core/model/value';
import { writesAnswers, type AnswerRecord, type AnswerScope } from '../../core/describe/answerWriting';
import { addBalancer, addListeners, balancerArn, forward } from '../../core/describe/balancerAnswer';
import { balancerName } from '../../core/describe/dnsNames';
import { madeDigits } from '../../core/describe/madeIds';
import { standsInAs } from '../../core/describe/standsInAs';

type Balancer = Resource<'application-load-balancer'>;

const notFound = { FixedResponseConfig: { StatusCode: '404' }, Type: 'fixed-response' };

export default writesAnswers({
  kind: 'application-load-balancer',
  id: (balancer, scope) => balancerArn('application', balancer, scope),
  write(balancer, scope) {
    const { props } = balancer;
    const vpc = scope.ancestor('vpc');
    const scheme = known(props.scheme) ?? 'internet-facing';
    addBalancer(
      balancer,
      {
        type: 'application',
        dnsName: balancerName(balancer, scheme === 'internal', scope),
        scheme,
        subnets: standsInAs(scope.ancestor('subnet')?.id, props.subnets, scope),
        network: vpc?.id,
        groups: scope.groups(Object.keys(props.securityGroups), vpc?.id),
        ipAddressType: known(props.addressType) ?? 'ipv4',
        attributes: { 'deletion_protection.enabled': 'false', 'load_balancing.cross_zone.enabled': 'true' },
      },
      scope,
    );
    const arns = addListeners(balancer, props.listeners, notFound, scope);
    for (const [key, arn] of arns) addRules(balancer, key, arn, scope);
  },
});

function addRules(balancer: Balancer, listener: string, arn: string, scope: AnswerScope): void {
  const { listeners, rules } = balancer.props;
  const base = arn.replace(':listener/', ':listener-rule/');
  const port = listeners[listener]?.port;
  for (const [key, rule] of Object.entries(rules)) {
    if (isUnknown(rule.targetGroup) || isUnknown(rule.listener) || rule.listener !== port) continue;
    const group = scope.id(rule.targetGroup);
    scope.add(
      'Rules',
      {
        Actions: [group === '' ? notFound : forward(group, [])],
        Conditions: [
          ...condition('host-header', 'HostHeaderConfig', known(rule.host) ?? ''),
          ...condition('path-pattern', 'PathPatternConfig', known(rule.path) ?? ''),
        ],
        IsDefault: false,
        Priority: String(known(rule.priority) ?? 1),
        RuleArn: `${base}/${madeDigits(`${arn} ${key}`)}`,
      },
      arn,
    );
  }
  scope.add(
    'Rules',
    {
      Actions: [notFound],
      Conditions: [],
      IsDefault: true,
      Priority: 'default',
      RuleArn: `${base}/${madeDigits(arn)}`,
    },
    arn,
  );
}

function condition(Field: string, config: string, patterns: string): readonly AnswerRecord[] {
  const Values = patterns.split(',').flatMap((each) => each.trim() || []);
  return Values.length === 0 ? [] : [{ Field, Values, [config]: { Values } }];
}
