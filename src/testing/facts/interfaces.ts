import type { InterfaceFact } from '../../core/network/facts';

/** An instance with one interface; its group allows everything unless groups are named. */
export function instance(by: string, inSubnet: string, more: Partial<InterfaceFact> = {}): InterfaceFact {
  return {
    fact: 'interface',
    by,
    subnet: inSubnet,
    privateIpv4: null,
    ipv6: false,
    publicIpv4: false,
    securityGroups: [],
    sourceDestinationCheck: true,
    clientPorts: [32768, 65535],
    workload: true,
    ...more,
  };
}
