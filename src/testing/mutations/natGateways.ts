import type { Mutation } from './mutation';

export const natGateways: readonly Mutation[] = [
  {
    id: 'NG1 every protocol is carried',
    file: 'hops/natGateway.ts',
    search: "if (packet.protocol === 'any')",
    replace: "if (packet.protocol === 'any' && name === '')",
  },
  {
    id: 'NG1 IPv6 is translated',
    file: 'hops/natGateway.ts',
    search: 'if (packet.destination.family === 6 && nat64Target(packet.destination) === undefined)',
    replace: "if (name === '' && nat64Target(packet.destination) === undefined)",
  },
  {
    id: 'NG1 the source keeps its port',
    file: 'hops/natGateway.ts',
    search: "packet.protocol === 'icmp' ? packet.sourcePorts : own.clientPorts",
    replace: "packet.protocol !== 'icmp' ? packet.sourcePorts : own.clientPorts",
  },
  {
    id: 'NG2 a public one needs no Elastic IP',
    file: 'hops/natGateway.ts',
    search: 'if (fact.elasticIp === false)\n',
    replace: "if (fact.elasticIp === false && name === '')\n",
  },
  {
    id: 'NG2 a public one needs no internet gateway',
    file: 'hops/natGateway.ts',
    search: "attachedTo(network, 'internet-gateway').length === 0",
    replace: "attachedTo(network, 'internet-gateway').length < 0",
  },
  {
    id: 'NG3 a NAT gateway of another VPC is a target',
    file: 'hops/natGateway.ts',
    search: 'if (own?.network != null && own.network === row.network) return',
    replace: 'if (own?.network != null) return',
  },
  {
    id: 'NG4 packets that nobody asked for come in',
    file: 'hops/natGateway.ts',
    search: "if (walk.direction === 'forward' || connection === undefined || own.place === null) {",
    replace: 'if (own.place === null || (connection === undefined && !isOwn)) {',
  },
  {
    id: 'NG5 a loop through the NAT gateway’s own subnet goes unseen',
    file: 'hops/natGateway.ts',
    search: 'if (packet.sender === own)\n',
    replace: 'if (packet.sender === own && via.route.rowKey === null)\n',
  },
  {
    id: 'NG8 a regional one has no way to the internet of its own',
    file: 'routeTable.ts',
    search: 'if (own !== undefined) fillOwnTable(world, own);',
    replace: 'if (own === undefined) continue;',
  },
  {
    id: 'NG8 a regional one serves zones that are not listed',
    file: 'hops/natGateway.ts',
    search: "if (zones === null || walk.direction === 'return') return undefined;",
    replace: "if (zones === null || walk.direction !== 'return') return undefined;",
  },
  {
    id: 'NG8 a zone that nobody knows is served',
    file: 'hops/natGateway.ts',
    search: 'walk.unsure({ ...at, says }, hidden?.unknown ?? says, packet);',
    replace: '',
  },
  {
    id: 'a private NAT gateway leads to the internet',
    file: 'leadsOut.ts',
    search: "if (fact.connectivity === 'public') return 'internet';",
    replace: "return 'internet';",
  },
  {
    id: 'NG8 a regional one may be private',
    file: 'hops/natGateway.ts',
    search: "if (fact.regional !== undefined && fact.connectivity === 'private')",
    replace: "if (fact.regional !== undefined && name === '')",
  },
  {
    id: 'NA4 the ACL of the NAT gateway’s subnet does not see the client',
    file: 'hops/natGateway.ts',
    search: 'const stop = walk.guard(own, packet, from);\n  if (stop !== undefined) return stop;',
    replace: 'if (from === undefined) return walk.jump(packet);',
  },
];
