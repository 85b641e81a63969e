/** Follows the references between facts, and puts in what AWS adds by itself: main tables, default groups, local routes. */
import { addressOf } from '../../lib/cidr';
import type { Block, Family } from '../../lib/cidr';
import { compareOrder } from '../../lib/order';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import { mentionedBlocks, publicRepresentative, type MentionedBlocks } from './addressClasses';
import { withBeyond, type Beyond } from './beyond';
import { aclRules, groupRules, groupsOf, isReference } from './buildFilters';
import { networkOf, subnetOf } from './buildNetworks';
import { edgeTables } from './edgeTables';
import type { Fact, InterfaceFact, RegistrationFact, UnmodelledFact } from './facts';
import { behaviourOf } from './hops';
import type { Behaviour, NotCreated } from './hops/behaviour';
import { canHave, fixedAddresses, freeAddresses } from './interfaces';
import { prefixListOf } from './prefixLists';
import { addRefusals } from './refusals';
import { addRoutes } from './routeTable';
import { addTransitGateways } from './transit/build';
import type { TransitGateway } from './transit/model';
import { assumptionsOf, withUnmodelled, withUnmodelledBlock } from './unmodelled';
import type {
  FixedAddress,
  Interface,
  Network,
  NetworkAcl,
  PrefixList,
  RouteTable,
  SecurityGroup,
  Subnet,
  World,
} from './world';
import { ownerKey, placeOf } from './world';

type FactOf<N extends Fact['fact']> = Extract<Fact, { readonly fact: N }>;

/** The world of all facts of a design. */
export function buildWorld(given: Iterable<Fact>, name: (id: ResourceId) => string): World {
  const world = buildPart(given, name);
  const mentioned = mentionedBlocks(blocksMentioned(world));
  const free: Readonly<Record<Family, Map<ResourceId, readonly bigint[]>>> = { 4: new Map(), 6: new Map() };
  return Object.assign(world, {
    mentioned,
    anyPublic: anyPublicIn(mentioned, ownBlocks(world)),
    region: regionOf(world.networks.values()),
    freeIn(subnet: Subnet, family: Family) {
      let found = free[family].get(subnet.id);
      if (found === undefined)
        free[family].set(subnet.id, (found = freeAddresses(subnet, family, mentioned)));
      return found;
    },
  });
}

/** A world of facts that may be only some of those of a design. What takes all of them to know is not known in it. */
export type WorldPart = Omit<World, 'mentioned' | 'anyPublic' | 'region' | 'freeIn'>;

/**
 * The world of facts that are compiled together. `assigned`: the networks of the design to which Amazon gives an IPv6 block,
 * sorted; absent: those of these facts. `beyond`: what they name of the rest of the design; absent: there is no other.
 */
