/**
 * A Site-to-Site VPN connection: two tunnels between a customer gateway and a virtual private gateway or a transit gateway.
 * Its routes are static, or BGP tells them. At a transit gateway the static routes are those of the transit gateway's route
 * tables. Whether the tunnels are up no design shows: they are taken to be. Drawn in the Region, with a line to each end.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html
 */
import { columns, type Rows } from '../../core/catalog/field';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { rowsTaken } from '../../core/catalog/takenBlocks';
import type { ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { cidrFaultWords } from '../../lib/cidrWords';
import { verbatim } from '../../lib/words';
import { cfn } from './cfn';

export interface StaticRoute {
  readonly destination: Value<string>;
}

interface VpnConnectionProps {
  /** A virtual private gateway or a transit gateway. */
  readonly gateway: Value<ResourceId | null>;
  readonly customerGateway: Value<ResourceId | null>;
  readonly staticOnly: Value<boolean>;
  readonly routes: Rows<StaticRoute>;
  /** What the tunnels carry. */
  readonly ipVersion: Value<'ipv4' | 'ipv6'>;
  /** It carries what is between these blocks; empty: between any. */
  readonly customerBlock: Value<string>;
  readonly awsBlock: Value<string>;
  /** What the tunnels run over: the internet, or private addresses and Direct Connect. */
  readonly outsideAddress: Value<'public' | 'private'>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'vpn-connection': VpnConnectionProps;
  }
}

