/**
 * The facts of a design put in order for the reference, with what AWS would not create marked as refused. Every value is
 * known here: a design with unknown values is asked about once for each thing they may be.
 */
import type {
  EgressOnlyGatewayFact,
  Fact,
  InterfaceFact,
  InternetGatewayFact,
  NatGatewayFact,
  NetworkAclFact,
  NetworkFact,
  RouteTableFact,
  SubnetFact,
} from '../../core/network/facts';
import { isUnknown, type Value } from '../../core/model/value';
import {
  addressFrom,
  blockFrom,
  blockAt,
  covers,
  isPublic,
  isWithinBlock,
  overlap,
  sameAddress,
  sameBlock,
  type Address,
  type Block,
} from './addresses';

export interface Net {
  readonly by: string;
  readonly fact: NetworkFact;
  readonly region: string;
  readonly blocks: readonly Block[];
  readonly six: Block | null;
}

export interface Sub {
  readonly by: string;
  readonly fact: SubnetFact;
  readonly net: Net;
  readonly zone: string;
  readonly block: Block;
  readonly six: Block | null;
  readonly table: RouteTableFact | null;
  readonly acl: NetworkAclFact | null;
}

/** A network interface: of a workload, of a load balancer's node, of an endpoint, of a NAT gateway. */
export interface Nic {
  readonly by: string;
  readonly fact: InterfaceFact;
  readonly sub: Sub;
  /** What its private address may be, one for each class of addresses that the design tells apart. */
  readonly possible: readonly Address[];
  /** Private addresses that it has besides. */
  readonly further: readonly Address[];
  readonly six: Address | null;
  /** What its public address may be: AWS chooses it, and a block of the design may hold it. */
  readonly publicFour: readonly Address[];
  readonly role: 'workload' | 'nat' | 'load-balancer' | 'endpoint' | 'resolver';
  readonly nat: NatGatewayFact | null;
}

export interface Inventory {
  readonly facts: readonly Fact[];
  readonly nets: ReadonlyMap<string, Net>;
  readonly subs: ReadonlyMap<string, Sub>;
  readonly nics: readonly Nic[];
  readonly byOwner: ReadonlyMap<string, readonly Nic[]>;
  /** Why a resource cannot be, by its id. */
  readonly refused: ReadonlyMap<string, string>;
  /** Of these, endpoints that AWS would not make for what they are themselves, and not for what they stand in. */
  readonly unmade: Set<string>;
  /** Ports at which some row begins or ends, with their neighbours. */
  readonly edges: readonly number[];
  /** Every CIDR block that stands anywhere in the facts. */
  readonly mentioned: readonly Block[];
  /** What the public address of something may be that AWS chooses one for: a block of a filter may hold it. */
  publicAddresses(index: bigint): readonly Address[];
  gateway(net: Net): InternetGatewayFact | undefined;
  egressOnly(net: Net): EgressOnlyGatewayFact | undefined;
  all<F extends Fact['fact']>(fact: F): readonly Extract<Fact, { fact: F }>[];
  one<F extends Fact['fact']>(fact: F, by: string): Extract<Fact, { fact: F }> | undefined;
}

export function sure<T>(value: Value<T>): T {
  if (isUnknown(value)) throw new Error('the reference was given an unknown value');
  return value;
}

