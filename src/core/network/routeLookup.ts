/**
 * Which row of a route table decides: the longest prefix (RT2), among equals a static row before a prefix list before a
 * propagated row (RT3); no propagated row where the local route covers (RT7). A row that wins but leads nowhere drops the
 * packet; nothing falls through to a shorter prefix (RT10).
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
import { bits, contains, overlaps } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import type { Cover, IpAddress } from './address';
import { addressInJapanese, addressWords, blockCovers, isPublic, listCovers } from './address';
import type { AnalyzerCode } from './analyzerCodes';
import { learntFrom } from './facts';
import { coversTogether } from './prefixLists';
import type { LostRow } from './trace';
import type { Obstacle } from './walk';
import type { Network, Route, RouteTable, World } from './world';
import { rowWords } from './rowWords';

export interface Lookup {
  /** The row that decides; null when none does. */
  readonly winner: Route | null;
  readonly lost: readonly LostRow[];
  readonly assumed: readonly Words[];
  /** Why another row might decide, or which of several does; null when the winner is certain. */
  readonly unsure: Words | null;
  /** Rows that cover the address and that AWS would not accept. */
  readonly refused: readonly Route[];
}

/** Which row decides for an address, and why the others that cover it do not. */
export function lookUpRoute(world: World, table: RouteTable, address: IpAddress): Lookup {
  const candidates: Candidate[] = [];
  const refused: Route[] = [];
  for (const route of table.routes) {
    const own = candidatesOf(route, address);
    if (own.length === 0) continue;
    if (route.state.is === 'refused') refused.push(route);
    else candidates.push(...own);
  }
  candidates.sort(
    (a, b) => b.length - a.length || rankOf(a.route) - rankOf(b.route) || byKey(a.route, b.route),
  );
  // RT7: what is in the VPC stays there, however specific a propagated route is.
  const local = candidates.find(({ route, cover }) => route.origin === 'local' && cover === 'yes');
  const winner = candidates.find(
    ({ route, cover }) => cover === 'yes' && (local === undefined || !isLearnt(route)),
  );
  const lost: LostRow[] = [];
  const assumed: Words[] = [];
  let unsure: Words | null = null;
  for (const each of candidates) {
    if (each.route === winner?.route) continue;
    const row = rowText(world, each.route);
    if (local !== undefined && isLearnt(each.route)) {
      lost.push({ ...losing(row, each.route, 'HIGHER_PRIORITY_ROUTE'), because: whyLocal(world, local) });
      continue;
    }
    if (each.cover === 'yes' && winner !== undefined) {
      const code = winner.length > each.length ? 'MORE_SPECIFIC_ROUTE' : 'HIGHER_PRIORITY_ROUTE';
      lost.push({ ...losing(row, each.route, code), because: whyLost(world, winner, each) });
      if (areListsApart(winner.route, each.route)) assumed.push(eitherList(world, winner.route, each.route));
      else if (isTie(winner, each) && !isSameTarget(winner.route, each.route)) unsure ??= whyTied(each.route);
      continue;
    }
    // It may cover the address. It matters only where it would win, and would lead elsewhere.
    if (winner !== undefined && !mayBeat(each, winner, address)) continue;
    // RT6: AWS accepts no such row inside the VPC.
    if (local !== undefined && 'unknown' in each.route.matches && !each.route.mayReplaceLocal) {
      lost.push({ row, because: whyLocal(world, local) });
      continue;
    }
    if (winner !== undefined && isUnlikely(each, winner, local, address)) {
      assumed.push(notCovered(world, each.route, row, address));
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
            ...losing(
              rowText(world, route),
              route,
              route.origin === 'local' ? 'VPC_LOCAL_ROUTE_CIDR_RESTRICTION' : 'CANNOT_ROUTE',
            ),
            because: { en: 'does not cover the destination', ja: '送信先を含みません' },
          });
  for (const route of refused) {
    if (route.state.is !== 'refused') continue;
    lost.push({ row: rowText(world, route), because: route.state.why });
    if (winner !== undefined && isSecondEndpoint(winner.route, route))
      assumed.push(takenFirst(world, winner, route));
  }
  return { winner: winner?.route ?? null, lost, assumed, unsure, refused };
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

/** The row as the thing to blame: an unnamed main table is blamed on its network. */
export function rowOf(
  { route, table, network }: { readonly route: Route; readonly table: RouteTable; readonly network: Network },
  world: World,
): Pick<Obstacle, 'blame' | 'field' | 'rowKey'> {
  const text = rowText(world, route);
  return {
    blame: { resource: table.id ?? network.id, row: table.id === null ? `main route table: ${text}` : text },
    ...(route.rowKey === null ? {} : { field: 'routes', rowKey: route.rowKey }),
  };
}

function notCovered(world: World, { table }: Route, row: string, address: IpAddress): Words {
  const to = addressWords(address);
  const toJa = addressInJapanese(address);
  if (table.id === null && table.network !== null) {
    const name = world.name(table.network.id);
    return {
      en: `the main route table of ${name}, which is not in the design, is assumed to have only the local route for ${to}`,
      ja: `${name} のメインルートテーブルは設計に含まれていないため、${toJa} へのルートはローカルルートだけとします`,
    };
  }
  return {
    en: `${to} is assumed not to be covered by the route ${row}`,
    ja: `${toJa} はルート ${row} の対象に含まれないものとします`,
  };
}

function losing(
  row: string,
  { target, origin }: Route,
  analyzerCode: AnalyzerCode,
): Omit<LostRow, 'because'> {
  const isElsewhere = origin !== 'local' && !isUnknown(target) && target !== null;
  return { row, analyzerCode, ...(isElsewhere ? { leadsTo: target } : {}) };
}

interface Candidate {
  readonly route: Route;
  readonly cover: Cover;
  readonly length: number;
}

/** RT3. A static row that AWS accepts for a network's whole block takes the place of the local route (RT5). */
const rank = { static: 0, local: 1, endpoint: 2 };

function rankOf({ origin, matches }: Route): number {
  if ('prefixes' in matches) return rank.endpoint;
  return typeof origin === 'string'
    ? rank[origin]
    : rank.endpoint + 1 + learntFrom.indexOf(origin.learntFrom);
}

function isLearnt({ origin }: Route): boolean {
  return typeof origin !== 'string';
}

/** Whether a row that may cover the address is assumed not to, since it would be an accident if it did. */
function isUnlikely(
  { cover, route }: Candidate,
  winner: Candidate,
  local: Candidate | undefined,
  address: IpAddress,
): boolean {
  if (cover === 'unlikely') return true;
  // The blocks of the VPC, where they are not known, are not taken to be among those of elsewhere.
  if (route.origin === 'local') return isLearnt(winner.route) && !isHidden(address);
  // Nor are the design's own interfaces taken to be there.
  if (isLearnt(route) && address.owner !== null) return true;
  if (isPartlyUnknown(route) && isGeneric(address)) return true;
  if (!('unknown' in route.matches)) return false;
  if (local !== undefined) return true;
  // Rows that nobody wrote here are not taken to be about the design's own interfaces, or a single public address.
  const isOutOfSight = route.rowKey === null && route.origin !== 'endpoint';
  return isOutOfSight && (address.owner !== null || (address.is.as === 'exact' && isPublic(address)));
}

/** Whether a row that may cover the address would decide in place of the one that does, and lead elsewhere. */
function mayBeat(each: Candidate, winner: Candidate, address: IpAddress): boolean {
  if (isSameTarget(winner.route, each.route)) return false;
  // RT7: a local route that covers beats what was propagated, be it less specific.
  if (each.route.origin === 'local' && isLearnt(winner.route)) return true;
  // A propagated row of unknown length is for a single address at most, and then comes last.
  if (isLearnt(each.route) && 'unknown' in each.route.matches) return winner.length < bits(address.family);
  return each.length >= winner.length;
}

/** Whether two rows have different prefix lists as their destinations, and lead to different targets (RT4). */
function areListsApart(a: Route, b: Route): boolean {
  const [one, other] = [a, b].map(({ matches }) =>
    'prefixes' in matches ? matches.prefixes : 'list' in matches ? matches.list : undefined,
  );
  if (one === undefined || other === undefined || one === other) return false;
  // How AWS's own lists lie to one another is not in the design.
  return (typeof one !== 'string' || typeof other !== 'string') && !isSameTarget(a, b);
}

/** Whether something of its destination is not known. */
function isPartlyUnknown({ matches }: Route): boolean {
  return 'unknown' in matches || ('prefixes' in matches && matches.prefixes.hidden !== null);
}

/**
 * Where a row stands in the order: at the length of its prefix, and a prefix list at that of each entry that may cover
 * the address, of those that surely do only the longest.
 */
function candidatesOf(route: Route, address: IpAddress): readonly Candidate[] {
  const { matches } = route;
  if (!('prefixes' in matches)) {
    const cover = coverOf(route, address);
    return cover === 'no' ? [] : [{ route, cover, length: lengthOf(route, address) }];
  }
  const { prefixes, blocks, doubtful } = matches;
  const found: Candidate[] = [];
  let longest: Candidate | undefined;
  for (const { prefix: length, ...block } of blocks) {
    const cover = blockCovers({ ...block, prefix: length }, address);
    if (cover === 'no') continue;
    if (cover !== 'yes') found.push({ route, cover, length });
    else if (longest === undefined || length > longest.length) longest = { route, cover, length };
  }
  for (const block of doubtful)
    if (blockCovers(block, address) !== 'no') found.push({ route, cover: 'maybe', length: block.prefix });
  if (prefixes.hidden !== null) found.push({ route, cover: 'maybe', length: bits(address.family) + 1 });
  if (longest === undefined && coversTogether(blocks, address)) {
    const lengths = found.flatMap(({ cover, length }) => (cover === 'maybe' ? [length] : []));
    longest = { route, cover: 'yes', length: Math.min(...lengths) };
  }
  return longest === undefined ? found : [...found, longest];
}

/** RT4: whichever of the lists AWS has chosen, it keeps. The longer entry, else the first row, is the likelier. */
function eitherList(world: World, winner: Route, loser: Route): Words {
  const [one, other] = [rowText(world, winner), rowText(world, loser)];
  return {
    en: `${one} and ${other} overlap: AWS chooses one of the prefix lists and keeps to it; ${one} is assumed`,
    ja: `${one} と ${other} は重複しています。AWS はどちらかのプレフィックスリストを選び、以後それを使い続けます。ここでは ${one} とします`,
  };
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
    // A VPC may take public IPv4 space that is somebody else's; an IPv6 block is its own.
    if (route.origin === 'local' && address.family === 6 && address.is.as === 'service') return 'no';
    const isOwn = route.origin === 'local' && address.owner?.network === route.table.network;
    const cover = blockCovers(matches.block, address);
    return cover === 'maybe' && isOwn && address.is.as === 'hidden' ? 'yes' : cover;
  }
  if ('unknown' in matches)
    return matches.family === undefined || matches.family === address.family ? 'maybe' : 'no';
  if (!('list' in matches)) return 'maybe';
  // An endpoint stands for its service by name, also for one that has no prefix list and hence no such endpoints.
  if (route.origin === 'endpoint' && address.is.as === 'service')
    return (address.is.list ?? address.is.service) === matches.list ? 'yes' : 'no';
  return listCovers(matches.list, address);
}

