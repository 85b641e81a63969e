/**
 * A peering attachment between two transit gateways, of one Region or of two: static routes in the tables of both lead
 * packets over it. The owner of the other one must accept the request, which a template cannot do. Drawn between the two.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
 */
import { defineKind } from '../../core/catalog/kind';
import { accepterAccountField, accepterRegionField } from '../../core/catalog/peeringFields';
import { askedFor } from '../../core/cfn/askedFor';
import type { CfnWriteScope } from '../../core/cfn/mapping';
import { otherRegion } from '../../core/cfn/otherRegion';
import { isOwnAccount } from '../../core/cfn/ownAccount';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { known, type Value } from '../../core/model/value';

interface TransitGatewayPeeringProps {
  readonly transitGateway: Value<ResourceId | null>;
  /** Null: it is not drawn. */
  readonly peerTransitGateway: Value<ResourceId | null>;
  readonly accepted: Value<boolean>;
  /** The account of the peer; empty for one's own. */
  readonly peerAccount: Value<string>;
  /** The Region of the peer; empty for the one that it is drawn in. */
  readonly peerRegion: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'transit-gateway-peering': TransitGatewayPeeringProps;
  }
}

export default defineKind({
  kind: 'transit-gateway-peering',
  label: { en: 'Transit gateway peering', ja: 'Transit Gateway ピアリング' },
  summary: {
    en: 'Joins two transit gateways by static routes',
    ja: '2 つの Transit Gateway を静的ルートで接続します',
  },
  group: 'gateways',
  rank: 6,
  icon: 'resource/AWSTransitGatewayAttachment',
  defaultName: 'TransitGatewayPeering',
  parents: ['region', 'canvas'],
  shape: { as: 'icon', size: { w: 96, h: 88 }, badge: { en: 'Peering', ja: 'ピアリング' } },
  fields: {
    transitGateway: {
      control: 'ref',
      kinds: ['transit-gateway'],
      label: { en: 'Transit gateway (requester)', ja: 'Transit Gateway (リクエスタ)' },
      property: 'TransitGatewayId',
      default: null,
      none: { en: 'Not chosen', ja: '未選択' },
      drawn: true,
    },
    peerTransitGateway: {
      control: 'ref',
      kinds: ['transit-gateway'],
      label: { en: 'Transit gateway (accepter)', ja: 'Transit Gateway (アクセプタ)' },
      property: 'PeerTransitGatewayId',
      default: null,
      none: { en: 'Not in this diagram', ja: 'この図にない Transit Gateway' },
      drawn: true,
    },
    // A template leaves the request pending, even within one account.
    accepted: {
      control: 'toggle',
      label: { en: 'Request accepted', ja: 'リクエストを承諾済み' },
      help: {
        en: 'CloudFormation only makes the request; the owner of the other transit gateway accepts it',
        ja: 'CloudFormation はリクエストを作成するだけです。相手の Transit Gateway の所有者が承諾します',
      },
      default: false,
    },
    peerAccount: {
      ...accepterAccountField,
      help: { en: 'Empty for your own account', ja: '同じアカウントの場合は空欄' },
      property: 'PeerAccountId',
    },
    peerRegion: accepterRegionField,
  },
  look: ({ props }) => (props.accepted === false ? { badge: { en: 'Pending', ja: '承諾待ち' } } : {}),
  propose(_, around) {
    const [first, second, ...more] = around.all('transit-gateway');
    if (first === undefined || more.length > 0) return {};
    return { transitGateway: first.id, ...(second === undefined ? {} : { peerTransitGateway: second.id }) };
  },
  tidy: () => ({ column: '12', row: 1 }),
  // Each of the two transit gateways has an attachment; what passes is charged where it comes in.
  *price() {
    yield { item: 'transit-gateway-attachment', units: 2, passesFree: true };
  },

  *facts({ id, props }) {
    const { accepted } = props;
    const side = (own: Value<ResourceId | null>, peer: Value<ResourceId | null>) =>
      ({
        fact: 'transit-gateway-attachment',
        by: id,
        transitGateway: own,
        to: { is: 'transit-gateway', peer, accepted },
      }) as const;
    yield side(props.transitGateway, props.peerTransitGateway);
    yield side(props.peerTransitGateway, props.transitGateway);
  },
  cfn: {
    types: ['AWS::EC2::TransitGatewayPeeringAttachment'],
    *write(peering, scope) {
      const { props } = peering;
      const account = known(props.peerAccount);
      yield {
        role: '',
        type: 'AWS::EC2::TransitGatewayPeeringAttachment',
        properties: {
          TransitGatewayId: gatewayRef(peering, 'TransitGatewayId', scope),
          PeerTransitGatewayId: gatewayRef(peering, 'PeerTransitGatewayId', scope),
          PeerAccountId: account === '' ? { Ref: 'AWS::AccountId' } : scope.plain(props.peerAccount),
          PeerRegion: peerRegion(peering, scope),
          Tags: scope.nameTags(peering),
        },
      };
    },
    read(reader, scope) {
      const region = reader.text('peerRegion', 'PeerRegion', '');
      return {
        parentId: null,
        props: {
          transitGateway: reader.ref('transitGateway', 'TransitGatewayId', ['transit-gateway']),
          peerTransitGateway: reader.ref('peerTransitGateway', 'PeerTransitGatewayId', ['transit-gateway']),
          accepted: false,
          peerAccount: isOwnAccount(reader, 'PeerAccountId')
            ? ''
            : reader.text('peerAccount', 'PeerAccountId', ''),
          peerRegion: region === scope.region ? '' : region,
        },
      };
    },
  },
});

/** A gateway that the template does not have is asked for. */
function gatewayRef(
  peering: Resource<'transit-gateway-peering'>,
  side: 'TransitGatewayId' | 'PeerTransitGatewayId',
  scope: CfnWriteScope,
): CfnValue {
  const { transitGateway, peerTransitGateway } = peering.props;
  const id = known(side === 'TransitGatewayId' ? transitGateway : peerTransitGateway) ?? null;
  const description =
    side === 'TransitGatewayId'
      ? 'The ID of the transit gateway that asks for the peering'
      : 'The ID of the transit gateway to peer with';
  return scope.ref(id) ?? askedFor(peering, side, description, scope);
}

/** The Region as chosen, else that of the box around the peer, else one's own. */
function peerRegion(
  { props }: Resource<'transit-gateway-peering'>,
  scope: CfnWriteScope,
): CfnValue | undefined {
  if (props.peerRegion !== '') return scope.plain(props.peerRegion);
  const { transitGateway, peerTransitGateway } = props;
  return (
    otherRegion(known(peerTransitGateway) ?? null, known(transitGateway) ?? null, scope) ?? {
      Ref: 'AWS::Region',
    }
  );
}
