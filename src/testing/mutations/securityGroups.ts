import type { Mutation } from './mutation';

export const securityGroups: readonly Mutation[] = [
  {
    id: 'SG1 an unknown IPv6 block may cover an IPv4 address',
    file: 'address.ts',
    search: "return family === undefined || family === address.family ? 'maybe' : 'no';",
    replace: "return family === undefined || address.value >= 0n ? 'maybe' : 'no';",
  },
  {
    id: 'SG1 rules beside the default group are those of another one',
    file: 'buildWorld.ts',
    search: 'fact.isDefault === true && network !== null ? network.defaultGroup : own',
    replace: "fact.isDefault === true && network?.id === '' ? network.defaultGroup : own",
  },
  {
    id: 'SG1 the default group of a VPC that exists already allows nothing',
    file: 'buildNetworks.ts',
    search: 'missing: true, why: groupNotDrawn(name)',
    replace: 'missing: false, why: groupNotDrawn(name)',
  },
  {
    id: 'SG1 only the first group counts',
    file: 'securityGroup.ts',
    search: 'const groups = at.groups ?? [];',
    replace: 'const groups = (at.groups ?? []).slice(0, 1);',
  },
  {
    id: 'SG1 replies need a rule where they arrive',
    file: 'forwarding.ts',
    search: "return direction === 'return' && hasAsked ? undefined :",
    replace: "return direction === 'return' && !hasAsked ? undefined :",
  },
  {
    id: 'SG1 replies need a rule where they leave',
    file: 'forwarding.ts',
    search: "if (direction === 'forward') {\n        const stop = byGroups(walk, from, 'out', packet);",
    replace: "if (direction !== null) {\n        const stop = byGroups(walk, from, 'out', packet);",
  },
  {
    id: 'SG1 the default group lets everybody in',
    file: 'buildNetworks.ts',
    search: "peer: '', means: { group: network.defaultGroup } }",
    replace: "peer: '', means: { block: blockOf('0.0.0.0/0') } }",
  },
  {
    id: 'SG2 a reference matches nobody',
    file: 'securityGroup.ts',
    search:
      "if (peer?.at.groups?.includes(means.group) === true) return peer.doubt === null ? 'yes' : 'maybe';",
    replace: "if (peer?.at.groups?.includes(means.group) === true) return 'no';",
  },
  {
    id: 'SG2 a reference matches everybody',
    file: 'securityGroup.ts',
    search: 'if (peer?.at.groups?.includes(means.group) === true) return',
    replace: 'if (peer?.at !== undefined) return',
  },
  {
    id: 'SG5 a group without rules is called a mismatch',
    file: 'securityGroup.ts',
    search: "? 'SG_HAS_NO_RULES'",
    replace: "? 'ENI_SG_RULES_MISMATCH'",
  },
  {
    id: 'OT3 the type of an ICMP row is not looked at',
    file: 'ports.ts',
    search: '? [from, from] : [1, 0]',
    replace: '? allIcmpTypes : [1, 0]',
  },
  {
    id: 'OT3 a ping over IPv6 is one of ICMP',
    file: 'ports.ts',
    search: "family === 6 ? 'icmpv6' : 'icmp';",
    replace: "family === 6 ? 'icmp' : 'icmp';",
  },
  {
    id: 'OT3 a ping over IPv6 has the type of one over IPv4',
    file: 'walk.ts',
    search: '6: { request: 128, reply: 129 }',
    replace: '6: { request: 8, reply: 129 }',
  },
  {
    id: 'NA2 the answer over IPv6 has the type of one over IPv4',
    file: 'walk.ts',
    search: '6: { request: 128, reply: 129 }',
    replace: '6: { request: 128, reply: 0 }',
  },
  {
    id: 'ports: a row with one port allows all',
    file: 'ports.ts',
    search: 'return [from, to ?? from];',
    replace: 'return [0, to ?? 65535];',
  },
  {
    id: 'ports: a row that AWS refuses lets traffic in',
    file: 'takenRows.ts',
    search: "return takesPorts(row) ? row.peer : '';",
    replace: 'return row.peer;',
  },
  {
    id: 'OT7 NAT64 leaves the destination as it is',
    file: 'hops/natGateway.ts',
    search: '...(target === undefined ? {} :',
    replace: '...(target !== undefined ? {} :',
  },
  {
    id: 'OT7 the reply of NAT64 comes from an IPv4 address',
    file: 'hops/natGateway.ts',
    search: '...(before.destination.family === 6',
    replace: '...(before.destination.family !== 6',
  },
];