/** The length of the prefix a row matches with. Entries of a prefix list are longer than any prefix of all addresses. */
function lengthOf(route: Route, address: IpAddress): number {
  if ('block' in route.matches) return route.matches.block.prefix;
  return 'list' in route.matches || 'unknown' in route.matches ? bits(address.family) + 1 : 0;
}

/** Two rows for the very same destination, of which AWS accepts one. The local route gives way to a row (RT5). */
function isTie(a: Candidate, b: Candidate): boolean {
  const [one, other] = [a.route, b.route];
  if (one.origin === 'local' || other.origin === 'local') return false;
  // What was propagated has its place in AWS's order behind the rows, and among itself.
  const isRanked = (isLearnt(one) || isLearnt(other)) && rankOf(one) !== rankOf(other);
  return !isRanked && a.length === b.length && one.destination === other.destination;
}

function isSecondEndpoint(winner: Route, other: Route): boolean {
  return (
    winner.origin === 'endpoint' && other.origin === 'endpoint' && winner.destination === other.destination
  );
}

/** GE2: whichever of the two is added, packets get to the same service. */
function takenFirst(world: World, winner: Candidate, other: Route): Words {
  const [used, unused] = [rowText(world, winner.route), rowText(world, other)];
  return {
    en: `AWS adds only one of ${used} and ${unused}; the first is taken to be there`,
    ja: `${used} と ${unused} は片方しか追加できないため、前者が追加されるものとします`,
  };
}

