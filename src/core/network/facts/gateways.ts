/** The ways of a VPC to the internet, and NAT gateways, which lead to other networks as well. */
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

export interface InternetGatewayFact extends FactBase {
  readonly fact: 'internet-gateway';
  /** Null: detached. */
  readonly network: ResourceId | null;
  /** The table that says where what it takes in goes (a gateway route table); absent: to whoever has the address. */
  readonly routeTable?: Value<ResourceId | null>;
}

export interface EgressOnlyGatewayFact extends FactBase {
  readonly fact: 'egress-only-gateway';
  readonly network: ResourceId | null;
}

export interface NatGatewayFact extends FactBase {
  readonly fact: 'nat-gateway';
  readonly subnet: ResourceId | null;
  readonly connectivity: Value<'public' | 'private'>;
  /** A public one without an Elastic IP cannot be created. */
  readonly elasticIp: Value<boolean>;
  /** A regional one, which stands in no subnet. Absent: it is one of the zone of its subnet. */
  readonly regional?: RegionalNat;
}

export interface RegionalNat {
  readonly network: ResourceId | null;
  /** The Availability Zones that it serves; null: AWS sees to it that these are all. */
  readonly zones: readonly Value<string>[] | null;
}
