import type { Mutation } from './mutation';

export const privateNames: readonly Mutation[] = [
  {
    id: 'DN1 the resolver answers without DNS resolution',
    file: 'linkLocal.ts',
    search: 'service.isResolver && dnsSupport === false',
    replace: "service.isResolver && dnsSupport === false && network.id === ''",
  },
  {
    id: 'NA3 any port of a link-local address answers',
    file: 'linkLocal.ts',
    search: 'if (service === undefined || !isMeant) return undefined;',
    replace: 'if (service === undefined || (!isMeant && packet.destinationPorts === null)) return undefined;',
  },
  {
    id: 'DN2 the widest claim to a name wins',
    file: 'naming/resolve.ts',
    search: 'depthOf(b.domain) - depthOf(a.domain) ||',
    replace: 'depthOf(a.domain) - depthOf(b.domain) ||',
  },
  {
    id: 'DN2 a zone beats a rule of the same name',
    file: 'naming/resolve.ts',
    search: '{ rule: 2, zone: 1, hidden: 0 }',
    replace: '{ rule: 1, zone: 2, hidden: 0 }',
  },
  {
    id: 'DN2 a zone without the record leaves the name to the public DNS',
    file: 'naming/resolve.ts',
    search: "if (entry.is === 'nothing')",
    replace:
      "if (entry.is === 'nothing') return certainly(publicAnswer(inquiry.world, inquiry.name, network));\n  if (entry.is === 'nothing')",
  },
  {
    id: 'DN2 a system rule forwards',
    file: 'naming/resolve.ts',
    search: "inOrder.filter(({ strength }) => strength !== 'rule')",
    replace: 'inOrder.filter((claim) => claim !== winner)',
  },
  {
    id: 'DN2 zones are asked without DNS hostnames',
    file: 'hops/hostedZone.ts',
    search: 'if (dnsHostnames === false)',
    replace: "if (dnsHostnames === false && host === '')",
  },
  {
    id: 'DN2 names of private zones are public for all others',
    file: 'naming/publicAnswer.ts',
    search: 'if (holder !== undefined)',
    replace: "if (holder !== undefined && host === '')",
  },
  {
    id: 'DN2 private names of instances give way to wider rules',
    file: 'naming/resolve.ts',
    search: 'depthOf(winner.domain) < depthOf(names.domain)',
    replace: "winner.domain === '?'",
  },
  {
    id: 'DN3 a DNS query needs no way to its server',
    file: 'naming/dnsQuery.ts',
    search: 'return { verdict: byUdp.verdict, blocks',
    replace: "return { verdict: 'reachable', blocks",
  },
  {
    id: 'DN3 TCP that is stopped is not told',
    file: 'naming/dnsQuery.ts',
    search: 'if (block !== undefined)',
    replace: 'if (block !== undefined && port === 0)',
  },
  {
    id: 'DN3 an endpoint with one address is created',
    file: 'hops/resolverEndpoint.ts',
    search: 'if (own.length < 2)',
    replace: 'if (own.length < 1)',
  },
  {
    id: 'DN3 an outbound endpoint takes connections',
    file: 'hops/resolverEndpoint.ts',
    search: "if (direction === 'outbound')\n    return {\n      en: `${name} is an outbound",
    replace: "if (name === '')\n    return {\n      en: `${name} is an outbound",
  },
  {
    id: 'a circle of rules or records never ends in an answer that it is one',
    file: 'naming/resolve.ts',
    search: 'inquiry.seen.has(key) || inquiry.seen.size >= maxQuestions',
    replace: 'inquiry.seen.size >= 200',
  },
  {
    id: 'a wildcard answers for names that are there',
    file: 'naming/zoneEntry.ts',
    search: 'if (exists(rows, host)) return [];',
    replace: '',
  },
  {
    id: 'a standby record answers beside the others',
    file: 'naming/zoneEntry.ts',
    search: 'const found = active.length > 0 ? active : all;',
    replace: 'const found = all;',
  },
  {
    id: 'any receiver will do for a service',
    file: 'arrival.ts',
    search: 'goal.service === null ? undefined : notTheService',
    replace: 'goal.service === null || goal.target === null ? undefined : notTheService',
  },
  {
    id: 'DHCP options do not count',
    file: 'naming/asking.ts',
    search: 'if (dnsServers.length === 0) return',
    replace: 'if (dnsServers.length >= 0) return',
  },
  {
    id: 'the second DNS server answers as well as the first',
    file: 'naming/servers.ts',
    search: "if (order === 'in-turn' &&",
    replace: "if (order === 'any' &&",
  },
];
