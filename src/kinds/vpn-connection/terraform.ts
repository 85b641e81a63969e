import type { CfnValue } from '../../core/cfn/template';
import { list } from '../../core/terraform/hcl';
import {
  applyRules,
  block,
  isPlainObject,
  number,
  tags,
  text,
  truth,
  type Rules,
} from '../../core/terraform/properties';
import type { PropertyRule, Sort, Translation } from '../../core/terraform/translation';

/** What is a list of objects with one value each is a list of the values for the provider. */
const values =
  (name: string, sort: Sort): PropertyRule =>
  (value, to) =>
    to.set(
      name,
      list(
        to
          .itemsOf(value)
          .map(({ value: each }) => to.value(isPlainObject(each) ? (each['Value'] ?? null) : each, sort)),
      ),
    );

/** Each tunnel has its own attributes. */
function tunnelRules(tunnel: 1 | 2): Rules {
  const name = (rest: string): string => `tunnel${tunnel}_${rest}`;
  return {
    DPDTimeoutAction: text(name('dpd_timeout_action')),
    DPDTimeoutSeconds: number(name('dpd_timeout_seconds')),
    EnableTunnelLifecycleControl: truth(name('enable_tunnel_lifecycle_control')),
    IKEVersions: values(name('ike_versions'), 'text'),
    LogOptions: block(name('log_options'), {
      CloudwatchLogOptions: block('cloudwatch_log_options', {
        BgpLogEnabled: truth('bgp_log_enabled'),
        BgpLogGroupArn: text('bgp_log_group_arn'),
        BgpLogOutputFormat: text('bgp_log_output_format'),
        LogEnabled: truth('log_enabled'),
        LogGroupArn: text('log_group_arn'),
        LogOutputFormat: text('log_output_format'),
      }),
    }),
    Phase1DHGroupNumbers: values(name('phase1_dh_group_numbers'), 'number'),
    Phase1EncryptionAlgorithms: values(name('phase1_encryption_algorithms'), 'text'),
    Phase1IntegrityAlgorithms: values(name('phase1_integrity_algorithms'), 'text'),
    Phase1LifetimeSeconds: number(name('phase1_lifetime_seconds')),
    Phase2DHGroupNumbers: values(name('phase2_dh_group_numbers'), 'number'),
    Phase2EncryptionAlgorithms: values(name('phase2_encryption_algorithms'), 'text'),
    Phase2IntegrityAlgorithms: values(name('phase2_integrity_algorithms'), 'text'),
    Phase2LifetimeSeconds: number(name('phase2_lifetime_seconds')),
    PreSharedKey: text(name('preshared_key')),
    RekeyFuzzPercentage: number(name('rekey_fuzz_percentage')),
    RekeyMarginTimeSeconds: number(name('rekey_margin_time_seconds')),
    ReplayWindowSize: number(name('replay_window_size')),
    StartupAction: text(name('startup_action')),
    TunnelInsideCidr: text(name('inside_cidr')),
    TunnelInsideIpv6Cidr: text(name('inside_ipv6_cidr')),
  };
}

const tunnels: PropertyRule = (value, to, name) => {
  const [first, second, ...others] = to.itemsOf(value);
  const write = (
    item: { readonly value: CfnValue; readonly when: object | null } | undefined,
    rules: Rules,
  ): void => {
    if (item === undefined) return;
    if (item.when === null) applyRules(rules, item.value, to);
    else to.leaveOut(name, item.value);
  };
  write(first, tunnelRules(1));
  write(second, tunnelRules(2));
  for (const each of others) to.leaveOut(name, each.value);
};

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpn_connection */
const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::VPNConnection': {
    type: 'aws_vpn_connection',
    properties: {
      CustomerGatewayId: text('customer_gateway_id'),
      EnableAcceleration: truth('enable_acceleration'),
      LocalIpv4NetworkCidr: text('local_ipv4_network_cidr'),
      LocalIpv6NetworkCidr: text('local_ipv6_network_cidr'),
      OutsideIpAddressType: text('outside_ip_address_type'),
      PreSharedKeyStorage: text('preshared_key_storage'),
      RemoteIpv4NetworkCidr: text('remote_ipv4_network_cidr'),
      RemoteIpv6NetworkCidr: text('remote_ipv6_network_cidr'),
      StaticRoutesOnly: truth('static_routes_only'),
      Tags: tags,
      TransitGatewayId: text('transit_gateway_id'),
      TransportTransitGatewayAttachmentId: text('transport_transit_gateway_attachment_id'),
      TunnelBandwidth: text('tunnel_bandwidth'),
      TunnelInsideIpVersion: text('tunnel_inside_ip_version'),
      Type: text('type'),
      VpnConcentratorId: text('vpn_concentrator_id'),
      VpnGatewayId: text('vpn_gateway_id'),
      VpnTunnelOptionsSpecifications: tunnels,
    },
    ref: 'id',
    attributes: { VpnConnectionId: 'id' },
  },
  'AWS::EC2::VPNConnectionRoute': {
    type: 'aws_vpn_connection_route',
    properties: {
      DestinationCidrBlock: text('destination_cidr_block'),
      VpnConnectionId: text('vpn_connection_id'),
    },
    ref: 'id',
  },
};

export default tables;
