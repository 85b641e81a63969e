/**
 * A network outside AWS, such as an office or a data center, with the address ranges it uses. It is reached over the VPN
 * connections of the customer gateways that it says it stands behind; with none, public addresses of it are on the
 * internet and private ones are out of reach. It says who is there. What its device tells AWS over BGP, the customer
 * gateway says, and the routes of a static connection are the connection's.
 */
import { columns, type Refs, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { known, type Value } from '../../core/model/value';
import { addressOf } from '../../lib/cidr';
import { cidrFaultWords } from '../../lib/cidrWords';

interface Network {
  readonly cidr: Value<string>;
}

interface OnPremisesProps {
  readonly cidrs: Rows<Network>;
  readonly customerGateways: Refs;
  readonly dnsServers: Rows<DnsServer>;
}

interface DnsServer {
  readonly ip: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'on-premises': OnPremisesProps;
  }
}

export default defineKind({
  kind: 'on-premises',
  label: { en: 'On-premises network', ja: 'オンプレミスネットワーク' },
  summary: { en: 'An office or a data center of your own', ja: '自社のオフィスやデータセンター' },
  group: 'outside',
  icon: 'resource/Officebuilding',
  defaultName: 'OnPremises',
  parents: ['canvas'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    cidrs: {
      control: 'rows',
      label: { en: 'CIDR blocks', ja: 'CIDR ブロック' },
      addLabel: { en: 'Add CIDR block', ja: 'CIDR ブロックを追加' },
      default: { first: { cidr: '192.168.0.0/16' } },
      columns: columns<Network>({
        cidr: {
          control: 'text',
          label: { en: 'CIDR block', ja: 'CIDR ブロック' },
          default: '192.168.0.0/16',
          check: (cidr) => cidrFaultWords(cidr, cidr.includes(':') ? 6 : 4),
        },
      }),
    },
    customerGateways: {
      control: 'refs',
      kinds: ['customer-gateway'],
      label: { en: 'Behind customer gateways', ja: 'カスタマーゲートウェイ' },
      default: {},
      drawn: true,
    },
    dnsServers: {
      control: 'rows',
      label: { en: 'Forwards DNS queries to', ja: 'DNS クエリの転送先' },
      help: {
        en: 'Addresses of Resolver inbound endpoints, say. Without any, it is taken to use those of the diagram',
        ja: 'Resolver インバウンドエンドポイントの IP アドレスなど。指定しない場合は、図にあるものを使うとみなします',
      },
      addLabel: { en: 'Add DNS server', ja: 'DNS サーバーを追加' },
      default: {},
      advanced: true,
      columns: columns<DnsServer>({
        ip: {
          control: 'text',
          label: { en: 'IP address', ja: 'IP アドレス' },
          default: '10.0.0.10',
          check: (ip) =>
            addressOf(ip) === undefined
              ? { en: `“${ip}” is not an IP address`, ja: `「${ip}」は IP アドレスではありません` }
              : undefined,
        },
      }),
    },
  },
  look({ props }) {
    const blocks = Object.values(props.cidrs).map(({ cidr }) => known(cidr) ?? '?');
    return blocks.length === 0 ? {} : { detail: blocks.join(', ') };
  },
  propose(_, around) {
    const devices = around.all('customer-gateway');
    return devices.length === 1
      ? { customerGateways: Object.fromEntries(devices.map(({ id }) => [id, true])) }
      : {};
  },
  tidy: () => ({ column: '0', row: 1 }),
  *facts({ id, props }) {
    yield {
      fact: 'on-premises',
      by: id,
      blocks: Object.values(props.cidrs).map(({ cidr }) => cidr),
      customerGateways: Object.keys(props.customerGateways),
      dnsServers: Object.values(props.dnsServers).map(({ ip }) => ip),
    };
  },
});
