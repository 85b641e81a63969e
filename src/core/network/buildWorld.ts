/** Follows the references between facts, and puts in what AWS adds by itself: main tables, default groups, local routes. */
import { addressOf, blockOf, containsAddress, lastOf } from '../../lib/cidr';
import type { Block } from '../../lib/cidr';
import type { Rows } from '../catalog/field';
import type { ResourceId } from '../model/document';
import type { Value } from '../model/value';
import { isUnknown } from '../model/value';
import { mentionedBlocks, publicRepresentative } from './addressClasses';
import type { AclRow, Fact, GroupRow, InterfaceFact, NetworkFact, SubnetFact } from './facts';
import { behaviourOf } from './hops';
import { addRoutes } from './routeTable';
import type {
  AclRule,
  GroupRule,
  Interface,
  Network,
  NetworkAcl,
  RouteTable,
  SecurityGroup,
  Subnet,
  World,
} from './world';
import { ownerKey } from './world';

type FactOf<N extends Fact['fact']> = Extract<Fact, { readonly fact: N }>;

export function buildWorld(given: Iterable<Fact>, name: (id: ResourceId) => string): World {
  const facts = new Map<ResourceId, Fact[]>();
  const all = [...given];
  for (const fact of all) push(facts, fact.by, fact);
  const sort = <N extends Fact['fact']>(fact: N): FactOf<N>[] =>
    all.filter((each): each is FactOf<N> => each.fact === fact);

  const networks = new Map<ResourceId, Network>();
  const assigned = sort('network')
    .filter(({ ipv6 }) => ipv6 === 'assigned')
    .map(({ by }) => by)
    .sort();
  for (const fact of sort('network')) networks.set(fact.by, networkOf(fact, assigned.indexOf(fact.by)));

  const acls = new Map<ResourceId, NetworkAcl>();
  for (const fact of sort('network-acl')) {
    const network = lookUp(networks, fact.network);
    const acl: NetworkAcl = {
      id: fact.by,
      network,
      inbound: aclRules(fact.inbound, 'ingress'),
      outbound: aclRules(fact.outbound, 'egress'),
    };
    acls.set(fact.by, acl);
    if (fact.isDefault && network !== null && isFirst(network.defaultAcl, fact.by)) network.defaultAcl = acl;
  }

  const groups = new Map<ResourceId, SecurityGroup>();
  for (const fact of sort('security-group'))
    groups.set(fact.by, {
      id: fact.by,
      network: lookUp(networks, fact.network),
      inbound: [],
      outbound: [],
      missing: false,
    });
  for (const fact of sort('security-group')) {
    const group = groups.get(fact.by);
    if (group === undefined) continue;
    // The two lists name groups, this one among them, so they are filled when all groups exist.
    Object.assign(group, {
      inbound: groupRules(fact.inbound, groups),
      outbound: groupRules(fact.outbound, groups),
    });
  }

  const tables = new Map<ResourceId, RouteTable>();
  for (const fact of sort('route-table')) {
    const network = lookUp(networks, fact.network);
    const table: RouteTable = { id: fact.by, network, routes: [] };
    tables.set(fact.by, table);
    if (fact.main && network !== null && isFirst(network.mainTable, fact.by)) network.mainTable = table;
  }

  const subnets = new Map<ResourceId, Subnet>();
  for (const fact of sort('subnet')) {
    const network = lookUp(networks, fact.network);
    const subnet = subnetOf(fact, network, tables, acls);
    subnets.set(fact.by, subnet);
    network?.subnets.push(subnet);
  }

  const interfaces = new Map<ResourceId, Interface[]>();
  const addInterface = (fact: InterfaceFact, of: Fact, filtered: boolean): void => {
    const subnet = lookUp(subnets, fact.subnet);
    const network = subnet?.network ?? null;
    const fixed = isUnknown(fact.privateIpv4)
      ? fact.privateIpv4
      : fact.privateIpv4 === null
        ? null
        : (addressOf(fact.privateIpv4) ?? null);
    const made: Interface = {
      id: fact.by,
      of,
      subnet,
      network,
      fixed,
      ipv6: fact.ipv6,
      publicIpv4: fact.publicIpv4,
      groups: filtered ? groupsOf(fact.securityGroups, groups, network) : null,
      sourceDestinationCheck: fact.sourceDestinationCheck,
      clientPorts: fact.clientPorts,
      workload: fact.workload,
    };
    push(interfaces, fact.by, made);
    subnet?.interfaces.push(made);
    if (network !== null && fixed !== null && !isUnknown(fixed)) {
      const key = ownerKey(fixed);
      const other = network.fixedOwners.get(key);
      if (other === undefined || fact.by < other.id) network.fixedOwners.set(key, made);
    }
  };
  for (const fact of all) {
    if (fact.fact === 'interface') {
      const owner = facts.get(fact.by)?.find((each) => behaviourOf(each).receive !== undefined);
      addInterface(fact, owner ?? fact, true);
    }
    for (const own of behaviourOf(fact).interfaces?.(fact) ?? []) addInterface(own, fact, false);
    if ('network' in fact && fact.network !== null) {
      const network = networks.get(fact.network);
      if (network !== undefined) {
        const attached = network.attached.get(fact.fact);
        if (attached === undefined) network.attached.set(fact.fact, [fact]);
        else attached.push(fact);
      }
    }
  }

  const mentioned = mentionedBlocks(blocksIn(networks, subnets, acls, groups, sort('route-table')));
  const own = [...networks.values()].flatMap(({ blocks, ipv6 }) =>
    ipv6 === null ? blocks : [...blocks, ipv6],
  );
  const world: World = {
    name,
    networks,
    subnets,
    tables,
    acls,
    groups,
    interfaces,
    facts,
    mentioned,
    anyPublic: {
      4: publicRepresentative(4, mentioned, own),
      6: publicRepresentative(6, mentioned, own),
    },
    region: [...networks.values()].map(({ region }) => region).sort()[0] ?? 'ap-northeast-1',
  };
  addRoutes(world, sort('route-table'), all);
  return world;
}

