/** Scenario 4: tasks and a function in private subnets use DynamoDB, and what pulling the tasks' image needs. */
import { call } from '../../core/commands';
import { noInternet } from '../../core/model/scopes';
import type { Example, TemplateFault } from './example';

const region = 'ap-northeast-1';
const template = 'ecs-lambda-dynamodb.yaml';

const services = [
  ['EcrApi', 'ecr.api'],
  ['EcrDocker', 'ecr.dkr'],
  ['S3', 's3'],
  ['DynamoDB', 'dynamodb'],
  ['CloudWatchLogs', 'logs'],
] as const;

/** Who talks to which service, and what for. */
const arrows = [
  ['service-ecr-api', 'Service', 'EcrApi', 1],
  ['service-ecr-docker', 'Service', 'EcrDocker', 1],
  ['service-s3', 'Service', 'S3', 50],
  ['service-logs', 'Service', 'CloudWatchLogs', 10],
  ['service-dynamodb', 'Service', 'DynamoDB', 200],
  ['function-dynamodb', 'Function', 'DynamoDB', 20],
] as const;

/** What people paste: the template by hand, with one slip each. */
const templateFaults: readonly TemplateFault[] = [
  {
    id: 'vpc-id-is-text',
    of: template,
    name: 'Fault: VpcId is the text VPC, where a reference was meant / 障害: VpcId が参照ではなく文字列 VPC になっている',
    slip: {
      after: 'PrivateSubnet2:',
      text: 'VpcId: !Ref VPC',
      becomes: 'VpcId: VPC',
    },
    fault: { rule: 'template-literal-for-reference', on: 'PrivateSubnet2', line: 22, column: 7 },
    suggests: 'VPC',
  },
  {
    id: 'reference-to-nothing',
    of: template,
    name: 'Fault: a reference to a route table that is not there / 障害: 存在しないルートテーブルを参照している',
    slip: {
      after: 'PrivateSubnet1Association:',
      text: '!Ref PrivateRouteTable',
      becomes: '!Ref PrivateRouteTabel',
    },
    fault: { rule: 'template-dangling-reference', on: 'PrivateSubnet1', line: 33, column: 7 },
    suggests: 'PrivateRouteTable',
  },
  {
    id: 'endpoint-on-other-table',
    of: template,
    name: 'Fault: the endpoint names a route table that the subnets do not use / 障害: エンドポイントのルートテーブルが、サブネットに関連付けられたものと異なる',
    slip: {
      after: 'DynamoDBEndpoint:',
      text: '- !Ref PrivateRouteTable',
      becomes: '- !Ref PublicRouteTable',
    },
    adds: ['PublicRouteTable:', '  Type: AWS::EC2::RouteTable', '  Properties:', '    VpcId: !Ref VPC'],
    fault: { rule: 'gateway-endpoint-not-on-workload-table', on: 'DynamoDBEndpoint', line: 44, column: 7 },
    suggests: 'PrivateRouteTable',
  },
  {
    id: 'depends-on-nothing',
    of: template,
    name: 'Fault: DependsOn names something that is not there / 障害: DependsOn に存在しないリソースを指定している',
    slip: {
      after: 'Service:',
      text: 'Type: AWS::ECS::Service',
      becomes: 'Type: AWS::ECS::Service\n    DependsOn: DynamoDbEndpoint',
    },
    fault: { rule: 'template-dangling-reference', on: 'Service', line: 144, column: 5 },
    suggests: 'DynamoDBEndpoint',
  },
];

