/** Which row of a route table takes a packet: the longest prefix, then the kind of the route. */
import type { RouteTableFact } from '../../core/network/facts';
import {
  blockFrom,
  covers,
  isPublic,
  isWithinBlock,
  overlap,
  sameAddress,
  sameBlock,
  type Address,
  type Block,
} from './addresses';
import { sure, type Inventory, type Net } from './inventory';
import type { Packet } from './packet';
import { stranger } from './strangers';
import { knownAt, propagatingTo } from './vpnPrefixes';

export interface Chosen {
  /** `local`, a blackhole, nothing that covers it, a target, or one of several that AWS chooses among. */
  readonly to: 'local' | 'blackhole' | 'nothing' | 'target' | 'either';
  readonly target: string;
  readonly targets?: readonly string[];
  /** The length of its prefix; -1 where nothing covers the address. */
  readonly length: number;
}

interface Row {
  readonly block: Block | null;
  /** The service whose addresses the row is for, where it is the prefix list of a service. */
  readonly service: string | null;
  readonly target: string | null;
  /** 0 for a written row, 1 for one of a prefix list, 2 and more for a propagated one. */
  readonly rank: number;
}

/** An endpoint's row for a service is more specific than any block that people write for the internet. */
const serviceLength = 33;
const forbidden = [blockFrom('169.254.168.0/22'), blockFrom('fd00:ec2::/32')];

export function rowFor(inventory: Inventory, net: Net, table: RouteTableFact | null, packet: Packet): Chosen {
  const { target } = packet;
  const locals = [...net.blocks, ...(net.six === null ? [] : [net.six])];
  const written = rowsOf(inventory, net, table);
  const isLocal = locals.some((block) => covers(block, target));
  const matching = [...written, ...learnt(inventory, net, table)].filter((row) =>
    row.block === null
      ? row.service === packet.service && packet.service !== null
      : covers(row.block, target),
  );
  const possible = matching.filter((row) => {
    if (row.block === null || !isLocal) return true;
    // Inside the VPC only a row for the whole local block or for a whole subnet counts, and no propagated one.
    const local = locals.find((block) => covers(block, target));
    return row.rank === 0 && local !== undefined && isWithinBlock(row.block, local);
  });
  const length = (row: Row): number => row.block?.length ?? serviceLength;
  const longest = Math.max(-1, ...possible.map(length));
  const best = possible.filter((row) => length(row) === longest);
  const localLength = Math.max(
    -1,
    ...locals.filter((block) => covers(block, target)).map((block) => block.length),
  );
  if (best.length === 0 || longest < localLength)
    return { to: isLocal ? 'local' : 'nothing', target: '', length: localLength };
  const rank = Math.min(...best.map((row) => row.rank));
  const winners = [...new Set(best.filter((row) => row.rank === rank).map((row) => row.target))];
  if (winners.length > 1)
    return { to: 'either', target: '', targets: winners.map((winner) => winner ?? ''), length: longest };
  const [winner] = winners;
  return winner === null || winner === undefined
    ? { to: 'blackhole', target: '', length: longest }
    : { to: 'target', target: winner, length: longest };
}

const made = new WeakMap<Inventory, Map<string, Row[]>>();

/** The rows of a table, which are the same for every packet. */
function rowsOf(inventory: Inventory, net: Net, table: RouteTableFact | null): Row[] {
  const tables = made.get(inventory) ?? new Map<string, Row[]>();
  made.set(inventory, tables);
  const key = `${net.by} ${table?.by ?? ''}`;
  const rows = tables.get(key) ?? writtenRows(inventory, net, table);
  tables.set(key, rows);
  return rows;
}

function writtenRows(inventory: Inventory, net: Net, table: RouteTableFact | null): Row[] {
  const rows: Row[] = [];
  for (const { destination, target } of Object.values(table?.routes ?? {})) {
    const to = sure(target);
    const peer = sure(destination);
    if (typeof peer === 'string') {
      const block = blockFrom(peer);
      if (block === null) rows.push({ block: null, service: peer, target: to, rank: 1 });
      else if (isAccepted(inventory, net, block, to))
        rows.push({ block, service: null, target: to, rank: 0 });
      continue;
    }
    const list = inventory.one('prefix-list', peer.ref);
    if (list === undefined || Object.keys(list.entries).length > sure(list.maxEntries)) continue;
    if (inventory.one('gwlb-endpoint', to ?? '') !== undefined) continue;
    for (const entry of Object.values(list.entries)) {
      const block = blockFrom(sure(entry.block));
      if (block !== null && block.family === sure(list.family))
        rows.push({ block, service: null, target: to, rank: 1 });
    }
  }
  const seen = new Set<string>();
  for (const endpoint of inventory.all('gateway-endpoint')) {
    if (table === null || !endpoint.routeTables.includes(table.by) || endpoint.network !== net.by) continue;
    const service = sure(endpoint.service);
    if (!isGatewayService(service, net.region) || seen.has(service)) continue;
    seen.add(service);
    rows.push({ block: null, service, target: endpoint.by, rank: 1 });
  }
  return rows;
}

/** The services that have gateway endpoints, in their own Region. */
export function isGatewayService(service: string, region: string): boolean {
  return ['s3', 'dynamodb', 's3express'].some((name) => service === `com.amazonaws.${region}.${name}`);
}