export function buildPart(
  given: Iterable<Fact>,
  name: (id: ResourceId) => string,
  assigned?: readonly ResourceId[],
  beyond?: Beyond,
): WorldPart {
  const facts = new Map<ResourceId, Fact[]>();
  // Whatever order they come in, the same facts make the same world.
  const all = [...given].sort(byOwner);
  for (const fact of all) push(facts, fact.by, fact);
  const withGuests = beyond === undefined ? all : [...all, ...beyond.guests].sort(byOwner);
  const sort = <N extends Fact['fact']>(fact: N): FactOf<N>[] =>
    all.filter((each): each is FactOf<N> => each.fact === fact);

  const beside = new Map<ResourceId, UnmodelledFact[]>();
  for (const fact of sort('unmodelled')) push(beside, fact.on, fact);

  const networks = new Map<ResourceId, Network>();
  const numbered = assigned ?? assignedIn(sort('network'));
  for (const fact of sort('network'))
    networks.set(fact.by, networkOf(fact, numbered.indexOf(fact.by), name(fact.by)));

  const acls = new Map<ResourceId, NetworkAcl>();
  for (const fact of sort('network-acl')) {
    const network = lookUp(networks, fact.network);
    const acl: NetworkAcl = {
      id: fact.isImplied === true ? null : fact.by,
      network,
      inbound: aclRules(fact.inbound, 'ingress'),
      outbound: aclRules(fact.outbound, 'egress'),
    };
    acls.set(fact.by, acl);
    if (fact.isDefault && network !== null && isFirst(network.defaultAcl, fact.by)) network.defaultAcl = acl;
  }

  const prefixLists = new Map<ResourceId, PrefixList>();
  for (const fact of sort('prefix-list')) prefixLists.set(fact.by, prefixListOf(fact, name));

  const groups = new Map<ResourceId, SecurityGroup>();
  for (const fact of sort('security-group')) {
    const network = lookUp(networks, fact.network);
    const own: SecurityGroup = { id: fact.by, network, inbound: [], outbound: [], missing: false };
    groups.set(fact.by, fact.isDefault === true && network !== null ? network.defaultGroup : own);
  }
  for (const fact of sort('security-group')) {
    const group = groups.get(fact.by);
    if (group === undefined) continue;
    // The two lists name groups, this one among them, so they are filled when all groups exist.
    Object.assign(group, {
      inbound: groupRules(fact.inbound, groups, prefixLists, beyond),
      outbound: groupRules(fact.outbound, groups, prefixLists, beyond),
    });
  }

  const tables = new Map<ResourceId, RouteTable>();
  for (const fact of sort('route-table')) {
    const network = lookUp(networks, fact.network);
    const table: RouteTable = { id: fact.by, network, routes: [] };
    tables.set(fact.by, table);
    if (fact.main && network !== null && isFirst(network.mainTable, fact.by)) network.mainTable = table;
  }

  for (const fact of all) {
    const owned = behaviourOf(fact).ownTable?.(fact);
    const network = owned === undefined ? null : lookUp(networks, owned.network);
    if (network !== null && !tables.has(fact.by)) tables.set(fact.by, { id: fact.by, network, routes: [] });
  }

  const subnets = new Map<ResourceId, Subnet>();
  for (const fact of sort('subnet')) {
    const network = lookUp(networks, fact.network);
    const subnet = subnetOf(withUnmodelledBlock(fact, beside), network, tables, acls);
    subnets.set(fact.by, subnet);
    network?.subnets.push(subnet);
  }

  const interfaces = new Map<ResourceId, Interface[]>();
  const addInterface = (stated: InterfaceFact, of: Fact, filtered: boolean): void => {
    const { fact, groupsElsewhere } = withUnmodelled(stated, beside);
    const subnet = lookUp(subnets, fact.subnet);
    const network = subnet === null ? lookUp(networks, fact.network ?? null) : subnet.network;
    const table = subnet === null ? tables.get(fact.by) : undefined;
    const text = fact.privateIpv4;
    const fixed = text === null || isUnknown(text) ? text : (addressOf(text) ?? null);
    const made: Interface = {
      id: fact.by,
      order: fact.order ?? of.order ?? '',
      of,
      subnet,
      place: network === null || table === undefined ? subnet : placeOf(fact.by, network, table),
      network,
      elsewhere: network === null ? (fact.elsewhere ?? null) : null,
      fixed,
      fixedField: fact.privateIpv4Field ?? 'privateIp',
      others: Object.entries(fact.otherPrivateIpv4 ?? {}).flatMap(([field, own]): FixedAddress[] => {
        const address = isUnknown(own) ? undefined : addressOf(own);
        return address === undefined ? [] : [{ ...address, field }];
      }),
      noAddress: typeof text === 'string' && fixed === null ? text : null,
      ipv4: fact.ipv4 ?? true,
      ipv6: fact.ipv6,
      ipv6Field: fact.ipv6Field ?? 'ipv6',
      publicIpv4: fact.publicIpv4,
      groups:
        groupsElsewhere ??
        (filtered && fact.securityGroups !== null ? groupsOf(fact.securityGroups, groups, network) : null),
      sourceDestinationCheck: fact.sourceDestinationCheck,
      clientPorts: fact.clientPorts,
      workload: fact.workload,
      attached: fact.attached ?? true,
      outboundOnly: fact.outboundOnly ?? false,
    };
    push(interfaces, fact.by, made);
    subnet?.interfaces.push(made);
    // The first of those who may have an address has it.
    if (network === null || !canHave(made)) return;
    for (const address of fixedAddresses(made)) {
      const key = ownerKey(address);
      const other = network.fixedOwners.get(key);
      if (other === undefined || compareOrder(made, other) < 0) network.fixedOwners.set(key, made);
    }
  };
  for (const fact of all) {
    if (fact.fact === 'interface') {
      const owner = facts.get(fact.by)?.find((each) => behaviourOf(each).receive !== undefined);
      addInterface(fact, owner ?? fact, true);
    }
    for (const own of behaviourOf(fact).interfaces?.(fact) ?? []) addInterface(own, fact, false);
  }
  for (const fact of withGuests) {
    const own = 'network' in fact && fact.network !== null ? [fact.network] : [];
    for (const id of new Set([...own, ...(behaviourOf(fact).networks?.(fact) ?? [])])) {
      const network = networks.get(id);
      if (network !== undefined) push(network.attached, fact.fact, fact);
    }
  }

  const registered = new Map<ResourceId, RegistrationFact[]>();
  for (const fact of sort('registration'))
    if (typeof fact.targetGroup === 'string') push(registered, fact.targetGroup, fact);

  // The same list whatever order the facts came in, and whatever their names.
  for (const own of interfaces.values()) if (own.length > 1) own.sort(bySubnet);

  const refusals = new Map<ResourceId, NotCreated>();
  const transitGateways = new Map<ResourceId, TransitGateway>();
  const owners = new Map<keyof Behaviour, readonly ResourceId[]>();
  const world: World = {
    name,
    networks,
    subnets,
    tables,
    edges: new Map(),
    publicAccessBlocks: new Map(
      // Where several are drawn for one Region, the first by name counts.
      sort('public-access-block')
        .reverse()
        .map((fact) => [fact.region, fact]),
    ),
    acls,
    groups,
    prefixLists,
    interfaces,
    registered,
    transitGateways,
    facts,
    refusals,
    ownersThat(does) {
      let found = owners.get(does);
      if (found === undefined) owners.set(does, (found = ownersIn(facts, does)));
      return found;
    },
    assumptions: assumptionsOf(beside, tables),
    // What takes all facts to know is not asked before the tables are filled.
    mentioned: { 4: [], 6: [] },
    anyPublic: { 4: 0n, 6: 0n },
    region: '',
    freeIn: () => [],
  };
  const seen = withBeyond(world, beyond);
  addRefusals(seen, refusals);
  addTransitGateways(seen, withGuests, transitGateways);
  addRoutes(seen, sort('route-table'), all);
  return Object.assign(world, { edges: edgeTables(seen, all) });
}