function isSameTarget(a: Route, b: Route): boolean {
  return !isUnknown(a.target) && a.target === b.target && a.origin !== 'local' && b.origin !== 'local';
}

function byKey(a: Route, b: Route): number {
  const [one, other] = [a.rowKey ?? '', b.rowKey ?? ''];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** An address that stands for many, of which an unknown block would hold a few at most. */
function isGeneric(address: IpAddress): boolean {
  return address.is.as === 'internet' || address.is.as === 'service';
}

function isHidden(address: IpAddress): boolean {
  return address.is.as === 'hidden';
}

function familyOf({ matches }: Route): number | null {
  if ('prefixes' in matches) return matches.prefixes.family;
  if ('unknown' in matches) return matches.family ?? null;
  return 'block' in matches ? matches.block.family : null;
}

function whyLost(world: World, winner: Candidate, loser: Candidate): Words {
  const by = rowText(world, winner.route);
  if (winner.length > loser.length)
    return {
      en: `${by} is more specific`,
      ja: `${rowWords(by).ja} のほうが具体的 (プレフィックスが長い) です`,
    };
  if (rankOf(winner.route) !== rankOf(loser.route))
    return { en: `${by} has priority`, ja: `${by} が優先されます` };
  return { en: `${by} has the same destination`, ja: `${by} と送信先が同じです` };
}

function whyLocal(world: World, local: Candidate): Words {
  const by = rowText(world, local.route);
  return {
    en: `inside the VPC ${by} has priority`,
    ja: `VPC の内側では ${by} が優先されます`,
  };
}

function whyTied({ destination, origin }: Route): Words {
  return typeof origin === 'string'
    ? {
        en: `two rows have the destination ${destination}; AWS accepts only one of them`,
        ja: `送信先 ${destination} の行が 2 つあります。AWS が受け付けるのは片方だけです`,
      }
    : {
        en: `${destination} is propagated from two places alike; which of them AWS prefers is not in the design`,
        ja: `${destination} が 2 か所から同じように伝播されています。AWS がどちらを優先するかは、設計からはわかりません`,
      };
}

function whyUnsure({ matches }: Route, row: string, address: IpAddress): Words {
  if ('unknown' in matches) return matches.unknown;
  if ('prefixes' in matches && matches.prefixes.hidden !== null) return matches.prefixes.hidden;
  if ('prefixes' in matches && matches.doubtful.some((block) => blockCovers(block, address) !== 'no'))
    return {
      en: `AWS does not say whether an entry of ${row} may take the place of the local route`,
      ja: `${row} のエントリがローカルルートに優先するかどうかは、AWS のドキュメントに記載がありません`,
    };
  return {
    en: `whether the route ${row} covers ${addressWords(address)} is not known offline`,
    ja: `ルート ${row} が ${addressInJapanese(address)} を含むかどうかは、設計からはわかりません`,
  };
}

/** For a row that can never win: the destination of the row that always wins over it, as the route editor shows it. */
export function winnerOver(table: RouteTable, route: Route): string | undefined {
  if (route.state.is === 'refused') return route.state.beatenBy;
  return table.routes.find((other) => other !== route && alwaysBeats(other, route))?.destination;
}

function alwaysBeats(other: Route, route: Route): boolean {
  if ('list' in route.matches)
    return other.destination === route.destination && rankOf(other) < rankOf(route);
  if (!('block' in route.matches)) return false;
  if (other.state.is === 'refused' || !('block' in other.matches)) return false;
  const { block } = route.matches;
  const isSame = other.matches.block.prefix === block.prefix && overlaps(other.matches.block, block);
  // The local route is beaten where a row takes its very place (RT5).
  if (route.origin === 'local') return other.origin === 'static' && isSame;
  if (!isLearnt(route)) return false;
  return other.origin === 'local'
    ? contains(other.matches.block, block)
    : isSame && rankOf(other) < rankOf(route);
}
