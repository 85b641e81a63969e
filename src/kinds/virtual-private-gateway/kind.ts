/**
 * A virtual private gateway: the end of Site-to-Site VPN connections at a VPC. It takes what the VPC sends to prefixes that
 * its connections have told it of, and puts routes to these into the route tables that it propagates to. Drawn on the
 * border of the VPC it is attached to; standing in the Region, it is attached to none.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html
 */
import type { Rows } from '../../core/catalog/field';
import { columns } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import type { ResourceId } from '../../core/model/document';
import { known, type Value } from '../../core/model/value';
import { privateAsnFault } from '../../lib/asn';
import { cfn } from './cfn';

export interface Propagation {
  readonly routeTable: Value<ResourceId | null>;
}

interface VirtualPrivateGatewayProps {
  readonly propagation: Rows<Propagation>;
  /** The table by which it sends on what comes in; null: straight to whoever has the address. */
  readonly routeTable: Value<ResourceId | null>;
  /** Null: AWS's own default, 64512. */
  readonly asn: Value<number | null>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'virtual-private-gateway': VirtualPrivateGatewayProps;
  }
}

export default defineKind({
  kind: 'virtual-private-gateway',
  label: { en: 'Virtual private gateway', ja: '仮想プライベートゲートウェイ' },
  summary: { en: 'The end of VPN connections at a VPC', ja: 'VPN 接続の VPC 側の終端' },
  group: 'gateways',
  rank: 6,
  icon: 'resource/AmazonVPCVPNGateway',
  defaultName: 'VpnGateway',
  parents: ['vpc', 'region'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, onBorder: true },
  fields: {
    propagation: {
      control: 'rows',
      label: { en: 'Route propagation', ja: 'ルート伝播' },
      help: {
        en: 'The route tables that get the routes of its VPN connections',
        ja: 'VPN 接続のルートを自動的に追加するルートテーブル',
      },
      addLabel: { en: 'Add route table', ja: 'ルートテーブルを追加' },
      default: {},
      columns: columns<Propagation>({
        routeTable: {
          control: 'ref',
          kinds: ['route-table'],
          whenCopied: 'join',
          label: { en: 'Route table', ja: 'ルートテーブル' },
          property: 'RouteTableIds',
          default: null,
          none: { en: 'Not chosen', ja: '未選択' },
        },
      }),
    },
    routeTable: {
      control: 'ref',
      kinds: ['route-table'],
      label: { en: 'Route table for incoming traffic', ja: '受信トラフィックのルートテーブル' },
      property: 'edge-association/RouteTableId',
      default: null,
      none: { en: 'None', ja: 'なし' },
      advanced: true,
    },
    asn: {
      control: 'number',
      min: 64512,
      max: 4294967294,
      optional: true,
      label: { en: 'Amazon side ASN', ja: 'Amazon 側の ASN' },
      property: 'AmazonSideAsn',
      default: null,
      advanced: true,
      check: privateAsnFault,
    },
  },
  propose(_, around) {
    const vpc = around.ancestor('vpc');
    const tables = vpc === undefined ? [] : around.all('route-table', vpc.id);
    const used = new Set(
      vpc === undefined ? [] : around.all('subnet', vpc.id).map(({ props }) => props.routeTable),
    );
    const own = tables.filter(({ id, props }) => used.has(id) || (props.main === true && used.has(null)));
    return { propagation: Object.fromEntries(own.map(({ id }) => [id, { routeTable: id }])) };
  },
  tidy: () => ({ border: 'left' }),
  *facts({ id, props, provenance }, around) {
    const network = around.ancestor('vpc')?.id ?? null;
    yield {
      fact: 'vpn-gateway',
      by: id,
      network,
      ...(network === null && provenance?.outside !== undefined ? { elsewhere: true } : {}),
      routeTable: props.routeTable,
      propagatesTo: Object.values(props.propagation).flatMap(({ routeTable }) => known(routeTable) ?? []),
    };
  },
  cfn: { types: ['AWS::EC2::VPNGateway'], ...cfn },
});
