/** What carries messages, and what is written down. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue */
import { attributeOf, template, text as literal } from '../hcl';
import { implied, isPlainObject, json, number, partForEach, plain, tags, text, truth } from '../properties';
import type { PropertyRule, Translation } from '../translation';

/** One policy of several queues or topics is one for each of them. */
function policyOf(type: string, attribute: string): PropertyRule {
  return (value, to, name) => {
    const { PolicyDocument: document = null } = to.template.propertiesOf(to.id);
    partForEach(type, '', (owner, part) => {
      part.set(attribute, owner);
      part.set('policy', part.value(document, 'json'));
    })(value, to, name);
  };
}

export const messages: Readonly<Record<string, Translation>> = {
  'AWS::SQS::Queue': {
    type: 'aws_sqs_queue',
    properties: {
      ContentBasedDeduplication: truth('content_based_deduplication'),
      DeduplicationScope: text('deduplication_scope'),
      DelaySeconds: number('delay_seconds'),
      FifoQueue: truth('fifo_queue'),
      FifoThroughputLimit: text('fifo_throughput_limit'),
      KmsDataKeyReusePeriodSeconds: number('kms_data_key_reuse_period_seconds'),
      KmsMasterKeyId: text('kms_master_key_id'),
      MaximumMessageSize: number('max_message_size'),
      MessageRetentionPeriod: number('message_retention_seconds'),
      QueueName: text('name'),
      ReceiveMessageWaitTimeSeconds: number('receive_wait_time_seconds'),
      RedriveAllowPolicy: json('redrive_allow_policy'),
      RedrivePolicy: json('redrive_policy'),
      SqsManagedSseEnabled: truth('sqs_managed_sse_enabled'),
      Tags: tags,
      VisibilityTimeout: number('visibility_timeout_seconds'),
    },
    ref: 'url',
    attributes: { Arn: 'arn', QueueName: 'name', QueueUrl: 'url' },
  },
  'AWS::SQS::QueuePolicy': {
    type: 'aws_sqs_queue_policy',
    isGroup: true,
    properties: { PolicyDocument: implied, Queues: policyOf('aws_sqs_queue_policy', 'queue_url') },
    ref: 'id',
  },
  'AWS::SNS::Topic': {
    type: 'aws_sns_topic',
    properties: {
      ContentBasedDeduplication: truth('content_based_deduplication'),
      DisplayName: text('display_name'),
      FifoTopic: truth('fifo_topic'),
      KmsMasterKeyId: text('kms_master_key_id'),
      SignatureVersion: number('signature_version'),
      Subscription: (value, to, name) =>
        to.itemsOf(value).forEach(({ value: each, when }, index) => {
          const { Endpoint: endpoint = null, Protocol: protocol = null } = isPlainObject(each) ? each : {};
          if (!isPlainObject(each)) to.leaveOut(name, each);
          else
            to.part(
              'aws_sns_topic_subscription',
              index === 0 ? 'subscription' : `subscription_${index + 1}`,
              when,
              (part) => {
                part.set('topic_arn', part.self('arn'));
                part.set('protocol', part.value(protocol, 'text'));
                part.set('endpoint', part.value(endpoint, 'text'));
              },
            );
        }),
      Tags: tags,
      TopicName: text('name'),
      TracingConfig: text('tracing_config'),
    },
    ref: 'arn',
    attributes: { TopicArn: 'arn', TopicName: 'name' },
  },
  'AWS::SNS::Subscription': {
    type: 'aws_sns_topic_subscription',
    properties: {
      Endpoint: text('endpoint'),
      FilterPolicy: json('filter_policy'),
      FilterPolicyScope: text('filter_policy_scope'),
      Protocol: text('protocol'),
      RawMessageDelivery: truth('raw_message_delivery'),
      TopicArn: text('topic_arn'),
    },
    ref: 'arn',
    attributes: { Arn: 'arn' },
  },
  'AWS::SNS::TopicPolicy': {
    type: 'aws_sns_topic_policy',
    isGroup: true,
    properties: { PolicyDocument: implied, Topics: policyOf('aws_sns_topic_policy', 'arn') },
    ref: 'id',
  },
  'AWS::Logs::LogGroup': {
    type: 'aws_cloudwatch_log_group',
    properties: {
      KmsKeyId: text('kms_key_id'),
      LogGroupClass: text('log_group_class'),
      LogGroupName: text('name'),
      RetentionInDays: number('retention_in_days'),
      Tags: tags,
    },
    ref: 'name',
    attributes: {
      // CloudFormation's is that of the streams within the group.
      Arn: ({ self }) => template([attributeOf(self, 'arn', 'text'), literal(':*')]),
    },
  },
  'AWS::SSM::Parameter': {
    type: 'aws_ssm_parameter',
    properties: {
      AllowedPattern: text('allowed_pattern'),
      DataType: text('data_type'),
      Description: text('description'),
      Name: text('name'),
      Tags: plain('tags'),
      Tier: text('tier'),
      Type: text('type'),
      Value: text('value'),
    },
    finish: (to) => to.setDefault('name', to.inventedName(255)),
    ref: 'name',
    attributes: { Type: 'type', Value: 'value' },
  },
};
