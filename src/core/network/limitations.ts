/** What the engine does not model. It is shown in the app and in the README: silence would read as a promise. */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Consequence } from '../cfn/unmodelled/entry';
import { unmodelledTypes } from '../cfn/unmodelled/table';

/** All of it, without the CFN types that a kind of the catalog has taken. */
export function limitationsOf(catalog: Catalog): readonly Words[] {
  const taken = takenTypes(catalog);
  const remaining = unmodelledTypes.filter(
    ({ types: [type], ofDrawn }) => ofDrawn === true || !taken.has(type ?? ''),
  );
  return [
    ...always,
    ...consequences.flatMap((consequence) => {
      const those = remaining.filter((each) => each.consequence === consequence).map(({ what }) => what);
      return those.length === 0 ? [] : [sentences[consequence](those)];
    }),
  ];
}

const consequences: readonly Consequence[] = ['by-route', 'unknown', 'assumed', 'no-end'];

const sentences: Readonly<Record<Consequence, (those: readonly Words[]) => Words>> = {
  'by-route': (those) => ({
    en: `Kept in the template and not drawn; where a route leads to one, the answer is “unknown”: ${english(those)}`,
    ja: `テンプレートには残りますが描画されず、ルートのターゲットの場合は「不明」と判定するもの: ${japanese(those)}`,
  }),
  unknown: (those) => ({
    en: `Not read; where a verdict hangs on it, it is “unknown”: ${english(those)}`,
    ja: `読み取らず、判定がそれに左右される場合は「不明」とするもの: ${japanese(those)}`,
  }),
  assumed: (those) => ({
    en: `Assumed to change nothing, which each verdict says that touches what they are about: ${english(those)}`,
    ja: `影響がないものとし、関係する判定にその仮定を明示するもの: ${japanese(those)}`,
  }),
  'no-end': (those) => ({
    en: `Not drawn, so that no flow can start or end there: ${english(those)}`,
    ja: `描画されず、通信の送信元や送信先にできないもの: ${japanese(those)}`,
  }),
};

function english(those: readonly Words[]): string {
  return those.map(({ en }) => en).join('; ');
}

function japanese(those: readonly Words[]): string {
  return those.map(({ ja }) => ja).join('、');
}

/** The CFN types that are drawn, or absorbed into what is. */
function takenTypes(catalog: Catalog): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { cfn } of catalog.kinds.values()) {
    for (const type of cfn?.types ?? []) taken.add(type);
    for (const { type } of cfn?.satellites ?? []) taken.add(type);
  }
  return taken;
}