export default defineKind({
  kind: 'vpn-connection',
  label: { en: 'Site-to-Site VPN connection', ja: 'Site-to-Site VPN 接続' },
  summary: {
    en: 'Joins a VPC or a transit gateway with a network on premises',
    ja: 'VPC または Transit Gateway をオンプレミスネットワークに接続します',
  },
  group: 'gateways',
  rank: 7,
  icon: 'resource/AmazonVPCVPNConnection',
  defaultName: 'VpnConnection',
  parents: ['region', 'canvas'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    gateway: {
      control: 'ref',
      kinds: ['virtual-private-gateway', 'transit-gateway'],
      label: { en: 'Target gateway', ja: 'ターゲットゲートウェイ' },
      property: 'VpnGatewayId',
      default: null,
      none: { en: 'Not chosen', ja: '未選択' },
      drawn: true,
    },
    customerGateway: {
      control: 'ref',
      kinds: ['customer-gateway'],
      label: { en: 'Customer gateway', ja: 'カスタマーゲートウェイ' },
      property: 'CustomerGatewayId',
      default: null,
      none: { en: 'Not chosen', ja: '未選択' },
      drawn: true,
    },
    staticOnly: {
      control: 'toggle',
      label: { en: 'Static routing', ja: '静的ルーティング' },
      help: { en: 'Otherwise BGP tells the routes', ja: 'オフの場合は BGP でルートを交換します' },
      property: 'StaticRoutesOnly',
      default: true,
    },
    routes: {
      control: 'rows',
      label: { en: 'Static routes', ja: '静的ルート' },
      help: {
        en: 'At a virtual private gateway, with static routing',
        ja: '仮想プライベートゲートウェイで静的ルーティングを使う場合に指定します',
      },
      addLabel: { en: 'Add static route', ja: '静的ルートを追加' },
      default: {},
      columns: columns<StaticRoute>({
        destination: {
          control: 'text',
          label: { en: 'IP prefix', ja: 'IP プレフィックス' },
          property: 'DestinationCidrBlock',
          default: '192.168.0.0/16',
          check: (destination) => cidrFaultWords(destination, 4),
        },
      }),
    },
    ipVersion: {
      control: 'choice',
      label: { en: 'Tunnel inside IP version', ja: 'トンネル内部 IP バージョン' },
      property: 'TunnelInsideIpVersion',
      default: 'ipv4',
      advanced: true,
      options: () => [
        { value: 'ipv4', label: verbatim('IPv4') },
        { value: 'ipv6', label: verbatim('IPv6') },
      ],
    },
    customerBlock: {
      control: 'text',
      label: { en: 'Local network CIDR (on premises)', ja: 'ローカルネットワーク CIDR (オンプレミス側)' },
      property: 'LocalIpv4NetworkCidr',
      default: '',
      advanced: true,
      check: blockFault,
    },
    awsBlock: {
      control: 'text',
      label: { en: 'Remote network CIDR (AWS)', ja: 'リモートネットワーク CIDR (AWS 側)' },
      property: 'RemoteIpv4NetworkCidr',
      default: '',
      advanced: true,
      check: blockFault,
    },
    outsideAddress: {
      control: 'choice',
      label: { en: 'Outside IP addresses', ja: '外部 IP アドレス' },
      property: 'OutsideIpAddressType',
      default: 'public',
      advanced: true,
      options: () => [
        { value: 'public', label: { en: 'Public', ja: 'パブリック' } },
        { value: 'private', label: { en: 'Private (Direct Connect)', ja: 'プライベート (Direct Connect)' } },
      ],
    },
  },
  look({ props }) {
    const isStatic = known(props.staticOnly);
    return isStatic === undefined ? {} : { badge: isStatic ? { en: 'Static', ja: '静的' } : verbatim('BGP') };
  },
  propose(_, around) {
    const gateway = only([...around.all('virtual-private-gateway'), ...around.all('transit-gateway')]);
    const customerGateway = only(around.all('customer-gateway'));
    // A static one needs routes: here of its own, and at a transit gateway in that one's tables.
    const isTransit = around.resource(gateway)?.kind === 'transit-gateway';
    return {
      gateway,
      customerGateway,
      ...(isTransit ? { staticOnly: false } : { routes: routesTo(customerGateway, around) }),
    };
  },
  tidy: () => ({ column: '0', row: 1 }),
  *price({ props: { gateway } }, around) {
    yield { item: 'site-to-site-vpn', units: 1 };
    // One that ends at a transit gateway is attached to it, which is paid as well.
    if (!isUnknown(gateway) && around.resource(gateway)?.kind === 'transit-gateway')
      yield { item: 'transit-gateway-attachment', units: 1 };
  },
  *facts({ id, props }, around) {
    const { gateway, ipVersion, outsideAddress } = props;
    const block = (text: Value<string>): Value<string | null> => (text === '' ? null : text);
    yield {
      fact: 'vpn-connection',
      by: id,
      gateway,
      customerGateway: props.customerGateway,
      family: isUnknown(ipVersion) ? ipVersion : ipVersion === 'ipv6' ? 6 : 4,
      staticOnly: props.staticOnly,
      routes: rowsTaken(props.routes, 'destination'),
      customerBlock: block(props.customerBlock),
      awsBlock: block(props.awsBlock),
      isPrivate: isUnknown(outsideAddress) ? outsideAddress : outsideAddress === 'private',
    };
    if (isUnknown(gateway) || around.resource(gateway)?.kind !== 'transit-gateway') return;
    yield {
      fact: 'transit-gateway-attachment',
      by: id,
      transitGateway: gateway,
      to: { is: 'resource', resource: id },
    };
  },
  cfn: { types: ['AWS::EC2::VPNConnection'], ...cfn },
});

function only(resources: readonly { readonly id: ResourceId }[]): ResourceId | null {
  return resources.length === 1 ? (resources[0]?.id ?? null) : null;
}

/** A static route for each IPv4 block that is drawn behind the customer gateway. */
function routesTo(device: ResourceId | null, around: Surroundings): Rows<StaticRoute> {
  const blocks = around
    .all('on-premises')
    .filter(({ props }) => device !== null && Object.hasOwn(props.customerGateways, device))
    .flatMap(({ props }) => Object.values(props.cidrs).flatMap(({ cidr }) => known(cidr) ?? []))
    .filter((cidr) => !cidr.includes(':'));
  return Object.fromEntries(blocks.map((destination, index) => [`to${index + 1}`, { destination }]));
}

function blockFault(text: string) {
  return text === '' ? undefined : cidrFaultWords(text, text.includes(':') ? 6 : 4);
}