/** The networks to which Amazon gives an IPv6 block, sorted. */
export function assignedIn(facts: Iterable<Fact>): readonly ResourceId[] {
  const found: ResourceId[] = [];
  for (const fact of facts) if (fact.fact === 'network' && fact.ipv6 === 'assigned') found.push(fact.by);
  return found.sort();
}

/** The Region of what stands in none. */
export function regionOf(networks: Iterable<Network>): string {
  return [...networks].map(({ region }) => region).sort()[0] ?? 'ap-northeast-1';
}

export function anyPublicIn(mentioned: MentionedBlocks, own: readonly Block[]): World['anyPublic'] {
  return { 4: publicRepresentative(4, mentioned, own), 6: publicRepresentative(6, mentioned, own) };
}

/** The blocks of networks. */
export function ownBlocks({ networks }: WorldPart): readonly Block[] {
  return [...networks.values()].flatMap(({ blocks, ipv6 }) => (ipv6 === null ? blocks : [...blocks, ipv6]));
}

/**
 * The prefixes of all rows. The tables hold some that no fact states, those that are propagated, so these are known when
 * the tables are full. `butForGroups`: without those of security groups.
 */
export function* blocksMentioned(world: WorldPart, butForGroups = false): Generator<Block> {
  const { networks, subnets, acls, groups, prefixLists } = world;
  for (const facts of world.facts.values())
    for (const fact of facts) yield* behaviourOf(fact).tellsApart?.(fact) ?? [];
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
  for (const { inbound, outbound } of butForGroups ? [] : groups.values())
    for (const rule of [...inbound, ...outbound])
      // What a reference means may have to be asked of another part, and it is never a block.
      if (!isReference(rule.peer) && rule.means !== undefined && 'block' in rule.means)
        yield rule.means.block;
  for (const { blocks } of prefixLists.values()) yield* blocks;
  const ofTransit = [...world.transitGateways.values()].flatMap((gateway) => gateway.tables);
  for (const { routes } of [...world.tables.values(), ...ofTransit])
    for (const { matches } of routes) if ('block' in matches) yield matches.block;
}

function ownersIn(facts: ReadonlyMap<ResourceId, readonly Fact[]>, does: keyof Behaviour): ResourceId[] {
  return [...facts].flatMap(([id, own]) =>
    own.some((fact) => behaviourOf(fact)[does] !== undefined) ? [id] : [],
  );
}

function byOwner(a: Fact, b: Fact): number {
  if (a.by !== b.by) return a.by < b.by ? -1 : 1;
  if (a.fact !== b.fact) return a.fact < b.fact ? -1 : 1;
  if (a.fact === 'unmodelled' && b.fact === 'unmodelled')
    return `${a.on} ${a.effect.is}` < `${b.on} ${b.effect.is}` ? -1 : 1;
  if (a.fact !== 'interface' || b.fact !== 'interface') return 0;
  if (a.subnet !== b.subnet) return (a.subnet ?? '') < (b.subnet ?? '') ? -1 : 1;
  // Several in one subnet are told apart by their addresses.
  return addressTextOf(a) < addressTextOf(b) ? -1 : 1;
}

function addressTextOf({ privateIpv4 }: InterfaceFact): string {
  return isUnknown(privateIpv4) ? '' : (privateIpv4 ?? '');
}

function bySubnet(a: Interface, b: Interface): number {
  const [one, other] = [a.subnet?.block?.first ?? 0n, b.subnet?.block?.first ?? 0n];
  if (one !== other) return one < other ? -1 : 1;
  return (a.subnet?.id ?? '') < (b.subnet?.id ?? '') ? -1 : 1;
}

function lookUp<T>(map: ReadonlyMap<ResourceId, T>, id: ResourceId | null): T | null {
  return (id === null ? undefined : map.get(id)) ?? null;
}

/** When two claim to be the only one, the same one is taken whatever order they come in. */
function isFirst(other: { readonly id: ResourceId | null } | null, id: ResourceId): boolean {
  return other === null || other.id === null || id < other.id;
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
