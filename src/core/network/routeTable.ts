/**
 * Route tables: what becomes of each row, and which row decides for an address. The longest prefix wins (RT2), a static
 * row wins over a prefix list for the same addresses (RT3), and a row that wins but leads nowhere drops the packet (RT10).
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
import { bits, blockOf, blockText, contains, overlaps } from '../../lib/cidr';
import type { Block } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { Peer } from '../catalog/field';
import type { ResourceId } from '../model/document';
import type { Value } from '../model/value';
import { isUnknown } from '../model/value';
import type { Cover, IpAddress } from './address';
import { addressWords, blockCovers, listCovers } from './address';
import type { Fact, RouteTableFact } from './facts';
import { behaviourOf } from './hops';
import type { TargetedRow } from './hops/behaviour';
import type { LostRow } from './trace';
import type { Network, Route, RouteCondition, RouteTable, World } from './world';

export interface Lookup {
  /** The row that decides; null when none does. */
  readonly winner: Route | null;
  readonly lost: readonly LostRow[];
  readonly assumed: readonly Words[];
  /** Why another row might decide, or which of several does; null when the winner is certain. */
  readonly unsure: Words | null;
}

/** Fills all tables: local routes, then the rows, then what endpoints add. */
export function addRoutes(world: World, tableFacts: readonly RouteTableFact[], facts: readonly Fact[]): void {
  for (const network of world.networks.values()) {
    if (network.mainTable.id === null) addLocalRoutes(network.mainTable);
  }
  for (const fact of tableFacts) {
    const table = world.tables.get(fact.by);
    if (table === undefined || table.routes.length > 0) continue;
    addLocalRoutes(table);
    for (const [rowKey, row] of Object.entries(fact.routes)) {
      const matches = matchesOf(row.destination);
      if (matches === undefined) continue;
      const block = 'block' in matches ? matches.block : null;
      table.routes.push({
        table,
        rowKey,
        destination: destinationText(matches),
        matches,
        origin: 'static',
        target: row.target,
        state: stateOf(world, table.network, block, row.target),
      });
    }
  }
  for (const fact of facts)
    for (const added of behaviourOf(fact).routes?.(fact, world) ?? []) {
      const table = world.tables.get(added.table);
      table?.routes.push({
        table,
        rowKey: null,
        destination: `pl:${added.list}`,
        matches: { list: added.list },
        origin: 'endpoint',
        target: fact.by,
        state: added.state,
      });
    }
}

/** Which row decides for an address, and why the others that cover it do not. */
export function lookUpRoute(world: World, table: RouteTable, address: IpAddress): Lookup {
  const candidates: Candidate[] = [];
  const refused: LostRow[] = [];
  for (const route of table.routes) {
    const cover = coverOf(route, address);
    if (cover === 'no') continue;
    if (route.state.is === 'refused') refused.push({ row: rowText(world, route), because: route.state.why });
    else candidates.push({ route, cover, length: lengthOf(route, address) });
  }
  candidates.sort(
    (a, b) => b.length - a.length || rank[a.route.origin] - rank[b.route.origin] || byKey(a.route, b.route),
  );
  const winner = candidates.find(({ cover }) => cover === 'yes');
  const lost: LostRow[] = [];
  const assumed: Words[] = [];
  let unsure: Words | null = null;
  for (const each of candidates) {
    if (each === winner) continue;
    const row = rowText(world, each.route);
    if (each.cover === 'yes' && winner !== undefined) {
      lost.push({ row, because: whyLost(world, winner, each) });
      if (isTie(winner, each) && !isSameTarget(winner.route, each.route))
        unsure ??= {
          en: `two rows have the destination ${each.route.destination}; AWS accepts only one of them`,
          ja: `送信先 ${each.route.destination} の行が 2 つあります。AWS が受け付けるのは片方だけです`,
        };
      continue;
    }
    // It may cover the address. It matters only where it would win, and would lead elsewhere.
    if (winner !== undefined && (each.length < winner.length || isSameTarget(winner.route, each.route)))
      continue;
    const isGuess = each.cover === 'unlikely' || ('unknown' in each.route.matches && isGeneric(address));
    if (winner !== undefined && isGuess) {
      assumed.push({
        en: `${addressWords(address)} is assumed not to be covered by the route ${row}`,
        ja: `${addressWords(address)} はルート ${row} の対象に含まれないものとします`,
      });
      lost.push({
        row,
        because: { en: 'assumed not to cover the destination', ja: '送信先を含まないものとします' },
      });
    } else unsure ??= whyUnsure(each.route, row, address);
  }
  if (winner === undefined && unsure === null)
    for (const route of table.routes.slice(0, 20))
      if (familyOf(route) === address.family || familyOf(route) === null)
        if (route.state.is !== 'refused')
          lost.push({
            row: rowText(world, route),
            because: { en: 'does not cover the destination', ja: '送信先を含みません' },
          });
  return { winner: winner?.route ?? null, lost: [...lost, ...refused], assumed, unsure };
}

