import type { Mutation } from './mutation';

export const families: readonly Mutation[] = [
  {
    id: 'an interface is blamed for the IPv6 that its subnet lacks',
    file: 'familyFaults.ts',
    search: 'resource: isSubnet ? subnet.id : lacking.id',
    replace: 'resource: isSubnet ? lacking.id : lacking.id',
  },
  {
    id: 'a source is blamed for IPv6 that it has',
    file: 'familyFaults.ts',
    search: 'return at.network !== null && addressesOf(world, at, 6).length === 0;',
    replace: 'return at.network !== null && addressesOf(world, at, 6).length >= 0;',
  },
  {
    id: 'OT7 a name without an IPv6 address is refused, whatever DNS64 answers',
    file: 'familyFaults.ts',
    search: 'start.from.subnet.dns64 !== false',
    replace: 'start.from.subnet.dns64 !== false && world.networks.size < 0',
  },
  {
    id: 'OT7 a subnet for IPv6 only needs no IPv6 block',
    file: 'refusals.ts',
    search: 'if (fact.ipv6 === null) return notCreated',
    replace: "if (fact.ipv6 === null && id === '') return notCreated",
  },
  {
    id: 'GE2 the later of two endpoints for one service has the route',
    file: 'routeTable.ts',
    search: '.sort(byDiagram))',
    replace: '.sort((a, b) => byDiagram(b, a)))',
  },
  {
    id: 'GE2 that one endpoint of two is meant is not said',
    file: 'routeLookup.ts',
    search: 'if (winner !== undefined && isSecondEndpoint(winner.route, route))',
    replace: 'if (winner !== undefined && !isSecondEndpoint(winner.route, route))',
  },
  {
    id: 'GE3 a row for the list of an endpoint is certain to be there',
    file: 'routeLookup.ts',
    search: "if (one.origin === 'local' || other.origin === 'local') return false;",
    replace: 'if (one.origin !== other.origin) return false;',
  },
];
