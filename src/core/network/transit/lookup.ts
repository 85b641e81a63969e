/**
 * Which route of a transit gateway's table decides: the longest prefix, among equals the one with priority (TG3). A
 * blackhole that wins drops the packet.
 * https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
import { bits, blockText, type Block } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import {
  addressInJapanese,
  addressWords,
  blockCovers,
  isPublic,
  type Cover,
  type IpAddress,
} from '../address';
import type { AnalyzerCode } from '../analyzerCodes';
import type { LostRow } from '../trace';
import type { Network, World } from '../world';
import { areTwins } from '../vpn/connections';
import { blockKey, ranks, type TransitRoute, type TransitTable } from './model';
import { rowWords } from '../rowWords';

export interface TransitLookup {
  readonly winner: TransitRoute | null;
  readonly lost: readonly LostRow[];
  readonly assumed: readonly Words[];
  /** Propagated routes beside the winner that AWS prefers as much: packets may take any of them. */
  readonly equals: readonly TransitRoute[];
  /** Why another route might decide; null when the winner is certain. */
  readonly unsure: Words | null;
  /** Those that might decide, BGP telling of prefixes that are not known. Empty where something else is open as well. */
  readonly perhaps: readonly TransitRoute[];
}

/** How many routes of a table are told of that do not cover an address. */
const mostTold = 20;

export function lookUpTransit(world: World, table: TransitTable, address: IpAddress): TransitLookup {
  const candidates: Candidate[] = [];
  for (const route of candidatesFor(table, address)) {
    const cover = coverOf(route, address);
    if (cover !== 'no') candidates.push({ route, cover, length: lengthOf(route, address, cover) });
  }
  candidates.sort(
    (a, b) => b.length - a.length || a.route.rank - b.route.rank || compareKeys(a.route, b.route),
  );
  const winner = candidates.find(({ cover }) => cover === 'yes');
  const lost: LostRow[] = [];
  const assumed: Words[] = [];
  const equals: TransitRoute[] = [];
  const perhaps: TransitRoute[] = [];
  let isOpenOtherwise = winner?.route.state.is === 'unknown';
  let unsure: Words | null = null;
  for (const each of candidates) {
    if (each === winner) continue;
    const row = transitRow(world, each.route);
    if (each.cover === 'yes' && winner !== undefined) {
      const code =
        winner.length > each.length ? 'TGW_RTB_MORE_SPECIFIC_ROUTE' : 'TGW_RTB_HIGHER_PRIORITY_ROUTE';
      lost.push({ ...losing(row, each.route, code), because: whyLost(world, winner, each) });
      if (areAlike(winner, each)) equals.push(each.route);
      else if (isTie(winner, each)) {
        unsure ??= whyTied(world, winner.route, each.route);
        isOpenOtherwise = true;
      }
      continue;
    }
    if (winner !== undefined && (each.length < winner.length || leadAlike(world, winner.route, each.route)))
      continue;
    if (winner !== undefined && each.cover === 'unlikely') {
      assumed.push({
        en: `${addressWords(address)} is assumed not to be covered by the route ${row}`,
        ja: `${addressInJapanese(address)} はルート ${rowWords(row).ja} の対象に含まれないものとします`,
      });
      lost.push({
        row,
        because: { en: 'assumed not to cover the destination', ja: '送信先を含まないものとします' },
      });
    } else {
      unsure ??= whyUnsure(each.route, row, address);
      if (isToldOf(each.route)) perhaps.push(each.route);
      else isOpenOtherwise = true;
    }
  }
  if (winner !== undefined && winner.route.state.is === 'unknown') unsure ??= winner.route.state.why;
  if (winner === undefined && unsure === null) {
    const own = table.routes.filter(
      ({ matches }) => !('block' in matches) || matches.block.family === address.family,
    );
    for (const route of own.slice(0, mostTold))
      lost.push({
        ...losing(transitRow(world, route), route, 'TGW_RTB_CANNOT_ROUTE'),
        because: { en: 'does not cover the destination', ja: '送信先を含みません' },
      });
  }
  return {
    winner: winner?.route ?? null,
    lost,
    assumed,
    equals,
    unsure,
    perhaps: isOpenOtherwise ? [] : perhaps,
  };
}

/** `10.1.0.0/16 → AttachmentB (propagated)` */
export function transitRow(
  world: World,
  { destination, attachment, target, rowKey, state }: TransitRoute,
): string {
  const to =
    attachment !== null
      ? world.name(attachment.id)
      : typeof target === 'string'
        ? world.name(target)
        : state.is === 'blackhole'
          ? 'blackhole'
          : '?';
  return `${destination} → ${to}${rowKey === null ? ' (propagated)' : ''}`;
}

function losing(
  row: string,
  { attachment }: TransitRoute,
  analyzerCode: AnalyzerCode,
): Omit<LostRow, 'because'> {
  return { row, analyzerCode, ...(attachment === null ? {} : { leadsTo: attachment.id }) };
}

interface Candidate {
  readonly route: TransitRoute;
  readonly cover: Cover;
  readonly length: number;
}

/** All routes that can cover the address, and few others: tables have thousands. */
function* candidatesFor({ routes, index }: TransitTable, address: IpAddress): Generator<TransitRoute> {
  if (address.is.as === 'hidden') {
    yield* routes;
    return;
  }
  const { family, value } = address;
  const found = new Set<TransitRoute>();
  for (const prefix of index.lengths[family]) {
    const shift = BigInt(bits(family) - prefix);
    const block: Block = { family, prefix, first: (value >> shift) << shift };
    for (const route of index.byBlock.get(blockKey(block)) ?? []) found.add(route);
  }
  if (address.is.as !== 'exact' && address.is.as !== 'free')
    for (const route of index.inPublic) found.add(route);
  yield* found;
  yield* index.open;
}

