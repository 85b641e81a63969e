import type { Mutation } from './mutation';

export const appliances: readonly Mutation[] = [
  {
    id: 'GW1 a load balancer that the design does not have is taken for none',
    file: 'hops/appliances.ts',
    search: 'if (first === undefined || !areAllKnown(balancers)) return undefined;',
    replace: 'if (first === undefined || balancers.length === 0) return undefined;',
  },
  {
    id: 'GW1 the packet leaves a Gateway Load Balancer endpoint without a doubt',
    file: 'hops/gwlbEndpoint.ts',
    search:
      "    walk.unsure(\n      { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by, says: why },",
    replace:
      "    walk.pass(\n      { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by, says: why },",
  },
  {
    id: 'GW1 what lies behind a Gateway Load Balancer endpoint is not looked at',
    file: 'hops/gwlbEndpoint.ts',
    search: 'return walk.route(own.subnet, { ...packet, inspected: packet.sender });',
    replace: 'return walk.jump({ ...packet, inspected: packet.sender });',
  },
  {
    id: 'GW3 a reply may miss the appliances of its question',
    file: 'symmetry.ts',
    search: 'find((each) => !appliancesBack.has(each))',
    replace: "find((each) => each === '')",
  },
  {
    id: 'GW3 a reply may meet appliances that know nothing of it',
    file: 'hops/gwlbEndpoint.ts',
    search: 'return session.appliances.has(fact.by) || session.isPartlyUnknown',
    replace: "return session.appliances.has(fact.by) || fact.by !== ''",
  },
  {
    id: 'GW4 groups are known behind an appliance',
    file: 'filters.ts',
    search: 'if (sender === null || isInspected(packet)) return null;',
    replace: 'if (sender === null) return null;',
  },
  {
    id: 'RT9 a prefix list leads to a Gateway Load Balancer endpoint',
    file: 'hops/gwlbEndpoint.ts',
    search: 'if (row.list !== null)',
    replace: "if (row.list !== null && name === '')",
  },
  {
    id: 'LB1 appliances of every zone are used',
    file: 'hops/appliances.ts',
    search: 'balancer.crossZone === false',
    replace: 'balancer.crossZone === null',
  },
  {
    id: 'PL1 nobody need accept a connection to appliances',
    file: 'hops/gwlbEndpoint.ts',
    search: 'if (isRequired === false) return undefined;',
    replace: 'if (isRequired !== false) return undefined;',
  },
  {
    id: 'PL2 an endpoint is made in any zone',
    file: 'hops/appliances.ts',
    search: 'if (used === undefined) return notInZone(',
    replace: 'if (used === undefined) return undefined && notInZone(',
  },
  {
    id: 'OT1 the source/destination check is not looked at',
    file: 'hops/networkInterface.ts',
    search: 'if (own.sourceDestinationCheck === true) {',
    replace: "if (own.sourceDestinationCheck === true && name === '') {",
  },
  {
    id: 'the reply is not followed',
    file: 'pair.ts',
    search: 'if (!there.arrived)\n',
    replace: 'if (there.arrived || !there.arrived)\n',
  },
  {
    id: 'a second blocker is not looked for',
    file: 'pair.ts',
    search: 'const maxObstacles = 4;',
    replace: 'const maxObstacles = 1;',
  },
  {
    id: 'an unknown beats a certain block',
    file: 'pair.ts',
    search: "first.block !== undefined ? 'blocked' : isUnsure ? 'unknown' : 'reachable'",
    replace: "doubts.length > 0 ? 'unknown' : first.block !== undefined ? 'blocked' : 'reachable'",
  },
  {
    id: 'an unknown is taken for a yes',
    file: 'pair.ts',
    search: "isUnsure ? 'unknown' : 'reachable'",
    replace: "isUnsure ? 'reachable' : 'reachable'",
  },
];
