/** What the load balancers of all three types have in common in the answers of AWS: nodes, listeners, attributes. */
import type { CfnValue } from '../cfn/template';
import {
  refsTo,
  refTo,
  type DescribeCall,
  type DescribedResource,
  type DescribeReadScope,
} from './describeMapping';
import { listIn, numberIn, partIn, textIn, textsIn, type AwsRecord } from './record';

export const listenersCall = 'elbv2 describe-listeners';
const attributesCall = 'elbv2 describe-load-balancer-attributes';
const of = '--load-balancer-arn';

export const balancerCalls: readonly DescribeCall[] = [
  { command: 'elbv2 describe-load-balancers', list: 'LoadBalancers', ids: 'arn:aws:elasticloadbalancing' },
  { command: listenersCall, list: 'Listeners', of },
  { command: attributesCall, list: 'Attributes', of },
  { command: 'elbv2 describe-tags', list: 'TagDescriptions', of: '--resource-arns' },
];

/** The properties that all have, under the names that templates have for them. */
export function balancerProperties(
  balancer: AwsRecord,
  scope: DescribeReadScope,
): Readonly<Record<string, CfnValue | undefined>> {
  return {
    Type: textIn(balancer, 'Type'),
    Scheme: textIn(balancer, 'Scheme') || undefined,
    IpAddressType: textIn(balancer, 'IpAddressType') || undefined,
    Subnets: refsTo(listIn(balancer, 'AvailabilityZones').map((zone) => textIn(zone, 'SubnetId'))),
    SecurityGroups: refsTo(textsIn(balancer, 'SecurityGroups')),
    Tags: scope.tags(balancer),
  };
}

/** Undefined, and noted as missing, where no answer has them. */
export function balancerAttributes(balancer: AwsRecord, scope: DescribeReadScope): CfnValue | undefined {
  const attributes = scope.of('Attributes', balancer);
  if (attributes === undefined) scope.lacks(attributesCall, textIn(balancer, 'LoadBalancerArn'));
  return attributes?.map((each): CfnValue => ({ Key: textIn(each, 'Key'), Value: textIn(each, 'Value') }));
}

/** The listeners; undefined, and noted as missing, where no answer has them. */
export function listenersOf(balancer: AwsRecord, scope: DescribeReadScope): readonly AwsRecord[] | undefined {
  const listeners = scope.of('Listeners', balancer, 'LoadBalancerArn');
  if (listeners === undefined) scope.lacks(listenersCall, textIn(balancer, 'LoadBalancerArn'));
  return listeners;
}

export function listenerResource(listener: AwsRecord): DescribedResource {
  return {
    id: textIn(listener, 'ListenerArn'),
    type: 'AWS::ElasticLoadBalancingV2::Listener',
    properties: {
      LoadBalancerArn: refTo(textIn(listener, 'LoadBalancerArn')),
      Protocol: textIn(listener, 'Protocol') || undefined,
      Port: numberIn(listener, 'Port'),
      DefaultActions: actionsOf(listener, 'DefaultActions'),
    },
  };
}

export function actionsOf(record: AwsRecord, list: string): readonly CfnValue[] {
  return listIn(record, list).map((action): CfnValue => {
    const groups = listIn(partIn(action, 'ForwardConfig'), 'TargetGroups').map((each) =>
      textIn(each, 'TargetGroupArn'),
    );
    const own = textIn(action, 'TargetGroupArn');
    const Type = textIn(action, 'Type');
    if (groups.length > 1)
      return {
        Type,
        ForwardConfig: { TargetGroups: groups.map((arn) => ({ TargetGroupArn: { Ref: arn } })) },
      };
    return { Type, TargetGroupArn: refTo(own || (groups[0] ?? '')) };
  });
}

/** A table of listeners of which nothing is known. */
export function unknownListeners(balancer: AwsRecord): Readonly<Record<string, unknown>> {
  const unknown = notAmongFiles(`aws ${listenersCall}`, textIn(balancer, 'LoadBalancerName'));
  return {
    listeners: {
      unknown: { protocol: { unknown }, port: { unknown }, targetGroup: { unknown }, others: {} },
    },
  };
}

export function notAmongFiles(command: string, name: string): { readonly en: string; readonly ja: string } {
  return {
    en: `the answer of “${command}” for ${name} is not among the files`,
    ja: `${name} の「${command}」の結果がファイルにありません`,
  };
}

export function unknownBecause(
  command: string,
  name: string,
): {
  readonly unknown: { readonly en: string; readonly ja: string };
} {
  return { unknown: notAmongFiles(`aws ${command}`, name) };
}

export function attributesMissing(balancer: AwsRecord): ReturnType<typeof unknownBecause> {
  return unknownBecause(attributesCall, textIn(balancer, 'LoadBalancerName'));
}
