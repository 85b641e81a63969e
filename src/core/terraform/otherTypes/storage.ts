/** What keeps data. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket */
import { block, flattened, isPlainObject, json, number, tags, text, texts, truth } from '../properties';
import type { PropertyRule, Translation } from '../translation';

/** A setting of a bucket is a resource of its own for the provider. */
function beside(type: string, label: string, write: PropertyRule): PropertyRule {
  return (value, to, name) =>
    void to.part(type, label, null, (part) => {
      part.set('bucket', part.self('id'));
      write(value, part, name);
    });
}

const keySchema: PropertyRule = (value, to, name) => {
  for (const { value: each } of to.itemsOf(value)) {
    const { AttributeName: attribute, KeyType: type } = isPlainObject(each) ? each : {};
    if (attribute !== undefined && (type === 'HASH' || type === 'RANGE'))
      to.set(type === 'HASH' ? 'hash_key' : 'range_key', to.value(attribute, 'text'));
    else to.leaveOut(name, each);
  }
};

const throughput = flattened({
  ReadCapacityUnits: number('read_capacity'),
  WriteCapacityUnits: number('write_capacity'),
});

const projection = flattened({
  NonKeyAttributes: texts('non_key_attributes'),
  ProjectionType: text('projection_type'),
});

export const storage: Readonly<Record<string, Translation>> = {
  'AWS::DynamoDB::Table': {
    type: 'aws_dynamodb_table',
    properties: {
      AttributeDefinitions: block('attribute', { AttributeName: text('name'), AttributeType: text('type') }),
      BillingMode: text('billing_mode'),
      DeletionProtectionEnabled: truth('deletion_protection_enabled'),
      GlobalSecondaryIndexes: block('global_secondary_index', {
        IndexName: text('name'),
        KeySchema: keySchema,
        Projection: projection,
        ProvisionedThroughput: throughput,
      }),
      KeySchema: keySchema,
      LocalSecondaryIndexes: block('local_secondary_index', {
        IndexName: text('name'),
        // The hash key is that of the table.
        KeySchema: (value, to) => {
          for (const { value: each } of to.itemsOf(value))
            if (isPlainObject(each) && each['KeyType'] === 'RANGE' && each['AttributeName'] !== undefined)
              to.set('range_key', to.value(each['AttributeName'], 'text'));
        },
        Projection: projection,
      }),
      PointInTimeRecoverySpecification: block('point_in_time_recovery', {
        PointInTimeRecoveryEnabled: truth('enabled'),
        RecoveryPeriodInDays: number('recovery_period_in_days'),
      }),
      ProvisionedThroughput: throughput,
      SSESpecification: block('server_side_encryption', {
        KMSMasterKeyId: text('kms_key_arn'),
        SSEEnabled: truth('enabled'),
      }),
      StreamSpecification: (value, to) => {
        const { StreamViewType: view } = isPlainObject(value) ? value : {};
        to.set('stream_enabled', { is: 'truth', value: true });
        if (view !== undefined) to.set('stream_view_type', to.value(view, 'text'));
      },
      TableClass: text('table_class'),
      TableName: text('name'),
      Tags: tags,
      TimeToLiveSpecification: block('ttl', {
        AttributeName: text('attribute_name'),
        Enabled: truth('enabled'),
      }),
    },
    finish: (to) => to.setDefault('name', to.inventedName(255)),
    ref: 'name',
    attributes: { Arn: 'arn', StreamArn: 'stream_arn' },
  },
  'AWS::S3::Bucket': {
    type: 'aws_s3_bucket',
    properties: {
      BucketEncryption: beside(
        'aws_s3_bucket_server_side_encryption_configuration',
        'encryption',
        (value, to, name) => {
          const { ServerSideEncryptionConfiguration: rules = [] } = isPlainObject(value) ? value : {};
          block('rule', {
            BucketKeyEnabled: truth('bucket_key_enabled'),
            ServerSideEncryptionByDefault: block('apply_server_side_encryption_by_default', {
              KMSMasterKeyID: text('kms_master_key_id'),
              SSEAlgorithm: text('sse_algorithm'),
            }),
          })(rules, to, name);
        },
      ),
      BucketName: text('bucket'),
      ObjectLockEnabled: truth('object_lock_enabled'),
      PublicAccessBlockConfiguration: beside(
        'aws_s3_bucket_public_access_block',
        'public_access',
        flattened({
          BlockPublicAcls: truth('block_public_acls'),
          BlockPublicPolicy: truth('block_public_policy'),
          IgnorePublicAcls: truth('ignore_public_acls'),
          RestrictPublicBuckets: truth('restrict_public_buckets'),
        }),
      ),
      Tags: tags,
      VersioningConfiguration: beside(
        'aws_s3_bucket_versioning',
        'versioning',
        block('versioning_configuration', { Status: text('status') }),
      ),
    },
    ref: 'id',
    attributes: {
      Arn: 'arn',
      DomainName: 'bucket_domain_name',
      RegionalDomainName: 'bucket_regional_domain_name',
    },
  },
  'AWS::S3::BucketPolicy': {
    type: 'aws_s3_bucket_policy',
    properties: { Bucket: text('bucket'), PolicyDocument: json('policy') },
    ref: 'id',
  },
  'AWS::KMS::Key': {
    type: 'aws_kms_key',
    properties: {
      BypassPolicyLockoutSafetyCheck: truth('bypass_policy_lockout_safety_check'),
      Description: text('description'),
      EnableKeyRotation: truth('enable_key_rotation'),
      Enabled: truth('is_enabled'),
      KeyPolicy: json('policy'),
      KeySpec: text('customer_master_key_spec'),
      KeyUsage: text('key_usage'),
      MultiRegion: truth('multi_region'),
      PendingWindowInDays: number('deletion_window_in_days'),
      RotationPeriodInDays: number('rotation_period_in_days'),
      Tags: tags,
    },
    ref: 'key_id',
    attributes: { Arn: 'arn', KeyId: 'key_id' },
  },
  'AWS::KMS::Alias': {
    type: 'aws_kms_alias',
    properties: { AliasName: text('name'), TargetKeyId: text('target_key_id') },
    ref: 'name',
  },
  'AWS::EC2::Volume': {
    type: 'aws_ebs_volume',
    properties: {
      AvailabilityZone: text('availability_zone'),
      Encrypted: truth('encrypted'),
      Iops: number('iops'),
      KmsKeyId: text('kms_key_id'),
      MultiAttachEnabled: truth('multi_attach_enabled'),
      OutpostArn: text('outpost_arn'),
      Size: number('size'),
      SnapshotId: text('snapshot_id'),
      Tags: tags,
      Throughput: number('throughput'),
      VolumeType: text('type'),
    },
    ref: 'id',
    attributes: { VolumeId: 'id' },
  },
  'AWS::EC2::VolumeAttachment': {
    type: 'aws_volume_attachment',
    properties: { Device: text('device_name'), InstanceId: text('instance_id'), VolumeId: text('volume_id') },
    ref: 'id',
  },
};