function coverOf({ matches, rowKey, attachment }: TransitRoute, address: IpAddress): Cover {
  if ('block' in matches) {
    const { is, owner } = address;
    const to = attachment?.fact.to;
    // Blocks that AWS assigns to VPCs never overlap.
    if (is.as === 'assigned' && owner !== null && rowKey === null && to?.is === 'network')
      return owner.network?.id === to.network && matches.block.family === 6 ? 'yes' : 'no';
    return blockCovers(matches.block, address);
  }
  if ('unknown' in matches) {
    if (matches.family !== undefined && matches.family !== address.family) return 'no';
    // What BGP will tell is not taken to be about the design's own interfaces.
    const isLearnt = rowKey === null && attachment !== null && address.owner !== null;
    const isSomebodys = rowKey === null && address.is.as === 'exact' && isPublic(address);
    return isLearnt || isSomebodys || isGeneric(address) ? 'unlikely' : 'maybe';
  }
  return coverOfNetwork(matches, address);
}

/** What a network propagates of which some block is not known: its own interfaces' addresses at least. */
function coverOfNetwork(
  { allOf: network, ipv6 }: Extract<TransitRoute['matches'], { readonly allOf: Network }>,
  { is, owner, family }: IpAddress,
): Cover {
  if (family === 6 && ipv6 === false) return 'no';
  const isOwn = family === 6 && isUnknown(ipv6) ? 'maybe' : 'yes';
  // By the name: the network may be known here by its facts alone (`beyond.ts`).
  if (owner !== null) return owner.network?.id === network.id && is.as !== 'public' ? isOwn : 'no';
  return is.as === 'exact' || is.as === 'hidden' ? 'maybe' : 'no';
}

function lengthOf({ matches }: TransitRoute, { family }: IpAddress, cover: Cover): number {
  if ('block' in matches) return matches.block.prefix;
  // Any destination may stand in a row that is not known; the blocks of a VPC have from 16 to 28 bits.
  if ('unknown' in matches) return bits(family) + 1;
  const [shortest, longest] = family === 4 ? [16, 28] : [44, 60];
  return cover === 'yes' ? shortest : longest;
}

function isTie(a: Candidate, b: Candidate): boolean {
  return a.length === b.length && a.route.rank === b.route.rank && !isSameWay(a.route, b.route);
}

/** Whether it stands for what an attachment tells of that is not known. */
function isToldOf({ matches, rowKey, attachment, state }: TransitRoute): boolean {
  return 'unknown' in matches && rowKey === null && attachment !== null && state.is === 'active';
}

/**
 * Whether two VPN connections are told of one prefix by BGP, over which a transit gateway spreads its packets.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html
 */
function areAlike(a: Candidate, b: Candidate): boolean {
  const isOpen = [a, b].every(({ route }) => route.attachment !== null && route.state.is === 'active');
  return isOpen && isTie(a, b) && a.route.rowKey === null && b.route.rowKey === null;
}

/** Whether both lead to one attachment, or to one customer gateway alike: it does not matter which of them decides. */
function leadAlike(world: World, a: TransitRoute, b: TransitRoute): boolean {
  if (isSameWay(a, b)) return true;
  return a.attachment !== null && b.attachment !== null && areTwins(world, a.attachment.id, b.attachment.id);
}

function isSameWay(a: TransitRoute, b: TransitRoute): boolean {
  return a.attachment !== null && a.attachment === b.attachment;
}

function isGeneric({ is }: IpAddress): boolean {
  return is.as === 'internet' || is.as === 'service';
}

function compareKeys(a: TransitRoute, b: TransitRoute): number {
  const [one, other] = [
    `${a.rowKey ?? ''} ${a.attachment?.id ?? ''}`,
    `${b.rowKey ?? ''} ${b.attachment?.id ?? ''}`,
  ];
  return one < other ? -1 : 1;
}

function whyLost(world: World, winner: Candidate, loser: Candidate): Words {
  const by = transitRow(world, winner.route);
  if (winner.length > loser.length)
    return {
      en: `${by} is more specific`,
      ja: `${rowWords(by).ja} のほうが具体的 (プレフィックスが長い) です`,
    };
  if (winner.route.rank < loser.route.rank) return { en: `${by} has priority`, ja: `${by} が優先されます` };
  return { en: `${by} has the same destination`, ja: `${by} と送信先が同じです` };
}

function whyTied(world: World, winner: TransitRoute, other: TransitRoute): Words {
  if (winner.state.is === 'unknown') return winner.state.why;
  const destination = 'block' in winner.matches ? blockText(winner.matches.block) : '?';
  return winner.rank === ranks.static
    ? {
        en: `two routes have the destination ${destination}; AWS accepts only one of them`,
        ja: `送信先 ${destination} のルートが 2 つあります。AWS が受け付けるのは片方だけです`,
      }
    : {
        en: `${transitRow(world, winner)} and ${transitRow(world, other)} have the same priority`,
        ja: `${rowWords(transitRow(world, winner)).ja} と ${rowWords(transitRow(world, other)).ja} の優先度は同じです`,
      };
}

function whyUnsure({ matches, state }: TransitRoute, row: string, address: IpAddress): Words {
  if ('unknown' in matches) return matches.unknown;
  if (state.is === 'unknown') return state.why;
  return {
    en: `whether the route ${row} covers ${addressWords(address)} is not known`,
    ja: `ルート ${rowWords(row).ja} が ${addressInJapanese(address)} を含むかどうかはわかりません`,
  };
}
