/**
 * Fills the route tables: what AWS puts in by itself, the rows, and what becomes of each row.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
import { blockOf, blockText } from '../../lib/cidr';
import type { ResourceId } from '../model/document';
import { isUnknown, type Value } from '../model/value';
import { isListName, listName } from './buildFilters';
import type { Fact, RouteRow, RouteTableFact } from './facts';
import { behaviourOf } from './hops';
import type { AddedDestination, AddedRoute, TargetedRow } from './hops/behaviour';
import { byDiagram } from './refused';
import { entriesTaken, mayReplaceLocal, routeCondition, targetCondition } from './routeCondition';
import type { Network, Route, RouteCondition, RouteTable, RowMatches, World } from './world';
import { attachedTo } from './world';

/** Fills all tables: local routes, then the rows, then what others add. */
export function addRoutes(world: World, tableFacts: readonly RouteTableFact[], facts: readonly Fact[]): void {
  for (const network of world.networks.values()) {
    if (network.mainTable.id !== null) continue;
    addLocalRoutes(network.mainTable);
    if (network.isExisting) addUndrawnRoutes(network.mainTable, world.name(network.id));
  }
  for (const fact of tableFacts) {
    const table = world.tables.get(fact.by);
    if (table === undefined || table.routes.length > 0) continue;
    addLocalRoutes(table);
    for (const [rowKey, row] of Object.entries(fact.routes)) {
      const matches = matchesOf(world, table.network, row);
      if (matches === undefined) continue;
      table.routes.push({
        table,
        rowKey,
        destination: destinationText(world, matches),
        matches,
        origin: 'static',
        target: row.target,
        mayReplaceLocal: mayReplaceLocal(world, row.target),
        state: routeCondition(world, table.network, matches, row.target),
      });
    }
  }
  for (const fact of facts) {
    const own = behaviourOf(fact).ownTable?.(fact) === undefined ? undefined : world.tables.get(fact.by);
    if (own !== undefined) fillOwnTable(world, own);
  }
  const taken = new Map<string, string>();
  for (const fact of facts.filter((each) => behaviourOf(each).routes !== undefined).sort(byDiagram))
    for (const added of behaviourOf(fact).routes?.(fact, world) ?? []) {
      const table = world.tables.get(added.table);
      const matches = addedMatches(added.destination);
      if (table === undefined || matches === undefined) continue;
      const target = added.target ?? fact.by;
      const block = 'block' in matches ? matches.block : null;
      const row: TargetedRow = { network: table.network, block, list: null, family: block?.family ?? null };
      // GE2: a table takes one endpoint for a service; the later one in the diagram is refused there.
      const isEndpoint = 'list' in added.destination;
      const place = `${destinationText(world, matches)} ${added.table}`;
      const first = isEndpoint && !('unknown' in matches) ? taken.get(place) : undefined;
      const state = added.state ?? targetCondition(world, target, row);
      if (isEndpoint && first === undefined && state.is === 'active') taken.set(place, fact.by);
      table.routes.push({
        table,
        rowKey: null,
        destination: destinationText(world, matches),
        matches,
        origin: originOf(added.destination),
        target,
        mayReplaceLocal: 'written' in added.destination,
        state: first === undefined ? state : secondTo(world, first, added, destinationText(world, matches)),
      });
    }
}

/** NG8. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html */
function fillOwnTable(world: World, table: RouteTable): void {
  const { network } = table;
  const [internet] = allAddresses;
  if (network === null || internet === undefined || table.routes.length > 0) return;
  addLocalRoutes(table);
  const target = internetGatewayOf(world, network);
  if (target === undefined) return;
  table.routes.push({
    table,
    rowKey: null,
    destination: blockText(internet),
    matches: { block: internet },
    origin: 'static',
    target,
    mayReplaceLocal: false,
    state: targetCondition(world, target, { network, block: internet, list: null, family: 4 }),
  });
}

/** The one that is attached; not known where there may be one that is not drawn. */
function internetGatewayOf(world: World, network: Network): Value<ResourceId> | undefined {
  const gateways = attachedTo(network, 'internet-gateway');
  const [gateway] = gateways.map(({ by }) => by).filter((id) => !world.refusals.has(id));
  if (gateway !== undefined) return gateway;
  const hidden = attachedTo(network, 'unmodelled').find(({ effect }) => effect.is === 'internet-gateway');
  return hidden === undefined ? undefined : { unknown: hidden.says };
}

const allAddresses = ['0.0.0.0/0'].flatMap((text) => blockOf(text) ?? []);

function addedMatches(destination: AddedDestination): RowMatches | undefined {
  if ('list' in destination)
    return isUnknown(destination.list) ? destination.list : { list: destination.list };
  if ('written' in destination) return destination.written;
  if (isUnknown(destination.block)) {
    const { family } = destination;
    return family === undefined ? destination.block : { ...destination.block, family };
  }
  const block = blockOf(destination.block);
  return block === undefined ? undefined : { block };
}

function secondTo(
  world: World,
  first: ResourceId,
  { table }: AddedRoute,
  destination: string,
): RouteCondition {
  const [name, other] = [table, first].map(world.name);
  return {
    is: 'refused',
    beatenBy: destination,
    why: {
      en: `AWS adds one endpoint for a service to ${name}, which has ${other} already`,
      ja: `${name} に関連付けられるエンドポイントはサービスごとに 1 つで、${other} がすでに関連付けられています`,
    },
  };
}

function originOf(destination: AddedDestination): Route['origin'] {
  if ('list' in destination) return 'endpoint';
  return 'written' in destination ? 'static' : { learntFrom: destination.learntFrom };
}

function addLocalRoutes(table: RouteTable): void {
  const { network } = table;
  if (network === null) return;
  // RT5: a local route for every block of the network, which nobody can remove.
  const blocks = network.ipv6 === null ? network.blocks : [...network.blocks, network.ipv6];
  const local = {
    table,
    rowKey: null,
    origin: 'local',
    target: null,
    mayReplaceLocal: false,
    state: { is: 'active' },
  } as const;
  for (const block of blocks)
    table.routes.push({ ...local, destination: blockText(block), matches: { block } });
  if (network.hidden !== null) table.routes.push({ ...local, destination: '?', matches: { allOf: network } });
}

/** Whatever somebody may have added to the main table of a network that is there already. */
function addUndrawnRoutes(table: RouteTable, name: string): void {
  const unknown = {
    en: `the main route table of ${name} is not in the design`,
    ja: `${name} のメインルートテーブルは、設計に含まれていません`,
  };
  table.routes.push({
    table,
    rowKey: null,
    destination: '?',
    matches: { unknown },
    origin: 'static',
    target: { unknown },
    mayReplaceLocal: true,
    state: { is: 'unknown', why: unknown },
  });
}

function matchesOf(
  world: World,
  network: Network | null,
  { destination, target }: RouteRow,
): RowMatches | undefined {
  if (typeof destination !== 'string') {
    if (isUnknown(destination)) return destination;
    const prefixes = world.prefixLists.get(destination.ref);
    return prefixes === undefined
      ? { list: destination.ref }
      : { prefixes, ...entriesTaken(world, network, prefixes, target) };
  }
  const block = blockOf(destination);
  if (block !== undefined) return { block };
  return isListName(destination) ? { list: listName(destination) } : undefined;
}

function destinationText(world: World, matches: Route['matches']): string {
  if ('block' in matches) return blockText(matches.block);
  if ('prefixes' in matches) return `pl:${world.name(matches.prefixes.id)}`;
  return 'list' in matches ? `pl:${matches.list}` : '?';
}
