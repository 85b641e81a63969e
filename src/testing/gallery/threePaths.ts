/** Scenario 1: a public subnet, a gateway endpoint and an interface endpoint, each a way from a workload to a service. */
import { call } from '../../core/commands';
import { arrow, box, sketch } from '../../core/model/sketch';
import type { Example } from './example';

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
    Tokyo: [0, 0, 1180, 900],
    S3: [464, 64],
    DynamoDB: [612, 64],
    SQS: [824, 64],
    SystemsManager: [980, 64],
    Vpc: [40, 232, 1100, 628],
    InternetGateway: [134, -24],
    S3Endpoint: [424, -24],
    DynamoDBEndpoint: [572, -24],
    PublicSubnet: [32, 120, 300, 264],
    NatGateway: [28, 156],
    Web: [172, 156],
    AppSubnet: [372, 120, 316, 264],
    App: [112, 156],
    WorkerSubnet: [728, 120, 340, 264],
    SqsEndpoint: [48, 48],
    SsmEndpoint: [204, 48],
    Worker: [122, 156],
    BatchSubnet: [32, 428, 300, 168],
    Batch: [28, 60],
    IsolatedSubnet: [372, 428, 316, 168],
    Isolated: [112, 60],
  },
  scenes: [
    {
      title: { en: 'One VPC, one question', ja: '1 つの VPC、1 つの問い' },
      text: {
        en: 'Workloads in this VPC want to use S3, DynamoDB, SQS and Systems Manager. All four have public addresses. Which way do the packets take?',
        ja: 'この VPC のワークロードは、S3、DynamoDB、SQS、Systems Manager を使います。どのサービスもパブリックアドレスを持っています。パケットはどの経路を通るのでしょうか。',
      },
      shows: ['Tokyo'],
      flows: [],
    },
    {
      title: { en: 'The point of departure: no way out', ja: '出発点: 外への経路がない' },
      text: {
        en: 'This subnet’s route table has only the local route. The packet to S3 finds no route and stops right there.',
        ja: 'このサブネットのルートテーブルにはローカルルートしかありません。S3 宛てのパケットに合うルートがなく、ここで止まります。',
      },
      shows: ['IsolatedSubnet', 'S3'],
      flows: ['isolated-s3'],
    },
    {
      title: { en: 'Path 1: internet gateway', ja: '経路 1: インターネットゲートウェイ' },
      text: {
        en: 'A route to the internet gateway and a public IPv4 address are both needed. The gateway swaps the private address for the public one, in each direction.',
        ja: 'インターネットゲートウェイへのルートと、パブリック IPv4 アドレスの両方が必要です。ゲートウェイは、プライベートアドレスとパブリックアドレスを双方向に変換します。',
      },
      shows: ['PublicSubnet', 'S3', 'InternetGateway'],
      flows: ['web-s3'],
    },
    {
      title: { en: 'Path 2: gateway endpoint', ja: '経路 2: ゲートウェイエンドポイント' },
      text: {
        en: 'The endpoint puts the prefix list of the service into the subnet’s route table. No public address, no security group on the endpoint, no charge. Only S3 and DynamoDB have it.',
        ja: 'エンドポイントは、サービスのプレフィックスリストをサブネットのルートテーブルに追加します。パブリックアドレスもエンドポイントのセキュリティグループも不要で、無料です。対応するのは S3 と DynamoDB です。',
      },
      shows: ['AppSubnet', 'S3', 'DynamoDB'],
      flows: ['app-s3', 'app-dynamodb'],
    },
    {
      title: { en: 'Path 3: interface endpoint', ja: '経路 3: インターフェイスエンドポイント' },
      text: {
        en: 'Private DNS gives the service’s own name a private address: a network interface in this VPC, guarded by a security group that lets HTTPS in. One endpoint for each service, paid by the hour and by the gigabyte.',
        ja: 'プライベート DNS により、サービスの名前はこの VPC 内のネットワークインターフェイスのプライベートアドレスに解決されます。HTTPS を許可するセキュリティグループが必要です。サービスごとに 1 つ作成し、時間とデータ量に応じて料金がかかります。',
      },
      shows: ['WorkerSubnet', 'SQS', 'SystemsManager'],
      flows: ['worker-sqs', 'worker-ssm'],
    },
    {
      title: { en: 'For comparison: NAT gateway', ja: '比較: NAT ゲートウェイ' },
      text: {
        en: 'A private subnet can also go out through a NAT gateway. It reaches every service, and the internet too; each gigabyte is charged, even to S3 in the same Region.',
        ja: 'プライベートサブネットからは、NAT ゲートウェイ経由でも外に出られます。すべてのサービスに加えてインターネットにも届きますが、同じリージョンの S3 宛てでもデータ量に応じて料金がかかります。',
      },
      shows: ['BatchSubnet', 'PublicSubnet', 'S3', 'InternetGateway'],
      flows: ['batch-s3'],
    },
    {
      title: { en: 'Three paths, side by side', ja: '3 つの経路を並べて' },
      text: {
        en: 'S3 and DynamoDB: the gateway endpoint. Other services from a private subnet: the interface endpoint. The internet itself: an internet gateway, with NAT for private subnets.',
        ja: 'S3 と DynamoDB にはゲートウェイエンドポイント、プライベートサブネットからその他のサービスへはインターフェイスエンドポイント、インターネットへはインターネットゲートウェイ (プライベートサブネットからは NAT ゲートウェイ) を使います。',
      },
      shows: ['Tokyo'],
      flows: ['app-s3', 'worker-sqs', 'web-s3'],
    },
  ],
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
          x: 850,
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
