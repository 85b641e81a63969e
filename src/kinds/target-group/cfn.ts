/** Target groups in CloudFormation. Those of Gateway Load Balancers (GENEVE) are not of this kind. */
import type { Peer, Rows } from '../../core/catalog/field';
import { readAttribute, writeAttributes } from '../../core/cfn/attributes';
import type { CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { oneOf } from '../../core/cfn/oneOf';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { RegisteredTarget } from './kind';
import { targetKinds } from './targetKinds';

const preserveKey = 'preserve_client_ip.enabled';
const crossZoneKey = 'load_balancing.cross_zone.enabled';

/** What registers targets by itself, with the properties in which it names their group. */
const registrars = [
  ['AWS::AutoScaling::AutoScalingGroup', 'TargetGroupARNs'],
  ['AWS::AutoScaling::AutoScalingGroup', 'TrafficSources'],
  ['AWS::ECS::Service', 'LoadBalancers'],
  ['AWS::ECS::TaskSet', 'LoadBalancers'],
] as const;

export const cfn: Omit<CfnMapping<'target-group'>, 'types'> = {
  recognises: (reader) => reader.raw('Protocol') !== 'GENEVE',
  *write(group, scope) {
    const { props } = group;
    const isLambda = props.targetType === 'lambda';
    const targets = Object.entries(props.targets).flatMap(([key, row]) => {
      const Id = idOf(group, key, row.target, scope);
      if (Id === undefined) return [];
      return [{ Id, Port: scope.plain(row.port), AvailabilityZone: scope.plain(row.zone) }];
    });
    yield {
      role: '',
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      properties: {
        TargetType: scope.plain(props.targetType),
        Protocol: isLambda ? undefined : scope.plain(props.protocol),
        Port: isLambda ? undefined : scope.plain(props.port),
        VpcId: isLambda ? undefined : scope.ref(scope.ancestor('vpc')?.id ?? null),
        IpAddressType: props.ipv6 === true ? 'ipv6' : undefined,
        HealthCheckProtocol: props.targetType === 'alb' ? 'HTTP' : undefined,
        Targets: targets.length === 0 ? undefined : targets,
        TargetGroupAttributes: writeAttributes({
          [preserveKey]: { on: 'true', off: 'false', default: undefined }[
            known(props.preserveClientIp) ?? 'default'
          ],
          [crossZoneKey]: { on: 'true', off: 'false', 'load-balancer': undefined }[
            known(props.crossZone) ?? 'load-balancer'
          ],
        }),
        Tags: scope.nameTags(group),
      },
    };
  },
  read(reader) {
    return {
      parentId: reader.parent('VpcId', ['vpc']),
      props: {
        targetType: oneOf(
          reader.text('targetType', 'TargetType', 'instance'),
          ['instance', 'ip', 'alb', 'lambda'],
          'instance',
        ),
        protocol: reader.text('protocol', 'Protocol', 'TCP'),
        port: reader.number('port', 'Port', 80),
        targets: { ...targetsIn(reader), ...registeredBy(reader) },
        preserveClientIp: switchOf(
          readAttribute(reader, 'preserveClientIp', 'TargetGroupAttributes', preserveKey, ''),
          'default',
        ),
        crossZone: switchOf(
          readAttribute(reader, 'crossZone', 'TargetGroupAttributes', crossZoneKey, ''),
          'load-balancer',
        ),
        ipv6: isIpv6(reader),
      },
    };
  },
};

/** How a target is named: an instance by its id, or by its address; what nobody knows as its author wrote it. */
function idOf(
  group: Resource<'target-group'>,
  key: string,
  target: Value<Peer>,
  scope: CfnWriteScope,
): CfnValue | undefined {
  if (isUnknown(target)) return scope.authored(group, `targets.${key}.target`)?.value;
  if (typeof target === 'string') return scope.plain(target);
  switch (group.props.targetType) {
    case 'ip':
      switch (scope.resource(target.ref)?.kind) {
        case 'instance':
          return scope.getAtt(target.ref, 'PrivateIp');
        case 'network-interface':
          return scope.getAtt(target.ref, 'PrimaryPrivateIpAddress');
        default:
          return undefined;
      }
    case 'lambda':
      return scope.getAtt(target.ref, 'Arn');
    default:
      return scope.ref(target.ref);
  }
}

function targetsIn(reader: CfnReader): Rows<RegisteredTarget> {
  const rows: Record<string, RegisteredTarget> = {};
  reader.list('Targets').forEach((each, index) => {
    const key = `target-${index + 1}`;
    const row = `targets.${key}`;
    const id = each.raw('Id');
    const target = each.target(`${row}.target`, 'Id', targetKinds);
    rows[key] = {
      target:
        typeof id === 'string' ? id : isUnknown(target) ? target : target === null ? '' : { ref: target },
      port: each.number(`${row}.port`, 'Port', null),
      zone: each.text(`${row}.zone`, 'AvailabilityZone', ''),
    };
  });
  return rows;
}

/** A group to which something adds targets that the template does not show has more of them than it says. */
function registeredBy(reader: CfnReader): Rows<RegisteredTarget> {
  const rows: Record<string, RegisteredTarget> = {};
  const namings = registrars.flatMap(([type, property]) => reader.namedIn(type, property));
  for (const { by, item } of namings) {
    if (by !== null) continue;
    const name = item.logicalId;
    const key = `by-${name}`;
    item.accountsFor(`targets.${key}`);
    rows[key] = {
      target: {
        unknown: {
          en: `${name} registers its own targets, which are not drawn`,
          ja: `${name} が登録するターゲットは図に描かれていません`,
        },
      },
      port: null,
      zone: '',
    };
  }
  return rows;
}

function switchOf<const U extends string>(text: Value<string>, usual: U): Value<'on' | 'off' | U> {
  if (isUnknown(text)) return text;
  return /^true$/i.test(text) ? 'on' : /^false$/i.test(text) ? 'off' : usual;
}

function isIpv6(reader: CfnReader): Value<boolean> {
  const type = reader.text('ipv6', 'IpAddressType', 'ipv4');
  return isUnknown(type) ? type : type.toLowerCase() === 'ipv6';
}
