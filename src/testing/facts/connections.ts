import type {
  PeeringFact,
  TransitGatewayAttachmentFact,
  TransitGatewayFact,
  TransitGatewayRouteTableFact,
  TransitRouteRow,
} from '../../core/network/facts';
import { region } from './networks';
import { unknown } from './unknown';

/** An accepted peering connection. */
export function peering(
  by: string,
  requester: PeeringFact['requester'],
  accepter: PeeringFact['accepter'],
  more: Partial<PeeringFact> = {},
): PeeringFact {
  return {
    fact: 'peering',
    by,
    requester,
    accepter,
    accepterRegion: null,
    accepted: true,
    answersPeer: { requester: false, accepter: false },
    ...more,
  };
}

/** A transit gateway without default tables, as templates make it. */
export function transitGateway(by: string, more: Partial<TransitGatewayFact> = {}): TransitGatewayFact {
  return {
    fact: 'transit-gateway',
    by,
    region,
    defaultAssociation: false,
    defaultPropagation: false,
    securityGroupReferencing: false,
    dnsSupport: true,
    ...more,
  };
}

type NetworkTarget = Extract<TransitGatewayAttachmentFact['to'], { readonly is: 'network' }>;

/** The attachment of a VPC to a transit gateway. */
export function attachment(
  by: string,
  gateway: TransitGatewayAttachmentFact['transitGateway'],
  network: string | null,
  subnets: readonly string[],
  more: Partial<NetworkTarget> = {},
): TransitGatewayAttachmentFact {
  return {
    fact: 'transit-gateway-attachment',
    by,
    transitGateway: gateway,
    to: {
      is: 'network',
      network,
      subnets,
      applianceMode: false,
      ipv6: false,
      securityGroupReferencing: true,
      dnsSupport: true,
      ...more,
    },
  };
}

/** The two attachments of a peering between transit gateways. */
export function transitPeering(
  by: string,
  gateway: string,
  peer: Extract<TransitGatewayAttachmentFact['to'], { readonly is: 'transit-gateway' }>['peer'],
  accepted: boolean | typeof unknown = true,
): TransitGatewayAttachmentFact[] {
  const side = (own: string, other: typeof peer): TransitGatewayAttachmentFact => ({
    fact: 'transit-gateway-attachment',
    by,
    transitGateway: own,
    to: { is: 'transit-gateway', peer: other, accepted },
  });
  return typeof peer === 'string' ? [side(gateway, peer), side(peer, gateway)] : [side(gateway, peer)];
}

/** Routes as `{ '0.0.0.0/0': 'AttachmentC' }`; `null` is a blackhole. */
export function transitTable(
  by: string,
  gateway: string | null,
  rows: {
    readonly routes?: Readonly<Record<string, TransitRouteRow['attachment']>>;
    readonly associations?: TransitGatewayRouteTableFact['associations'];
    readonly propagations?: TransitGatewayRouteTableFact['propagations'];
    readonly isDefault?: boolean;
  } = {},
): TransitGatewayRouteTableFact {
  return {
    fact: 'transit-gateway-route-table',
    by,
    transitGateway: gateway,
    isDefault: rows.isDefault ?? false,
    routes: Object.fromEntries(
      Object.entries(rows.routes ?? {}).map(([destination, to]) => [
        destination,
        { destination, attachment: to },
      ]),
    ),
    associations: rows.associations ?? [],
    propagations: rows.propagations ?? [],
  };
}
