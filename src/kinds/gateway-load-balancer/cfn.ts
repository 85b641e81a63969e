/** Gateway Load Balancers in CloudFormation, with their listener and their target group. */
import type { Peer, Rows } from '../../core/catalog/field';
import { firstAndOthers, standsIn } from '../../core/catalog/standing';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { oneOf } from '../../core/cfn/oneOf';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, type Value } from '../../core/model/value';
import type { Appliance } from './kind';
import { targetKinds } from './targetKinds';

const crossZoneKey = 'load_balancing.cross_zone.enabled';

export const cfn: Omit<CfnMapping<'gateway-load-balancer'>, 'types'> = {
  recognises: (reader) => reader.raw('Type') === 'gateway',
  satellites: [
    {
      role: 'listener',
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      from: 'satellite',
      property: 'LoadBalancerArn',
    },
    {
      role: 'target-group',
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      from: 'owner',
      property: 'DefaultActions',
      of: 'listener',
    },
  ],
  *write(balancer, scope) {
    const { props } = balancer;
    const subnets = standsIn(scope.ancestor('subnet')?.id, props.subnets, scope);
    const targets = Object.entries(props.targets).flatMap(([row, { target }]): CfnValue[] => {
      const Id = idOf(balancer, row, target, scope);
      return Id === undefined ? [] : [{ Id }];
    });
    yield {
      role: '',
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      properties: {
        Type: 'gateway',
        Subnets: subnets.flatMap((id) => scope.ref(id) ?? []),
        LoadBalancerAttributes: props.crossZone === true ? [{ Key: crossZoneKey, Value: 'true' }] : undefined,
        Tags: scope.nameTags(balancer),
      },
    };
    yield {
      role: 'target-group',
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      properties: {
        Protocol: 'GENEVE',
        Port: 6081,
        VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null),
        TargetType: props.targetType === 'instance' ? undefined : scope.plain(props.targetType),
        Targets: targets.length === 0 ? undefined : targets,
      },
    };
    yield {
      role: 'listener',
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      properties: {
        LoadBalancerArn: scope.ref(balancer.id),
        DefaultActions: [{ Type: 'forward', TargetGroupArn: scope.ref(balancer.id, 'target-group') ?? '' }],
      },
    };
  },
  read(reader) {
    const mappings = reader.list('SubnetMappings');
    const subnets =
      mappings.length > 0
        ? Object.assign({}, ...mappings.map((each) => each.refs('subnets', 'SubnetId', ['subnet'])))
        : reader.refs('subnets', 'Subnets', ['subnet']);
    const { own, others } = firstAndOthers(subnets);
    const [group] = reader.satellites('target-group');
    const crossZone = reader
      .list('LoadBalancerAttributes')
      .find((each) => each.raw('Key') === crossZoneKey)
      ?.toggle('crossZone', 'Value', false);
    return {
      parentId: own,
      props: {
        subnets: others,
        targets: group === undefined ? {} : targetsOf(group),
        targetType: oneOf(
          group?.text('targetType', 'TargetType', 'instance') ?? 'instance',
          ['instance', 'ip'],
          'instance',
        ),
        crossZone: crossZone ?? false,
      },
    };
  },
};

/** How an appliance is named: an instance by its id, or by its address; what nobody knows as its author wrote it. */
function idOf(
  balancer: Resource<'gateway-load-balancer'>,
  row: string,
  target: Value<Peer>,
  scope: CfnWriteScope,
): CfnValue | undefined {
  if (isUnknown(target)) return scope.authored(balancer, `targets.${row}.target`)?.value;
  if (typeof target === 'string') return scope.plain(target);
  if (balancer.props.targetType !== 'ip') return scope.ref(target.ref);
  const isInterface = scope.resource(target.ref)?.kind === 'network-interface';
  return scope.getAtt(target.ref, isInterface ? 'PrimaryPrivateIpAddress' : 'PrivateIp');
}

function targetsOf(group: CfnReader): Rows<Appliance> {
  const rows: Record<string, Appliance> = {};
  group.list('Targets').forEach((each, index) => {
    const row = `target-${index + 1}`;
    const id = each.raw('Id');
    const named = each.target(`targets.${row}.target`, 'Id', targetKinds);
    rows[row] = {
      target: typeof id === 'string' ? id : isUnknown(named) ? named : named === null ? '' : { ref: named },
    };
  });
  // An Auto Scaling group registers its instances by itself.
  for (const { item } of group.namedIn('AWS::AutoScaling::AutoScalingGroup', 'TargetGroupARNs'))
    rows[`by-${item.logicalId}`] = {
      target: {
        unknown: {
          en: `${item.logicalId} registers its own appliances, which are not drawn`,
          ja: `${item.logicalId} が登録するアプライアンスは図に描かれていません`,
        },
      },
    };
  return rows;
}