/** Whether AWS takes such a row at all. */
function isAccepted(inventory: Inventory, net: Net, block: Block, target: string | null): boolean {
  if (forbidden.some((kept) => kept !== null && isWithinBlock(block, kept))) return false;
  const eigw = target !== null && inventory.one('egress-only-gateway', target) !== undefined;
  if (eigw && block.family === 4) return false;
  const locals = [...net.blocks, ...(net.six === null ? [] : [net.six])];
  const inside = locals.find((local) => isWithinBlock(block, local));
  if (inside === undefined) return true;
  const whole =
    sameBlock(inside, block) ||
    [...inventory.subs.values()].some(
      (sub) =>
        sub.net === net &&
        !inventory.refused.has(sub.by) &&
        (sameBlock(sub.block, block) || (sub.six !== null && sameBlock(sub.six, block))),
    );
  return whole && (target === null || canInspect(inventory, target));
}

/** Inside a VPC, rows lead to NAT gateways, interfaces and Gateway Load Balancer endpoints only. */
function canInspect(inventory: Inventory, target: string): boolean {
  return (
    inventory.one('nat-gateway', target) !== undefined ||
    inventory.one('gwlb-endpoint', target) !== undefined ||
    (inventory.byOwner.get(target)?.some((nic) => nic.role === 'workload') ?? false)
  );
}

const learntRank = { 'direct-connect': 2, 'static-vpn': 3, 'bgp-vpn': 4 } as const;

function learnt(inventory: Inventory, net: Net, table: RouteTableFact | null): Row[] {
  const propagated = propagatingTo(inventory, net, table?.by ?? '').flatMap(({ by }) =>
    knownAt(inventory, by).known.map(({ block, from }) => ({
      block,
      service: null,
      target: by,
      rank: learntRank[from],
    })),
  );
  const stated = inventory
    .all('learnt-routes')
    .filter(({ routeTables }) => table !== null && routeTables.includes(table.by))
    .flatMap(({ target, routes }) =>
      routes.flatMap(({ destination, from }) => {
        const block = blockFrom(sure(destination));
        return block === null ? [] : [{ block, service: null, target, rank: learntRank[from] }];
      }),
    );
  return [...propagated, ...stated];
}

/**
 * Where rows lead that BGP may put into a table, and of which the design does not say the prefix. They are not taken to be
 * for the design's own interfaces, nor for public addresses, where another row takes these.
 */
export function hiddenRows(
  inventory: Inventory,
  net: Net,
  table: RouteTableFact | null,
  { target, service }: Packet,
  chosen: Chosen,
  isKnown: boolean,
): readonly Chosen[] {
  // What is in the VPC stays there (RT7); a virtual private gateway has no IPv6, and nothing is longer than /32.
  if (chosen.to === 'local' || target.family === 6 || chosen.length === 32) return [];
  const isTaken = chosen.to !== 'nothing';
  const chosenByAws =
    service !== null ||
    inventory.nics.some(({ publicFour }) => publicFour.some((each) => sameAddress(each, target)));
  // Where no other row takes it, nobody knows whether a row for public addresses holds one that AWS has chosen, nor which
  // addresses the prefix list of a service holds.
  const open =
    isTaken || !isPublic(target)
      ? []
      : [...rowsOf(inventory, net, table), ...learnt(inventory, net, table)].filter(
          chosenByAws ? isForPublic : ({ block }) => block === null && !isNobodys(target),
        );
  if (isTaken && (isKnown || service !== null || isPublic(target))) return [];
  const told = propagatingTo(inventory, net, table?.by ?? '')
    .filter(({ by }) => by !== chosen.target && knownAt(inventory, by).hidden.length > 0)
    .map(({ by }) => by);
  return [...open.map((row) => row.target ?? ''), ...told].map((by) => ({
    to: 'target',
    target: by,
    length: 32,
  }));
}

/** An address that stands for the whole internet, or one that is kept for documentation. */
function isNobodys(address: Address): boolean {
  return (
    sameAddress(address, stranger[4]) ||
    documentation.some((block) => block !== null && covers(block, address))
  );
}

const documentation = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'].map((text) => blockFrom(text));

function isForPublic({ block }: Row): boolean {
  return block !== null && block.length > 1 && isPublic({ family: block.family, bits: block.first });
}

export type EdgeChoice = { readonly to: 'owner' } | { readonly to: 'target'; readonly target: string | null };

/** Where the table of an internet gateway sends what comes in for an address of the VPC. */
export function edgeRowFor(
  inventory: Inventory,
  net: Net,
  table: RouteTableFact | null,
  address: Address,
): EdgeChoice {
  if (table === null || table.network !== net.by || table.main) return { to: 'owner' };
  const subnets = [...inventory.subs.values()].filter((sub) => sub.net === net);
  let best: { readonly block: Block; readonly target: string | null } | null = null;
  for (const { destination, target } of Object.values(table.routes)) {
    const peer = sure(destination);
    const block = typeof peer === 'string' ? blockFrom(peer) : null;
    if (block === null || !covers(block, address)) continue;
    const whole =
      net.blocks.some((each) => sameBlock(each, block)) ||
      (net.six !== null && sameBlock(net.six, block)) ||
      subnets.some((sub) => sameBlock(sub.block, block) || (sub.six !== null && sameBlock(sub.six, block)));
    if (!whole || (best !== null && best.block.length >= block.length)) continue;
    best = { block, target: sure(target) };
  }
  return best === null ? { to: 'owner' } : { to: 'target', target: best.target };
}

/** The blocks of two VPCs, all of them, for which AWS would make no peering connection. */
export function overlapsAny(one: Net, other: Net): boolean {
  return one.blocks.some((left) => other.blocks.some((right) => overlap(left, right)));
}
