import type {
  EndpointServiceFact,
  Fact,
  GatewayEndpointFact,
  GwlbEndpointFact,
  InterfaceEndpointFact,
} from '../../core/network/facts';
import { instance } from './interfaces';
import { region } from './networks';

export function gatewayEndpoint(
  by: string,
  network: string,
  service: string,
  routeTables: readonly string[],
  more: Partial<GatewayEndpointFact> = {},
): GatewayEndpointFact {
  return {
    fact: 'gateway-endpoint',
    by,
    network,
    service: `com.amazonaws.${region}.${service}`,
    routeTables,
    ...more,
  };
}

/** An interface endpoint with a network interface in each of the subnets. */
export function interfaceEndpoint(
  by: string,
  network: string,
  service: string,
  subnets: readonly string[],
  more: Partial<InterfaceEndpointFact> & { readonly securityGroups?: readonly string[] } = {},
): Fact[] {
  const { securityGroups = [], ...rest } = more;
  return [
    {
      fact: 'interface-endpoint',
      by,
      network,
      service: `com.amazonaws.${region}.${service}`,
      privateDns: true,
      ...rest,
    },
    ...subnets.map((inSubnet) =>
      instance(by, inSubnet, { securityGroups, clientPorts: [1024, 65535], workload: false }),
    ),
  ];
}

/** A Gateway Load Balancer endpoint whose service the design does not show, unless a load balancer is named. */
export function gwlbEndpoint(
  by: string,
  network: string,
  inSubnet: string,
  more: Partial<GwlbEndpointFact> = {},
): GwlbEndpointFact {
  return {
    fact: 'gwlb-endpoint',
    by,
    network,
    subnet: inSubnet,
    provider: null,
    accepted: true,
    dualStack: false,
    ...more,
  };
}

/** An endpoint service that accepts every connection, for whoever its own account is. */
export function endpointService(
  by: string,
  loadBalancers: readonly string[],
  more: Partial<EndpointServiceFact> = {},
): EndpointServiceFact {
  return {
    fact: 'endpoint-service',
    by,
    region,
    acceptanceRequired: false,
    loadBalancers,
    principals: [],
    ...more,
  };
}