const always: readonly Words[] = [
  {
    en: 'Endpoint policies, bucket policies and IAM permissions are not analysed',
    ja: 'エンドポイントポリシー、バケットポリシー、IAM の権限は解析しません',
  },
  {
    en: 'Firewalls, routing and services inside an operating system are not analysed; whoever receives a packet is taken to answer it',
    ja: 'OS 内部のファイアウォール、ルーティング、サービスは解析しません。パケットを受け取ったものは応答するとみなします',
  },
  {
    en: 'What an appliance (behind a Gateway Load Balancer endpoint, or an instance whose source/destination check is off) does with packets is answered “unknown”, unless something behind it blocks them for certain; one between VPCs that are attached to a transit gateway is taken to let packets go on as they are and to drop replies of connections that it has not seen begin',
    ja: 'アプライアンス (Gateway Load Balancer エンドポイントの先、または送信元/送信先チェックが無効なインスタンス) のパケット処理は、その先で確実にブロックされる場合を除き「不明」と判定します。Transit Gateway にアタッチされた VPC 間にあるものは、パケットをそのまま転送し、開始を確認していない接続への応答を破棄するとみなします',
  },
  {
    en: 'Multicast, Connect attachments, policy tables and prefix lists of transit gateways are not modelled',
    ja: 'Transit Gateway のマルチキャスト、Connect アタッチメント、ポリシーテーブル、プレフィックスリストはモデル化していません',
  },
  {
    en: 'Clients of a Client VPN endpoint on subnets are followed over IPv4 and IPv6, its security groups being taken to filter both. What AWS’s guide leaves open about IPv6 is answered “unknown”: which addresses clients get through a transit gateway, how they reach one another, and whether others can begin connections to them. Through a transit gateway they use its default route table, which is all that a template can say. A client keeps its source port, which Client VPN may change where several clients ask one server at a time',
    ja: 'サブネットに関連付けたクライアント VPN エンドポイントのクライアントは、IPv4 と IPv6 の両方で追跡し、セキュリティグループは両方に適用されるものとします。IPv6 について AWS のドキュメントに記載がない点 (Transit Gateway 経由のクライアントに割り当てられるアドレス、クライアント間の通信、クライアントへの接続の開始) は「不明」と判定します。Transit Gateway 経由の場合は、テンプレートで表せるデフォルトルートテーブルを使うものとします。送信元ポートは変わらないものとしますが、複数のクライアントが同時に同じサーバーに接続する場合は変換されることがあります',
  },
  {
    en: 'The tunnels of a VPN connection are taken to be up, and the customer’s device to send what a flow asks for by the connection that leads there; which of several connections with one prefix AWS prefers (AS path, MED) is not modelled',
    ja: 'VPN 接続のトンネルは確立しているとみなし、オンプレミス側のデバイスは、宛先に届く VPN 接続にパケットを送るとみなします。同じプレフィックスを持つ複数の VPN 接続の優先順位 (AS パス、MED) はモデル化していません',
  },
  {
    en: 'A flow of an instance starts and ends at its primary network interface; further ones are named for themselves, and those that an instance describes within itself are not followed',
    ja: 'インスタンスのフローは、プライマリネットワークインターフェイスを始点・終点とします。追加のインターフェイスは個別に指定します。インスタンスの定義内に書かれた追加のインターフェイスは解析しません',
  },
  {
    en: 'The public addresses of AWS services are not known offline: rules for single public blocks are answered “unknown”, or the assumption is listed',
    ja: 'AWS サービスのパブリックアドレスはオフラインではわかりません。個別のパブリックアドレス範囲のルールは「不明」とするか、仮定を明示します',
  },
  {
    en: 'A connection over the default name of a service is followed over IPv4; its dual-stack names lead to both families',
    ja: 'サービスのデフォルト名への接続は IPv4 で追跡します。デュアルスタックの名前は IPv4 と IPv6 の両方に解決されます',
  },
  {
    en: 'The public DNS is not asked: a name that may be public is taken to lead to the internet, and one that a private hosted zone of the design holds is taken to be in no public zone',
    ja: 'パブリック DNS への問い合わせは行いません。パブリックでありうる名前はインターネットに解決されるものとし、設計内のプライベートホストゾーンにある名前はパブリック DNS にはないものとします',
  },
  {
    en: 'Routing policies and health checks of DNS records are not analysed, except that a secondary failover record stands by; hosted zones of other accounts are not known',
    ja: 'DNS レコードのルーティングポリシーとヘルスチェックは、フェイルオーバーのセカンダリを除いて解析しません。ほかのアカウントのホストゾーンも対象外です',
  },
  {
    en: 'What a DNS server of one’s own answers is “unknown”, unless it is an inbound endpoint of the design',
    ja: '独自の DNS サーバーが返す応答は、設計内のインバウンドエンドポイントを除いて「不明」と判定します',
  },
  {
    en: 'An ICMP flow is an echo (ping) and its answer; over IPv6 it is one of ICMPv6',
    ja: 'ICMP のフローはエコー要求 (ping) とその応答を意味します。IPv6 では ICMPv6 のエコーになります',
  },
  {
    en: 'The health of a load balancer’s targets, the conditions of its listener rules and sticky sessions are not analysed: a flow counts as reachable when one of the targets is',
    ja: 'ロードバランサーのターゲットのヘルス状態、リスナールールの条件、スティッキーセッションは解析しません。いずれかのターゲットに届けば到達可能とします',
  },
  {
    en: 'Availability Zones are compared by name, which mean the same zones within one account only; PrivateLink between Regions is answered “unknown”',
    ja: 'アベイラビリティーゾーンは名前で比較します。名前とゾーンの対応は同じアカウント内でのみ一致します。リージョン間の PrivateLink は「不明」と判定します',
  },
  {
    en: 'What stands behind an interface endpoint whose service is provided in no file is answered “unknown”',
    ja: 'サービスのプロバイダーがファイルに含まれないインターフェイスエンドポイントの先は「不明」と判定します',
  },
  {
    en: 'What macros, included files and loops over what is not known add to a template is not analysed; each verdict says so',
    ja: 'マクロ、インクルード、内容が不明な値に対するループがテンプレートに追加するものは解析しません。判定にはその旨を表示します',
  },
  {
    // OT4, NG9
    en: 'Packet sizes, bandwidth, connection limits and time-outs are not modelled',
    ja: 'パケットサイズ、帯域幅、接続数の上限、タイムアウトはモデル化していません',
  },
];