export const dynamodbPrivate: Example = {
  id: 'dynamodb-private',
  name: 'ECS and Lambda to DynamoDB, without the internet / ECS と Lambda からインターネットを経由せずに DynamoDB を使う',
  sketch: {
    templates: [template],
    commands: [
      ...services.map(([id, service], index) =>
        call('addResource', {
          kind: 'aws-service',
          id,
          name: id,
          parentId: region,
          order: 'vwxyz'.charAt(index),
          props: { service },
        }),
      ),
      ...arrows.map(([id, from, to, gbPerMonth], index) =>
        call('addFlow', { id, from, to, gbPerMonth, order: 'UVWXYZ'.charAt(index) }),
      ),
      call('addScope', {
        scope: {
          id: 'isolated',
          name: '',
          members: { VPC: true },
          expectations: noInternet,
          order: 'U',
        },
      }),
    ],
  },
  places: {
    [region]: [0, 0, 1256, 768],
    EcrApi: [120, 64],
    EcrDocker: [364, 64],
    S3: [484, 64],
    DynamoDB: [600, 64],
    CloudWatchLogs: [964, 64],
    VPC: [40, 232, 1176, 496],
    S3Endpoint: [444, -24],
    DynamoDBEndpoint: [560, -24],
    [`VPC/${region}a`]: [32, 104, 528, 360],
    PrivateSubnet1: [24, 48, 480, 288],
    EcrApiEndpoint: [24, 44],
    EcrDkrEndpoint: [268, 44],
    Service: [268, 168],
    [`VPC/${region}c`]: [656, 104, 488, 360],
    PrivateSubnet2: [24, 48, 440, 288],
    LogsEndpoint: [244, 44],
    Function: [152, 168],
  },
  scenes: [
    {
      title: { en: 'Private subnets, and no way out', ja: 'プライベートサブネットからは外に出られない' },
      text: {
        en: 'Tasks on Fargate and a Lambda function share two private subnets. Their route table has the local route only, so DynamoDB is out of reach, and the tasks do not even start: nothing delivers their image.',
        ja: 'Fargate のタスクと Lambda 関数が 2 つのプライベートサブネットを使います。ルートテーブルにはローカルルートしかないため、DynamoDB に届きません。イメージも取得できないので、タスクは起動すらしません。',
      },
      shows: [region],
      flows: ['service-dynamodb', 'function-dynamodb'],
      notes: {
        en: 'The tasks fail earlier than people expect: at pulling the image, not at the first query.',
        ja: 'タスクは最初のクエリではなく、その前のイメージの取得で失敗します。',
      },
      asks: 'function-dynamodb',
      plan: {
        title: { en: 'Without any endpoint', ja: 'エンドポイントなし' },
        commands: [
          call('deleteResources', {
            ids: [
              'DynamoDBEndpoint',
              'S3Endpoint',
              'EcrApiEndpoint',
              'EcrDkrEndpoint',
              'LogsEndpoint',
              'EndpointSecurityGroup',
            ],
          }),
        ],
      },
    },
    {
      title: {
        en: 'A gateway endpoint for DynamoDB',
        ja: 'DynamoDB のゲートウェイエンドポイント',
      },
      text: {
        en: 'One endpoint on the route table of both subnets leads the prefix list of DynamoDB to the service.\n\nIt has no security group and costs nothing; its policy says which actions on which table pass. The function works.',
        ja: '両方のサブネットのルートテーブルに関連付けたエンドポイントが、DynamoDB のプレフィックスリスト宛ての通信をサービスに届けます。\n\nセキュリティグループはなく、料金もかかりません。許可する操作とテーブルはエンドポイントポリシーで絞れます。関数はこれで動きます。',
      },
      shows: [region],
      flows: ['function-dynamodb', 'service-dynamodb'],
      notes: {
        en: 'One endpoint, one route table, both subnets.',
        ja: '1 つのエンドポイントと 1 つのルートテーブルを、両方のサブネットで使います。',
      },
      builds: [{ block: 2, highlights: ['DynamoDBEndpoint'], packet: 'function-dynamodb' }],
      plan: {
        title: { en: 'With the endpoint for DynamoDB only', ja: 'DynamoDB のエンドポイントのみ' },
        commands: [
          call('deleteResources', {
            ids: ['S3Endpoint', 'EcrApiEndpoint', 'EcrDkrEndpoint', 'LogsEndpoint', 'EndpointSecurityGroup'],
          }),
        ],
      },
    },
    {
      title: { en: 'What pulling the image needs', ja: 'イメージの取得に必要なもの' },
      text: {
        en: 'ECR answers over two interface endpoints: ecr.api for the permission, ecr.dkr for the image’s manifest. Private DNS gives them the names that the agent asks for.\n\nThe layers themselves are in S3, behind a gateway endpoint.',
        ja: 'ECR には 2 つのインターフェイスエンドポイントで接続します。ecr.api は認証に、ecr.dkr はイメージのマニフェストの取得に使われます。プライベート DNS により、通常の名前のまま接続できます。\n\nレイヤー自体は S3 にあり、ゲートウェイエンドポイントを通ります。',
      },
      shows: ['PrivateSubnet1', 'EcrApi', 'EcrDocker', 'S3'],
      flows: ['service-ecr-api', 'service-ecr-docker', 'service-s3'],
      notes: {
        en: 'Three endpoints for one image: the third, S3, is the one that is forgotten.',
        ja: 'イメージの取得には 3 つのエンドポイントが必要です。S3 を忘れがちです。',
      },
      builds: [{ block: 2, highlights: ['S3Endpoint'], packet: 'service-s3' }],
    },
    {
      title: { en: 'And its logs', ja: 'ログの送信' },
      text: {
        en: 'The log driver sends to CloudWatch Logs over an endpoint of its own. It stands in both subnets, so the tasks reach it from either. The function’s logs need none: Lambda itself delivers them.',
        ja: 'ログドライバーは、専用のエンドポイント経由で CloudWatch Logs に送信します。両方のサブネットにあるので、どちらのタスクからも届きます。関数のログは Lambda が配信するため、エンドポイントは不要です。',
      },
      shows: [region],
      flows: ['service-logs'],
      notes: {
        en: 'Without it the task starts, and nothing of it is ever seen.',
        ja: 'これがないと、タスクは起動してもログが残りません。',
      },
    },
    {
      title: { en: 'Everything arrives, nothing leaves', ja: 'すべて届き、インターネットには出ない' },
      text: {
        en: 'Six arrows arrive, and no route leads to the internet: the diagram expects that of the VPC, and is checked for it. The two gateway endpoints are free; each interface endpoint is paid by the hour in each zone.',
        ja: '6 本の矢印がすべて届き、インターネットへのルートは 1 つもありません。VPC がインターネットと通信しないことは、この図の「期待」として検査されます。ゲートウェイエンドポイント 2 つは無料です。インターフェイスエンドポイントは、ゾーンごとに時間単位の料金がかかります。',
      },
      shows: [region],
      flows: arrows.map(([id]) => id),
      notes: {
        en: 'The expectation stands in the diagram: check fails as soon as somebody adds a way out.',
        ja: '期待は図に保存されます。外への経路を追加すると、検査で検出されます。',
      },
      lens: 'endpoints',
    },
  ],
  variants: [
    {
      id: 'endpoint-group-without-443',
      name: 'Fault: the endpoints’ security group does not let HTTPS in / 障害: エンドポイントのセキュリティグループが HTTPS を許可していない',
      commands: [
        call('setRow', {
          id: 'EndpointSecurityGroup',
          field: 'inbound',
          row: 'rule-1',
          values: { fromPort: 80, toPort: 80 },
        }),
      ],
      fault: { rule: 'interface-endpoint-closed-to-clients', on: 'EndpointSecurityGroup' },
    },
    {
      id: 'ecr-private-dns-off',
      name: 'Fault: private DNS of the ECR endpoint is off / 障害: ECR のエンドポイントのプライベート DNS が無効',
      commands: [call('setProps', { id: 'EcrDkrEndpoint', props: { privateDns: false } })],
      fault: { rule: 'interface-endpoint-private-dns-off', on: 'EcrDkrEndpoint' },
    },
  ],
  templateFaults,
};
