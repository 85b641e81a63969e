/**
 * A Client VPN endpoint: people's devices connect to it and reach a VPC, and what the VPC leads to, by a network interface in
 * an associated subnet, as far as an authorization rule lets them. As an end of an arrow it means a connected client. Drawn on
 * the border of its VPC; one whose template names no VPC stands in the Region.
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/how-it-works.html
 */
import { columns, type Refs, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { rowsTaken } from '../../core/catalog/takenBlocks';
import type { ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { InterfaceFact } from '../../core/network/facts';
import { addressOf, blockOf, blockText, firstFreeBlock } from '../../lib/cidr';
import { cidrFaultWords } from '../../lib/cidrWords';
import { cfn } from './cfn';
import { serversIn } from './rows';
import type { Association, Authentication, AuthorizationRule, ClientRoute, TrafficType } from './rows';

interface ClientVpnEndpointProps {
  readonly clientCidr: Value<string>;
  readonly associations: Rows<Association>;
  readonly authorizations: Rows<AuthorizationRule>;
  /** Besides the routes to the VPC, which its associations bring. */
  readonly routes: Rows<ClientRoute>;
  readonly splitTunnel: Value<boolean>;
  /** With commas between them; empty: those of the client's device. */
  readonly dnsServers: Value<string>;
  readonly securityGroups: Refs;
  readonly authentication: Value<Authentication>;
  /** Over which clients reach the endpoint itself. */
  readonly endpointAddresses: Value<TrafficType>;
  /** What may go through the tunnel. */
  readonly traffic: Value<TrafficType>;
  /** The transit gateway that it is associated with instead of subnets. */
  readonly transitGateway: Value<ResourceId | null>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'client-vpn-endpoint': ClientVpnEndpointProps;
  }
}

const addressTypes = () =>
  [
    { value: 'ipv4', label: { en: 'IPv4', ja: 'IPv4' } },
    { value: 'ipv6', label: { en: 'IPv6', ja: 'IPv6' } },
    { value: 'dual-stack', label: { en: 'Dual-stack', ja: 'デュアルスタック' } },
  ] as const;

export default defineKind({
  kind: 'client-vpn-endpoint',
  label: { en: 'Client VPN endpoint', ja: 'クライアント VPN エンドポイント' },
  summary: {
    en: 'Lets people’s devices into a VPC',
    ja: '利用者の端末を VPC に接続します',
  },
  group: 'gateways',
  rank: 6,
  icon: 'architecture-service/AWSClientVPN',
  defaultName: 'ClientVpn',
  parents: ['vpc', 'region', 'canvas'],
  isEnd: true,
  hasUsers: true,
  shape: { as: 'icon', size: { w: 96, h: 88 }, onBorder: true },
  fields: {
    clientCidr: {
      control: 'cidr',
      family: 4,
      label: { en: 'Client IPv4 CIDR', ja: 'クライアント IPv4 CIDR' },
      property: 'ClientCidrBlock',
      default: '172.20.0.0/22',
      applies: ({ traffic }) => traffic !== 'ipv6',
      check: (cidr) => (cidr === '' ? undefined : cidrFaultWords(cidr, 4)),
    },
    associations: {
      control: 'rows',
      label: { en: 'Associated subnets', ja: '関連付けられたサブネット' },
      help: {
        en: 'One for each Availability Zone at most; clients land on any of them',
        ja: 'アベイラビリティーゾーンごとに 1 つまで。クライアントはそのいずれかに割り当てられます',
      },
      addLabel: { en: 'Associate subnet', ja: 'サブネットを関連付け' },
      default: {},
      columns: columns<Association>({
        subnet: {
          control: 'ref',
          kinds: ['subnet'],
          whenCopied: 'join-one-per-zone',
          label: { en: 'Subnet', ja: 'サブネット' },
          property: 'SubnetId',
          default: null,
          none: { en: 'None', ja: 'なし' },
        },
      }),
    },
    authorizations: {
      control: 'rows',
      label: { en: 'Authorization rules', ja: '承認ルール' },
      addLabel: { en: 'Add rule', ja: 'ルールを追加' },
      default: {},
      columns: columns<AuthorizationRule>({
        destination: {
          control: 'text',
          label: { en: 'Destination', ja: '送信先' },
          property: 'TargetNetworkCidr',
          default: '10.0.0.0/16',
          check: (destination) => cidrFaultWords(destination, destination.includes(':') ? 6 : 4),
        },
        group: {
          control: 'text',
          label: { en: 'Group (empty: all users)', ja: 'グループ (空欄: 全員)' },
          property: 'AccessGroupId',
          default: '',
        },
      }),
    },
    routes: {
      control: 'rows',
      label: { en: 'Routes', ja: 'ルート' },
      help: {
        en: 'Besides those to the VPC; one for each associated subnet',
        ja: 'VPC へのルートは自動で追加されます。関連付けたサブネットごとに 1 つ必要です',
      },
      addLabel: { en: 'Add route', ja: 'ルートを追加' },
      default: {},
      columns: columns<ClientRoute>({
        destination: {
          control: 'text',
          label: { en: 'Destination', ja: '送信先' },
          property: 'DestinationCidrBlock',
          default: '0.0.0.0/0',
          check: (destination) => cidrFaultWords(destination, destination.includes(':') ? 6 : 4),
        },
        subnet: {
          control: 'ref',
          kinds: ['subnet'],
          label: { en: 'Target', ja: 'ターゲット' },
          property: 'TargetVpcSubnetId',
          default: null,
          none: { en: 'local / transit gateway', ja: 'local / Transit Gateway' },
        },
      }),
    },
    splitTunnel: {
      control: 'toggle',
      label: { en: 'Split tunnel', ja: 'スプリットトンネル' },
      help: {
        en: 'On: clients send only what a route covers',
        ja: '有効にすると、ルートのある送信先だけが VPN を通ります',
      },
      property: 'SplitTunnel',
      default: false,
    },
    dnsServers: {
      control: 'text',
      label: { en: 'DNS servers', ja: 'DNS サーバー' },
      help: {
        en: 'Two at most, with a comma between them; empty: that of the device',
        ja: 'カンマ区切りで 2 つまで。空欄の場合は端末の DNS サーバー',
      },
      property: 'DnsServers',
      default: '',
      check: (text) => {
        const wrong = serversIn(text).find((server) => addressOf(server) === undefined);
        return wrong === undefined
          ? undefined
          : { en: `“${wrong}” is not an IP address`, ja: `「${wrong}」は IP アドレスではありません` };
      },
    },
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'SecurityGroupIds',
      default: {},
    },
    authentication: {
      control: 'choice',
      label: { en: 'Authentication', ja: '認証' },
      property: 'AuthenticationOptions',
      default: 'certificate',
      advanced: true,
      options: () => [
        { value: 'certificate', label: { en: 'Mutual (certificates)', ja: '相互認証 (証明書)' } },
        { value: 'directory-service', label: { en: 'Active Directory', ja: 'Active Directory' } },
        { value: 'federated', label: { en: 'SAML', ja: 'SAML' } },
      ],
    },
    endpointAddresses: {
      control: 'choice',
      label: { en: 'Endpoint IP addresses', ja: 'エンドポイントの IP アドレスタイプ' },
      help: {
        en: 'Over which clients build up the tunnel; what goes through it is chosen below',
        ja: 'クライアントが VPN トンネルの接続に使うアドレス。トンネル内の通信は下で選びます',
      },
      property: 'EndpointIpAddressType',
      default: 'ipv4',
      advanced: true,
      options: addressTypes,
    },
    traffic: {
      control: 'choice',
      label: { en: 'Traffic IP addresses', ja: 'トラフィックの IP アドレスタイプ' },
      property: 'TrafficIpAddressType',
      default: 'ipv4',
      advanced: true,
      options: addressTypes,
    },
    transitGateway: {
      control: 'ref',
      kinds: ['transit-gateway'],
      label: { en: 'Transit gateway', ja: 'Transit Gateway' },
      property: 'TransitGatewayConfiguration',
      default: null,
      none: { en: 'None: subnets', ja: 'なし (サブネット)' },
      drawn: true,
      advanced: true,
    },
  },
  look({ props }) {
    const cidr = known(props.clientCidr) ?? '?';
    return cidr === '' ? {} : { detail: cidr };
  },
  propose(_, around) {
    const vpcs = around.all('vpc');
    const taken = vpcs.flatMap(({ props }) => blockOf(known(props.cidr) ?? '') ?? []);
    const space = blockOf('172.16.0.0/12');
    const free = space === undefined ? undefined : firstFreeBlock(space, 22, taken);
    const own = around.ancestor('vpc');
    const [subnet] = own === undefined ? [] : around.all('subnet', own.id);
    const cidr = own === undefined ? undefined : known(own.props.cidr);
    return {
      ...(free === undefined ? {} : { clientCidr: blockText(free) }),
      ...(subnet === undefined ? {} : { associations: { first: { subnet: subnet.id } } }),
      ...(cidr === undefined || cidr === ''
        ? {}
        : { authorizations: { vpc: { destination: cidr, group: '' } } }),
    };
  },
  tidy: () => ({ border: 'left' }),
  *price({ props }) {
    yield { item: 'client-vpn-association', units: Object.keys(props.associations).length };
    yield { item: 'client-vpn-connection', units: connected };
  },
  *facts({ id, props }, around) {
    const subnets = Object.values(props.associations).map(({ subnet }) => subnet);
    yield {
      fact: 'client-vpn',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      clientBlock: props.clientCidr,
      splitTunnel: props.splitTunnel,
      dnsServers: isUnknown(props.dnsServers) ? [props.dnsServers] : serversIn(props.dnsServers),
      associations: props.associations,
      routes: rowsTaken(props.routes, 'destination'),
      authorizations: Object.fromEntries(
        Object.entries(rowsTaken(props.authorizations, 'destination')).map(
          ([key, { destination, group }]) => [key, { destination, group: group === '' ? null : group }],
        ),
      ),
      transitGateway: props.transitGateway,
      addresses: props.traffic === 'dual-stack' ? 'dualstack' : props.traffic,
    };
    if (props.transitGateway !== null)
      yield {
        fact: 'transit-gateway-attachment',
        by: id,
        transitGateway: props.transitGateway,
        to: { is: 'resource', resource: id },
      };
    for (const subnet of subnets)
      if (subnet !== null)
        yield {
          fact: 'interface',
          by: id,
          subnet: isUnknown(subnet) ? null : subnet,
          ...(isUnknown(subnet) ? { elsewhere: subnet.unknown } : {}),
          privateIpv4: null,
          ...familiesOf(props.traffic),
          ipv6Field: 'traffic',
          // AWS gives it a public address, so that a public subnet leads to the internet.
          // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-internet.html
          publicIpv4: true,
          securityGroups: Object.keys(props.securityGroups),
          sourceDestinationCheck: true,
          clientPorts: [32768, 65535],
          workload: false,
        };
  },
  cfn: { types: ['AWS::EC2::ClientVpnEndpoint'], ...cfn },
});

/** Over IPv6 the interfaces stand for the clients, which have addresses of the subnet. */
function familiesOf(traffic: Value<TrafficType>): Pick<InterfaceFact, 'ipv4' | 'ipv6'> {
  return isUnknown(traffic)
    ? { ipv4: traffic, ipv6: traffic }
    : { ipv4: traffic !== 'ipv6', ipv6: traffic !== 'ipv4' };
}

const connected: Value<number> = {
  unknown: {
    en: 'how many hours clients are connected is not in the design',
    ja: 'クライアントの接続時間は設計に含まれていません',
  },
};
