/**
 * A customer gateway: what AWS knows of the device on premises at which VPN connections end. It stands for the networks
 * behind that device; a drawn on-premises network says which customer gateways it stands behind. What the device announces
 * over BGP no template says: without a word in the diagram it is not known. Drawn beside the Region.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html
 */
import { columns, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { known, type Value } from '../../core/model/value';
import { addressOf } from '../../lib/cidr';
import { cidrFaultWords } from '../../lib/cidrWords';
import { cfn } from './cfn';

interface Prefix {
  readonly cidr: Value<string>;
}

interface CustomerGatewayProps {
  /** Its address outside the tunnels; empty where a certificate stands for it. */
  readonly ip: Value<string>;
  /** What it announces over BGP. Empty: nobody said. */
  readonly prefixes: Rows<Prefix>;
  /** Null: AWS's own default, 65000. */
  readonly asn: Value<number | null>;
  readonly deviceName: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'customer-gateway': CustomerGatewayProps;
  }
}

export default defineKind({
  kind: 'customer-gateway',
  label: { en: 'Customer gateway', ja: 'カスタマーゲートウェイ' },
  summary: { en: 'The end of VPN connections on premises', ja: 'VPN 接続のオンプレミス側の終端' },
  group: 'outside',
  icon: 'resource/AmazonVPCCustomerGateway',
  defaultName: 'CustomerGateway',
  parents: ['canvas'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    ip: {
      control: 'text',
      label: { en: 'IP address', ja: 'IP アドレス' },
      property: 'IpAddress',
      default: '203.0.113.12',
      check: (ip) =>
        ip === '' || addressOf(ip) !== undefined
          ? undefined
          : { en: `“${ip}” is not an IP address`, ja: `「${ip}」は IP アドレスではありません` },
    },
    prefixes: {
      control: 'rows',
      label: { en: 'Prefixes announced over BGP', ja: 'BGP でアドバタイズするプレフィックス' },
      help: {
        en: 'Without any they are not known, and answers that hang on them are “unknown”',
        ja: '指定しない場合は不明とみなし、判定がそれに左右される場合は「不明」になります',
      },
      addLabel: { en: 'Add prefix', ja: 'プレフィックスを追加' },
      default: {},
      columns: columns<Prefix>({
        cidr: {
          control: 'text',
          label: { en: 'CIDR block', ja: 'CIDR ブロック' },
          default: '192.168.0.0/16',
          check: (cidr) => cidrFaultWords(cidr, cidr.includes(':') ? 6 : 4),
        },
      }),
    },
    asn: {
      control: 'number',
      min: 1,
      max: 4294967294,
      optional: true,
      label: { en: 'BGP ASN', ja: 'BGP ASN' },
      property: 'BgpAsn',
      default: null,
      advanced: true,
    },
    deviceName: {
      control: 'text',
      label: { en: 'Device', ja: 'デバイス' },
      property: 'DeviceName',
      default: '',
      advanced: true,
    },
  },
  look: ({ props }) => ({ detail: known(props.ip) ?? '?' }),
  // Between the networks behind it and the Region.
  tidy: () => ({ column: '05', row: 1 }),
  *facts({ id, props }) {
    yield {
      fact: 'customer-gateway',
      by: id,
      address: props.ip,
      announces: Object.values(props.prefixes).map(({ cidr }) => cidr),
    };
  },
  cfn: { types: ['AWS::EC2::CustomerGateway'], ...cfn },
});
