/**
 * What is written for the provider hashicorp/awscc is something that it has: the table of its types is made from the pages that
 * HashiCorp generates from its schema. https://registry.terraform.io/providers/hashicorp/awscc/latest/docs
 */
import { describe, expect, test } from 'vitest';
import { mayGoToCloudControl, tableOf } from '../../awsTerraform';
import { cloudControlTypes } from '../../testing/terraform/providerSchema';
import { cloudControlFaults } from '../../testing/terraform/schemaFaults';
import { terraformOf } from '../../testing/terraform/terraformOf';
import { wholeTemplate } from '../../testing/terraform/wholeTemplates';
import { schemaOf, typesOfNetworks } from '../cfn/schema/schema';
import { cloudControlTranslation } from './cloudControl';
import { attributeName, cloudControlType, nameInType } from './cloudControlNames';
import { readModule } from './readModule';

const provided = cloudControlTypes();
const types = [...typesOfNetworks()];
const options = { region: 'ap-northeast-1', name: 'network' };

/** What AWS has made since that version of the provider: later ones, which configurations take, have it by the same rule. */
const newer: readonly string[] = [
  'awscc_applicationautoscaling_scalable_target.whole.tags is unknown',
  'awscc_cloudwatch_alarm.whole.warm_up_configuration is unknown',
  'awscc_directconnect_private_virtual_interface.whole.rate_limit is unknown',
  'awscc_directconnect_public_virtual_interface.whole.rate_limit is unknown',
  'awscc_directconnect_transit_virtual_interface.whole.rate_limit is unknown',
  'awscc_ec2_network_insights_analysis.whole.additional_accounts is unknown',
  'awscc_ec2_network_insights_analysis.whole.filter_out_arns is unknown',
  'awscc_eks_cluster.whole.active_certificate_authority_id is unknown',
  'awscc_eks_cluster.whole.certificate_authority is unknown',
  'awscc_eks_cluster.whole.kube_api_server_config is unknown',
  'awscc_eks_cluster.whole.kube_controller_manager_config is unknown',
  'awscc_eks_cluster.whole.kube_scheduler_config is unknown',
  'awscc_elasticache_serverless_cache.whole.network_type is unknown',
  'awscc_lambda_event_source_mapping.whole.self_managed_kafka_event_source_config.consumption_mode is unknown',
  'awscc_opensearchservice_domain.whole.software_update_options.use_latest_service_software_for_blue_green is unknown',
  'awscc_vpclattice_resource_configuration.whole.resource_configuration_definition.cidr_resource is unknown',
];

const newerAttributes: readonly string[] = [
  'AWS::EC2::NetworkInsightsAnalysis suggested_accounts',
  'AWS::EC2::TransitGatewayMulticastGroupMember source_type',
  'AWS::EC2::TransitGatewayMulticastGroupSource member_type',
  'AWS::EKS::Cluster certificate_authority.active.activated_by',
  'AWS::EKS::Cluster certificate_authority.active.id',
  'AWS::EKS::Cluster certificate_authority.data',
  'AWS::Events::Rule rule_name',
  'AWS::RDS::DBParameterGroup db_parameter_group_arn',
  'AWS::Redshift::Cluster cluster_id',
];

describe('the names of the provider', () => {
  // https://github.com/hashicorp/terraform-provider-awscc/blob/main/internal/naming/naming_test.go
  test.each([
    ['Arn', 'arn'],
    ['AWS99Thing', 'aws99_thing'],
    ['CloudWatchLogsLogGroupArn', 'cloudwatch_logs_log_group_arn'],
    ['CNAMEs', 'cnames'],
    ['FSxWindowsFileServerVolumeConfiguration', 'fsx_windows_file_server_volume_configuration'],
    ['IPv4Pool', 'i_pv_4_pool'],
    ['OTelEnrichment', 'otel_enrichment'],
    ['S3Bucket', 's3_bucket'],
    ['TargetGroupARNs', 'target_group_ar_ns'],
    ['VPCEndpointId', 'vpc_endpoint_id'],
  ])('%s is %s', (name, wanted) => {
    expect(attributeName(name)).toBe(wanted);
  });

  test('leave those of the language to the language', () => {
    expect(nameInType('Id', 'RegexPatternSet')).toBe('regex_pattern_set_id');
    expect(nameInType('Provider', 'AuthPolicy')).toBe('provider_name');
    expect(nameInType('Certificate.Id', 'Cluster')).toBe('certificate.id');
  });
});

