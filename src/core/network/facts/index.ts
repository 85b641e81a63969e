/**
 * What kinds tell the engine. A fact names resources by id and never says what kind they are: the engine knows networks,
 * route tables and gateways, not boxes. When no fact can express a behaviour, a fact is added here first.
 *
 * All facts are plain data. `by` is the resource that states it, and the one a trace blames.
 */
import type {
  PeeringFact,
  TransitGatewayAttachmentFact,
  TransitGatewayFact,
  TransitGatewayRouteTableFact,
} from './connections';
import type {
  EndpointServiceFact,
  GatewayEndpointFact,
  GwlbEndpointFact,
  InterfaceEndpointFact,
} from './endpoints';
import type { HostedByAwsFact, InternetFact, OnPremisesFact, ServiceFact } from './ends';
import type { NetworkAclFact, PrefixListFact, SecurityGroupFact } from './filters';
import type { EgressOnlyGatewayFact, InternetGatewayFact, NatGatewayFact } from './gateways';
import type { InterfaceFact } from './interfaces';
import type {
  GatewayLoadBalancerFact,
  LoadBalancerFact,
  RegistrationFact,
  TargetGroupFact,
} from './loadBalancers';
import type { HostedZoneFact, ResolverEndpointFact, ResolverRuleFact } from './names';
import type { NetworkFact, PublicAccessBlockFact, SubnetFact } from './networks';
import type { LearntRoutesFact, RouteTableFact } from './routes';
import type { UnmodelledFact } from './unmodelled';
import type { ClientVpnFact, CustomerGatewayFact, VpnConnectionFact, VpnGatewayFact } from './vpn';

export * from './connections';
export * from './endpoints';
export * from './ends';
export * from './filters';
export * from './gateways';
export * from './interfaces';
export * from './loadBalancers';
export * from './names';
export * from './networks';
export * from './routes';
export * from './unmodelled';
export * from './vpn';

export type Fact =
  | NetworkFact
  | SubnetFact
  | RouteTableFact
  | LearntRoutesFact
  | NetworkAclFact
  | SecurityGroupFact
  | PrefixListFact
  | InterfaceFact
  | InternetGatewayFact
  | PublicAccessBlockFact
  | EgressOnlyGatewayFact
  | NatGatewayFact
  | PeeringFact
  | TransitGatewayFact
  | TransitGatewayAttachmentFact
  | TransitGatewayRouteTableFact
  | VpnGatewayFact
  | VpnConnectionFact
  | CustomerGatewayFact
  | ClientVpnFact
  | GatewayEndpointFact
  | InterfaceEndpointFact
  | EndpointServiceFact
  | GwlbEndpointFact
  | GatewayLoadBalancerFact
  | LoadBalancerFact
  | TargetGroupFact
  | RegistrationFact
  | ServiceFact
  | InternetFact
  | OnPremisesFact
  | HostedByAwsFact
  | HostedZoneFact
  | ResolverEndpointFact
  | ResolverRuleFact
  | UnmodelledFact;
