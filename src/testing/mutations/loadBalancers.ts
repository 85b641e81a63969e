import type { Mutation } from './mutation';

export const loadBalancers: readonly Mutation[] = [
  {
    id: 'LB4 the way to a target that cannot be is told of before the target',
    file: 'hops/balance.ts',
    search: "to.is === 'interface' ? stopAtRefused(walk, to.at.id, made, packet)",
    replace: "to.is === 'function' ? stopAtRefused(walk, to.id, made, packet)",
  },
  {
    id: 'LB1 a node sends across zones without being told to',
    file: 'hops/targets.ts',
    search: 'if (across === true) return',
    replace: 'if (across !== null) return',
  },
  {
    id: 'LB1 a zone without a node gets packets',
    file: 'hops/targets.ts',
    search: "if (isCovered === false) return 'no-node';",
    replace: "if (isCovered === false) return 'yes';",
  },
  {
    id: 'LB1 a target group has no say across zones',
    file: 'hops/targets.ts',
    search: 'const across = target.group.crossZone ?? fact.crossZone;',
    replace: 'const across = fact.crossZone;',
  },
  {
    id: 'LB2 a network interface is registered by an instance ID',
    file: 'hops/targets.ts',
    search: "if (group.type === 'instance' && facts.some(isInterfaceAlone))",
    replace: "if (group.type === 'ip' && facts.some(isInterfaceAlone) && group.by === '')",
  },
  {
    id: 'LB2 addresses see the client by default',
    file: 'hops/balance.ts',
    search: "wanted ?? group.type === 'instance'",
    replace: "wanted ?? group.type !== 'lambda'",
  },
  {
    id: 'LB2 UDP can be told to hide the client',
    file: 'hops/balance.ts',
    search: 'alwaysPreservesClientIp(group.protocol)) return true;',
    replace: 'alwaysPreservesClientIp(group.protocol)) return false;',
  },
  {
    id: 'LB2 a client may be its own target',
    file: 'hops/balance.ts',
    search: 'to.at === packet.source.owner &&',
    replace: 'to.at === null &&',
  },
  {
    id: 'LB2 an instance of another VPC is registered',
    file: 'hops/targets.ts',
    search: "if (group.type === 'instance' && elsewhere !== undefined)",
    replace: "if (group.type === 'lambda' && elsewhere !== undefined)",
  },
  {
    id: 'LB2 the client’s groups are recognised at the target',
    file: 'hops/balance.ts',
    search: 'keeps && node.groups === null ? null :',
    replace: 'keeps && node.groups === null ? packet.sender :',
  },
  {
    id: 'LB2 the reply goes by the routes of the target',
    file: 'hops/balance.ts',
    search: "if (keeps && to.is === 'interface') session.taken",
    replace: "if (keeps && to.is === 'address') session.taken",
  },
  {
    id: 'LB3 a Network Load Balancer without groups gets the default one',
    file: 'buildWorld.ts',
    search: 'filtered && fact.securityGroups !== null',
    replace: 'filtered',
  },
  {
    id: 'LB3 the groups of a load balancer do not remember',
    file: 'forwarding.ts',
    search: 'at === goal.target || session.connections.has(at.id)',
    replace: 'at === goal.target',
  },
  {
    id: 'LB4 the assumption about health is not told',
    file: 'hops/balance.ts',
    search: 'walk.note(healthAssumed);',
    replace: 'if (name === "") walk.note(healthAssumed);',
  },
  {
    id: 'NA4 the ACLs do not see a reply to a preserved address',
    file: 'hops/balancedReply.ts',
    search: 'target.subnet !== node.subnet',
    replace: 'target.subnet === node.subnet',
  },
  {
    id: 'LB any port is a listener’s',
    file: 'hops/listeners.ts',
    search: 'const takesPort = isUnknown(port) || isPort(packet, port);',
    replace: 'const takesPort = true;',
  },
  {
    id: 'LB all nodes must work',
    file: 'interfaceEnds.ts',
    search: 'anyAnswer: true',
    replace: 'anyAnswer: false',
  },
  {
    id: 'LB an internet-facing one is found by its private addresses',
    file: 'hops/loadBalancer.ts',
    search: "scheme === 'internet-facing',\n  }),",
    replace: "scheme === 'internal',\n  }),",
  },
  {
    id: 'LB an Application Load Balancer stands in one zone',
    file: 'hops/balancerCreation.ts',
    search: 'nodes.length === 1 && isInZones',
    replace: 'nodes.length === 0 && isInZones',
  },
];
