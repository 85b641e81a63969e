/**
 * The three paths presented in under five minutes, in either language. Prices are those of `core/cost`, for 730 hours and 100 GB a
 * month in one Availability Zone of Tokyo.
 */
import type { SceneSketch } from './example';

const services = ['S3', 'DynamoDB', 'SQS', 'SystemsManager'];
const workloads = ['Web', 'App', 'Worker', 'Batch', 'Isolated'];

export const threePathsScenes: readonly SceneSketch[] = [
  {
    title: { en: 'One VPC, one question', ja: '1 つの VPC、1 つの問い' },
    text: {
      en: 'Workloads in this VPC want to use S3, DynamoDB, SQS and Systems Manager.\n\nAll four services have **public addresses**: none of them is inside the VPC.\n\nFive workloads, five subnets, each with a route table of its own. **Which way do the packets take?**',
      ja: 'この VPC のワークロードは、S3、DynamoDB、SQS、Systems Manager を使います。\n\nどのサービスも**パブリックアドレス**を持ち、VPC の中にはありません。\n\n5 つのサブネットの 5 つのワークロードは、それぞれ別のルートテーブルを使います。**パケットはどの経路を通るのでしょうか。**',
    },
    notes: {
      en: 'Half a minute. The point to make: a service “in the same Region” is still outside of the VPC.',
      ja: '30 秒。同じリージョンのサービスでも、VPC の外にあることを伝えます。',
    },
    shows: ['Tokyo'],
    flows: [],
    builds: [
      { block: 2, highlights: services },
      { block: 3, highlights: workloads },
    ],
  },
  {
    title: { en: 'The point of departure: no way out', ja: '出発点: 外への経路がない' },
    text: {
      en: '**Isolated** asks for S3 by name, and gets public addresses.\n\nIts route table has the **local route** only: no row matches these addresses, and the packet stops in its own subnet.',
      ja: '**Isolated** は名前で S3 を呼び出し、パブリックアドレスが返ります。\n\nサブネットのルートテーブルには**ローカルルート**しかありません。合う行がないため、パケットはサブネットの中で止まります。',
    },
    notes: {
      en: 'Ask first, and let them answer aloud. Then Y or N, or simply “next”.',
      ja: '先に質問し、声に出して答えてもらいます。Y か N、または「次へ」で進みます。',
    },
    shows: ['IsolatedSubnet', 'S3'],
    flows: ['isolated-s3'],
    asks: 'isolated-s3',
    builds: [{ block: 2, highlights: ['Isolated'] }],
  },
  {
    title: { en: 'Path 1: internet gateway', ja: '経路 1: インターネットゲートウェイ' },
    text: {
      en: 'A public subnet: its route table leads `0.0.0.0/0` to the internet gateway.\n\nThe route alone is not enough. **Web** needs a **public IPv4 address** too: the gateway swaps the private source address for it on the way out, and back for the reply.',
      ja: 'パブリックサブネットのルートテーブルは、`0.0.0.0/0` をインターネットゲートウェイに向けています。\n\nルートだけでは足りません。**Web** には**パブリック IPv4 アドレス**も必要です。ゲートウェイは、送信時にプライベートアドレスをパブリックアドレスに変換し、応答では元に戻します。',
    },
    notes: {
      en: 'Pause (A) at the gateway: the card shows the header before and after. The price is the public address, 3.65 USD a month.',
      ja: 'ゲートウェイで一時停止 (A) し、変換前後のヘッダーを見せます。料金はパブリックアドレス分の月 3.65 USD です。',
    },
    shows: ['PublicSubnet', 'S3', 'InternetGateway'],
    flows: ['web-s3'],
    builds: [{ block: 2, highlights: ['InternetGateway'], packet: 'web-s3' }],
  },
  {
    title: { en: 'Path 2: gateway endpoint', ja: '経路 2: ゲートウェイエンドポイント' },
    text: {
      en: '**App** has no public address, and its subnet has no route to the internet gateway.\n\nThe **gateway endpoint** puts the prefix list of S3 into the subnet’s route table: a row that is more specific than any default route.\n\nNo public address, no security group on the endpoint, **no charge**. Only S3 and DynamoDB have it.',
      ja: '**App** にはパブリックアドレスがなく、サブネットにはインターネットゲートウェイへのルートもありません。\n\n**ゲートウェイエンドポイント**は、S3 のプレフィックスリストをサブネットのルートテーブルに追加します。この行は、どのデフォルトルートよりも優先されます。\n\nパブリックアドレスもエンドポイントのセキュリティグループも不要で、**無料**です。対応するのは S3 と DynamoDB だけです。',
    },
    notes: {
      en: 'Most will say it is blocked: it looks like the isolated subnet. The difference is one row of the table.',
      ja: '多くの人がブロックと答えます。隔離されたサブネットとの違いは、ルートテーブルの 1 行だけです。',
    },
    shows: ['AppSubnet', 'S3', 'DynamoDB'],
    flows: ['app-s3'],
    asks: 'app-s3',
    builds: [
      { block: 2, highlights: ['S3Endpoint'] },
      { block: 3, flows: ['app-dynamodb'], highlights: ['S3Endpoint', 'DynamoDBEndpoint'] },
    ],
  },
  {
    title: { en: 'Path 3: interface endpoint', ja: '経路 3: インターフェイスエンドポイント' },
    text: {
      en: 'SQS and most other services have no gateway endpoint. They have **interface endpoints**: a network interface with a private address in a subnet of yours.\n\n**Private DNS** gives the service’s own name that private address. The route is the local one; the application changes nothing.\n\nOne endpoint serves one service. It is paid by the hour in each zone, and by the gigabyte.',
      ja: 'SQS をはじめ、ほとんどのサービスにはゲートウェイエンドポイントがありません。代わりに**インターフェイスエンドポイント**を使います。サブネット内のプライベートアドレスを持つネットワークインターフェイスです。\n\n**プライベート DNS** により、サービスの名前がこのプライベートアドレスに解決されます。使うのはローカルルートで、アプリケーションの変更は不要です。\n\n1 つのエンドポイントは 1 つのサービス専用で、ゾーンごとの時間料金とデータ量に応じた料金がかかります。',
    },
    notes: {
      en: 'The first card is the one to read out: the name decides the path before any route does.',
      ja: '最初のカードを読み上げます。ルートより先に、名前が経路を決めています。',
    },
    shows: ['WorkerSubnet', 'SQS', 'SystemsManager'],
    flows: ['worker-sqs'],
    builds: [
      { block: 2, highlights: ['SqsEndpoint'], packet: 'worker-sqs' },
      { block: 3, flows: ['worker-ssm'], highlights: ['SqsEndpoint', 'SsmEndpoint'] },
    ],
  },
  {
    title: { en: 'What guards path 3', ja: '経路 3 を守るもの' },
    text: {
      en: 'The interface endpoint has a **security group**: HTTPS from the VPC must be let in, or the name resolves and nothing answers.\n\nThe gateway endpoint has none. There, the endpoint policy and the workload’s own group decide.',
      ja: 'インターフェイスエンドポイントには**セキュリティグループ**があります。VPC からの HTTPS を許可しないと、名前は解決されても応答がありません。\n\nゲートウェイエンドポイントにはありません。エンドポイントポリシーと、ワークロード自身のセキュリティグループで制御します。',
    },
    notes: {
      en: 'The usual mistake, and what it looks like: a time-out, not an error.',
      ja: 'よくある間違いです。エラーではなく、タイムアウトになります。',
    },
    shows: ['WorkerSubnet'],
    flows: ['worker-sqs', 'worker-ssm'],
    lens: 'security',
    builds: [{ block: 2 }],
  },
  {
    title: { en: 'For comparison: NAT gateway', ja: '比較: NAT ゲートウェイ' },
    text: {
      en: 'A private subnet can also go out through a **NAT gateway**, which reaches every service and the internet too.\n\nTwo translations on the way, and **each gigabyte is charged**, even to S3 in the same Region.',
      ja: 'プライベートサブネットからは、**NAT ゲートウェイ**経由でも外に出られます。すべてのサービスに加えてインターネットにも届きます。\n\n途中でアドレスが 2 回変換されます。同じリージョンの S3 宛てでも、**データ量に応じて料金がかかります**。',
    },
    notes: {
      en: 'Scrub slowly over the two gateways: private, then the NAT gateway’s address, then its public one.',
      ja: '2 つのゲートウェイをスライダーでゆっくり示します。アドレスは、プライベート、NAT ゲートウェイ、パブリックの順に変わります。',
    },
    shows: ['BatchSubnet', 'PublicSubnet', 'S3', 'InternetGateway'],
    flows: ['batch-s3'],
    builds: [{ block: 2, highlights: ['NatGateway', 'InternetGateway'], packet: 'batch-s3' }],
  },
  {
    title: { en: 'Side by side: where it goes', ja: '並べて比較: 経路と保護' },
    text: {
      en: '**Internet gateway, NAT gateway**: out by a public address; guarded by the workload’s security group.\n\n**Gateway endpoint**: inside the AWS network; an endpoint policy; it belongs to the Region, and no zone that fails takes it away.\n\n**Interface endpoint**: inside the VPC, by a private address; a security group and a policy; one interface for each zone that must survive another.',
      ja: '**インターネットゲートウェイ、NAT ゲートウェイ**: パブリックアドレスで外に出ます。守るのはワークロードのセキュリティグループです。\n\n**ゲートウェイエンドポイント**: AWS ネットワークの中を通ります。エンドポイントポリシーで制御します。リージョン単位なので、ゾーン障害の影響を受けません。\n\n**インターフェイスエンドポイント**: VPC 内のプライベートアドレスを通ります。セキュリティグループとポリシーで制御します。ゾーン障害に備えるには、ゾーンごとにインターフェイスが必要です。',
    },
    notes: {
      en: 'One line for each path; the arrows come with their lines.',
      ja: '1 行ずつ、対応する矢印とともに示します。',
    },
    shows: ['Tokyo'],
    flows: ['web-s3', 'batch-s3'],
    builds: [
      { block: 1, packet: 'web-s3' },
      { block: 2, flows: ['app-s3', 'app-dynamodb'], packet: 'app-s3' },
      { block: 3, flows: ['worker-sqs', 'worker-ssm'], packet: 'worker-sqs' },
    ],
  },
  {
    title: { en: 'Side by side: 100 GB a month', ja: '並べて比較: 月 100 GB の料金' },
    text: {
      en: '- **Gateway endpoint**: 0 USD\n- **Internet gateway**, with one public IPv4 address: 3.65 USD\n- **Interface endpoint**, one zone: 10.22 + 1.00 = 11.22 USD\n- **NAT gateway**, with its public address: 48.91 + 6.20 = 55.11 USD\n\nPer month in Tokyo, prices of September 2026. Two zones double the endpoint and the NAT gateway; one NAT gateway serves all services, and an interface endpoint serves one.',
      ja: '- **ゲートウェイエンドポイント**: 0 USD\n- **インターネットゲートウェイ** (パブリック IPv4 アドレス 1 つ): 3.65 USD\n- **インターフェイスエンドポイント** (1 ゾーン): 10.22 + 1.00 = 11.22 USD\n- **NAT ゲートウェイ** (パブリックアドレスを含む): 48.91 + 6.20 = 55.11 USD\n\n東京リージョンの月額、2026 年 9 月の料金です。2 ゾーンではエンドポイントと NAT ゲートウェイの時間料金が 2 倍になります。NAT ゲートウェイは 1 つですべてのサービスに届き、インターフェイスエンドポイントは 1 つのサービス専用です。',
    },
    notes: {
      en: 'Let them order the four by price before you show the list.',
      ja: '一覧を見せる前に、4 つを料金順に並べてもらいます。',
    },
    shows: ['Tokyo'],
    flows: ['app-s3', 'web-s3', 'worker-sqs', 'batch-s3'],
    builds: [{ block: 1 }, { block: 2 }],
  },
  {
    title: { en: 'Three paths, side by side', ja: '3 つの経路を並べて' },
    text: {
      en: '**S3 and DynamoDB**: the gateway endpoint.\n\n**Other services, from a private subnet**: the interface endpoint.\n\n**The internet itself**: an internet gateway, with NAT for private subnets.',
      ja: '**S3 と DynamoDB**: ゲートウェイエンドポイント。\n\n**プライベートサブネットからその他のサービス**: インターフェイスエンドポイント。\n\n**インターネット**: インターネットゲートウェイ。プライベートサブネットからは NAT ゲートウェイも使います。',
    },
    notes: {
      en: 'The sentence to remember: take the gateway endpoint always, the interface endpoint where it is worth its hours.',
      ja: 'まとめ: ゲートウェイエンドポイントは常に使い、インターフェイスエンドポイントは料金に見合う場合に使います。',
    },
    shows: ['Tokyo'],
    flows: ['app-s3', 'worker-sqs', 'web-s3'],
    builds: [
      { block: 1, highlights: ['S3Endpoint', 'DynamoDBEndpoint'] },
      { block: 2, highlights: ['SqsEndpoint', 'SsmEndpoint'] },
      { block: 3, highlights: ['InternetGateway', 'NatGateway'] },
    ],
  },
];
