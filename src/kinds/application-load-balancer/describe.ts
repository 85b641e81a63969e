/** Application Load Balancers in the answers of AWS; the rules of a listener have a call for each listener. */
import type { CfnValue } from '../../core/cfn/template';
import {
  describes,
  refTo,
  type DescribedResource,
  type DescribeReadScope,
} from '../../core/describe/describeMapping';
import {
  actionsOf,
  balancerCalls,
  balancerProperties,
  listenerResource,
  listenersOf,
  unknownListeners,
} from '../../core/describe/loadBalancers';
import { isGone, listIn, partIn, textIn, textsIn, type AwsRecord } from '../../core/describe/record';
import { regionOf } from '../../core/describe/readScope';

const rulesCall = 'elbv2 describe-rules';

export default describes({
  kind: 'application-load-balancer',
  calls: [...balancerCalls, { command: rulesCall, list: 'Rules', of: '--listener-arn' }],
  reads: {
    *LoadBalancers(balancer, scope) {
      if (textIn(balancer, 'Type') !== 'application' || isGone(balancer)) return;
      const listeners = listenersOf(balancer, scope);
      const region = regionOf(balancer);
      yield {
        id: textIn(balancer, 'LoadBalancerArn'),
        name: textIn(balancer, 'LoadBalancerName'),
        ...(region === undefined ? {} : { region }),
        type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        properties: balancerProperties(balancer, scope),
        ...(listeners === undefined ? { says: unknownListeners(balancer) } : {}),
      };
      for (const listener of listeners ?? []) {
        yield listenerResource(listener);
        yield* rulesOf(textIn(listener, 'ListenerArn'), scope);
      }
    },
  },
});

/** Which listener a rule is of, its own ARN says. */
function* rulesOf(listener: string, scope: DescribeReadScope): Generator<DescribedResource> {
  const rules = rulesByListener(scope).get(listener);
  // Every listener has a default rule at least.
  if (rules === undefined) scope.lacks(rulesCall, listener);
  for (const rule of rules ?? []) {
    const priority = textIn(rule, 'Priority');
    if (priority === 'default') continue;
    yield {
      id: textIn(rule, 'RuleArn'),
      type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      properties: {
        ListenerArn: refTo(listener),
        Priority: Number(priority),
        Conditions: listIn(rule, 'Conditions').map((each): CfnValue => {
          const config = partIn(each, 'PathPatternConfig') ?? partIn(each, 'HostHeaderConfig');
          const values = textsIn(config, 'Values');
          return {
            Field: textIn(each, 'Field'),
            Values: [...(values.length > 0 ? values : textsIn(each, 'Values'))],
          };
        }),
        Actions: actionsOf(rule, 'Actions'),
      },
    };
  }
}

const known = new WeakMap<DescribeReadScope, ReadonlyMap<string, readonly AwsRecord[]>>();

function rulesByListener(scope: DescribeReadScope): ReadonlyMap<string, readonly AwsRecord[]> {
  const found = known.get(scope);
  if (found !== undefined) return found;
  const made = new Map<string, AwsRecord[]>();
  for (const rule of scope.all('Rules')) {
    const listener = textIn(rule, 'RuleArn')
      .replace(':listener-rule/', ':listener/')
      .replace(/\/[^/]*$/, '');
    const rules = made.get(listener) ?? [];
    made.set(listener, rules);
    rules.push(rule);
  }
  known.set(scope, made);
  return made;
}