describe('the provider has', () => {
  test('all types that are written for it, and none of those that are not', () => {
    const written = types.filter((type) => cloudControlTranslation(type) !== undefined);

    expect(written.length).toBeGreaterThan(150);
    for (const type of types)
      expect([type, cloudControlTranslation(type)?.type]).toEqual([
        type,
        provided.has(`resource ${cloudControlType(type) ?? ''}`) ? cloudControlType(type) : undefined,
      ]);
  });

  test('every property that is written for it, and every property of its objects', () => {
    const faults = types.filter(mayGoToCloudControl).flatMap((type) => {
      const table = cloudControlTranslation(type);
      if (table === undefined) return [];
      return cloudControlFaults(readModule(wholeTemplate(type, table), () => table, options).main);
    });

    // A template with every property says those, too, that CloudFormation only gives.
    expect(faults.filter((fault) => !fault.endsWith('cannot be said'))).toEqual(newer);
  });

  test('what is asked of the types that no table has', () => {
    const lost = types
      .filter((type) => tableOf(type) === undefined && cloudControlTranslation(type) !== undefined)
      .flatMap((type) => {
        const members = provided.get(`resource ${cloudControlType(type) ?? ''}`)?.members;
        return [...(schemaOf(type)?.attributes.keys() ?? [])].flatMap((name) => {
          const attribute = nameInType(name, type.slice(type.lastIndexOf(':') + 1));
          const found = attribute
            .split('.')
            .reduce<typeof members>((inside, part) => inside?.get(part)?.members, members);
          return found === undefined ? [`${type} ${attribute}`] : [];
        });
      });

    expect(lost).toEqual(newerAttributes);
  });
});

describe('objects that conditions choose', () => {
  const main = (properties: object): string =>
    terraformOf({
      Parameters: { Env: { Type: 'String', Default: 'dev' } },
      Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] } },
      Resources: {
        Path: { Type: 'AWS::EC2::NetworkInsightsPath', Properties: { Protocol: 'tcp', ...properties } },
      },
    }).main.replace(/\s+/g, ' ');
  const none = { Ref: 'AWS::NoValue' };

  test('have the names of the provider, too', () => {
    expect(
      main({ FilterAtSource: { 'Fn::If': ['IsProd', { DestinationAddress: '10.0.0.1' }, none] } }),
    ).toContain('filter_at_source = local.is_prod ? { destination_address = "10.0.0.1" } : null');
  });

  test('are things of a list only where they are there', () => {
    expect(
      main({ Tags: [{ Key: 'A', Value: 'a' }, { 'Fn::If': ['IsProd', { Key: 'B', Value: 'b' }, none] }] }),
    ).toContain(
      'tags = concat( [ { key = "A" value = "a" }, ], local.is_prod ? [ { key = "B" value = "b" }, ] : [] )',
    );
  });
});

test('what the provider does not have is noticed', () => {
  const resource = (name: string, attribute: string) =>
    cloudControlFaults([
      {
        is: 'block',
        type: 'resource',
        labels: [name, 'x'],
        body: [{ is: 'attribute', name: attribute, value: { is: 'list', items: [] } }],
      },
    ]);

  expect(resource('awscc_ec2_network_insights_path', 'source')).toEqual([
    'awscc_ec2_network_insights_path.x.source takes text, not list',
  ]);
  expect(resource('awscc_ec2_network_insights_path', 'sources')).toEqual([
    'awscc_ec2_network_insights_path.x.sources is unknown',
  ]);
  expect(resource('awscc_ec2_network_insights_paths', 'source')).toEqual([
    'the provider has no awscc_ec2_network_insights_paths',
  ]);
});
