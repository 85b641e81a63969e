/** A Gateway Load Balancer as AWS answers for it, with its listener and the target group that is part of it. */
import { isUnknown, known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import {
  addBalancer,
  addTags,
  balancerArn,
  forward,
  targetGroupArn,
  targetIdOf,
} from '../../core/describe/balancerAnswer';
import { nameIn } from '../../core/describe/dnsNames';
import { madeDigits } from '../../core/describe/madeIds';
import { standsInAs } from '../../core/describe/standsInAs';

export default writesAnswers({
  kind: 'gateway-load-balancer',
  id: (balancer, scope) => balancerArn('gateway', balancer, scope),
  write(balancer, scope) {
    const { props } = balancer;
    const vpc = scope.ancestor('vpc');
    const arn = scope.id(balancer.id);
    addBalancer(
      balancer,
      {
        type: 'gateway',
        dnsName: '',
        scheme: '',
        subnets: standsInAs(scope.ancestor('subnet')?.id, props.subnets, scope),
        network: vpc?.id,
        groups: [],
        ipAddressType: 'ipv4',
        attributes: {
          'deletion_protection.enabled': 'false',
          'load_balancing.cross_zone.enabled': String(props.crossZone === true),
        },
      },
      scope,
    );
    const group = targetGroupArn(balancer, '-appliances', scope);
    const type = known(props.targetType) ?? 'instance';
    scope.add('TargetGroups', {
      LoadBalancerArns: [arn],
      Port: 6081,
      Protocol: 'GENEVE',
      TargetGroupArn: group,
      TargetGroupName: `${nameIn(balancer)}-appl`.slice(0, 32),
      TargetType: type,
      VpcId: scope.id(vpc?.id ?? null),
    });
    addTags(balancer, group, scope);
    scope.asked('TargetHealthDescriptions', group);
    scope.asked('elbv2 describe-target-group-attributes Attributes', group);
    for (const { target } of Object.values(props.targets)) {
      if (isUnknown(target)) continue;
      const Id =
        typeof target === 'string' ? target : targetIdOf(scope.resource(target.ref), type === 'ip', scope);
      if (Id !== '')
        scope.add(
          'TargetHealthDescriptions',
          { Target: { Id, Port: 6081 }, TargetHealth: { State: 'healthy' } },
          group,
        );
    }
    scope.add(
      'Listeners',
      {
        DefaultActions: [forward(group, [])],
        ListenerArn: `${arn.replace(':loadbalancer/', ':listener/')}/${madeDigits(`${balancer.id} listener`)}`,
        LoadBalancerArn: arn,
      },
      arn,
    );
  },
});
