/** Scenario 1: a public subnet, a gateway endpoint and an interface endpoint, each a way from a workload to a service. */
import { call } from '../../core/commands';
import { arrow, box, sketch } from '../../core/model/sketch';
import type { Example } from './example';
import { threePathsScenes } from './threePathsScenes';

const zone = 'ap-northeast-1a';

export const threePaths: Example = {
  id: 'three-paths',
  name: 'Three paths to a service / サービスへの 3 つの経路',
  sketch: sketch(
    box(
      'region',
      'Tokyo',
      { region: 'ap-northeast-1' },
      box('aws-service', 'S3', { service: 's3' }),
      box('aws-service', 'DynamoDB', { service: 'dynamodb' }),
      box('aws-service', 'SQS', { service: 'sqs' }),
      box('aws-service', 'SystemsManager', { service: 'ssm' }),
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true },
        box('internet-gateway', 'InternetGateway'),
        box('gateway-endpoint', 'S3Endpoint', { service: 's3', routeTables: { AppTable: true } }),
        box('gateway-endpoint', 'DynamoDBEndpoint', {
          service: 'dynamodb',
          routeTables: { AppTable: true },
        }),
        box(
          'subnet',
          'PublicSubnet',
          { cidr: '10.0.0.0/24', zone, mapPublicIp: true, routeTable: 'PublicTable' },
          box('nat-gateway', 'NatGateway'),
          box('instance', 'Web', { securityGroups: { WorkloadGroup: true } }),
        ),
        box(
          'subnet',
          'AppSubnet',
          { cidr: '10.0.1.0/24', zone, routeTable: 'AppTable' },
          box('instance', 'App', { securityGroups: { WorkloadGroup: true } }),
        ),
        box(
          'subnet',
          'WorkerSubnet',
          { cidr: '10.0.2.0/24', zone, routeTable: 'WorkerTable' },
          box('interface-endpoint', 'SqsEndpoint', {
            service: 'sqs',
            securityGroups: { EndpointGroup: true },
            privateDns: true,
          }),
          box('interface-endpoint', 'SsmEndpoint', {
            service: 'ssm',
            securityGroups: { EndpointGroup: true },
            privateDns: true,
          }),
          box('instance', 'Worker', { securityGroups: { WorkloadGroup: true } }),
        ),
        box(
          'subnet',
          'BatchSubnet',
          { cidr: '10.0.3.0/24', zone, routeTable: 'BatchTable' },
          box('instance', 'Batch', { securityGroups: { WorkloadGroup: true } }),
        ),
        box(
          'subnet',
          'IsolatedSubnet',
          { cidr: '10.0.4.0/24', zone, routeTable: 'IsolatedTable' },
          box('instance', 'Isolated', { securityGroups: { WorkloadGroup: true } }),
        ),
        box('route-table', 'PublicTable', {
          routes: { default: { destination: '0.0.0.0/0', target: 'InternetGateway' } },
        }),
        box('route-table', 'AppTable'),
        box('route-table', 'WorkerTable'),
        box('route-table', 'BatchTable', {
          routes: { default: { destination: '0.0.0.0/0', target: 'NatGateway' } },
        }),
        box('route-table', 'IsolatedTable'),
        box('security-group', 'WorkloadGroup', { description: 'Workloads: nothing in, everything out' }),
        box('security-group', 'EndpointGroup', {
          description: 'Interface endpoints: HTTPS from the VPC',
          inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
        }),
      ),
    ),
    arrow('Web', 'S3', { id: 'web-s3', gbPerMonth: 100 }),
    arrow('App', 'S3', { id: 'app-s3', gbPerMonth: 100 }),
    arrow('App', 'DynamoDB', { id: 'app-dynamodb', gbPerMonth: 20 }),
    arrow('Worker', 'SQS', { id: 'worker-sqs', gbPerMonth: 20 }),
    arrow('Worker', 'SystemsManager', { id: 'worker-ssm', gbPerMonth: 1 }),
    arrow('Batch', 'S3', { id: 'batch-s3', gbPerMonth: 100 }),
    arrow('Isolated', 'S3', { id: 'isolated-s3', expect: 'blocked' }),
  ),
  places: {
    Tokyo: [0, 0, 1344, 900],
    S3: [608, 64],
    DynamoDB: [756, 64],
    SQS: [1000, 64],
    SystemsManager: [1104, 64],
    Vpc: [40, 232, 1264, 628],
    InternetGateway: [200, -24],
    S3Endpoint: [568, -24],
    DynamoDBEndpoint: [716, -24],
    PublicSubnet: [32, 120, 344, 264],
    NatGateway: [168, 156],
    Web: [28, 156],
    AppSubnet: [416, 120, 320, 264],
    App: [152, 156],
    WorkerSubnet: [792, 120, 440, 264],
    SqsEndpoint: [168, 48],
    SsmEndpoint: [272, 48],
    Worker: [220, 156],
    BatchSubnet: [32, 428, 344, 168],
    Batch: [168, 60],
    IsolatedSubnet: [416, 428, 320, 168],
    Isolated: [72, 60],
  },
  scenes: threePathsScenes,
  variants: [
    {
      id: 'endpoint-not-on-table',
      name: 'Fault: the gateway endpoint is not on the subnet’s route table / 障害: ゲートウェイエンドポイントがサブネットのルートテーブルに関連付けられていない',
      commands: [call('setProps', { id: 'S3Endpoint', props: { routeTables: { WorkerTable: true } } })],
      fault: { rule: 'gateway-endpoint-not-on-workload-table', on: 'S3Endpoint' },
    },
    {
      id: 'endpoint-for-another-service',
      name: 'Fault: an endpoint for S3 is asked for SQS / 障害: S3 のエンドポイントで SQS に接続しようとしている',
      commands: [call('setProps', { id: 'SqsEndpoint', props: { service: 's3', privateDns: false } })],
      fault: { rule: 'endpoint-serves-other-service', on: 'SqsEndpoint' },
    },
    {
      id: 'gateway-endpoint-for-sqs',
      name: 'Fault: a gateway endpoint for a service that has none / 障害: ゲートウェイエンドポイントに対応していないサービスを指定している',
      commands: [
        call('addResource', {
          kind: 'gateway-endpoint',
          id: 'SqsGateway',
          name: 'SqsGateway',
          parentId: 'Vpc',
          order: 'z',
          x: 860,
          y: -24,
          props: { service: 'sqs', routeTables: { WorkerTable: true } },
        }),
      ],
      fault: { rule: 'gateway-endpoint-service-unsupported', on: 'SqsGateway' },
    },
    {
      id: 'endpoint-group-without-443',
      name: 'Fault: the endpoint’s security group does not let HTTPS in / 障害: エンドポイントのセキュリティグループが HTTPS を許可していない',
      commands: [
        call('setRow', {
          id: 'EndpointGroup',
          field: 'inbound',
          row: 'https',
          values: { fromPort: 80, toPort: 80 },
        }),
      ],
      fault: { rule: 'interface-endpoint-closed-to-clients', on: 'EndpointGroup' },
    },
    {
      id: 'private-dns-off',
      name: 'Fault: private DNS is off / 障害: プライベート DNS が無効',
      commands: [call('setProps', { id: 'SqsEndpoint', props: { privateDns: false } })],
      fault: { rule: 'interface-endpoint-private-dns-off', on: 'SqsEndpoint' },
    },
  ],
};
