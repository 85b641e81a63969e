/** Scenario 5: how a name decides the path, for a workload, for a peered VPC and for clients of a VPN. */
import { call } from '../../core/commands';
import { arrow, box, sketch } from '../../core/model/sketch';
import type { Example } from './example';

const region = 'ap-northeast-1';
const [zoneA, zoneC] = [`${region}a`, `${region}c`];
const name = `sqs.${region}.amazonaws.com`;

export const privateDns: Example = {
  id: 'private-dns',
  name: 'Names and private clients / 名前解決とプライベートなクライアント',
  sketch: sketch(
    box(
      'region',
      'Tokyo',
      { region },
      box('aws-service', 'S3', { service: 's3' }),
      box('aws-service', 'SQS', { service: 'sqs' }),
      box('hosted-zone', 'PeerZone', {
        domain: name,
        vpcs: { PeerVpc: true },
        records: {
          endpoint: { name, type: 'A', target: 'SqsEndpoint', value: '', alias: true, standby: false },
        },
      }),
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true },
        box('client-vpn-endpoint', 'ClientVpn', {
          clientCidr: '172.20.0.0/22',
          associations: { a: { subnet: 'SubnetA' } },
          authorizations: { vpc: { destination: '10.0.0.0/16', group: '' } },
          splitTunnel: true,
          dnsServers: '10.0.1.10, 10.0.2.10',
          securityGroups: { ClientGroup: true },
        }),
        box('gateway-endpoint', 'S3Endpoint', { service: 's3', routeTables: { AppTable: true } }),
        box('internet-gateway', 'InternetGateway', { routeTable: 'EdgeTable' }),
        box(
          'subnet',
          'SubnetA',
          { cidr: '10.0.1.0/24', zone: zoneA, routeTable: 'EndpointTable' },
          box('resolver-inbound-endpoint', 'InboundEndpoint', {
            ip: '10.0.1.10',
            addresses: { second: { subnet: 'SubnetC', ip: '10.0.2.10' } },
            securityGroups: { DnsGroup: true },
          }),
        ),
        box(
          'subnet',
          'SubnetC',
          { cidr: '10.0.2.0/24', zone: zoneC, routeTable: 'EndpointTable' },
          box('interface-endpoint', 'SqsEndpoint', {
            service: 'sqs',
            privateDns: true,
            securityGroups: { EndpointGroup: true },
          }),
        ),
        box(
          'subnet',
          'AppSubnet',
          { cidr: '10.0.3.0/24', zone: zoneA, mapPublicIp: true, routeTable: 'AppTable' },
          box('instance', 'App', { securityGroups: { AppGroup: true } }),
        ),
        box(
          'subnet',
          'GwlbSubnet',
          { cidr: '10.0.4.0/28', zone: zoneA, routeTable: 'GwlbTable' },
          box('gwlb-endpoint', 'GwlbEndpoint', { provider: 'GwlbService' }),
        ),
        box('route-table', 'EndpointTable', {
          routes: { peer: { destination: '10.1.0.0/16', target: 'Peering' } },
        }),
        box('route-table', 'AppTable', {
          routes: { default: { destination: '0.0.0.0/0', target: 'GwlbEndpoint' } },
        }),
        box('route-table', 'GwlbTable', {
          routes: { default: { destination: '0.0.0.0/0', target: 'InternetGateway' } },
        }),
        box('route-table', 'EdgeTable', {
          routes: { app: { destination: '10.0.3.0/24', target: 'GwlbEndpoint' } },
        }),
        box('security-group', 'AppGroup', { description: 'Workloads: nothing in, everything out' }),
        box('security-group', 'ClientGroup', { description: 'VPN clients: everything out' }),
        box('security-group', 'EndpointGroup', {
          description: 'Interface endpoints: HTTPS from both VPCs',
          inbound: {
            own: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' },
            peer: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.1.0.0/16' },
          },
        }),
        box('security-group', 'DnsGroup', {
          description: 'Resolver endpoint: DNS from the VPC and its VPN clients',
          inbound: {
            udp: { protocol: 'udp', fromPort: 53, toPort: 53, peer: '10.0.0.0/16' },
            tcp: { protocol: 'tcp', fromPort: 53, toPort: 53, peer: '10.0.0.0/16' },
          },
        }),
      ),
      box('endpoint-service', 'GwlbService', { loadBalancers: { Gwlb: true }, acceptanceRequired: false }),
      box('peering-connection', 'Peering', { requester: 'PeerVpc', accepter: 'Vpc', accepted: true }),
      box(
        'vpc',
        'PeerVpc',
        { cidr: '10.1.0.0/16', dnsSupport: true, dnsHostnames: true },
        box(
          'subnet',
          'PeerSubnet',
          { cidr: '10.1.0.0/24', zone: zoneA, routeTable: 'PeerTable' },
          box('instance', 'PeerApp', { securityGroups: { PeerGroup: true } }),
        ),
        box('route-table', 'PeerTable', {
          routes: { vpc: { destination: '10.0.0.0/16', target: 'Peering' } },
        }),
        box('security-group', 'PeerGroup', { description: 'Workloads: nothing in, everything out' }),
      ),
      box(
        'vpc',
        'SecurityVpc',
        { cidr: '10.2.0.0/16', dnsSupport: true, dnsHostnames: true },
        box(
          'subnet',
          'FwSubnet',
          { cidr: '10.2.0.0/24', zone: zoneA, routeTable: 'FwTable' },
          box('gateway-load-balancer', 'Gwlb', { targets: { first: { target: { ref: 'Firewall' } } } }),
          box('instance', 'Firewall', {
            sourceDestinationCheck: false,
            securityGroups: { FirewallGroup: true },
          }),
        ),
        box('route-table', 'FwTable'),
        box('security-group', 'FirewallGroup', {
          description: 'Appliances: GENEVE from the load balancer',
          inbound: { geneve: { protocol: 'udp', fromPort: 6081, toPort: 6081, peer: '10.2.0.0/16' } },
        }),
      ),
    ),
    arrow('App', 'SQS', { id: 'app-sqs', gbPerMonth: 10 }),
    arrow('App', 'S3', { id: 'app-s3', gbPerMonth: 100 }),
    arrow('PeerApp', 'SQS', { id: 'peer-sqs', gbPerMonth: 10 }),
    arrow('ClientVpn', 'SQS', { id: 'client-sqs', gbPerMonth: 1 }),
  ),
  places: {
    Tokyo: [0, 0, 1496, 1016],
    S3: [448, 64],
    SQS: [684, 64],
    PeerZone: [1232, 64],
    Vpc: [96, 232, 824, 736],
    ClientVpn: [164, -24],
    S3Endpoint: [352, -24],
    InternetGateway: [588, 712],
    SubnetA: [64, 136, 296, 248],
    InboundEndpoint: [100, 80],
    SubnetC: [440, 136, 344, 248],
    SqsEndpoint: [148, 80],
    AppSubnet: [64, 448, 296, 200],
    App: [100, 64],
    GwlbSubnet: [440, 448, 344, 200],
    GwlbEndpoint: [148, 64],
    Peering: [960, 448],
    GwlbService: [960, 768],
    PeerVpc: [1112, 304, 336, 304],
    PeerSubnet: [24, 64, 288, 216],
    PeerApp: [96, 80],
    SecurityVpc: [1112, 664, 336, 304],
    FwSubnet: [24, 64, 288, 216],
    Gwlb: [32, 64],
    Firewall: [160, 64],
  },
  scenes: [
    {
      title: { en: 'A name decides the path', ja: '経路を決めるのは名前' },
      text: {
        en: 'A workload, a peered VPC and the clients of a VPN all call the queue service by its usual name. Routes come later: first somebody has to say which address the name means.',
        ja: 'ワークロード、ピアリングされた VPC、VPN クライアントが、キューサービス (SQS) を同じ名前で呼び出します。ルートより先に、その名前がどのアドレスを指すかが決まります。',
      },
      shows: ['Tokyo'],
      flows: [],
      notes: {
        en: 'Keep the question in mind for all that follows: which address does the name mean, here?',
        ja: '以降のシーンでは、ここではその名前がどのアドレスを指すかを考えます。',
      },
    },
    {
      title: {
        en: 'Private DNS: nothing to change in the application',
        ja: 'プライベート DNS: アプリケーションの変更は不要',
      },
      text: {
        en: 'With private DNS on, the resolver of this VPC answers the default name of the service with the private address of the interface endpoint. Both DNS settings of the VPC must be on.',
        ja: 'プライベート DNS を有効にすると、この VPC のリゾルバーは、サービスのデフォルトの名前に対してインターフェイスエンドポイントのプライベートアドレスを返します。VPC の DNS 解決と DNS ホスト名の両方が有効である必要があります。',
      },
      shows: ['Vpc', 'SQS'],
      flows: ['app-sqs'],
      notes: {
        en: 'The first card is the answer of the resolver: read it out.',
        ja: '最初のカードがリゾルバーの応答です。読み上げて説明します。',
      },
    },
    {
      title: {
        en: 'Private DNS off: the public address again',
        ja: 'プライベート DNS が無効: パブリックアドレスに戻る',
      },
      text: {
        en: 'The same call now resolves to public addresses and leaves by the default route. Only the names of the endpoint itself, Regional and zonal, still lead to it: applications need --endpoint-url.',
        ja: '同じ呼び出しがパブリックアドレスに解決され、デフォルトルートから外に出ます。エンドポイントに接続するには、エンドポイント固有のリージョン名またはゾーン名を --endpoint-url で指定する必要があります。',
      },
      shows: ['Vpc', 'SQS'],
      flows: ['app-sqs'],
      notes: {
        en: 'It still arrives, by another way: say that before somebody calls it a success.',
        ja: 'それでも届きますが、別の経路です。成功と誤解されないよう補足します。',
      },
      plan: {
        title: { en: 'Private DNS off', ja: 'プライベート DNS が無効' },
        commands: [call('setProps', { id: 'SqsEndpoint', props: { privateDns: false } })],
      },
    },
    {
      title: { en: 'A peer has the route, and not the name', ja: 'ピア VPC: ルートはあっても名前が違う' },
      text: {
        en: 'The peered VPC can reach the endpoint by its address. But the hidden zone of private DNS answers in the endpoint’s own VPC only: here the name means public addresses, and there is no way to these.',
        ja: 'ピアリングされた VPC から、エンドポイントのアドレスには到達できます。しかしプライベート DNS の隠れたゾーンが応答するのはエンドポイントの VPC の中だけです。ここでは名前がパブリックアドレスに解決され、そこへの経路はありません。',
      },
      shows: ['Vpc', 'PeerVpc', 'SQS'],
      flows: ['peer-sqs'],
      notes: {
        en: 'Ask: the route to the endpoint is there. Does it arrive?',
        ja: '質問します。エンドポイントへのルートはあります。届くでしょうか。',
      },
      asks: 'peer-sqs',
      plan: {
        title: { en: 'Without a zone of one’s own', ja: '独自のゾーンなし' },
        commands: [call('deleteResources', { ids: ['PeerZone'] })],
      },
    },
    {
      title: { en: 'A hosted zone of one’s own', ja: '独自のプライベートホストゾーン' },
      text: {
        en: 'A private hosted zone with the name of the service, associated with the peered VPC, holds an alias of the endpoint. Now the name leads over the peering connection.',
        ja: 'サービスと同じ名前のプライベートホストゾーンを作成し、エンドポイントのエイリアスレコードを置いて、ピアリングされた VPC に関連付けます。これで、名前からピアリング接続経由でエンドポイントに到達します。',
      },
      shows: ['Vpc', 'PeerVpc', 'PeerZone', 'SQS'],
      flows: ['peer-sqs'],
      notes: {
        en: 'The same arrow, one record more.',
        ja: '同じ矢印で、違いはレコード 1 つだけです。',
      },
    },
    {
      title: { en: 'VPN clients ask whom they are told to ask', ja: 'VPN クライアントの DNS サーバー' },
      text: {
        en: 'Without DNS servers of the Client VPN endpoint, a client asks its own. The name means public addresses, and with split tunnel the request does not even enter the VPN: it leaves by the client’s own connection.',
        ja: 'クライアント VPN エンドポイントに DNS サーバーを指定しないと、クライアントは端末の DNS サーバーに問い合わせます。名前はパブリックアドレスに解決され、スプリットトンネルではリクエストが VPN を通らず、端末自身の接続から出ていきます。',
      },
      shows: ['Vpc', 'SQS'],
      flows: ['client-sqs'],
      notes: {
        en: 'Split tunnel is the reason: what is not routed to the VPN never enters it.',
        ja: '原因はスプリットトンネルです。VPN へのルートがない通信は VPN に入りません。',
      },
      plan: {
        title: { en: 'No DNS servers', ja: 'DNS サーバーの指定なし' },
        commands: [call('setProps', { id: 'ClientVpn', props: { dnsServers: '' } })],
      },
    },
    {
      title: { en: 'An inbound endpoint answers them', ja: 'インバウンドエンドポイントが応答' },
      text: {
        en: 'The DNS servers are the addresses of a Route 53 Resolver inbound endpoint, which answers as the VPC’s resolver does. Queries and calls both need the authorization rule; then the client appears in the VPC with an address of the associated subnet.',
        ja: 'DNS サーバーに Route 53 Resolver インバウンドエンドポイントのアドレスを指定すると、VPC のリゾルバーと同じ応答が得られます。問い合わせにも呼び出しにも承認ルールが必要です。クライアントの送信元は、関連付けられたサブネットのアドレスに変換されます。',
      },
      shows: ['Vpc', 'SQS'],
      flows: ['client-sqs'],
      notes: {
        en: 'Two things pass by the authorization rule: the query, and then the call.',
        ja: '承認ルールの対象は、問い合わせと、その後の呼び出しの 2 つです。',
      },
    },
    {
      title: { en: 'Three types of endpoints, side by side', ja: '3 種類のエンドポイントを並べて' },
      text: {
        en: 'The gateway endpoint is a row of route tables, for S3 and DynamoDB.\n\nThe interface endpoint is an address, found by a name.\n\nThe Gateway Load Balancer endpoint is a target of routes: here it leads what App exchanges with the internet through the firewalls of another VPC.',
        ja: 'ゲートウェイエンドポイントはルートテーブルの 1 行で、S3 と DynamoDB に使います。\n\nインターフェイスエンドポイントはアドレスで、名前で見つけます。\n\nGateway Load Balancer エンドポイントはルートのターゲットで、ここでは App とインターネットの間の通信を、別の VPC のファイアウォールに通します。',
      },
      shows: ['Tokyo'],
      flows: ['app-s3', 'app-sqs'],
      notes: {
        en: 'One sentence for each: a row, an address, a target.',
        ja: '一言でまとめると、ルートの行、アドレス、ターゲットです。',
      },
      builds: [{ block: 1, packet: 'app-s3' }, { block: 2, packet: 'app-sqs' }, { block: 3 }],
    },
  ],
  variants: [
    {
      id: 'private-dns-without-hostnames',
      name: 'Fault: private DNS is on while DNS hostnames are off / 障害: プライベート DNS が有効で、VPC の DNS ホスト名が無効',
      commands: [call('setProps', { id: 'Vpc', props: { dnsHostnames: false } })],
      fault: { rule: 'private-dns-without-dns-hostnames', on: 'Vpc' },
    },
    {
      id: 'vpn-without-authorization',
      name: 'Fault: the Client VPN has no authorization rule / 障害: クライアント VPN に承認ルールがない',
      commands: [call('setRow', { id: 'ClientVpn', field: 'authorizations', row: 'vpc', values: null })],
      fault: { rule: 'client-vpn-without-authorization', on: 'ClientVpn' },
    },
    {
      id: 'resolver-without-53',
      name: 'Fault: the resolver endpoint’s security group does not admit DNS / 障害: Resolver エンドポイントのセキュリティグループで DNS が許可されていない',
      commands: [
        call('setRow', { id: 'DnsGroup', field: 'inbound', row: 'udp', values: null }),
        call('setRow', {
          id: 'DnsGroup',
          field: 'inbound',
          row: 'tcp',
          values: { fromPort: 443, toPort: 443 },
        }),
      ],
      fault: { rule: 'resolver-endpoint-closed-to-dns', on: 'DnsGroup' },
    },
  ],
};