export function inventoryOf(facts: readonly Fact[]): Inventory {
  const sorted = [...facts].sort((one, other) => {
    const left = `${one.order ?? ''} ${one.by}`;
    const right = `${other.order ?? ''} ${other.by}`;
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const cache = new Map<string, readonly Fact[]>();
  const all = <F extends Fact['fact']>(fact: F): readonly Extract<Fact, { fact: F }>[] => {
    const found = cache.get(fact) ?? sorted.filter((each) => each.fact === fact);
    cache.set(fact, found);
    // Those of one name are of one type.
    return found as readonly Extract<Fact, { fact: F }>[];
  };
  const singles = new Map<string, Fact>();
  for (const fact of sorted)
    if (!singles.has(`${fact.fact} ${fact.by}`)) singles.set(`${fact.fact} ${fact.by}`, fact);
  const one = <F extends Fact['fact']>(fact: F, by: string) =>
    singles.get(`${fact} ${by}`) as Extract<Fact, { fact: F }> | undefined;
  const refused = new Map<string, string>();
  const refuse = (by: string, why: string): void => {
    if (!refused.has(by)) refused.set(by, why);
  };

  const nets = new Map<string, Net>();
  for (const [index, fact] of all('network').entries()) {
    const blocks = fact.blocks
      .map((text) => blockFrom(sure(text)))
      .filter((block, at): block is Block => block !== null && (at > 0 || isVpcSize(block)));
    if (blocks.length === 0) refuse(fact.by, 'no block');
    const six = sure(fact.ipv6);
    nets.set(fact.by, {
      by: fact.by,
      fact,
      region: fact.region,
      blocks,
      six:
        six === null
          ? null
          : six === 'assigned'
            ? blockFrom(`2600:f00:0:${(index * 256).toString(16)}::/56`)
            : blockFrom(six),
    });
  }

  const subs = new Map<string, Sub>();
  for (const fact of all('subnet')) {
    const net = fact.network === null ? undefined : nets.get(fact.network);
    if (net === undefined) continue;
    const block = blockFrom(sure(fact.block) ?? '');
    if (refused.has(net.by)) refuse(fact.by, 'VPC refused');
    if (block === null || !isVpcSize(block) || !net.blocks.some((outer) => isWithinBlock(block, outer)))
      refuse(fact.by, 'block not inside the VPC');
    if (block === null) continue;
    if (
      [...subs.values()].some(
        (other) => other.net === net && !refused.has(other.by) && overlap(block, other.block),
      )
    )
      refuse(fact.by, 'overlaps another subnet');
    const number = sure(fact.ipv6);
    const six =
      number === null
        ? null
        : typeof number === 'string'
          ? blockFrom(number)
          : net.six === null
            ? null
            : blockAt({ family: 6, bits: net.six.first + (BigInt(number) << 64n) }, 64);
    if (number !== null && six === null) refuse(fact.by, 'IPv6 without a block of the VPC');
    if (
      six !== null &&
      [...subs.values()].some(
        (other) =>
          other.net === net && !refused.has(other.by) && other.six !== null && overlap(six, other.six),
      )
    )
      refuse(fact.by, 'IPv6 block taken');
    const table = sure(fact.routeTable);
    const acl = sure(fact.networkAcl);
    subs.set(fact.by, {
      by: fact.by,
      fact,
      net,
      zone: sure(fact.zone),
      block,
      six,
      table:
        (table === null
          ? all('route-table').find((each) => each.main && each.network === net.by)
          : one('route-table', table)) ?? null,
      acl:
        (acl === null
          ? all('network-acl').find((each) => each.isDefault && each.network === net.by)
          : one('network-acl', acl)) ?? null,
    });
  }

  const mentioned = mentionedIn(facts);
  const given = new Set<bigint>();
  // What routes divert elsewhere is not taken to be AWS's.
  const filters = facts.filter(({ fact }) => ['security-group', 'network-acl', 'prefix-list'].includes(fact));
  const publicBlocks = mentionedIn(filters).filter(
    (block) => block.family === 4 && block.length > 1 && isPublic({ family: 4, bits: block.first }),
  );
  const publicAddresses = (index: bigint): readonly Address[] => [
    { family: 4, bits: 0x0d70000an + index },
    ...publicBlocks.map((block): Address => ({ family: 4, bits: block.first + 100n + index })),
  ];
  const fixed = all('interface').flatMap((fact) =>
    [sure(fact.privateIpv4) ?? '', ...Object.values(fact.otherPrivateIpv4 ?? {}).map(sure)].flatMap(
      (text) => {
        const address = addressFrom(text);
        const net = subs.get(fact.subnet ?? '')?.net;
        return address === null || net === undefined ? [] : [{ net, address, by: fact.by }];
      },
    ),
  );
  const nics: Nic[] = [];
  const add = (fact: InterfaceFact, role: Nic['role'], nat: NatGatewayFact | null): void => {
    const sub = fact.subnet === null ? undefined : subs.get(fact.subnet);
    if (sub === undefined) return;
    const index = nics.length;
    if (refused.has(sub.by)) refuse(fact.by, 'subnet refused');
    const own = sure(fact.privateIpv4);
    const text = own === null ? null : addressFrom(own);
    const further = Object.values(fact.otherPrivateIpv4 ?? {}).flatMap(
      (each) => addressFrom(sure(each)) ?? [],
    );
    for (const each of [text, ...further])
      if (each !== null && (!covers(sub.block, each) || isReserved(sub.block, each)))
        refuse(fact.by, 'address not in its subnet');
    const taken = [text, ...further].some(
      (each) =>
        each !== null &&
        nics.some(
          (other) =>
            other.sub.net === sub.net &&
            !refused.has(other.by) &&
            other.fact.privateIpv4 !== null &&
            [...other.possible, ...other.further].some((address) => sameAddress(address, each)),
        ),
    );
    if (taken) refuse(fact.by, 'address taken');
    if (sure(fact.ipv6) && sub.six === null) refuse(fact.by, 'IPv6 in a subnet without it');
    nics.push({
      by: fact.by,
      fact,
      sub,
      possible:
        own !== null
          ? text === null
            ? []
            : [text]
          : freeIn(
              sub.block,
              mentioned,
              fixed.filter(({ net }) => net === sub.net).map(({ address }) => address),
              given,
            ),
      further,
      six:
        sure(fact.ipv6) && sub.six !== null
          ? { family: 6, bits: sub.six.first + 4096n + BigInt(index) }
          : null,
      publicFour: sure(fact.publicIpv4) ? publicAddresses(BigInt(index)) : [],
      role,
      nat,
    });
  };
  const owners = new Map<string, Nic['role']>([
    ...all('load-balancer').map(({ by }) => [by, 'load-balancer'] as const),
    ...all('interface-endpoint').map(({ by }) => [by, 'endpoint'] as const),
    ...all('resolver-endpoint').map(({ by }) => [by, 'resolver'] as const),
  ]);
  for (const fact of all('interface')) add(fact, owners.get(fact.by) ?? 'workload', null);
  const gateways = all('internet-gateway').filter(({ by, network }, index, list) => {
    const isFirst = network === null || list.findIndex((each) => each.network === network) === index;
    if (!isFirst) refuse(by, 'a second internet gateway');
    return isFirst;
  });
  const egress = all('egress-only-gateway').filter(({ by, network }, index, list) => {
    const isFirst = network === null || list.findIndex((each) => each.network === network) === index;
    if (!isFirst) refuse(by, 'a second egress-only gateway');
    return isFirst;
  });
  for (const fact of all('nat-gateway')) {
    const hasPublic = sure(fact.connectivity) === 'public';
    const network = fact.regional?.network ?? subs.get(fact.subnet ?? '')?.net.by;
    if (hasPublic && !sure(fact.elasticIp)) refuse(fact.by, 'no Elastic IP address');
    if (hasPublic && !gateways.some((each) => each.network === network))
      refuse(fact.by, 'no internet gateway');
    if (!hasPublic && fact.regional !== undefined) refuse(fact.by, 'a regional one is public');
    if (fact.regional === undefined && fact.subnet !== null)
      add(
        {
          fact: 'interface',
          by: fact.by,
          subnet: fact.subnet,
          privateIpv4: null,
          ipv6: false,
          publicIpv4: hasPublic,
          securityGroups: null,
          sourceDestinationCheck: false,
          clientPorts: [1024, 65535],
          workload: false,
        },
        'nat',
        fact,
      );
  }

  const byOwner = new Map<string, Nic[]>();
  for (const nic of nics) byOwner.set(nic.by, [...(byOwner.get(nic.by) ?? []), nic]);
  return {
    facts: sorted,
    nets,
    subs,
    nics,
    byOwner,
    refused,
    unmade: new Set(),
    edges: edgesIn(facts),
    mentioned,
    publicAddresses,
    gateway: (net) => gateways.find(({ network }) => network === net.by),
    egressOnly: (net) => egress.find(({ network }) => network === net.by),
    all,
    one,
  };
}

function isVpcSize({ family, length }: Block): boolean {
  return family === 4 && length >= 16 && length <= 28;
}

/** The first four addresses of a subnet and the last one are AWS's own. */
function isReserved(block: Block, { bits }: Address): boolean {
  return bits < block.first + 4n || bits === block.last;
}

/** One address for each part of a block that other blocks of the design cut out of it. */
export function freeAddresses({ mentioned }: Inventory, block: Block): readonly Address[] {
  return freeIn(block, mentioned, [], new Set());
}

/** One free address for each part of the subnet that blocks of the design cut out of it. */
function freeIn(
  subnet: Block,
  mentioned: readonly Block[],
  taken: readonly Address[],
  given: Set<bigint>,
): readonly Address[] {
  const inside = mentioned.filter((block) => isWithinBlock(block, subnet) && !sameBlock(block, subnet));
  const cuts = new Set([subnet.first + 4n]);
  for (const { first, last } of inside)
    for (const cut of [first, last + 1n]) if (cut > subnet.first + 4n && cut < subnet.last) cuts.add(cut);
  const starts = [...cuts].sort((one, other) => (one < other ? -1 : 1));
  return starts.flatMap((start, at) => {
    const end = (starts[at + 1] ?? subnet.last) - 1n;
    const size = end - start + 1n;
    for (let bits = start; bits < start + size; bits++) {
      // No two of them are given the same.
      if (given.has(bits) || taken.some((each) => each.bits === bits)) continue;
      given.add(bits);
      return [{ family: 4 as const, bits }];
    }
    return [];
  });
}

/** Every CIDR block that stands anywhere in the facts. */
function mentionedIn(facts: readonly Fact[]): readonly Block[] {
  const found = new Map<string, Block>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      const block = value.includes('/') ? blockFrom(value) : null;
      if (block !== null) found.set(value, block);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  facts.forEach(look);
  return [...found.values()];
}

function edgesIn(facts: readonly Fact[]): readonly number[] {
  const found = new Set<number>();
  const rows = facts.flatMap((fact) =>
    fact.fact === 'network-acl' || fact.fact === 'security-group'
      ? [...Object.values(fact.inbound), ...Object.values(fact.outbound)]
      : [],
  );
  for (const { fromPort, toPort } of rows) {
    const from = sure(fromPort);
    const to = sure(toPort) ?? from;
    if (from !== null) found.add(from - 1).add(from);
    if (to !== null) found.add(to).add(to + 1);
  }
  return [...found].sort((one, other) => one - other);
}

/** The ports of a range between which the design makes no difference. */
export function portsIn(inventory: Inventory, [from, to]: readonly [number, number]): readonly number[] {
  return [...new Set([from, to, ...inventory.edges.filter((port) => port > from && port < to)])];
}
