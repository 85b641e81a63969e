/**
 * Load balancers of every sort, with their listeners: one type for both.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb
 */
import { attributeOf, call } from '../../core/terraform/hcl';
import {
  block,
  implied,
  isPlainObject,
  keyed,
  number,
  tags,
  text,
  texts,
  truth,
  truthOf,
} from '../../core/terraform/properties';
import type { PropertyRule, Properties, ResourceWriter, Translation } from '../../core/terraform/translation';
import { actionRules, conditionRule } from './terraformActions';

const logKeys = ['enabled', 'bucket', 'prefix'] as const;

const logRules = Object.fromEntries(
  ['access_logs', 'connection_logs', 'health_check_logs'].flatMap((logs) =>
    logKeys.map((key) => [`${logs}.s3.${key}`, implied]),
  ),
);

/** What is several attributes for CloudFormation is a block; without a bucket there is nothing to say. */
function writeLogs(to: ResourceWriter, { LoadBalancerAttributes: attributes }: Properties): void {
  const given = new Map(
    to.itemsOf(attributes).flatMap(({ value, when }) => {
      const { Key: key, Value: each } = isPlainObject(value) ? value : {};
      return typeof key === 'string' && each !== undefined && when === null ? [[key, each] as const] : [];
    }),
  );
  for (const logs of ['access_logs', 'connection_logs', 'health_check_logs']) {
    const [enabled, bucket, prefix] = logKeys.map((key) => given.get(`${logs}.s3.${key}`));
    if (bucket === undefined || bucket === '') continue;
    to.block(logs, null, (inside) => {
      inside.set('bucket', inside.value(bucket, 'text'));
      if (prefix !== undefined && prefix !== '') inside.set('prefix', inside.value(prefix, 'text'));
      if (enabled !== undefined) inside.set('enabled', inside.value(enabled, 'truth'));
    });
  }
}

/** The one certificate that a listener has when it is made. */
const certificate: PropertyRule = (value, to, name) => {
  const [first, ...others] = to.itemsOf(value);
  const arn = first !== undefined && isPlainObject(first.value) ? first.value['CertificateArn'] : undefined;
  if (first?.when === null && arn !== undefined) to.set('certificate_arn', to.value(arn, 'text'));
  else if (first !== undefined) to.leaveOut(name, first.value);
  for (const each of others) to.leaveOut(name, each.value);
};

const tables: Readonly<Record<string, Translation>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    type: 'aws_lb',
    properties: {
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: text(
        'enforce_security_group_inbound_rules_on_private_link_traffic',
      ),
      IpAddressType: text('ip_address_type'),
      Ipv4IpamPoolId: (value, to) =>
        to.block('ipam_pools', null, (inside) =>
          inside.set('ipv4_ipam_pool_id', inside.value(value, 'text')),
        ),
      LoadBalancerAttributes: keyed({
        ...logRules,
        'client_keep_alive.seconds': number('client_keep_alive'),
        'deletion_protection.enabled': truth('enable_deletion_protection'),
        'dns_record.client_routing_policy': text('dns_record_client_routing_policy'),
        'idle_timeout.timeout_seconds': number('idle_timeout'),
        'load_balancing.cross_zone.enabled': truth('enable_cross_zone_load_balancing'),
        'routing.http.desync_mitigation_mode': text('desync_mitigation_mode'),
        'routing.http.drop_invalid_header_fields.enabled': truth('drop_invalid_header_fields'),
        'routing.http.preserve_host_header.enabled': truth('preserve_host_header'),
        'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': truth(
          'enable_tls_version_and_cipher_suite_headers',
        ),
        'routing.http.xff_client_port.enabled': truth('enable_xff_client_port'),
        'routing.http.xff_header_processing.mode': text('xff_header_processing_mode'),
        'routing.http2.enabled': truth('enable_http2'),
        'waf.fail_open.enabled': truth('enable_waf_fail_open'),
        'zonal_shift.config.enabled': truth('enable_zonal_shift'),
      }),
      MinimumLoadBalancerCapacity: block('minimum_load_balancer_capacity', {
        CapacityUnits: number('capacity_units'),
      }),
      Name: text('name'),
      Scheme: truthOf('internal', 'internal'),
      SecurityGroups: texts('security_groups'),
      SubnetMappings: block('subnet_mapping', {
        AllocationId: text('allocation_id'),
        IPv6Address: text('ipv6_address'),
        PrivateIPv4Address: text('private_ipv4_address'),
        SubnetId: text('subnet_id'),
      }),
      Subnets: texts('subnets'),
      Tags: tags,
      Type: text('load_balancer_type'),
    },
    finish: writeLogs,
    ref: 'arn',
    attributes: {
      CanonicalHostedZoneID: 'zone_id',
      DNSName: 'dns_name',
      LoadBalancerArn: 'arn',
      LoadBalancerFullName: 'arn_suffix',
      LoadBalancerName: 'name',
      SecurityGroups: ({ self }) => call('tolist', attributeOf(self, 'security_groups', 'list')),
    },
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    type: 'aws_lb_listener',
    properties: {
      AlpnPolicy: (value, to, name) => {
        const [only, ...others] = Array.isArray(value) ? value : [value];
        if (only !== undefined) to.set('alpn_policy', to.value(only, 'text'));
        for (const each of others) to.leaveOut(name, each);
      },
      Certificates: certificate,
      DefaultActions: block('default_action', actionRules),
      ListenerAttributes: keyed({ 'tcp.idle_timeout.seconds': number('tcp_idle_timeout_seconds') }),
      LoadBalancerArn: text('load_balancer_arn'),
      MutualAuthentication: block('mutual_authentication', {
        AdvertiseTrustStoreCaNames: text('advertise_trust_store_ca_names'),
        IgnoreClientCertificateExpiry: truth('ignore_client_certificate_expiry'),
        Mode: text('mode'),
        TrustStoreArn: text('trust_store_arn'),
      }),
      Port: number('port'),
      Protocol: text('protocol'),
      SslPolicy: text('ssl_policy'),
    },
    ref: 'arn',
    attributes: { ListenerArn: 'arn' },
  },
  'AWS::ElasticLoadBalancingV2::ListenerRule': {
    type: 'aws_lb_listener_rule',
    properties: {
      Actions: block('action', actionRules),
      Conditions: conditionRule,
      ListenerArn: text('listener_arn'),
      Priority: number('priority'),
    },
    ref: 'arn',
    attributes: { RuleArn: 'arn' },
  },
};

export default tables;
