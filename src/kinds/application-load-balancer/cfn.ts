/** Application Load Balancers in CloudFormation, with their listeners and listener rules. */
import type { Rows } from '../../core/catalog/field';
import { firstAndOthers, listed, standsIn } from '../../core/catalog/standing';
import { forwardsOf, listenerEntries, listenerSatellites, readListeners } from '../../core/cfn/listeners';
import type { CfnEntry, CfnMapping, CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { oneOf } from '../../core/cfn/oneOf';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { ListenerRule } from './kind';

const notFound = {
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain' },
};

export const cfn: Omit<CfnMapping<'application-load-balancer'>, 'types'> = {
  satellites: [
    ...listenerSatellites,
    {
      role: 'rule',
      type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      from: 'satellite',
      property: 'ListenerArn',
      of: 'listener',
    },
  ],
  recognises: (reader) => [undefined, 'application'].some((type) => type === reader.raw('Type')),
  *write(balancer, scope) {
    const { props } = balancer;
    const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
    yield {
      role: '',
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      properties: {
        Type: 'application',
        Scheme: scope.plain(props.scheme),
        IpAddressType: props.addressType === 'ipv4' ? undefined : scope.plain(props.addressType),
        Subnets: standsIn(scope.ancestor('subnet')?.id, props.subnets, scope).flatMap(
          (subnet) => scope.ref(subnet) ?? [],
        ),
        SecurityGroups: groups.length === 0 ? undefined : groups,
        Tags: scope.nameTags(balancer),
      },
      // An internet-facing one can be made only once an internet gateway is attached.
      dependsOn:
        props.scheme === 'internet-facing'
          ? scope
              .all('internet-gateway', scope.ancestor('vpc')?.id)
              .flatMap(({ id }) => scope.attachmentOf(id))
          : [],
    };
    yield* listenerEntries(balancer.id, props.listeners, scope, notFound);
    yield* ruleEntries(balancer, scope);
  },
  read(reader) {
    const mappings = reader.list('SubnetMappings');
    const subnets =
      mappings.length > 0
        ? Object.assign({}, ...mappings.map((each) => each.refs('subnets', 'SubnetId', ['subnet'])))
        : reader.refs('subnets', 'Subnets', ['subnet']);
    const { own, others } = firstAndOthers(subnets);
    const listeners = readListeners(reader, ['target-group'], 'HTTP');
    return {
      parentId: own,
      props: {
        scheme: oneOf(
          reader.text('scheme', 'Scheme', 'internet-facing'),
          ['internal', 'internet-facing'],
          'internet-facing',
        ),
        listeners,
        rules: rulesOf(reader, listeners),
        subnets: others,
        securityGroups: reader.refs('securityGroups', 'SecurityGroups', ['security-group']),
        addressType: oneOf(
          reader.text('addressType', 'IpAddressType', 'ipv4'),
          ['ipv4', 'dualstack', 'dualstack-without-public-ipv4'],
          'ipv4',
        ),
      },
    };
  },
};

function* ruleEntries(
  balancer: Resource<'application-load-balancer'>,
  scope: CfnWriteScope,
): Generator<CfnEntry> {
  const { listeners, rules } = balancer.props;
  for (const [key, rule] of Object.entries(rules)) {
    const listener = Object.keys(listeners).find((each) => listeners[each]?.port === rule.listener);
    if (listener === undefined) continue;
    const group = isUnknown(rule.targetGroup) ? undefined : scope.ref(rule.targetGroup);
    yield {
      role: `rule:${key}`,
      type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
      suffix: `Rule${known(rule.priority) ?? ''}`,
      properties: {
        ListenerArn: scope.ref(balancer.id, `listener:${listener}`),
        Priority: scope.plain(rule.priority),
        Conditions: [condition('host-header', rule.host), condition('path-pattern', rule.path)].flat(),
        Actions: isUnknown(rule.targetGroup)
          ? undefined
          : [group === undefined ? notFound : { Type: 'forward', TargetGroupArn: group }],
      },
    };
  }
}

function condition(Field: string, patterns: Value<string>): readonly CfnValue[] {
  const values = (known(patterns) ?? '').split(',').flatMap((each) => each.trim() || []);
  return values.length === 0 ? [] : [{ Field, Values: values }];
}

function rulesOf(
  reader: CfnReader,
  listeners: Resource<'application-load-balancer'>['props']['listeners'],
): Rows<ListenerRule> {
  const rows: Record<string, ListenerRule> = {};
  for (const rule of reader.satellites('rule')) {
    const row = `rules.${rule.row}`;
    const of = rule.raw('ListenerArn');
    const name = typeof of === 'object' && of !== null && 'Ref' in of ? of.Ref : undefined;
    const listener = typeof name === 'string' ? listeners[name] : undefined;
    const [targetGroup = null] = forwardsOf(rule, 'Actions', `${row}.targetGroup`, ['target-group']);
    rows[rule.row] = {
      listener: listener?.port ?? {
        unknown: {
          en: `which listener ${rule.logicalId} belongs to`,
          ja: `${rule.logicalId} がどのリスナーのものかが不明です`,
        },
      },
      priority: rule.number(`${row}.priority`, 'Priority', 0),
      path: patternsIn(rule, `${row}.path`, 'path-pattern', 'PathPatternConfig'),
      host: patternsIn(rule, `${row}.host`, 'host-header', 'HostHeaderConfig'),
      targetGroup,
    };
  }
  return rows;
}

/** The patterns of a condition, with commas between them. */
function patternsIn(rule: CfnReader, prop: string, field: string, config: string): Value<string> {
  const found = rule.list('Conditions').find((each) => each.raw('Field') === field);
  if (found === undefined) return '';
  const place = found.has('Values') ? found : found.object(config);
  const texts = place?.texts(prop, 'Values') ?? [];
  const hidden = texts.find(isUnknown);
  return hidden ?? texts.flatMap((text) => known(text) ?? []).join(', ');
}
