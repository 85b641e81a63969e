/** Scenario 3: two stacks, and a connection between them that nothing is routed over. */
import { call } from '../../core/commands';
import type { Example } from './example';

const region = 'ap-northeast-1';

export const privateLink: Example = {
  id: 'privatelink',
  name: 'PrivateLink between two VPCs / PrivateLink で 2 つの VPC をつなぐ',
  sketch: {
    templates: ['privatelink-provider.yaml', 'privatelink-consumer.yaml'],
    commands: [
      call('addResource', {
        kind: 'aws-service',
        id: 'SystemsManager',
        name: 'SystemsManager',
        parentId: region,
        order: 'x',
        props: { service: 'ssm' },
      }),
      call('addResource', {
        kind: 'aws-service',
        id: 'SessionMessages',
        name: 'SessionMessages',
        parentId: region,
        order: 'y',
        props: { service: 'ssmmessages' },
      }),
      call('addResource', {
        kind: 'aws-service',
        id: 'S3',
        name: 'S3',
        parentId: region,
        order: 'z',
        props: { service: 's3' },
      }),
      call('setProps', { id: 'ServiceEndpoint', props: { accepted: true } }),
      call('addFlow', { id: 'client-service', from: 'Client', to: 'ServiceEndpoint', port: 80, order: 'U' }),
      call('addFlow', {
        id: 'client-web-server',
        from: 'Client',
        to: 'WebServer',
        port: 80,
        expect: 'blocked',
        order: 'V',
      }),
      call('addFlow', { id: 'client-ssm', from: 'Client', to: 'SystemsManager', order: 'W' }),
      call('addFlow', { id: 'client-ssmmessages', from: 'Client', to: 'SessionMessages', order: 'X' }),
      call('addFlow', { id: 'web-server-s3', from: 'WebServer', to: 'S3', order: 'Y' }),
    ],
  },
  places: {
    [region]: [0, 0, 1512, 760],
    SystemsManager: [392, 64],
    SessionMessages: [504, 64],
    S3: [1124, 64],
    ConsumerVpc: [40, 232, 688, 488],
    [`ConsumerVpc/${region}a`]: [24, 104, 640, 352],
    ConsumerSubnet: [24, 48, 592, 280],
    SsmEndpoint: [304, 44],
    SsmMessagesEndpoint: [416, 44],
    Client: [200, 168],
    ServiceEndpoint: [464, 168],
    EndpointService: [756, 552],
    ProviderVpc: [880, 232, 592, 488],
    S3Endpoint: [244, -24],
    [`ProviderVpc/${region}a`]: [24, 104, 412, 352],
    ProviderSubnet: [24, 48, 364, 280],
    Nlb: [24, 168],
    WebServer: [196, 168],
    WebTargets: [468, 320],
  },
  scenes: [
    {
      title: { en: 'Two VPCs with nothing between them', ja: 'つながりのない 2 つの VPC' },
      text: {
        en: 'A web server in one stack, its client in another. No peering and no transit gateway joins the VPCs, so the client has no route to the server. Their CIDR blocks could even overlap.',
        ja: 'ウェブサーバーとクライアントは別々のスタックにあります。VPC の間にピアリング接続も Transit Gateway もなく、クライアントからサーバーへのルートはありません。CIDR ブロックが重複していてもかまいません。',
      },
      shows: [region],
      flows: ['client-web-server'],
      notes: {
        en: 'Overlapping blocks would rule out peering. PrivateLink does not mind them.',
        ja: 'CIDR が重複しているとピアリングはできませんが、PrivateLink には影響しません。',
      },
      asks: 'client-web-server',
      plan: {
        title: { en: 'Without PrivateLink', ja: 'PrivateLink なし' },
        commands: [
          call('deleteResources', {
            ids: ['ServiceEndpoint', 'ServiceGroup', 'EndpointService', 'Nlb', 'WebTargets'],
          }),
        ],
      },
    },
    {
      title: { en: 'The provider offers a service', ja: 'プロバイダーがサービスを公開' },
      text: {
        en: 'An internal Network Load Balancer passes port 80 on to the server, and an endpoint service makes it available to other VPCs.\n\nThe server gets its packages from S3 over a gateway endpoint: it needs no way to the internet.',
        ja: '内部 Network Load Balancer がポート 80 をサーバーに転送し、エンドポイントサービスがそれをほかの VPC に公開します。\n\nサーバーはゲートウェイエンドポイント経由で S3 からパッケージを取得するので、インターネットへの経路は不要です。',
      },
      shows: ['ProviderVpc', 'EndpointService', 'S3'],
      flows: ['web-server-s3'],
      notes: {
        en: 'Gateway endpoints have nothing to do with endpoint services; the one here is for packages.',
        ja: 'ゲートウェイエンドポイントはエンドポイントサービスとは無関係です。ここではパッケージの取得に使います。',
      },
      builds: [{ block: 2, packet: 'web-server-s3' }],
    },
    {
      title: {
        en: 'The consumer asks: pending acceptance',
        ja: 'コンシューマーが接続をリクエスト: 承諾待ち',
      },
      text: {
        en: 'The consumer creates an interface endpoint for the name of the service. The service requires acceptance, so nothing gets through until the provider accepts the connection.',
        ja: 'コンシューマーはサービス名を指定してインターフェイスエンドポイントを作成します。このサービスでは承諾が必要なので、プロバイダーが接続を承諾するまで通信できません。',
      },
      shows: [region],
      flows: ['client-service'],
      notes: {
        en: 'Ask before you reveal it: the endpoint is there, its group is right, and still nothing passes.',
        ja: '表示する前に質問します。エンドポイントもセキュリティグループも正しいのに、通信できません。',
      },
      asks: 'client-service',
      plan: {
        title: { en: 'Not accepted yet', ja: '承諾前' },
        commands: [call('setProps', { id: 'ServiceEndpoint', props: { accepted: false } })],
      },
    },
    {
      title: { en: 'Accepted: one port, one direction', ja: '承諾後: 1 つのポート、一方向のみ' },
      text: {
        en: 'The client reaches port 80 by an address of its own subnet.\n\nThe server sees the address of the load balancer, so its security group allows that one, not the consumer’s.\n\nThe provider cannot open connections to the consumer.',
        ja: 'クライアントは自分のサブネット内のアドレスでポート 80 に接続します。\n\nサーバーから見た送信元はロードバランサーのアドレスなので、セキュリティグループで許可するのはコンシューマーではなくロードバランサーのアドレスです。\n\nプロバイダーからコンシューマーへの接続は開始できません。',
      },
      shows: [region],
      flows: ['client-service', 'client-web-server'],
      notes: {
        en: 'Pause at the load balancer: the card shows which address the server sees.',
        ja: 'ロードバランサーで一時停止します。サーバーから見える送信元アドレスがカードに表示されます。',
      },
      builds: [{ block: 2, packet: 'client-service' }, { block: 3 }],
    },
    {
      title: { en: 'Managed the same way', ja: '管理も同じしくみで' },
      text: {
        en: 'Session Manager reaches the client over endpoints of AWS’s own services. Those need nobody’s acceptance, and private DNS answers with their addresses.',
        ja: 'Session Manager も、AWS のサービスのインターフェイスエンドポイント経由で利用できます。承諾は不要で、プライベート DNS によりエンドポイントのアドレスに名前解決されます。',
      },
      shows: ['ConsumerVpc', 'SystemsManager', 'SessionMessages'],
      flows: ['client-ssm', 'client-ssmmessages'],
      notes: {
        en: 'Two kinds of interface endpoints in one VPC: for AWS’s services, and for a service of somebody else.',
        ja: '同じ VPC に、AWS のサービス用と他社のサービス用のインターフェイスエンドポイントがあります。',
      },
    },
  ],
  variants: [
    {
      id: 'acceptance-not-given',
      name: 'Fault: nobody accepts the endpoint connection / 障害: エンドポイントの接続が承諾されていない',
      commands: [call('setProps', { id: 'ServiceEndpoint', props: { accepted: false } })],
      fault: { rule: 'endpoint-connection-not-accepted', on: 'ServiceEndpoint' },
    },
    {
      id: 'endpoint-group-without-80',
      name: 'Fault: the endpoint’s security group does not allow port 80 / 障害: エンドポイントのセキュリティグループでポート 80 が許可されていない',
      commands: [
        call('setRow', {
          id: 'ServiceGroup',
          field: 'inbound',
          row: 'rule-1',
          values: { fromPort: 443, toPort: 443 },
        }),
      ],
      fault: { rule: 'interface-endpoint-closed-to-clients', on: 'ServiceGroup' },
    },
    {
      id: 'zone-not-covered',
      name: 'Fault: the load balancer does not cover the endpoint’s zone / 障害: エンドポイントのゾーンにロードバランサーのサブネットがない',
      commands: [
        call('addResource', {
          kind: 'availability-zone',
          id: 'OtherZone',
          name: `${region}c`,
          parentId: 'ConsumerVpc',
          order: 'z',
          x: 32,
          y: 480,
          w: 496,
          h: 232,
          props: { zone: `${region}c` },
        }),
        call('addResource', {
          kind: 'subnet',
          id: 'OtherSubnet',
          name: 'OtherSubnet',
          parentId: 'OtherZone',
          order: 'U',
          x: 24,
          y: 48,
          w: 448,
          h: 160,
          props: { cidr: '10.0.2.0/24', zone: `${region}c`, routeTable: 'ConsumerTable' },
        }),
        call('moveResources', { moves: [{ id: 'ServiceEndpoint', parentId: 'OtherSubnet', x: 320, y: 48 }] }),
        call('placeResources', { places: { [region]: { h: 1016 }, ConsumerVpc: { h: 744 } } }),
      ],
      fault: { rule: 'endpoint-zone-not-served', on: 'ServiceEndpoint' },
    },
    {
      id: 'target-group-allows-consumer',
      name: 'Fault: the server’s security group allows the consumer’s addresses only / 障害: サーバーのセキュリティグループでコンシューマーの CIDR だけが許可されている',
      commands: [
        call('setRow', { id: 'WebGroup', field: 'inbound', row: 'rule-1', values: { peer: '10.0.0.0/16' } }),
      ],
      fault: { rule: 'target-closed-to-load-balancer', on: 'WebGroup' },
    },
    {
      id: 'listener-on-8080',
      name: 'Fault: the listener is on another port / 障害: リスナーのポートが異なる',
      commands: [
        call('setRow', { id: 'Nlb', field: 'listeners', row: 'NlbListener', values: { port: 8080 } }),
      ],
      fault: { rule: 'flow-port-without-listener', on: 'Nlb' },
    },
  ],
};
