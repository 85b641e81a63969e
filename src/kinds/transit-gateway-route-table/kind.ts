/**
 * A route table of a transit gateway: it decides for packets that come from the attachments associated with it, by static
 * routes and by those that attachments propagate to it. Drawn beside its transit gateway.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html
 */
import { columns, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { rowsTaken } from '../../core/catalog/takenBlocks';
import type { ResourceId } from '../../core/model/document';
import { known, type Value } from '../../core/model/value';
import { cidrFaultWords } from '../../lib/cidrWords';
import { verbatim } from '../../lib/words';
import { cfn } from './cfn';
import { attachmentKinds, attachmentsIn, type Attached, type TransitRoute } from './rows';

interface TransitGatewayRouteTableProps {
  readonly transitGateway: Value<ResourceId | null>;
  readonly associations: Rows<Attached>;
  readonly propagations: Rows<Attached>;
  readonly routes: Rows<TransitRoute>;
  /**
   * The default table of the transit gateway, which attachments without an association use. CloudFormation cannot name it;
   * it is written as an ordinary table of those attachments.
   */
  readonly isDefault: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'transit-gateway-route-table': TransitGatewayRouteTableProps;
  }
}

const attachmentColumns = columns<Attached>({
  attachment: {
    control: 'ref',
    kinds: attachmentKinds,
    label: { en: 'Attachment', ja: 'アタッチメント' },
    property: 'TransitGatewayAttachmentId',
    default: null,
    none: { en: 'Not chosen', ja: '未選択' },
  },
});

export default defineKind({
  kind: 'transit-gateway-route-table',
  label: { en: 'Transit gateway route table', ja: 'Transit Gateway ルートテーブル' },
  summary: {
    en: 'Says by which attachment packets leave a transit gateway',
    ja: 'Transit Gateway に届いたパケットの行き先を決めます',
  },
  group: 'gateways',
  rank: 5,
  icon: 'resource/AmazonRoute53RouteTable',
  defaultName: 'TransitGatewayRouteTable',
  parents: ['region', 'canvas'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, badge: verbatim('TGW') },
  fields: {
    transitGateway: {
      control: 'ref',
      kinds: ['transit-gateway'],
      label: { en: 'Transit gateway', ja: 'Transit Gateway' },
      property: 'TransitGatewayId',
      default: null,
      none: { en: 'Not chosen', ja: '未選択' },
      drawn: true,
    },
    associations: {
      control: 'rows',
      label: { en: 'Associations', ja: '関連付け' },
      help: {
        en: 'The attachments whose packets this table decides for; one table for each attachment',
        ja: 'このルートテーブルを使うアタッチメント。アタッチメントごとに関連付けられるルートテーブルは 1 つ',
      },
      addLabel: { en: 'Add association', ja: '関連付けを作成' },
      default: {},
      columns: attachmentColumns,
    },
    propagations: {
      control: 'rows',
      label: { en: 'Propagations', ja: '伝播' },
      help: {
        en: 'The attachments whose blocks are among the routes of this table',
        ja: 'このルートテーブルに CIDR ブロックのルートを伝播するアタッチメント',
      },
      addLabel: { en: 'Add propagation', ja: '伝播を作成' },
      default: {},
      columns: attachmentColumns,
    },
    routes: {
      control: 'rows',
      label: { en: 'Static routes', ja: '静的ルート' },
      addLabel: { en: 'Add static route', ja: '静的ルートを作成' },
      routes: true,
      default: {},
      columns: columns<TransitRoute>({
        destination: {
          control: 'text',
          label: { en: 'CIDR block', ja: 'CIDR' },
          property: 'DestinationCidrBlock',
          default: '0.0.0.0/0',
          check: (destination) => cidrFaultWords(destination, destination.includes(':') ? 6 : 4),
        },
        attachment: {
          control: 'ref',
          kinds: attachmentKinds,
          label: { en: 'Attachment', ja: 'アタッチメント' },
          property: 'TransitGatewayAttachmentId',
          default: null,
          none: { en: 'None (blackhole)', ja: 'なし (ブラックホール)' },
        },
      }),
    },
    isDefault: {
      control: 'toggle',
      label: {
        en: 'Default route table of the transit gateway',
        ja: 'Transit Gateway のデフォルトルートテーブル',
      },
      default: false,
      advanced: true,
    },
  },
  propose(_, around) {
    const gateways = around.all('transit-gateway');
    return gateways.length === 1 ? { transitGateway: gateways[0]?.id ?? null } : {};
  },
  tidy: () => ({ column: '12', row: 1 }),
  *facts({ id, props }) {
    yield {
      fact: 'transit-gateway-route-table',
      by: id,
      transitGateway: known(props.transitGateway) ?? null,
      isDefault: props.isDefault === true,
      routes: rowsTaken(props.routes, 'destination'),
      associations: attachmentsIn(props.associations),
      propagations: attachmentsIn(props.propagations),
    };
  },
  cfn: { types: ['AWS::EC2::TransitGatewayRouteTable'], ...cfn },
});