/** `0.0.0.0/0 → Igw`, and `10.0.0.0/16 → local`. */
export function rowText(world: World, route: Route): string {
  const target =
    route.origin === 'local'
      ? 'local'
      : isUnknown(route.target)
        ? '?'
        : route.target === null
          ? '—'
          : world.name(route.target);
  return `${route.destination} → ${target}`;
}

interface Candidate {
  readonly route: Route;
  readonly cover: Cover;
  readonly length: number;
}

/** RT3. A static row that AWS accepts for a network's whole block takes the place of the local route (RT5). */
const rank: Readonly<Record<Route['origin'], number>> = { static: 0, local: 1, endpoint: 2 };

function addLocalRoutes(table: RouteTable): void {
  const { network } = table;
  if (network === null) return;
  // RT5: a local route for every block of the network, which nobody can remove.
  const blocks = network.ipv6 === null ? network.blocks : [...network.blocks, network.ipv6];
  const local = { table, rowKey: null, origin: 'local', target: null, state: { is: 'active' } } as const;
  for (const block of blocks)
    table.routes.push({ ...local, destination: blockText(block), matches: { block } });
  if (network.hidden !== null) table.routes.push({ ...local, destination: '?', matches: { allOf: network } });
}

function matchesOf(destination: Value<Peer>): Exclude<Route['matches'], { allOf: Network }> | undefined {
  if (typeof destination !== 'string') {
    if (isUnknown(destination)) return destination;
    return { list: destination.ref };
  }
  const block = blockOf(destination);
  if (block !== undefined) return { block };
  const list = destination.startsWith('pl:') ? destination.slice(3) : destination;
  return /^(pl-|(\w+\.)?com\.amazonaws\.)/.test(list) ? { list } : undefined;
}

function destinationText(matches: Route['matches']): string {
  if ('block' in matches) return blockText(matches.block);
  return 'list' in matches ? `pl:${matches.list}` : '?';
}

/** RT8: addresses AWS keeps for itself. https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html */
const forbidden = ['169.254.168.0/22', 'fd00:ec2::/32'].flatMap((text) => blockOf(text) ?? []);

function stateOf(
  world: World,
  network: Network | null,
  block: Block | null,
  target: Value<ResourceId | null>,
): RouteCondition {
  if (block !== null && forbidden.some((each) => contains(each, block)))
    return {
      is: 'refused',
      why: {
        en: `AWS does not accept a route to ${blockText(block)}`,
        ja: `AWS は送信先 ${blockText(block)} のルートを受け付けません`,
      },
    };
  if (isUnknown(target)) return { is: 'unknown', why: target.unknown };
  const row: TargetedRow = { network, block, family: block?.family ?? null };
  const condition = target === null ? gone : targetCondition(world, target, row);
  const local = network === null || block === null ? undefined : localAround(network, block);
  if (local === undefined || network === null || block === null || target === null) return condition;
  // RT5, RT6: inside the network's own block a row must be about the whole of it or a whole subnet, and lead to a NAT
  // gateway or an interface.
  const isWhole =
    block.prefix === local.prefix ||
    network.subnets.some(
      (subnet) =>
        (subnet.block !== null && blockText(subnet.block) === blockText(block)) ||
        (subnet.ipv6 !== null && blockText(subnet.ipv6) === blockText(block)),
    );
  const mayReplace = (world.facts.get(target) ?? []).some(
    (fact) => behaviourOf(fact).mayReplaceLocal === true,
  );
  if (isWhole && mayReplace) return condition;
  return {
    is: 'refused',
    beatenBy: blockText(local),
    why: isWhole
      ? {
          en: `inside ${blockText(local)} AWS accepts routes to NAT gateways, network interfaces and Gateway Load Balancer endpoints only`,
          ja: `${blockText(local)} の内側へのルートのターゲットにできるのは、NAT ゲートウェイ、ネットワークインターフェイス、Gateway Load Balancer エンドポイントだけです`,
        }
      : {
          en: `inside ${blockText(local)} AWS accepts routes to the whole block of a subnet only`,
          ja: `${blockText(local)} の内側へのルートの送信先は、サブネットの CIDR ブロック全体でなければなりません`,
        },
  };
}

