import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import { buildWorld } from './buildWorld';
import type { Fact } from './facts';
import { follow } from './follow';
import type { CompiledNetwork, RouteState } from './network';
import { leadsOut } from './leadsOut';
import { winnerOver } from './routeLookup';
import type { TransitTable } from './transit/model';
import { withAssumptions } from './unmodelled';
import type { RouteTable, Subnet, World } from './world';

export interface CompileOptions {
  /** What a resource is called in explanations; its id when nobody says. */
  nameOf?(id: ResourceId): string;
}

/** Makes facts ready for questions. Their order does not matter, and nothing in them makes it throw. */
export function compileNetwork(facts: Iterable<Fact>, options: CompileOptions = {}): CompiledNetwork {
  return networkOver(buildWorld(facts, (id) => options.nameOf?.(id) ?? id));
}

/** A world, ready for questions. */
export function networkOver(world: World): CompiledNetwork {
  const tableOf = (subnet: Subnet | undefined): RouteTable | null => {
    const table = subnet?.table ?? null;
    return table === null || isUnknown(table) ? null : table;
  };
  const transitTableOf = (id: ResourceId): TransitTable | undefined => {
    // Its fact names the gateway; whether the gateway has it is the gateway's to say.
    for (const fact of world.facts.get(id) ?? [])
      if (fact.fact === 'transit-gateway-route-table' && fact.transitGateway !== null)
        return world.transitGateways.get(fact.transitGateway)?.tables.find((table) => table.id === id);
    return undefined;
  };
  return {
    trace: (query) => withAssumptions(world, follow(world, query)),
    routeTableOf: (subnet) => tableOf(world.subnets.get(subnet))?.id ?? null,
    networkAclOf(subnet) {
      const acl = world.subnets.get(subnet)?.acl ?? null;
      return acl === null || isUnknown(acl) ? null : acl.id;
    },
    routesOf(table) {
      const transit = transitTableOf(table);
      return transit === undefined ? routeStates(world, world.tables.get(table)) : transitStates(transit);
    },
    subnetsOf(table) {
      const wanted = world.tables.get(table);
      if (wanted === undefined) return [];
      return [...(wanted.network?.subnets ?? [])].filter((each) => each.table === wanted).map(({ id }) => id);
    },
  };
}

function routeStates({ facts }: World, table: RouteTable | undefined): RouteState[] {
  return (table?.routes ?? []).map((route) => {
    const beatenBy = table === undefined ? undefined : winnerOver(table, route);
    const { state } = route;
    const target = isUnknown(route.target) ? null : route.target;
    const leads = target === null || state.is !== 'active' ? undefined : leadsOut(facts.get(target) ?? []);
    return {
      rowKey: route.rowKey,
      destination: route.destination,
      target,
      state:
        route.origin === 'local'
          ? 'local'
          : state.is === 'refused'
            ? beatenBy === undefined
              ? 'blackhole'
              : 'active'
            : state.is,
      ...(beatenBy === undefined ? {} : { beatenBy }),
      ...(leads === undefined ? {} : { leads }),
    };
  });
}

function transitStates({ routes }: TransitTable): RouteState[] {
  const best = new Map<string, number>();
  for (const { destination, rank } of routes)
    best.set(destination, Math.min(rank, best.get(destination) ?? rank));
  return routes.map(({ rowKey, destination, rank, attachment, state }) => {
    const isBeaten = destination !== '?' && rank > (best.get(destination) ?? rank);
    return {
      rowKey,
      destination,
      target: attachment?.id ?? null,
      state: state.is === 'refused' ? 'blackhole' : state.is,
      ...(isBeaten ? { beatenBy: destination } : {}),
    };
  });
}
