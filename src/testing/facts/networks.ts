import type { NetworkFact, SubnetFact } from '../../core/network/facts';

export const region = 'ap-northeast-1';

export function vpc(by: string, block = '10.0.0.0/16', more: Partial<NetworkFact> = {}): NetworkFact {
  return {
    fact: 'network',
    by,
    region,
    blocks: [block],
    ipv6: null,
    dnsSupport: true,
    dnsHostnames: true,
    ...more,
  };
}

export function subnet(
  by: string,
  network: string,
  block: string,
  more: Partial<SubnetFact> = {},
): SubnetFact {
  return {
    fact: 'subnet',
    by,
    network,
    zone: `${region}a`,
    block,
    ipv6: null,
    routeTable: null,
    networkAcl: null,
    ...more,
  };
}
