/** Site-to-Site VPN, with the gateways at both ends of a connection, and Client VPN. */
import type { Family } from '../../../lib/cidr';
import type { Rows } from '../../catalog/field';
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { AddressType } from './endpoints';
import type { FactBase } from './fact';

/** A virtual private gateway: the end of VPN connections at a VPC. */
export interface VpnGatewayFact extends FactBase {
  readonly fact: 'vpn-gateway';
  /** Null: it is attached to none. */
  readonly network: ResourceId | null;
  /** Beside no network: whether it exists already, so that the design does not show what it is attached to. */
  readonly elsewhere?: boolean;
  /** The table that says where what it takes in goes; absent: to whoever has the address. */
  readonly routeTable?: Value<ResourceId | null>;
  /** The route tables into which it puts the routes that it knows. */
  readonly propagatesTo: readonly ResourceId[];
}

/** A Site-to-Site VPN connection. One that ends at a transit gateway states its attachment to that as well. */
export interface VpnConnectionFact extends FactBase {
  readonly fact: 'vpn-connection';
  /** A virtual private gateway or a transit gateway. */
  readonly gateway: Value<ResourceId | null>;
  readonly customerGateway: Value<ResourceId | null>;
  /** What its tunnels carry. */
  readonly family: Value<Family>;
  /** Whether its routes are written down; otherwise BGP tells both sides. */
  readonly staticOnly: Value<boolean>;
  readonly routes: Rows<{ readonly destination: Value<string> }>;
  /** It carries what is between these blocks; null: between any. */
  readonly customerBlock: Value<string | null>;
  readonly awsBlock: Value<string | null>;
  /** Whether its tunnels run between private addresses, over Direct Connect. */
  readonly isPrivate: Value<boolean>;
}

/** The device at the other end of VPN connections: whoever is behind it is on premises. */
export interface CustomerGatewayFact extends FactBase {
  readonly fact: 'customer-gateway';
  /** Its address outside the tunnels. */
  readonly address: Value<string>;
  /** What it announces over BGP. Empty: nobody said. */
  readonly announces: readonly Value<string>[];
}

/**
 * A Client VPN endpoint: clients outside AWS that send by way of the subnets associated with it. The network interfaces that
 * stand for them there are `InterfaceFact`s of the same resource, with `workload: false`, one for each association.
 */
export interface ClientVpnFact extends FactBase {
  readonly fact: 'client-vpn';
  /** Null: that of its subnets. */
  readonly network: ResourceId | null;
  /** The block that clients get their IPv4 addresses from; empty where they get none. */
  readonly clientBlock: Value<string>;
  /** Whether clients send into the tunnel only what its routes cover. */
  readonly splitTunnel: Value<boolean>;
  /** Those that clients ask instead of their own. */
  readonly dnsServers: readonly Value<string>[];
  readonly associations: Rows<{ readonly subnet: Value<ResourceId | null> }>;
  /** Besides those to the network of its subnets. */
  readonly routes: Rows<ClientVpnRoute>;
  readonly authorizations: Rows<ClientVpnAuthorization>;
  /** The transit gateway that it is associated with instead of subnets. */
  readonly transitGateway: Value<ResourceId | null>;
  readonly addresses: Value<AddressType>;
}

export interface ClientVpnRoute {
  readonly destination: Value<string>;
  /** Null: to the other clients. */
  readonly subnet: Value<ResourceId | null>;
}

export interface ClientVpnAuthorization {
  readonly destination: Value<string>;
  /** Null: all users. */
  readonly group: Value<string | null>;
}
