/** Scenario 2: an isolated instance is managed and reaches S3 without a NAT gateway. */
import { call } from '../../core/commands';
import { arrow, box, sketch } from '../../core/model/sketch';
import type { Example } from './example';

export const noNat: Example = {
  id: 'no-nat',
  name: 'No NAT: Session Manager and S3 from an isolated instance / NAT なしで Session Manager と S3 を使う',
  sketch: sketch(
    box(
      'region',
      'Tokyo',
      { region: 'ap-northeast-1' },
      box('aws-service', 'SystemsManager', { service: 'ssm' }),
      box('aws-service', 'SessionMessages', { service: 'ssmmessages' }),
      box('aws-service', 'S3', { service: 's3' }),
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true },
        box('gateway-endpoint', 'S3Endpoint', { service: 's3', routeTables: { PrivateTable: true } }),
        box(
          'subnet',
          'PrivateSubnet',
          { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a', routeTable: 'PrivateTable' },
          box('interface-endpoint', 'SsmEndpoint', {
            service: 'ssm',
            securityGroups: { EndpointGroup: true },
            privateDns: true,
          }),
          box('interface-endpoint', 'SsmMessagesEndpoint', {
            service: 'ssmmessages',
            securityGroups: { EndpointGroup: true },
            privateDns: true,
          }),
          box('instance', 'Server', { profile: 'systems-manager', securityGroups: { ServerGroup: true } }),
        ),
        box('route-table', 'PrivateTable'),
        box('security-group', 'ServerGroup', { description: 'The server: nothing in, everything out' }),
        box('security-group', 'EndpointGroup', {
          description: 'Interface endpoints: HTTPS from the VPC',
          inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
        }),
      ),
    ),
    arrow('Server', 'SystemsManager', { id: 'server-ssm', gbPerMonth: 1 }),
    arrow('Server', 'SessionMessages', { id: 'server-ssmmessages', gbPerMonth: 1 }),
    arrow('Server', 'S3', { id: 'server-s3', gbPerMonth: 100 }),
  ),
  places: {
    Tokyo: [0, 0, 860, 700],
    SystemsManager: [260, 64],
    SessionMessages: [420, 64],
    S3: [632, 64],
    Vpc: [40, 232, 780, 428],
    S3Endpoint: [592, -24],
    PrivateSubnet: [48, 104, 700, 288],
    SsmEndpoint: [172, 52],
    SsmMessagesEndpoint: [332, 52],
    Server: [252, 176],
  },
  scenes: [
    {
      title: { en: 'An instance nobody can reach', ja: '誰も到達できないインスタンス' },
      text: {
        en: 'One private subnet with the local route only. The instance cannot be managed by Session Manager, and it cannot read from S3: there is no route to either.',
        ja: 'プライベートサブネットにはローカルルートしかありません。このインスタンスは Session Manager で管理できず、S3 にもアクセスできません。どちらへのルートもないためです。',
      },
      shows: ['Tokyo'],
      flows: ['server-ssm', 'server-ssmmessages', 'server-s3'],
      notes: {
        en: 'Ask first: many believe that Session Manager needs no network, since no port is open.',
        ja: '先に質問します。ポートを開けないため、ネットワークも不要だと思われがちです。',
      },
      asks: 'server-ssm',
      plan: {
        title: { en: 'Without any endpoint', ja: 'エンドポイントなし' },
        commands: [
          call('deleteResources', {
            ids: ['SsmEndpoint', 'SsmMessagesEndpoint', 'S3Endpoint', 'EndpointGroup'],
          }),
        ],
      },
    },
    {
      title: {
        en: 'Step 1: two interface endpoints',
        ja: 'ステップ 1: インターフェイスエンドポイントを 2 つ',
      },
      text: {
        en: 'Session Manager needs ssm and ssmmessages.\n\nWith private DNS the agent finds them by their usual names, and the endpoints’ security group lets HTTPS in from the VPC.\n\nS3 still hangs.',
        ja: 'Session Manager に必要なのは ssm と ssmmessages です。\n\nプライベート DNS により、エージェントは通常の名前でエンドポイントに接続します。セキュリティグループでは、VPC からの HTTPS を許可します。\n\nS3 へはまだ届きません。',
      },
      shows: ['Tokyo'],
      flows: ['server-ssm', 'server-ssmmessages', 'server-s3'],
      notes: {
        en: 'ec2messages is needed only by agents before 3.3.40; older texts name more endpoints than it takes.',
        ja: 'ec2messages が必要なのは 3.3.40 より前のエージェントだけです。古い資料には余分なエンドポイントが載っています。',
      },
      builds: [
        { block: 2, highlights: ['SsmEndpoint', 'SsmMessagesEndpoint'] },
        { block: 3, packet: 'server-ssm' },
      ],
      plan: {
        title: { en: 'Without the S3 endpoint', ja: 'S3 のエンドポイントなし' },
        commands: [call('deleteResources', { ids: ['S3Endpoint'] })],
      },
    },
    {
      title: { en: 'Step 2: a gateway endpoint for S3', ja: 'ステップ 2: S3 のゲートウェイエンドポイント' },
      text: {
        en: 'On the subnet’s route table it adds the prefix list of S3. It is free, and there still is no path to the internet.',
        ja: 'サブネットのルートテーブルに S3 のプレフィックスリストが加わります。料金はかからず、インターネットへの経路は依然としてありません。',
      },
      shows: ['Tokyo'],
      flows: ['server-s3'],
      notes: {
        en: 'aws s3 ls hung before, and answers now.',
        ja: '応答のなかった aws s3 ls が、ここで応答します。',
      },
      asks: 'server-s3',
    },
    {
      title: { en: 'And the bill', ja: '料金' },
      text: {
        en: '- **Two interface endpoints**, one zone: 20.44 USD a month, and 0.01 USD a gigabyte\n- **Gateway endpoint for S3**: free\n- **One NAT gateway** with its public address instead: 48.91 USD a month, and 0.062 USD a gigabyte, also to S3\n\nPrices of Tokyo, September 2026. The usual comparison counts the endpoint for S3 as if it were paid, and one that Session Manager does not need.',
        ja: '- **インターフェイスエンドポイント 2 つ** (1 ゾーン): 月 20.44 USD と 1 GB あたり 0.01 USD\n- **S3 のゲートウェイエンドポイント**: 無料\n- **NAT ゲートウェイ 1 つ** (パブリックアドレスを含む) の場合: 月 48.91 USD と 1 GB あたり 0.062 USD (S3 宛ても同じ)\n\n東京リージョン、2026 年 9 月の料金です。よくある比較では、無料の S3 のエンドポイントや、Session Manager に不要なエンドポイントまで料金に数えています。',
      },
      notes: {
        en: 'Compare like with like: one zone of endpoints with one NAT gateway, two with two.',
        ja: '同じ条件で比べます。1 ゾーンのエンドポイントには NAT ゲートウェイ 1 つ、2 ゾーンには 2 つです。',
      },
      shows: ['Tokyo'],
      flows: ['server-ssm', 'server-ssmmessages', 'server-s3'],
      lens: 'cost',
      builds: [{ block: 2 }],
    },
  ],
  variants: [
    {
      id: 'dns-hostnames-off',
      name: 'Fault: DNS hostnames are off / 障害: DNS ホスト名が無効',
      commands: [call('setProps', { id: 'Vpc', props: { dnsHostnames: false } })],
      fault: { rule: 'private-dns-without-dns-hostnames', on: 'Vpc' },
    },
    {
      id: 'endpoint-group-wrong-source',
      name: 'Fault: the endpoints’ security group admits the wrong source / 障害: エンドポイントのセキュリティグループの送信元が誤っている',
      commands: [
        call('setRow', {
          id: 'EndpointGroup',
          field: 'inbound',
          row: 'https',
          values: { peer: '10.9.0.0/16' },
        }),
      ],
      fault: { rule: 'interface-endpoint-closed-to-clients', on: 'EndpointGroup' },
    },
    {
      id: 'endpoint-in-other-vpc',
      name: 'Fault: the endpoint is in another VPC / 障害: エンドポイントが別の VPC にある',
      commands: [
        call('addResource', {
          kind: 'vpc',
          id: 'OtherVpc',
          name: 'OtherVpc',
          parentId: 'Tokyo',
          order: 'z',
          x: 900,
          y: 232,
          w: 300,
          h: 428,
          props: { cidr: '10.1.0.0/16' },
        }),
        call('addResource', {
          kind: 'subnet',
          id: 'OtherSubnet',
          name: 'OtherSubnet',
          parentId: 'OtherVpc',
          order: 'U',
          x: 32,
          y: 104,
          w: 236,
          h: 288,
          props: { cidr: '10.1.1.0/24', zone: 'ap-northeast-1a' },
        }),
        call('addResource', {
          kind: 'security-group',
          id: 'OtherEndpointGroup',
          name: 'OtherEndpointGroup',
          parentId: 'OtherVpc',
          order: 'V',
          props: {
            description: 'Interface endpoints: HTTPS from the VPC',
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.1.0.0/16' } },
          },
        }),
        call('moveResources', { moves: [{ id: 'SsmEndpoint', parentId: 'OtherSubnet', x: 70, y: 52 }] }),
        call('setProps', { id: 'SsmEndpoint', props: { securityGroups: { OtherEndpointGroup: true } } }),
        call('placeResources', { places: { Tokyo: { w: 1240 } } }),
      ],
      fault: { rule: 'endpoint-in-other-vpc', on: 'SsmEndpoint' },
    },
    {
      id: 'ssmmessages-missing',
      name: 'Fault: the ssmmessages endpoint is missing / 障害: ssmmessages のエンドポイントがない',
      commands: [call('deleteResources', { ids: ['SsmMessagesEndpoint'] })],
      fault: { rule: 'session-manager-endpoint-missing', on: 'SsmEndpoint' },
    },
    {
      id: 's3-endpoint-on-main-table',
      name: 'Fault: the S3 endpoint is on the main table, the subnet has its own / 障害: S3 のエンドポイントがメインルートテーブルにだけ関連付けられている',
      commands: [
        call('addResource', {
          kind: 'route-table',
          id: 'MainTable',
          name: 'MainTable',
          parentId: 'Vpc',
          order: 'z',
          props: { main: true },
        }),
        call('setProps', { id: 'S3Endpoint', props: { routeTables: { MainTable: true } } }),
      ],
      fault: { rule: 'gateway-endpoint-not-on-workload-table', on: 'S3Endpoint' },
    },
  ],
};