const gone: RouteCondition = {
  is: 'blackhole',
  why: { en: 'its target is gone', ja: 'ターゲットが存在しません' },
};

function targetCondition(world: World, target: ResourceId, row: TargetedRow): RouteCondition {
  for (const fact of world.facts.get(target) ?? []) {
    const { asTarget } = behaviourOf(fact);
    if (asTarget !== undefined) return asTarget(fact, world, row);
  }
  const name = world.name(target);
  return {
    is: 'unknown',
    why: {
      en: `what ${name} does with packets is not modelled`,
      ja: `${name} がパケットをどう扱うかはモデル化されていません`,
    },
  };
}

function localAround(network: Network, block: Block): Block | undefined {
  const own = network.ipv6 === null ? network.blocks : [...network.blocks, network.ipv6];
  return own.find((each) => contains(each, block));
}

function coverOf(route: Route, address: IpAddress): Cover {
  const { matches } = route;
  // An interface's own private address is in its network, even where the blocks are not known.
  if ('allOf' in matches) {
    if (address.is.as !== 'public' && address.owner?.network === matches.allOf) return 'yes';
    return address.is.as === 'hidden' || (address.owner === null && address.is.as === 'exact')
      ? 'maybe'
      : 'no';
  }
  if ('block' in matches) {
    const isOwn = route.origin === 'local' && address.owner?.network === route.table.network;
    const cover = blockCovers(matches.block, address);
    return cover === 'maybe' && isOwn && address.is.as === 'hidden' ? 'yes' : cover;
  }
  return 'list' in matches ? listCovers(matches.list, address) : 'maybe';
}

/** The length of the prefix a row matches with. Entries of a prefix list are longer than any prefix of all addresses. */
function lengthOf(route: Route, address: IpAddress): number {
  if ('block' in route.matches) return route.matches.block.prefix;
  return 'list' in route.matches || 'unknown' in route.matches ? bits(address.family) + 1 : 0;
}

function isTie(a: Candidate, b: Candidate): boolean {
  return (
    a.length === b.length && a.route.origin === b.route.origin && a.route.destination === b.route.destination
  );
}

function isSameTarget(a: Route, b: Route): boolean {
  return !isUnknown(a.target) && a.target === b.target && a.origin !== 'local' && b.origin !== 'local';
}

function byKey(a: Route, b: Route): number {
  return (a.rowKey ?? '') < (b.rowKey ?? '') ? -1 : 1;
}

/** An address that stands for many, of which an unknown block would hold a few at most. */
function isGeneric(address: IpAddress): boolean {
  return address.is.as === 'internet' || address.is.as === 'service';
}

function familyOf(route: Route): number | null {
  return 'block' in route.matches ? route.matches.block.family : null;
}

function whyLost(world: World, winner: Candidate, loser: Candidate): Words {
  const by = rowText(world, winner.route);
  if (winner.length > loser.length)
    return { en: `${by} is more specific`, ja: `${by} のほうが具体的 (プレフィックスが長い) です` };
  if (winner.route.origin !== loser.route.origin)
    return { en: `${by} has priority`, ja: `${by} が優先されます` };
  return { en: `${by} has the same destination`, ja: `${by} と送信先が同じです` };
}

function whyUnsure(route: Route, row: string, address: IpAddress): Words {
  if ('unknown' in route.matches) return route.matches.unknown;
  return {
    en: `whether the route ${row} covers ${addressWords(address)} is not known offline`,
    ja: `ルート ${row} が ${addressWords(address)} を含むかどうかは、設計からはわかりません`,
  };
}

/** The rows of a table as the route editor shows them. */
export function winnerOver(table: RouteTable, route: Route): string | undefined {
  if (route.state.is === 'refused') return route.state.beatenBy;
  if (!('block' in route.matches)) {
    const { destination } = route;
    const rival = table.routes.find(
      (other) =>
        other !== route && other.destination === destination && rank[other.origin] < rank[route.origin],
    );
    return rival?.destination;
  }
  const { block } = route.matches;
  if (route.origin !== 'local') return undefined;
  // The local route is beaten where a row takes its very place (RT5).
  const rival = table.routes.find(
    (other) =>
      other.origin === 'static' &&
      other.state.is !== 'refused' &&
      'block' in other.matches &&
      other.matches.block.prefix === block.prefix &&
      overlaps(other.matches.block, block),
  );
  return rival?.destination;
}
