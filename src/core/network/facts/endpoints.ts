/** VPC endpoints, and the endpoint services that some of them are for. */
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

export interface GatewayEndpointFact extends FactBase {
  readonly fact: 'gateway-endpoint';
  readonly network: ResourceId | null;
  /** The full service name: `com.amazonaws.ap-northeast-1.s3`. */
  readonly service: Value<string>;
  readonly routeTables: readonly ResourceId[];
  /** Which addresses of the service it leads to. Absent: IPv4. */
  readonly addresses?: Value<AddressType>;
}

/** A records, AAAA records or both; `service-defined`: of an endpoint of both, only A for its private DNS names. */
export type DnsRecords = AddressType | 'service-defined';

/** The addresses that an endpoint works with. */
export type AddressType = 'ipv4' | 'ipv6' | 'dualstack';

/** Its network interfaces are `InterfaceFact`s of the same resource, with `workload: false`. */
export interface InterfaceEndpointFact extends FactBase {
  readonly fact: 'interface-endpoint';
  readonly network: ResourceId | null;
  readonly service: Value<string>;
  /** The Region that it asks for the service in (IE6). Absent: its own. */
  readonly serviceRegion?: Value<string>;
  readonly privateDns: Value<boolean>;
  /** Whether private DNS answers inbound Resolver endpoints only. Absent: the service's default, which is yes for S3. */
  readonly privateDnsOnlyForInboundResolver?: Value<boolean>;
  /** The records that AWS makes for its names. Absent: of the addresses that its interfaces have. */
  readonly dnsRecords?: Value<DnsRecords>;
  /** The endpoint service that it is for, where the design has it. */
  readonly provider?: Value<ResourceId | null>;
  /** Whether the provider has accepted the connection. */
  readonly accepted?: Value<boolean>;
  /** The account that it is in, where that is another than the provider's. */
  readonly account?: Value<string>;
}

/** A service of somebody's own, for endpoints of others: load balancers that stand behind it. */
export interface EndpointServiceFact extends FactBase {
  readonly fact: 'endpoint-service';
  readonly region: string;
  readonly acceptanceRequired: Value<boolean>;
  readonly loadBalancers: readonly ResourceId[];
  /** Who may make endpoints for it besides its own account: ARNs, account numbers, or `*`. */
  readonly principals: readonly Value<string>[];
}

/** An endpoint that hands what routes lead to it to the appliances behind a Gateway Load Balancer, and sends on what they return. */
export interface GwlbEndpointFact extends FactBase {
  readonly fact: 'gwlb-endpoint';
  readonly network: ResourceId | null;
  readonly subnet: ResourceId | null;
  /** The endpoint service that it is for, or the load balancer behind it; null where the design has neither. */
  readonly provider: Value<ResourceId | null>;
  /** Whether the provider has accepted the connection, where its service requires that. */
  readonly accepted: Value<boolean>;
  /** Whether it carries IPv6 besides IPv4. */
  readonly dualStack: Value<boolean>;
}
