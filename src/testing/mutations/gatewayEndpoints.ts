import type { Mutation } from './mutation';

export const gatewayEndpoints: readonly Mutation[] = [
  {
    id: 'GE1 every service has gateway endpoints',
    file: 'hops/gatewayEndpoint.ts',
    search: 'if (!hasGatewayEndpoint(service))',
    replace: "if (service === '')",
  },
  {
    id: 'GE1 a service of another Region is served',
    file: 'hops/gatewayEndpoint.ts',
    search: 'serviceNamed(service)?.region !== region',
    replace: "serviceNamed(service)?.region === ''",
  },
  {
    id: 'GE2 an endpoint adds no routes',
    file: 'hops/gatewayEndpoint.ts',
    search: 'if (owner !== fact.network) continue;',
    replace: 'if (owner !== undefined) continue;',
  },
  {
    id: 'GE3 a route for all addresses beats the endpoint',
    file: 'routeLookup.ts',
    search: 'bits(address.family) + 1 : 0;',
    replace: '-1 : -1;',
  },
  {
    id: 'GE4 an endpoint serves tables of other VPCs',
    file: 'hops/gatewayEndpoint.ts',
    search: 'if (owner !== fact.network) continue;',
    replace: 'if (owner === undefined) continue;',
  },
  {
    id: 'GE8 an endpoint leads to IPv4 addresses only',
    file: 'hops/gatewayEndpoint.ts',
    search: "if (six === null || addresses === 'ipv4') return [four];",
    replace: 'if (six !== undefined) return [four];',
  },
  {
    id: 'IE6 an endpoint is for a service of whichever Region',
    file: 'hops/interfaceEndpointCreation.ts',
    search: 'if (region === undefined || isUnknown(serviceRegion) || region === serviceRegion) return [];',
    replace: 'if (region !== null) return [];',
  },
  {
    id: 'GE5 the answer of a service is no public address',
    file: 'address.ts',
    search: "if (is.as === 'service') return is.list === list ? 'yes' :",
    replace: "if (is.as === 'service') return is.list !== list ? 'yes' :",
  },
  {
    id: 'GE6 UDP is carried',
    file: 'hops/gatewayEndpoint.ts',
    search: "if (packet.protocol !== 'tcp' && packet.protocol !== 'icmp') {",
    replace: "if (packet.protocol === 'any') {",
  },
];
