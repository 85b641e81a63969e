import type { EgressOnlyGatewayFact, InternetGatewayFact, NatGatewayFact } from '../../core/network/facts';

export function internetGateway(
  by: string,
  network: string | null,
  more: Partial<InternetGatewayFact> = {},
): InternetGatewayFact {
  return { fact: 'internet-gateway', by, network, ...more };
}

export function egressOnlyGateway(by: string, network: string | null): EgressOnlyGatewayFact {
  return { fact: 'egress-only-gateway', by, network };
}

export function natGateway(by: string, inSubnet: string, more: Partial<NatGatewayFact> = {}): NatGatewayFact {
  return { fact: 'nat-gateway', by, subnet: inSubnet, connectivity: 'public', elasticIp: true, ...more };
}

/** One for all zones; `zones` for those that are listed by hand. */
export function regionalNat(
  by: string,
  network: string,
  zones: NonNullable<NatGatewayFact['regional']>['zones'] = null,
  more: Partial<NatGatewayFact> = {},
): NatGatewayFact {
  return {
    fact: 'nat-gateway',
    by,
    subnet: null,
    connectivity: 'public',
    elasticIp: true,
    regional: { network, zones },
    ...more,
  };
}