function networkOf(fact: NetworkFact, assignedIndex: number): Network {
  const hidden = [...fact.blocks, fact.ipv6].find(isUnknown);
  const ipv6 =
    fact.ipv6 === null || isUnknown(fact.ipv6)
      ? null
      : fact.ipv6 === 'assigned'
        ? standInBlock(assignedIndex)
        : (blockOf(fact.ipv6) ?? null);
  const network: Network = {
    id: fact.by,
    region: fact.region,
    blocks: fact.blocks.flatMap((block) => ipv4Block(block) ?? []),
    ipv6,
    ipv6Assigned: fact.ipv6 === 'assigned',
    hidden: hidden?.unknown ?? null,
    dnsSupport: fact.dnsSupport,
    dnsHostnames: fact.dnsHostnames,
    subnets: [],
    mainTable: { id: null, network: null, routes: [] },
    defaultAcl: null,
    defaultGroup: { id: null, network: null, inbound: [], outbound: [], missing: false },
    attached: new Map(),
    fixedOwners: new Map(),
  };
  network.mainTable = { id: null, network, routes: [] };
  const every = { protocol: 'any', fromPort: null, toPort: null } as const;
  // The default group: everything from itself, everything to anywhere (SG1).
  Object.assign(network.defaultGroup, {
    network,
    inbound: [{ ...every, key: 'self', position: 1, peer: '', means: { group: network.defaultGroup } }],
    outbound: ['0.0.0.0/0', '::/0'].map((peer, index) => ({
      ...every,
      key: peer,
      position: index + 1,
      peer,
      means: { block: blockOf(peer) },
    })),
  });
  return network;
}

/** A /56 of the space from which Amazon assigns, another for each network: the real one is only known once deployed. */
function standInBlock(index: number): Block {
  return { family: 6, first: (0x2406da00n << 96n) + (BigInt(index + 1) << 72n), prefix: 56 };
}

function subnetOf(
  fact: SubnetFact,
  network: Network | null,
  tables: ReadonlyMap<ResourceId, RouteTable>,
  acls: ReadonlyMap<ResourceId, NetworkAcl>,
): Subnet {
  const own = isUnknown(fact.routeTable) ? undefined : tables.get(fact.routeTable ?? '');
  const ownAcl = isUnknown(fact.networkAcl) ? undefined : acls.get(fact.networkAcl ?? '');
  return {
    id: fact.by,
    network,
    zone: fact.zone,
    block: ipv4Block(fact.block) ?? null,
    ipv6: subnetIpv6(fact.ipv6, network),
    hidden: isUnknown(fact.block) ? fact.block.unknown : null,
    // RT1. AWS refuses a table or an ACL of another network, and the subnet keeps the main table and the default ACL.
    table: isUnknown(fact.routeTable)
      ? fact.routeTable
      : own !== undefined && own.network === network
        ? own
        : (network?.mainTable ?? null),
    acl: isUnknown(fact.networkAcl)
      ? fact.networkAcl
      : ownAcl !== undefined && ownAcl.network === network
        ? ownAcl
        : (network?.defaultAcl ?? null),
    interfaces: [],
    free: {},
  };
}

