import type { Mutation } from './mutation';

export const clientVpn: readonly Mutation[] = [
  {
    id: 'CV1 a client needs no route of the endpoint',
    file: 'clientVpn/tunnel.ts',
    search: "return stop === undefined ? { leadsTo: 'network' } : { outcome: stop };",
    replace: "return { leadsTo: 'network' };",
  },
  {
    id: 'CV1 a route serves clients on every subnet',
    file: 'clientVpn/routes.ts',
    search: 'if (subnet === landed.id) return undefined;',
    replace: 'if (subnet !== "") return undefined;',
  },
  {
    id: 'CV1 the source of a client is not translated',
    file: 'clientVpn/tunnel.ts',
    search: 'const translated: Packet = { ...sent, source, sender: at, origin: at };',
    replace: 'const translated: Packet = { ...sent, sender: at, origin: at };',
  },
  {
    id: 'CV1 IPv6 is translated as well',
    file: 'clientVpn/tunnel.ts',
    search: 'if (sent.destination.family === 6) {',
    replace: 'if (sent.destination.family !== 4 && name === "") {',
  },
  {
    id: 'CV1 anybody may begin connections to clients over IPv6',
    file: 'hops/clientVpn.ts',
    search: "if (direction === 'forward' && packet.destination.family === 6) {",
    replace: "if (direction === 'return' && packet.destination.family === 6) {",
  },
  {
    id: 'CV1 with split tunnel everything goes into the tunnel',
    file: 'clientVpn/client.ts',
    search: 'if (fact.splitTunnel !== true || !isOutside(destination)) return undefined;',
    replace: 'if (fact.splitTunnel === true || !isOutside(destination)) return undefined;',
  },
  {
    id: 'NA3 network ACLs look at what the resolver answers a client',
    file: 'clientVpn/tunnel.ts',
    search: 'behaviourOf(at.of).receive?.(at.of, back, answer, at) ?? arrive(back, at, answer)',
    replace: 'back.enter(at, answer, null)',
  },
  {
    id: 'CV3 clients take what is for somebody else',
    file: 'hops/clientVpn.ts',
    search: 'if (goal.at !== by && !isForAnybody)',
    replace: 'if (goal.at === null && !isForAnybody)',
  },
  {
    id: 'CV3 a refused endpoint tells the transit gateway of its clients',
    file: 'hops/clientVpn.ts',
    search: 'if (world.refusals.has(by)) return',
    replace: 'if (world.refusals.has("nobody")) return',
  },
  {
    id: 'CV1 a client block of /23 is accepted',
    file: 'clientVpn/refusal.ts',
    search: 'block.prefix > 22',
    replace: 'block.prefix > 24',
  },
  {
    id: 'CV2 the shortest authorization rule decides',
    file: 'clientVpn/authorization.ts',
    search: '.sort((a, b) => b.length - a.length',
    replace: '.sort((a, b) => a.length - b.length',
  },
  {
    id: 'CV2 any rule for the group is enough',
    file: 'clientVpn/authorization.ts',
    search: 'const winners = sure.filter(({ length }) => length === sure[0]?.length);',
    replace: 'const winners = sure;',
  },
  {
    id: 'CV2 a rule for a group admits everybody',
    file: 'clientVpn/authorization.ts',
    search: "return granted === group ? 'yes' : 'no';",
    replace: "return granted === group || group === null ? 'yes' : 'no';",
  },
  {
    id: 'DN1 clients need no authorization to ask the resolver of the VPC',
    file: 'naming/servers.ts',
    search: 'asking: sender.enter === undefined ? noObstacle : askingOf(world, sender, address, port, null),',
    replace: 'asking: noObstacle,',
  },
];
