/** What joins VPCs: peering connections and transit gateways. */
import type { Rows } from '../../catalog/field';
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

/** A VPC peering connection: the network that asked for it, and the one that was asked. */
export interface PeeringFact extends FactBase {
  readonly fact: 'peering';
  readonly requester: Value<ResourceId | null>;
  /** Null: it is not in the design, being another account's, say. */
  readonly accepter: Value<ResourceId | null>;
  /** The Region of the accepter; null: the one that its network is drawn in. */
  readonly accepterRegion: Value<string | null>;
  readonly accepted: Value<boolean>;
  /** Whether a side's public host names are answered with its private addresses when the other side asks (PX2). */
  readonly answersPeer: { readonly requester: Value<boolean>; readonly accepter: Value<boolean> };
}

/** A transit gateway: a router between what is attached to it. */
export interface TransitGatewayFact extends FactBase {
  readonly fact: 'transit-gateway';
  readonly region: string;
  /** Whether attachments that no table names use the default route table, and tell it their blocks. */
  readonly defaultAssociation: Value<boolean>;
  readonly defaultPropagation: Value<boolean>;
  readonly securityGroupReferencing: Value<boolean>;
  /** Whether public host names of an attached VPC are answered with private addresses in the others. */
  readonly dnsSupport: Value<boolean>;
}

/**
 * What is attached to a transit gateway. Routes, associations and propagations name the resource that states it; one that
 * joins two transit gateways states an attachment of each.
 */
export interface TransitGatewayAttachmentFact extends FactBase {
  readonly fact: 'transit-gateway-attachment';
  readonly transitGateway: Value<ResourceId | null>;
  readonly to: AttachmentTarget;
}

export type AttachmentTarget =
  | {
      readonly is: 'network';
      readonly network: ResourceId | null;
      /** One for each Availability Zone at most. */
      readonly subnets: readonly ResourceId[];
      readonly applianceMode: Value<boolean>;
      readonly ipv6: Value<boolean>;
      readonly securityGroupReferencing: Value<boolean>;
      readonly dnsSupport: Value<boolean>;
    }
  | {
      readonly is: 'transit-gateway';
      /** The one on the other side; null: it is not in the design. */
      readonly peer: Value<ResourceId | null>;
      readonly accepted: Value<boolean>;
    }
  /** Something whose behaviour says what it is to a transit gateway (`Behaviour.transit`): a VPN connection, say. */
  | { readonly is: 'resource'; readonly resource: ResourceId };

export interface TransitGatewayRouteTableFact extends FactBase {
  readonly fact: 'transit-gateway-route-table';
  readonly transitGateway: ResourceId | null;
  /** Whether it is the default table, which the transit gateway has anyway. */
  readonly isDefault: boolean;
  readonly routes: Rows<TransitRouteRow>;
  /** The attachments whose packets it decides for. */
  readonly associations: readonly Value<ResourceId | null>[];
  /** The attachments whose blocks are among its routes. */
  readonly propagations: readonly Value<ResourceId | null>[];
}

export interface TransitRouteRow {
  readonly destination: Value<string>;
  /** Null: a blackhole. */
  readonly attachment: Value<ResourceId | null>;
}
