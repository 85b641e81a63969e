/**
 * The attachment of a VPC to a transit gateway: a network interface of the gateway in one subnet of each Availability Zone
 * that it serves. What comes from the gateway enters the VPC there, and goes on by that subnet's route table and network ACL.
 * Drawn on the border of its VPC.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { listed } from '../../core/catalog/standing';
import { askedFor } from '../../core/cfn/askedFor';
import { enabling, isEnabled } from '../../core/cfn/enabled';
import type { CfnWriteScope } from '../../core/cfn/mapping';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { known, type Value } from '../../core/model/value';

interface TransitGatewayAttachmentProps {
  readonly transitGateway: Value<ResourceId | null>;
  /** One for each Availability Zone at most. */
  readonly subnets: Refs;
  /** Whether a flow keeps its Availability Zone in both directions, for an appliance in this VPC. */
  readonly applianceMode: Value<boolean>;
  readonly securityGroupReferencing: Value<boolean>;
  readonly ipv6: Value<boolean>;
  readonly dnsSupport: Value<boolean>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'transit-gateway-attachment': TransitGatewayAttachmentProps;
  }
}

export default defineKind({
  kind: 'transit-gateway-attachment',
  label: { en: 'Transit gateway attachment', ja: 'Transit Gateway アタッチメント' },
  summary: {
    en: 'Attaches a VPC to a transit gateway',
    ja: 'VPC を Transit Gateway にアタッチします',
  },
  group: 'gateways',
  rank: 4,
  icon: 'resource/AWSTransitGatewayAttachment',
  defaultName: 'TransitGatewayAttachment',
  parents: ['vpc'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, onBorder: true },
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
    subnets: {
      control: 'refs',
      kinds: ['subnet'],
      whenCopied: 'join-one-per-zone',
      label: { en: 'Subnets', ja: 'サブネット' },
      help: {
        en: 'One for each Availability Zone that is to reach the transit gateway',
        ja: 'Transit Gateway を使うアベイラビリティーゾーンごとに 1 つ',
      },
      property: 'SubnetIds',
      default: {},
    },
    applianceMode: {
      control: 'toggle',
      label: { en: 'Appliance mode support', ja: 'アプライアンスモードのサポート' },
      help: {
        en: 'Keeps both directions of a flow in one Availability Zone, for a stateful appliance in this VPC',
        ja: 'この VPC にステートフルなアプライアンスがある場合に、通信の両方向を同じアベイラビリティーゾーンに固定します',
      },
      property: 'Options',
      default: false,
    },
    securityGroupReferencing: {
      control: 'toggle',
      label: { en: 'Security group referencing support', ja: 'セキュリティグループ参照のサポート' },
      property: 'Options',
      default: true,
      advanced: true,
    },
    ipv6: {
      control: 'toggle',
      label: { en: 'IPv6 support', ja: 'IPv6 サポート' },
      help: {
        en: 'Lets the IPv6 blocks of the VPC be propagated; it filters nothing',
        ja: 'VPC の IPv6 CIDR ブロックを伝播します。通信を制限するものではありません',
      },
      property: 'Options',
      default: false,
      advanced: true,
    },
    dnsSupport: {
      control: 'toggle',
      label: { en: 'DNS support', ja: 'DNS サポート' },
      property: 'Options',
      default: true,
      advanced: true,
    },
  },
  look: ({ props }) =>
    props.applianceMode === true ? { badge: { en: 'Appliance', ja: 'アプライアンス' } } : {},
  propose(_, around) {
    const vpc = around.ancestor('vpc');
    const gateways = around.all('transit-gateway');
    return {
      transitGateway: gateways.length === 1 ? (gateways[0]?.id ?? null) : null,
      ...(vpc === undefined ? {} : { subnets: oneForEachZone(vpc, around) }),
    };
  },
  tidy: () => ({ border: 'right' }),
  *price() {
    yield { item: 'transit-gateway-attachment', units: 1 };
  },

  *facts({ id, props }, around) {
    yield {
      fact: 'transit-gateway-attachment',
      by: id,
      transitGateway: props.transitGateway,
      to: {
        is: 'network',
        network: around.ancestor('vpc')?.id ?? null,
        subnets: Object.keys(props.subnets),
        applianceMode: props.applianceMode,
        ipv6: props.ipv6,
        securityGroupReferencing: props.securityGroupReferencing,
        dnsSupport: props.dnsSupport,
      },
    };
  },
  cfn: {
    types: ['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment'],
    *write(attachment, scope) {
      const { props } = attachment;
      yield {
        role: '',
        type: 'AWS::EC2::TransitGatewayAttachment',
        properties: {
          TransitGatewayId: gatewayRef(attachment, scope),
          VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null),
          SubnetIds: listed(props.subnets, scope).flatMap(({ id }) => scope.ref(id) ?? []),
          Options: optionsOf(attachment, scope),
          Tags: scope.nameTags(attachment),
        },
      };
    },
    read(reader) {
      const options = reader.object('Options');
      const option = (prop: string, property: string, fallback: 'enable' | 'disable'): Value<boolean> =>
        isEnabled(options?.text(prop, property, fallback) ?? fallback);
      return {
        parentId: reader.parent('VpcId', ['vpc']),
        props: {
          transitGateway: reader.ref('transitGateway', 'TransitGatewayId', ['transit-gateway']),
          subnets: reader.refs('subnets', 'SubnetIds', ['subnet']),
          applianceMode: option('applianceMode', 'ApplianceModeSupport', 'disable'),
          // EC2's own default, which the transit gateway's setting overrides.
          // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateTransitGatewayVpcAttachmentRequestOptions.html
          securityGroupReferencing: option(
            'securityGroupReferencing',
            'SecurityGroupReferencingSupport',
            'enable',
          ),
          ipv6: option('ipv6', 'Ipv6Support', 'disable'),
          dnsSupport: option('dnsSupport', 'DnsSupport', 'enable'),
        },
      };
    },
  },
});

