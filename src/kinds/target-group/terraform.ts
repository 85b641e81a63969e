import { attributeOf, call } from '../../core/terraform/hcl';
import {
  flattened,
  implied,
  isPlainObject,
  keyed,
  number,
  tags,
  text,
  truth,
  type Rules,
} from '../../core/terraform/properties';
import type { Properties, PropertyRule, ResourceWriter, Translation } from '../../core/terraform/translation';

/** What CloudFormation has among the properties of the group itself. */
const healthCheck: Rules = {
  HealthCheckEnabled: truth('enabled'),
  HealthCheckIntervalSeconds: number('interval'),
  HealthCheckPath: text('path'),
  HealthCheckPort: text('port'),
  HealthCheckProtocol: text('protocol'),
  HealthCheckTimeoutSeconds: number('timeout'),
  HealthyThresholdCount: number('healthy_threshold'),
  Matcher: flattened({ GrpcCode: text('matcher'), HttpCode: text('matcher') }),
  UnhealthyThresholdCount: number('unhealthy_threshold'),
};

const stickiness: Rules = {
  'stickiness.app_cookie.cookie_name': text('cookie_name'),
  'stickiness.app_cookie.duration_seconds': number('cookie_duration'),
  'stickiness.enabled': truth('enabled'),
  'stickiness.lb_cookie.duration_seconds': number('cookie_duration'),
  'stickiness.type': text('type'),
};

const failover: Rules = {
  'target_failover.on_deregistration': text('on_deregistration'),
  'target_failover.on_unhealthy': text('on_unhealthy'),
};

function writeBlocks(to: ResourceWriter, properties: Properties): void {
  const given: Record<string, Properties[string]> = { ...properties };
  for (const { value, when } of to.itemsOf(properties['TargetGroupAttributes'])) {
    const { Key: key, Value: each } = isPlainObject(value) ? value : {};
    if (typeof key === 'string' && when === null) given[key] = each;
  }
  for (const [name, rules] of Object.entries({
    health_check: healthCheck,
    stickiness,
    target_failover: failover,
  })) {
    const stated = Object.keys(rules).filter((each) => given[each] !== undefined && given[each] !== null);
    if (stated.length > 0)
      to.block(name, null, (inside) => {
        for (const each of stated) rules[each]?.(given[each] ?? null, inside, each);
      });
  }
}

const targets: PropertyRule = (value, to, name) => {
  to.itemsOf(value).forEach(({ value: each, when }, index) => {
    if (!isPlainObject(each)) {
      to.leaveOut(name, each);
      return;
    }
    const { AvailabilityZone: zone, Id: id = null, Port: port } = each;
    to.part(
      'aws_lb_target_group_attachment',
      index === 0 ? 'target' : `target_${index + 1}`,
      when,
      (part) => {
        part.set('target_group_arn', part.self('arn'));
        part.set('target_id', part.value(id, 'text'));
        if (port !== undefined && port !== null) part.set('port', part.value(port, 'number'));
        if (zone !== undefined && zone !== null) part.set('availability_zone', part.value(zone, 'text'));
      },
    );
  });
};

const said = (rules: Rules): Rules => Object.fromEntries(Object.keys(rules).map((name) => [name, implied]));

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    type: 'aws_lb_target_group',
    properties: {
      ...said(healthCheck),
      IpAddressType: text('ip_address_type'),
      Name: text('name'),
      Port: number('port'),
      Protocol: text('protocol'),
      ProtocolVersion: text('protocol_version'),
      Tags: tags,
      TargetControlPort: number('target_control_port'),
      TargetGroupAttributes: keyed({
        ...said(stickiness),
        ...said(failover),
        'deregistration_delay.connection_termination.enabled': truth('connection_termination'),
        'deregistration_delay.timeout_seconds': text('deregistration_delay'),
        'lambda.multi_value_headers.enabled': truth('lambda_multi_value_headers_enabled'),
        'load_balancing.algorithm.anomaly_mitigation': text('load_balancing_anomaly_mitigation'),
        'load_balancing.algorithm.type': text('load_balancing_algorithm_type'),
        'load_balancing.cross_zone.enabled': text('load_balancing_cross_zone_enabled'),
        'preserve_client_ip.enabled': text('preserve_client_ip'),
        'proxy_protocol_v2.enabled': truth('proxy_protocol_v2'),
        'slow_start.duration_seconds': number('slow_start'),
      }),
      TargetType: text('target_type'),
      Targets: targets,
      VpcId: text('vpc_id'),
    },
    finish: writeBlocks,
    ref: 'arn',
    attributes: {
      LoadBalancerArns: ({ self }) => call('tolist', attributeOf(self, 'load_balancer_arns', 'list')),
      TargetGroupArn: 'arn',
      TargetGroupFullName: 'arn_suffix',
      TargetGroupName: 'name',
    },
  },
};

export default tables;
