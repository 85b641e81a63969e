/**
 * Target groups in the answers of AWS, those of Gateway Load Balancers among them, which these take in. Targets and attributes
 * have a call for each group. The tasks of an ECS service are that service's, and no targets of their own.
 */
import type { CfnValue } from '../../core/cfn/template';
import { describes, refTo, type DescribeReadScope } from '../../core/describe/describeMapping';
import { unknownBecause } from '../../core/describe/loadBalancers';
import { isGone, listIn, numberIn, partIn, textIn, type AwsRecord } from '../../core/describe/record';

const healthCall = 'elbv2 describe-target-health';
const attributesCall = 'elbv2 describe-target-group-attributes';
const of = '--target-group-arn';

export default describes({
  kind: 'target-group',
  calls: [
    { command: 'elbv2 describe-target-groups', list: 'TargetGroups', ids: 'arn:aws:elasticloadbalancing' },
    { command: healthCall, list: 'TargetHealthDescriptions', of },
    { command: attributesCall, list: 'Attributes', of },
  ],
  reads: {
    *TargetGroups(group, scope) {
      if (isGone(group)) return;
      const id = textIn(group, 'TargetGroupArn');
      const name = textIn(group, 'TargetGroupName');
      const protocol = textIn(group, 'Protocol');
      const registered = servesTasks(id, scope) ? [] : scope.of('TargetHealthDescriptions', group);
      if (registered === undefined) scope.lacks(healthCall, id);
      // Of an Application Load Balancer's group no attribute decides where a packet goes.
      const attributes = scope.of('Attributes', group);
      const isAsked =
        attributes === undefined && ['TCP', 'UDP', 'TLS', 'TCP_UDP', 'QUIC', 'TCP_QUIC'].includes(protocol);
      if (isAsked) scope.lacks(attributesCall, id);
      yield {
        id,
        name,
        type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
        properties: {
          TargetType: textIn(group, 'TargetType') || undefined,
          Protocol: protocol || undefined,
          Port: numberIn(group, 'Port'),
          VpcId: refTo(textIn(group, 'VpcId')),
          IpAddressType: textIn(group, 'IpAddressType') || undefined,
          Targets: (registered ?? []).flatMap((each) => targetOf(each)),
          TargetGroupAttributes: attributes?.map((each): CfnValue => ({
            Key: textIn(each, 'Key'),
            Value: textIn(each, 'Value'),
          })),
          Tags: scope.tags(group),
        },
        says: {
          ...(registered === undefined ? unknownTargets(name) : {}),
          ...(isAsked
            ? {
                preserveClientIp: unknownBecause(attributesCall, name),
                crossZone: unknownBecause(attributesCall, name),
              }
            : {}),
        },
      };
    },
  },
});

function targetOf(description: AwsRecord): readonly CfnValue[] {
  const target = partIn(description, 'Target');
  if (target === undefined || textIn(partIn(description, 'TargetHealth'), 'State') === 'draining') return [];
  const zone = textIn(target, 'AvailabilityZone');
  return [
    {
      Id: refTo(textIn(target, 'Id')),
      Port: numberIn(target, 'Port'),
      AvailabilityZone: zone === 'all' ? zone : undefined,
    },
  ];
}

function unknownTargets(name: string): Readonly<Record<string, unknown>> {
  return { targets: { unknown: { target: unknownBecause(healthCall, name), port: null, zone: '' } } };
}

const known = new WeakMap<DescribeReadScope, ReadonlySet<string>>();

function servesTasks(arn: string, scope: DescribeReadScope): boolean {
  let groups = known.get(scope);
  if (groups === undefined) {
    groups = new Set(
      scope
        .all('services')
        .flatMap((service) => listIn(service, 'loadBalancers').map((each) => textIn(each, 'targetGroupArn'))),
    );
    known.set(scope, groups);
  }
  return groups.has(arn);
}
