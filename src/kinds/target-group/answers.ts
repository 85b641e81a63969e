/** A target group as AWS answers for it, with its targets, all of them healthy, and its attributes. */
import { isUnknown, known } from '../../core/model/value';
import { writesAnswers } from '../../core/describe/answerWriting';
import { addTags, targetGroupArn, targetIdOf } from '../../core/describe/balancerAnswer';
import { nameIn } from '../../core/describe/dnsNames';

const attributes = 'elbv2 describe-target-group-attributes Attributes';

export default writesAnswers({
  kind: 'target-group',
  id: (group, scope) => targetGroupArn(group, '', scope),
  write(group, scope) {
    const { props } = group;
    const arn = scope.id(group.id);
    const type = known(props.targetType) ?? 'instance';
    const isLambda = type === 'lambda';
    const port = known(props.port);
    scope.add('TargetGroups', {
      IpAddressType: props.ipv6 === true ? 'ipv6' : 'ipv4',
      LoadBalancerArns: [],
      Port: isLambda ? undefined : port,
      Protocol: isLambda ? undefined : known(props.protocol),
      TargetGroupArn: arn,
      TargetGroupName: nameIn(group),
      TargetType: type,
      VpcId: isLambda ? undefined : scope.id(scope.ancestor('vpc')?.id ?? null) || undefined,
    });
    addTags(group, arn, scope);
    scope.asked('TargetHealthDescriptions', arn);
    scope.asked(attributes, arn);
    for (const { target, port: own, zone } of Object.values(props.targets)) {
      if (isUnknown(target)) continue;
      const Id =
        typeof target === 'string' ? target : targetIdOf(scope.resource(target.ref), type === 'ip', scope);
      if (Id === '') continue;
      scope.add(
        'TargetHealthDescriptions',
        {
          Target: {
            AvailabilityZone: known(zone) || undefined,
            Id,
            Port: isLambda ? undefined : (known(own) ?? port),
          },
          TargetHealth: { State: 'healthy' },
        },
        arn,
      );
    }
    const stated = [
      [
        'preserve_client_ip.enabled',
        { on: 'true', off: 'false', default: undefined }[known(props.preserveClientIp) ?? 'default'],
      ],
      [
        'load_balancing.cross_zone.enabled',
        { on: 'true', off: 'false', 'load-balancer': 'use_load_balancer_configuration' }[
          known(props.crossZone) ?? 'load-balancer'
        ],
      ],
    ] as const;
    for (const [Key, Value] of stated) if (Value !== undefined) scope.add(attributes, { Key, Value }, arn);
  },
});
