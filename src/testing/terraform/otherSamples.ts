/** Properties of the types whose schema is not part of the product, and of those that are read by their text. */
import type { CfnValue } from '../../core/cfn/template';

type Sample = Readonly<Record<string, CfnValue>>;

const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const key = (name: string, value: string): CfnValue => ({ Key: name, Value: value });
const tags = [key('Name', 'x')];

export const otherSamples: Readonly<Record<string, readonly Sample[]>> = {
  'AWS::AutoScaling::AutoScalingGroup': [{ Tags: [{ Key: 'Name', Value: 'x', PropagateAtLaunch: true }] }],
  'AWS::DynamoDB::Table': [
    {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      DeletionProtectionEnabled: true,
      GlobalSecondaryIndexes: [
        {
          IndexName: 'other',
          KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['x'] },
          ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
        },
      ],
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      LocalSecondaryIndexes: [
        {
          IndexName: 'local',
          KeySchema: [
            { AttributeName: 'id', KeyType: 'HASH' },
            { AttributeName: 'at', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 },
      ProvisionedThroughput: { ReadCapacityUnits: '1', WriteCapacityUnits: 1 },
      SSESpecification: { KMSMasterKeyId: 'x', SSEEnabled: true },
      StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
      Tags: tags,
      TimeToLiveSpecification: { AttributeName: 'at', Enabled: true },
    },
  ],
  'AWS::EC2::FlowLog': [
    'VPC',
    'Subnet',
    'NetworkInterface',
    'TransitGateway',
    'TransitGatewayAttachment',
    'RegionalNatGateway',
  ].map((type) => ({ ResourceType: type })),
  'AWS::EC2::NetworkInterfaceAttachment': [{ DeleteOnTermination: false }],
  'AWS::EC2::VPCCidrBlock': [
    { AmazonProvidedIpv6CidrBlock: true, CidrBlock: null, Ipv4IpamPoolId: null, Ipv4NetmaskLength: null },
    {
      AmazonProvidedIpv6CidrBlock: null,
      Ipv6CidrBlock: null,
      Ipv6IpamPoolId: null,
      Ipv6NetmaskLength: null,
      Ipv6Pool: null,
    },
  ],
  'AWS::ElasticLoadBalancingV2::Listener': [
    { Certificates: [{ CertificateArn: 'x' }], ListenerAttributes: [key('tcp.idle_timeout.seconds', '60')] },
  ],
  'AWS::ElasticLoadBalancingV2::ListenerRule': [
    { Conditions: [{ Field: 'path-pattern', Values: ['/x'] }] },
    {
      Conditions: [
        { HostHeaderConfig: { Values: ['x'], RegexValues: ['x'] } },
        { HttpHeaderConfig: { HttpHeaderName: 'x', Values: ['x'] } },
        { HttpRequestMethodConfig: { Values: ['GET'] } },
        { PathPatternConfig: { Values: ['x'] } },
        { QueryStringConfig: { Values: [{ Key: 'x', Value: 'x' }] } },
        { SourceIpConfig: { Values: ['10.0.0.0/8'] } },
      ],
    },
  ],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': [
    {
      LoadBalancerAttributes: [
        key('access_logs.s3.enabled', 'true'),
        key('access_logs.s3.bucket', 'x'),
        key('access_logs.s3.prefix', 'x'),
        key('connection_logs.s3.bucket', 'x'),
        key('client_keep_alive.seconds', '60'),
        key('deletion_protection.enabled', 'true'),
        key('dns_record.client_routing_policy', 'any_availability_zone'),
        key('idle_timeout.timeout_seconds', '60'),
        key('load_balancing.cross_zone.enabled', 'true'),
        key('routing.http.desync_mitigation_mode', 'defensive'),
        key('routing.http.drop_invalid_header_fields.enabled', 'true'),
        key('routing.http.preserve_host_header.enabled', 'true'),
        key('routing.http.x_amzn_tls_version_and_cipher_suite.enabled', 'true'),
        key('routing.http.xff_client_port.enabled', 'true'),
        key('routing.http.xff_header_processing.mode', 'append'),
        key('routing.http2.enabled', 'true'),
        key('waf.fail_open.enabled', 'true'),
        key('zonal_shift.config.enabled', 'true'),
      ],
    },
  ],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [
    {
      TargetGroupAttributes: [
        key('deregistration_delay.connection_termination.enabled', 'true'),
        key('deregistration_delay.timeout_seconds', '30'),
        key('lambda.multi_value_headers.enabled', 'true'),
        key('load_balancing.algorithm.anomaly_mitigation', 'off'),
        key('load_balancing.algorithm.type', 'round_robin'),
        key('load_balancing.cross_zone.enabled', 'true'),
        key('preserve_client_ip.enabled', 'true'),
        key('proxy_protocol_v2.enabled', 'true'),
        key('slow_start.duration_seconds', '30'),
        key('stickiness.enabled', 'true'),
        key('stickiness.type', 'app_cookie'),
        key('stickiness.app_cookie.cookie_name', 'x'),
        key('stickiness.app_cookie.duration_seconds', '60'),
        key('target_failover.on_deregistration', 'rebalance'),
        key('target_failover.on_unhealthy', 'rebalance'),
      ],
    },
  ],
  'AWS::IAM::ManagedPolicy': [
    { Groups: ['g'], PolicyDocument: document, Roles: ['r'], Tags: tags, Users: ['u'] },
  ],
  'AWS::IAM::Policy': [{ Groups: ['g'], PolicyDocument: document, Roles: ['r', 's'], Users: ['u'] }],
  'AWS::KMS::Key': [
    {
      BypassPolicyLockoutSafetyCheck: true,
      EnableKeyRotation: 'true',
      Enabled: true,
      KeyPolicy: document,
      MultiRegion: false,
      PendingWindowInDays: 7,
      RotationPeriodInDays: 365,
      Tags: tags,
    },
  ],
  'AWS::Logs::LogGroup': [{ RetentionInDays: 14, Tags: tags }],
  'AWS::S3::Bucket': [
    {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: { KMSMasterKeyID: 'x', SSEAlgorithm: 'aws:kms' },
          },
        ],
      },
      ObjectLockEnabled: true,
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: 'true',
      },
      Tags: tags,
      VersioningConfiguration: { Status: 'Enabled' },
    },
  ],
  'AWS::S3::BucketPolicy': [{ PolicyDocument: document }],
  'AWS::Serverless::Function': [
    {
      CodeUri: 'src/',
      Environment: { Variables: { A: 'b' } },
      Policies: ['AWSXrayWriteOnlyAccess', document],
      Role: null,
      Tags: { Name: 'x' },
      VpcConfig: { SubnetIds: ['x'] },
    },
    { CodeUri: { Bucket: 'b', Key: 'k', Version: 'v' }, InlineCode: null },
  ],
  'AWS::SNS::Subscription': [{ FilterPolicy: document, RawMessageDelivery: true }],
  'AWS::SNS::Topic': [
    {
      ContentBasedDeduplication: true,
      FifoTopic: true,
      SignatureVersion: '2',
      Subscription: [{ Endpoint: 'x', Protocol: 'sqs' }],
      Tags: tags,
    },
  ],
  'AWS::SNS::TopicPolicy': [{ PolicyDocument: document, Topics: ['t', 'u'] }],
  'AWS::SQS::Queue': [
    {
      ContentBasedDeduplication: true,
      DelaySeconds: 1,
      FifoQueue: true,
      KmsDataKeyReusePeriodSeconds: 60,
      MaximumMessageSize: 1024,
      MessageRetentionPeriod: 60,
      ReceiveMessageWaitTimeSeconds: '1',
      RedriveAllowPolicy: document,
      RedrivePolicy: document,
      SqsManagedSseEnabled: true,
      Tags: tags,
      VisibilityTimeout: 1,
    },
  ],
  'AWS::SQS::QueuePolicy': [{ PolicyDocument: document, Queues: ['q'] }],
  'AWS::SSM::Parameter': [{ Tags: { Name: 'x' } }],
};
