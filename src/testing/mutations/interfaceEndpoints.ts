import type { Mutation } from './mutation';

export const interfaceEndpoints: readonly Mutation[] = [
  {
    id: 'IE3 names resolve to addresses of which there is no record',
    file: 'hops/interfaceEndpoint.ts',
    search: "return dnsRecords === 'ipv6' ? [6] : [4];",
    replace: 'return [4, 6];',
  },
  {
    id: 'IE3 service-defined records are of both families',
    file: 'hops/interfaceEndpoint.ts',
    search: "if (dnsRecords === 'service-defined') return isOfBoth ? [4] : [4, 6];",
    replace: "if (dnsRecords === 'service-defined') return [4, 6];",
  },
  {
    id: 'IE2 UDP is carried',
    file: 'hops/interfaceEndpoint.ts',
    search: "if (packet.protocol !== 'tcp' &&",
    replace: "if (packet.protocol === 'any' &&",
  },
  {
    id: 'IE2 an endpoint begins connections',
    file: 'hops/interfaceEndpoint.ts',
    search: 'cannotStart: (fact, world) => ({',
    replace: 'cannotStart: (fact, world) => fact.by !== "" ? undefined : ({',
  },
  {
    id: 'IE3 private DNS needs no DNS attributes',
    file: 'hops/interfaceEndpointCreation.ts',
    search: 'network[field] === false\n',
    replace: "network[field] === false && name === ''\n",
  },
  {
    id: 'IE4 the default name leads to the endpoint without private DNS',
    file: 'hops/interfaceEndpoint.ts',
    search: 'if (!fact.privateDns)\n',
    replace: "if (!fact.privateDns && name === '')\n",
  },
  {
    id: 'IE4 an endpoint answers for other services',
    file: 'hops/interfaceEndpoint.ts',
    search: 'privateDomainsOf(fact.service).find((each) => isWithin(asked.host, each))',
    replace: 'privateDomainsOf(fact.service)[0]',
  },
  {
    id: 'IE5 private DNS of S3 needs no gateway endpoint',
    file: 'hops/interfaceEndpointCreation.ts',
    search: 'if (isForInboundOnly(fact) === true && !hasGatewayEndpointFor(fact, network))',
    replace: "if (name === '' && !hasGatewayEndpointFor(fact, network))",
  },
  {
    id: 'IE5 private DNS of S3 serves the VPC as well',
    file: 'hops/interfaceEndpoint.ts',
    search: 'if (inboundOnly && !asked.inbound)',
    replace: "if (inboundOnly && name === '')",
  },
  {
    id: 'IE5 an unknown DNS option counts as the default',
    file: 'hops/interfaceEndpoint.ts',
    search: 'if (isUnknown(inboundOnly) && !asked.inbound) return unsure(inboundOnly.unknown);',
    replace: '',
  },
  {
    id: 'DN1 names resolve without the resolver',
    file: 'naming/resolve.ts',
    search: 'if (network.dnsSupport === false)',
    replace: "if (network.id === '')",
  },
  {
    id: 'DN1 private names of instances resolve without the DNS attributes',
    file: 'naming/instanceAnswer.ts',
    search: 'if (off !== undefined) {',
    replace: "if (off !== undefined && host === '') {",
  },
  {
    id: 'DN1 addresses outside the VPC and outside RFC 1918 have instance names',
    file: 'naming/instanceAnswer.ts',
    search: 'if (!isKnown || address === undefined) {',
    replace: 'if (address === undefined) {',
  },
  {
    id: 'DN1 instance names of other Regions resolve',
    file: 'naming/instanceAnswer.ts',
    search: 'if (!own && !lent(world, network, region)) return undefined;',
    replace: '',
  },
  {
    id: 'names that the public DNS never has lead to public addresses',
    file: 'naming/publicAnswer.ts',
    search: 'if (never !== undefined)',
    replace: "if (never !== undefined && host === '')",
  },
  {
    id: 'names that AWS gives to resources lead to public addresses',
    file: 'naming/publicAnswer.ts',
    search: 'if (isAwsHost(host)) {',
    replace: "if (host === '') {",
  },
];