/** A gateway that the template does not have is asked for. */
function gatewayRef(attachment: Resource<'transit-gateway-attachment'>, scope: CfnWriteScope): CfnValue {
  return (
    scope.ref(known(attachment.props.transitGateway) ?? null) ??
    askedFor(attachment, 'TransitGatewayId', 'The ID of the transit gateway to attach to', scope)
  );
}

/** What differs from EC2's defaults. Support for groups is written where the gateway asks for it: its default is told in two ways. */
function optionsOf(
  { props }: Resource<'transit-gateway-attachment'>,
  scope: CfnWriteScope,
): CfnValue | undefined {
  const gateway = scope.resource(known(props.transitGateway) ?? null);
  const isAsked = gateway?.kind === 'transit-gateway' && gateway.props.securityGroupReferencing === true;
  const stated = {
    ApplianceModeSupport: enabling(props.applianceMode, false),
    DnsSupport: enabling(props.dnsSupport, true),
    Ipv6Support: enabling(props.ipv6, false),
    SecurityGroupReferencingSupport: enabling(props.securityGroupReferencing, isAsked ? undefined : true),
  };
  const options = Object.entries(stated).flatMap(([name, value]): (readonly [string, CfnValue])[] =>
    value === undefined ? [] : [[name, value]],
  );
  return options.length === 0 ? undefined : Object.fromEntries(options);
}

/** The first subnet of each zone; the first of all where none says its zone. */
function oneForEachZone(vpc: Resource<'vpc'>, around: Surroundings): Refs {
  const zones = new Map<string, ResourceId>();
  for (const subnet of around.all('subnet', vpc.id)) {
    const zone = known(around.zoneOf(subnet.id)) ?? '';
    if (!zones.has(zone)) zones.set(zone, subnet.id);
  }
  if (zones.size > 1) zones.delete('');
  return Object.fromEntries([...zones.values()].map((id) => [id, true]));
}