function subnetIpv6(value: SubnetFact['ipv6'], network: Network | null): Block | null {
  if (value === null || isUnknown(value)) return null;
  if (typeof value === 'string') {
    const block = blockOf(value);
    return block?.family === 6 ? block : null;
  }
  const outer = network?.ipv6 ?? null;
  if (outer === null || outer.prefix > 64 || !Number.isInteger(value) || value < 0) return null;
  const block: Block = { family: 6, first: outer.first + (BigInt(value) << 64n), prefix: 64 };
  return containsAddress(outer, { family: 6, value: lastOf(block) }) ? block : null;
}

function aclRules(rows: Rows<AclRow>, side: string): AclRule[] {
  const rules = Object.entries(rows).flatMap(([key, row]): AclRule[] => {
    const block = isUnknown(row.block) ? row.block : blockOf(row.block);
    if (block === undefined) return [];
    const { number } = row;
    return [{ ...row, key, block, text: `${side} rule ${isUnknown(number) ? '?' : number}` }];
  });
  // A row whose number is not known may come first.
  const place = ({ number }: AclRule): number => (isUnknown(number) ? 0 : number);
  return rules.sort((a, b) => place(a) - place(b) || (a.key < b.key ? -1 : 1));
}

function groupRules(rows: Rows<GroupRow>, groups: ReadonlyMap<ResourceId, SecurityGroup>): GroupRule[] {
  return Object.entries(rows).map(([key, row], index) => ({
    ...row,
    key,
    position: index + 1,
    means: meaningOf(row.peer, groups),
  }));
}

function meaningOf(
  peer: GroupRow['peer'],
  groups: ReadonlyMap<ResourceId, SecurityGroup>,
): GroupRule['means'] {
  if (typeof peer !== 'string') {
    if (isUnknown(peer)) return peer;
    return { group: groups.get(peer.ref) ?? peer.ref };
  }
  const block = blockOf(peer);
  if (block !== undefined) return { block };
  return isListName(peer) ? { list: listName(peer) } : undefined;
}

/** Prefix lists are named as AWS names them, with or without the `pl:` that traces put before them. */
export function isListName(text: string): boolean {
  return /^(pl:|pl-|(\w+\.)?com\.amazonaws\.)/.test(text);
}

export function listName(text: string): string {
  return text.startsWith('pl:') ? text.slice(3) : text;
}

function groupsOf(
  ids: readonly ResourceId[],
  groups: ReadonlyMap<ResourceId, SecurityGroup>,
  network: Network | null,
): SecurityGroup[] {
  if (ids.length === 0) return network === null ? [] : [network.defaultGroup];
  return ids.map((id) => groups.get(id) ?? { id, network, inbound: [], outbound: [], missing: true });
}

function* blocksIn(
  networks: ReadonlyMap<ResourceId, Network>,
  subnets: ReadonlyMap<ResourceId, Subnet>,
  acls: ReadonlyMap<ResourceId, NetworkAcl>,
  groups: ReadonlyMap<ResourceId, SecurityGroup>,
  tables: readonly FactOf<'route-table'>[],
): Generator<Block> {
  for (const { blocks, ipv6 } of networks.values()) {
    yield* blocks;
    if (ipv6 !== null) yield ipv6;
  }
  for (const { block, ipv6 } of subnets.values()) {
    if (block !== null) yield block;
    if (ipv6 !== null) yield ipv6;
  }
  for (const { inbound, outbound } of acls.values())
    for (const { block } of [...inbound, ...outbound]) if (!isUnknown(block)) yield block;
  for (const { inbound, outbound } of groups.values())
    for (const { means } of [...inbound, ...outbound])
      if (means !== undefined && 'block' in means) yield means.block;
  for (const { routes } of tables)
    for (const { destination } of Object.values(routes)) {
      const block = typeof destination === 'string' ? blockOf(destination) : undefined;
      if (block !== undefined) yield block;
    }
}

function ipv4Block(text: Value<string>): Block | undefined {
  const block = isUnknown(text) ? undefined : blockOf(text);
  return block?.family === 4 ? block : undefined;
}

function lookUp<T>(map: ReadonlyMap<ResourceId, T>, id: ResourceId | null): T | null {
  return (id === null ? undefined : map.get(id)) ?? null;
}

/** When two claim to be the only one, the same one is taken whatever order they come in. */
function isFirst(other: { readonly id: ResourceId | null } | null, id: ResourceId): boolean {
  return other === null || other.id === null || id < other.id;
}

function push<T>(map: Map<ResourceId, T[]>, key: ResourceId, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
