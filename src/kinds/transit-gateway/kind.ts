/**
 * A transit gateway: a router of a Region between the VPCs that are attached to it, and other networks. With its defaults
 * on, attachments that no drawn route table names use a default table, which knows the blocks of all of them.
 * https://docs.aws.amazon.com/vpc/latest/tgw/what-is-transit-gateway.html
 */
import { defineKind } from '../../core/catalog/kind';
import { enabling, isEnabled } from '../../core/cfn/enabled';
import type { CfnWriteScope } from '../../core/cfn/mapping';
import type { ResourceId } from '../../core/model/document';
import type { Value } from '../../core/model/value';
import { privateAsnFault } from '../../lib/asn';

interface TransitGatewayProps {
  readonly defaultAssociation: Value<boolean>;
  readonly defaultPropagation: Value<boolean>;
  readonly securityGroupReferencing: Value<boolean>;
  readonly dnsSupport: Value<boolean>;
  /** Null: AWS's own default, 64512. */
  readonly asn: Value<number | null>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'transit-gateway': TransitGatewayProps;
  }
}

export default defineKind({
  kind: 'transit-gateway',
  label: { en: 'Transit gateway', ja: 'Transit Gateway' },
  summary: {
    en: 'Routes between VPCs and other networks of a Region',
    ja: 'リージョン内の VPC やその他のネットワークを中継するルーター',
  },
  group: 'gateways',
  rank: 3,
  icon: 'architecture-service/AWSTransitGateway',
  defaultName: 'TransitGateway',
  parents: ['region', 'canvas'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    defaultAssociation: {
      control: 'toggle',
      label: { en: 'Default route table association', ja: 'デフォルトルートテーブルの関連付け' },
      help: {
        en: 'Attachments that no route table names use the default one',
        ja: 'どのルートテーブルにも関連付けられていないアタッチメントが、デフォルトルートテーブルを使います',
      },
      property: 'DefaultRouteTableAssociation',
      default: true,
    },
    defaultPropagation: {
      control: 'toggle',
      label: { en: 'Default route table propagation', ja: 'デフォルトルートテーブルの伝播' },
      help: {
        en: 'All attachments propagate their routes to the default route table',
        ja: 'すべてのアタッチメントが、デフォルトルートテーブルにルートを伝播します',
      },
      property: 'DefaultRouteTablePropagation',
      default: true,
    },
    securityGroupReferencing: {
      control: 'toggle',
      label: { en: 'Security group referencing support', ja: 'セキュリティグループ参照のサポート' },
      help: {
        en: 'Inbound rules may name security groups of other attached VPCs',
        ja: 'インバウンドルールで、アタッチされた他の VPC のセキュリティグループを参照できます',
      },
      property: 'SecurityGroupReferencingSupport',
      default: false,
    },
    dnsSupport: {
      control: 'toggle',
      label: { en: 'DNS support', ja: 'DNS サポート' },
      property: 'DnsSupport',
      default: true,
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
  tidy: () => ({ column: '12', row: 1 }),
  *facts({ id, props }, { region }) {
    yield {
      fact: 'transit-gateway',
      by: id,
      region,
      defaultAssociation: props.defaultAssociation,
      defaultPropagation: props.defaultPropagation,
      securityGroupReferencing: props.securityGroupReferencing,
      dnsSupport: props.dnsSupport,
    };
  },
  cfn: {
    types: ['AWS::EC2::TransitGateway'],
    *write(gateway, scope) {
      const { props } = gateway;
      const isDrawn = hasDrawnDefault(gateway.id, scope);
      yield {
        role: '',
        type: 'AWS::EC2::TransitGateway',
        properties: {
          AmazonSideAsn: scope.plain(props.asn),
          // A template cannot name the default table. A drawn one is written as any other, and its attachments name it.
          DefaultRouteTableAssociation: isDrawn ? 'disable' : enabling(props.defaultAssociation, true),
          DefaultRouteTablePropagation: isDrawn ? 'disable' : enabling(props.defaultPropagation, true),
          DnsSupport: enabling(props.dnsSupport, true),
          SecurityGroupReferencingSupport: enabling(props.securityGroupReferencing, false),
          Tags: scope.nameTags(gateway),
        },
      };
    },
    read: (reader) => ({
      parentId: null,
      props: {
        defaultAssociation: isEnabled(
          reader.text('defaultAssociation', 'DefaultRouteTableAssociation', 'enable'),
        ),
        defaultPropagation: isEnabled(
          reader.text('defaultPropagation', 'DefaultRouteTablePropagation', 'enable'),
        ),
        securityGroupReferencing: isEnabled(
          reader.text('securityGroupReferencing', 'SecurityGroupReferencingSupport', 'disable'),
        ),
        dnsSupport: isEnabled(reader.text('dnsSupport', 'DnsSupport', 'enable')),
        asn: reader.number('asn', 'AmazonSideAsn', null),
      },
    }),
  },
});

function hasDrawnDefault(id: ResourceId, scope: CfnWriteScope): boolean {
  return scope
    .all('transit-gateway-route-table')
    .some(({ props }) => props.isDefault === true && props.transitGateway === id);
}
