/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance */
import { attributeOf, truth as literal } from '../../core/terraform/hcl';
import { number, tags, text, texts, truth } from '../../core/terraform/properties';
import type { ResourceWriter, Translation } from '../../core/terraform/translation';

/**
 * CloudFormation takes a last snapshot of a database that stands alone unless the template says otherwise; the provider wants to
 * be told how it is called. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
function lastSnapshot(to: ResourceWriter): void {
  if (to.deletionPolicy === 'Delete') to.set('skip_final_snapshot', literal(true));
  else to.set('final_snapshot_identifier', to.inventedName(200));
}

const tables: Readonly<Record<string, Translation>> = {
  'AWS::RDS::DBInstance': {
    type: 'aws_db_instance',
    properties: {
      AllocatedStorage: number('allocated_storage'),
      AllowMajorVersionUpgrade: truth('allow_major_version_upgrade'),
      AutoMinorVersionUpgrade: truth('auto_minor_version_upgrade'),
      AvailabilityZone: text('availability_zone'),
      BackupRetentionPeriod: number('backup_retention_period'),
      BackupTarget: text('backup_target'),
      CACertificateIdentifier: text('ca_cert_identifier'),
      CharacterSetName: text('character_set_name'),
      CopyTagsToSnapshot: truth('copy_tags_to_snapshot'),
      CustomIAMInstanceProfile: text('custom_iam_instance_profile'),
      DBInstanceClass: text('instance_class'),
      DBInstanceIdentifier: text('identifier'),
      DBName: text('db_name'),
      DBParameterGroupName: text('parameter_group_name'),
      DBSnapshotIdentifier: text('snapshot_identifier'),
      DBSubnetGroupName: text('db_subnet_group_name'),
      DatabaseInsightsMode: text('database_insights_mode'),
      DedicatedLogVolume: truth('dedicated_log_volume'),
      DeleteAutomatedBackups: truth('delete_automated_backups'),
      DeletionProtection: truth('deletion_protection'),
      Domain: text('domain'),
      DomainIAMRoleName: text('domain_iam_role_name'),
      EnableCloudwatchLogsExports: texts('enabled_cloudwatch_logs_exports'),
      EnableIAMDatabaseAuthentication: truth('iam_database_authentication_enabled'),
      EnablePerformanceInsights: truth('performance_insights_enabled'),
      Engine: text('engine'),
      EngineLifecycleSupport: text('engine_lifecycle_support'),
      EngineVersion: text('engine_version'),
      Iops: number('iops'),
      KmsKeyId: text('kms_key_id'),
      LicenseModel: text('license_model'),
      ManageMasterUserPassword: truth('manage_master_user_password'),
      MasterUserPassword: text('password'),
      MasterUsername: text('username'),
      MaxAllocatedStorage: number('max_allocated_storage'),
      MonitoringInterval: number('monitoring_interval'),
      MonitoringRoleArn: text('monitoring_role_arn'),
      MultiAZ: truth('multi_az'),
      NetworkType: text('network_type'),
      OptionGroupName: text('option_group_name'),
      PerformanceInsightsKMSKeyId: text('performance_insights_kms_key_id'),
      PerformanceInsightsRetentionPeriod: number('performance_insights_retention_period'),
      Port: number('port'),
      PreferredBackupWindow: text('backup_window'),
      PreferredMaintenanceWindow: text('maintenance_window'),
      PubliclyAccessible: truth('publicly_accessible'),
      SourceDBInstanceIdentifier: text('replicate_source_db'),
      StorageEncrypted: truth('storage_encrypted'),
      StorageThroughput: number('storage_throughput'),
      StorageType: text('storage_type'),
      Tags: tags,
      Timezone: text('timezone'),
      VPCSecurityGroups: texts('vpc_security_group_ids'),
    },
    finish: lastSnapshot,
    ref: 'identifier',
    attributes: {
      DBInstanceArn: 'arn',
      DbiResourceId: 'resource_id',
      'Endpoint.Address': 'address',
      'Endpoint.HostedZoneId': 'hosted_zone_id',
      'Endpoint.Port': 'port',
      'MasterUserSecret.SecretArn': ({ self }) =>
        attributeOf(
          { is: 'index', of: attributeOf(self, 'master_user_secret'), at: { is: 'number', value: 0 } },
          'secret_arn',
          'text',
        ),
    },
  },
  'AWS::RDS::DBSubnetGroup': {
    type: 'aws_db_subnet_group',
    properties: {
      DBSubnetGroupDescription: text('description'),
      DBSubnetGroupName: text('name'),
      SubnetIds: texts('subnet_ids'),
      Tags: tags,
    },
    ref: 'name',
  },
};

export default tables;
