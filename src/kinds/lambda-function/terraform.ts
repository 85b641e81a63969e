/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function */
import { attributeOf, template, address, text as literal } from '../../core/terraform/hcl';
import {
  block,
  flattened,
  implied,
  isPlainObject,
  number,
  plain,
  tags,
  text,
  texts,
  truth,
  type Rules,
} from '../../core/terraform/properties';
import type { PropertyRule, Translation } from '../../core/terraform/translation';
import { codeUri } from './serverlessCode';
import { ownRole, writeOwnRole } from './serverlessRole';

/** Code within the template is put into an archive, under the name that CloudFormation gives it. */
const source: PropertyRule = (value, to) => {
  const { Runtime: runtime } = to.template.propertiesOf(to.id);
  const file = typeof runtime === 'string' && runtime.startsWith('nodejs') ? 'index.js' : 'index.py';
  const archive = to.data('archive_file', to.id, (data) => {
    data.set('type', literal('zip'));
    data.set('output_path', template([address('path.module', 'text'), literal(`/${to.id}.zip`)]));
    data.block('source', null, (inside) => {
      inside.set('content', inside.value(value, 'text'));
      inside.set('filename', literal(file));
    });
  });
  to.set('filename', attributeOf(archive, 'output_path', 'text'));
  to.set('source_code_hash', attributeOf(archive, 'output_base64sha256', 'text'));
};

/** What a function of either sort has. */
const shared: Rules = {
  Architectures: texts('architectures'),
  CodeSigningConfigArn: text('code_signing_config_arn'),
  DeadLetterConfig: block('dead_letter_config', { TargetArn: text('target_arn') }),
  Description: text('description'),
  Environment: block('environment', { Variables: plain('variables') }),
  EphemeralStorage: block('ephemeral_storage', { Size: number('size') }),
  FileSystemConfigs: block('file_system_config', {
    Arn: text('arn'),
    LocalMountPath: text('local_mount_path'),
  }),
  FunctionName: text('function_name'),
  Handler: text('handler'),
  ImageConfig: block('image_config', {
    Command: texts('command'),
    EntryPoint: texts('entry_point'),
    WorkingDirectory: text('working_directory'),
  }),
  KmsKeyArn: text('kms_key_arn'),
  Layers: texts('layers'),
  LoggingConfig: block('logging_config', {
    ApplicationLogLevel: text('application_log_level'),
    LogFormat: text('log_format'),
    LogGroup: text('log_group'),
    SystemLogLevel: text('system_log_level'),
  }),
  MemorySize: number('memory_size'),
  PackageType: text('package_type'),
  ReservedConcurrentExecutions: number('reserved_concurrent_executions'),
  Role: text('role'),
  Runtime: text('runtime'),
  SnapStart: block('snap_start', { ApplyOn: text('apply_on') }),
  Tags: tags,
  Timeout: number('timeout'),
  TracingConfig: block('tracing_config', { Mode: text('mode') }),
  VpcConfig: (value, to, name) =>
    // Both lists must be there for the provider, even an empty one.
    block('vpc_config', {
      Ipv6AllowedForDualStack: truth('ipv6_allowed_for_dual_stack'),
      SecurityGroupIds: texts('security_group_ids'),
      SubnetIds: texts('subnet_ids'),
    })(isPlainObject(value) ? { SubnetIds: [], SecurityGroupIds: [], ...value } : value, to, name),
};

const tables: Readonly<Record<string, Translation>> = {
  'AWS::Lambda::Function': {
    type: 'aws_lambda_function',
    properties: {
      ...shared,
      Code: flattened({
        ImageUri: text('image_uri'),
        S3Bucket: text('s3_bucket'),
        S3Key: text('s3_key'),
        S3ObjectVersion: text('s3_object_version'),
        SourceKMSKeyArn: text('source_kms_key_arn'),
        ZipFile: source,
      }),
    },
    finish: (to) => to.setDefault('function_name', to.inventedName(64)),
    ref: 'function_name',
    attributes: { Arn: 'arn' },
  },
  // What the serverless transform makes of it: the function, and a role for one that has none.
  'AWS::Serverless::Function': {
    type: 'aws_lambda_function',
    properties: {
      ...shared,
      CodeUri: codeUri,
      ImageUri: text('image_uri'),
      InlineCode: source,
      Policies: implied,
      Tags: plain('tags'),
    },
    finish(to, properties) {
      to.setDefault('function_name', to.inventedName(64));
      writeOwnRole(to, properties);
    },
    ref: 'function_name',
    attributes: { Arn: 'arn' },
    macroMakes: { Role: ownRole },
  },
  'AWS::Lambda::Permission': {
    type: 'aws_lambda_permission',
    properties: {
      Action: text('action'),
      EventSourceToken: text('event_source_token'),
      FunctionName: text('function_name'),
      FunctionUrlAuthType: text('function_url_auth_type'),
      Principal: text('principal'),
      PrincipalOrgID: text('principal_org_id'),
      SourceAccount: text('source_account'),
      SourceArn: text('source_arn'),
    },
    ref: 'id',
    attributes: { Id: 'id' },
  },
};

export default tables;
