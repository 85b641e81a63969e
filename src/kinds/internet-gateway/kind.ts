/**
 * An internet gateway lets a VPC talk to the internet. For IPv4 it translates between an interface's private address
 * and its public one, so an interface without a public address gets nothing through. A route table of its own (a gateway
 * route table) can lead what comes in through an appliance. Drawn on the border of the VPC it is attached to; standing in
 * the Region, it is attached to none.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
import { defineKind } from '../../core/catalog/kind';
import type { ResourceId } from '../../core/model/document';
import { known, type Value } from '../../core/model/value';

interface InternetGatewayProps {
  /** The table by which it sends on what comes in; null: straight to whoever has the address. */
  readonly routeTable: Value<ResourceId | null>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'internet-gateway': InternetGatewayProps;
  }
}

export default defineKind({
  kind: 'internet-gateway',
  label: { en: 'Internet gateway', ja: 'インターネットゲートウェイ' },
  summary: { en: 'Connects a VPC with the internet', ja: 'VPC をインターネットに接続します' },
  group: 'gateways',
  icon: 'resource/AmazonVPCInternetGateway',
  defaultName: 'InternetGateway',
  parents: ['vpc', 'region'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, onBorder: true },
  fields: {
    routeTable: {
      control: 'ref',
      kinds: ['route-table'],
      label: { en: 'Route table for incoming traffic', ja: '受信トラフィックのルートテーブル' },
      help: {
        en: 'A gateway route table: leads what comes in for a subnet through an appliance',
        ja: 'ゲートウェイルートテーブル。サブネット宛ての受信トラフィックをアプライアンスに経由させます',
      },
      property: 'edge-association/RouteTableId',
      default: null,
      none: { en: 'None', ja: 'なし' },
      advanced: true,
    },
  },
  tidy: () => ({ border: 'top' }),
  *facts({ id, props }, around) {
    yield {
      fact: 'internet-gateway',
      by: id,
      network: around.ancestor('vpc')?.id ?? null,
      routeTable: props.routeTable,
    };
  },
  cfn: {
    types: ['AWS::EC2::InternetGateway'],
    satellites: [
      {
        role: 'attachment',
        type: 'AWS::EC2::VPCGatewayAttachment',
        from: 'satellite',
        property: 'InternetGatewayId',
      },
      {
        role: 'edge-association',
        type: 'AWS::EC2::GatewayRouteTableAssociation',
        from: 'satellite',
        property: 'GatewayId',
      },
    ],
    *write(gateway, scope) {
      yield { role: '', type: 'AWS::EC2::InternetGateway', properties: { Tags: scope.nameTags(gateway) } };
      const vpc = scope.ref(scope.ancestor('vpc')?.id ?? null);
      if (vpc !== undefined)
        yield {
          role: 'attachment',
          type: 'AWS::EC2::VPCGatewayAttachment',
          properties: { VpcId: vpc, InternetGatewayId: scope.ref(gateway.id) },
        };
      const table = scope.ref(known(gateway.props.routeTable) ?? null);
      if (table !== undefined)
        yield {
          role: 'edge-association',
          type: 'AWS::EC2::GatewayRouteTableAssociation',
          properties: { RouteTableId: table, GatewayId: scope.ref(gateway.id) },
          // A table can be given to a gateway only once that is attached.
          dependsOn: scope.attachmentOf(gateway.id),
        };
    },
    read: (reader) => ({
      parentId: reader.satellites('attachment')[0]?.parent('VpcId', ['vpc']) ?? null,
      props: {
        routeTable:
          reader.satellites('edge-association')[0]?.ref('routeTable', 'RouteTableId', ['route-table']) ??
          null,
      },
    }),
  },
});
