/** What rules ask of VPCs and subnets, answered from the drawing alone. Undefined always means: nobody can say. */
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { isUnknown, known } from '../../core/model/value';
import { asked } from '../../core/rules/asked';
import type { RuleContext } from '../../core/rules/rule';
import { blockTaken, blockTakenOf } from '../../lib/blockTaken';
import { blockOf, blockText, firstFreeBlock, overlaps, type Block } from '../../lib/cidr';
import { compareOrder } from '../../lib/order';
import { listNamed } from './prefixLists';
import { called } from './words';

export function vpcOf(context: RuleContext, id: ResourceId): Resource<'vpc'> | undefined {
  const own = context.resource(id);
  if (own !== undefined && isKind(own, 'vpc')) return own;
  return context.around(id).ancestor('vpc');
}

export function subnetOf(context: RuleContext, id: ResourceId): Resource<'subnet'> | undefined {
  return context.around(id).ancestor('subnet');
}

/** The resources of a VPC of one kind, in drawing order. */
export function inVpc<K extends Resource['kind']>(
  context: RuleContext,
  vpc: ResourceId,
  kind: K,
): readonly Resource<K>[] {
  // Every record of the list has that kind: it was asked for.
  return ofKindInVpc(context, vpc, kind) as unknown as readonly Resource<K>[];
}

const ofKindInVpc = asked((context, vpc: ResourceId, kind: string): readonly Resource[] =>
  contentOfVpc(context, vpc)
    .filter((each) => each.kind === kind)
    .sort(compareOrder),
);

/** The VPC and all that stands in it, each container before its content. */
export function contentOfVpc(context: RuleContext, vpc: ResourceId): Resource[] {
  return [...content(context, vpc)];
}

const content = asked((context, vpc: ResourceId): readonly Resource[] => {
  const own = context.resource(vpc);
  if (own === undefined || !isKind(own, 'vpc')) return [];
  const found = new Set<Resource>();
  const add = (resource: Resource): void => {
    if (found.has(resource)) return;
    found.add(resource);
    // What stands in a VPC within the VPC belongs to that one.
    for (const each of context.inside(resource.id)) if (!isKind(each, 'vpc')) add(each);
  };
  add(own);
  return [...found];
});

export interface OwnedBlock {
  readonly text: string;
  readonly block: Block;
  /** Where it is written: `cidr`, or `secondaryCidrs.<row>.cidr`. */
  readonly field: string;
}

/** The IPv4 blocks of a VPC that can be read; undefined when one of them is unknown or no block. */
export function vpcBlocks(vpc: Resource<'vpc'>): readonly OwnedBlock[] | undefined {
  const found = legibleVpcBlocks(vpc);
  return found.length === 1 + Object.keys(vpc.props.secondaryCidrs).length ? found : undefined;
}

/** The IPv4 blocks of a VPC, without those that are unknown or no block. */
export function legibleVpcBlocks(vpc: Resource<'vpc'>): readonly OwnedBlock[] {
  // Rules compare the blocks of each two VPCs. Of one record they are always the same.
  let found = blocksRead.get(vpc.props);
  if (found === undefined) blocksRead.set(vpc.props, (found = readBlocks(vpc)));
  return found;
}

const blocksRead = new WeakMap<Resource<'vpc'>['props'], readonly OwnedBlock[]>();

function readBlocks(vpc: Resource<'vpc'>): readonly OwnedBlock[] {
  const written = [
    { field: 'cidr', value: vpc.props.cidr },
    ...Object.entries(vpc.props.secondaryCidrs).map(([row, { cidr }]) => ({
      field: `secondaryCidrs.${row}.cidr`,
      value: cidr,
    })),
  ];
  return written.flatMap(({ field, value }) => {
    const text = known(value);
    const block = text === undefined ? undefined : blockTakenOf(text);
    return text === undefined || block?.family !== 4 ? [] : [{ text, block, field }];
  });
}

export function subnetBlock(subnet: Resource<'subnet'>): Block | undefined {
  const text = known(subnet.props.cidr);
  const block = text === undefined ? undefined : blockTakenOf(text);
  return block?.family === 4 ? block : undefined;
}

/** The next block of a VPC that no subnet has, as large as asked for if one is free, else the largest smaller one. */
export function freeSubnetBlock(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  subnet: ResourceId,
  wanted: number,
): string | undefined {
  const taken = inVpc(context, vpc.id, 'subnet').flatMap((other) => {
    const block = other.id === subnet ? undefined : subnetBlock(other);
    return block === undefined ? [] : [block];
  });
  for (let prefix = Math.min(28, Math.max(16, wanted)); prefix <= 28; prefix++)
    for (const { block } of legibleVpcBlocks(vpc)) {
      const free = firstFreeBlock(block, prefix, taken);
      if (free !== undefined) return blockText(free);
    }
  return undefined;
}

/** A private block of that size that overlaps none of the given ones. */
export function freePrivateBlock(prefix: number, taken: readonly Block[], near: Block): string | undefined {
  const spaces = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => blockOf(text) ?? []);
  // Secondary blocks must stay in the primary one's family of private addresses.
  const own = spaces.filter((space) => overlaps(space, near));
  for (const space of own.length > 0 ? own : spaces) {
    const free = firstFreeBlock(space, prefix, taken);
    if (free !== undefined) return blockText(free);
  }
  return undefined;
}

/** The zone a subnet is in: that of the box around it, else its own; empty when AWS chooses. */
export function zoneOf(context: RuleContext, subnet: Resource<'subnet'>): string | undefined {
  return known(context.around(subnet.id).zoneOf(subnet.id));
}

/**
 * The table that decides for a subnet; null for the VPC's main table when none is drawn. That of a VPC that exists already is
 * not known then.
 */
export function tableOf(
  context: RuleContext,
  subnet: Resource<'subnet'>,
): Resource<'route-table'> | null | undefined {
  const own = subnet.props.routeTable;
  if (isUnknown(own)) return undefined;
  if (own !== null) {
    const table = context.resource(own);
    return table !== undefined && isKind(table, 'route-table') ? table : undefined;
  }
  const vpc = vpcOf(context, subnet.id);
  if (vpc === undefined) return undefined;
  const main = inVpc(context, vpc.id, 'route-table').find(({ props }) => props.main === true);
  return main ?? (vpc.provenance?.outside === undefined ? null : undefined);
}

/** The subnets that a table decides for. */
export function subnetsOf(
  context: RuleContext,
  table: Resource<'route-table'>,
): readonly Resource<'subnet'>[] {
  return subnetsOfTable(context, table.id);
}

const subnetsOfTable = asked((context, table: ResourceId): readonly Resource<'subnet'>[] => {
  const vpc = vpcOf(context, table);
  const named = context.referrers(table).filter((each) => isKind(each, 'subnet'));
  const others = vpc === undefined ? [] : inVpc(context, vpc.id, 'subnet');
  return [...new Set([...named, ...others])]
    .filter((subnet) => tableOf(context, subnet)?.id === table)
    .sort(compareOrder);
});

export interface KnownRoute {
  readonly row: string;
  /** A block, the name of one of AWS's prefix lists, or `pl:NAME` of one of the account's own. */
  readonly destination: string;
  /** The prefix list of the account's own that is its destination. */
  readonly list?: Resource<'prefix-list'>;
  readonly target: Resource | undefined;
}

/** The routes of a table whose destination and target can be read, blocks as AWS takes them. A target that is gone is undefined. */
export function routesOf(context: RuleContext, table: Resource<'route-table'>): readonly KnownRoute[] {
  return Object.entries(table.props.routes).flatMap(([row, { destination, target: to }]): KnownRoute[] => {
    const named = known(destination);
    if (named === undefined || isUnknown(to)) return [];
    const target = context.resource(to);
    if (typeof named === 'string') return [{ row, destination: blockTaken(named), target }];
    const list = listNamed(context, named);
    return list === undefined ? [] : [{ row, destination: `pl:${called(context, list.id)}`, list, target }];
  });
}

/** Where a table sends what no longer route takes: the target of its default route, null without one. */
export function defaultTarget(
  context: RuleContext,
  table: Resource<'route-table'> | null,
  family: 4 | 6 = 4,
): Resource | null | undefined {
  if (table === null) return null;
  for (const { destination, target } of Object.values(table.props.routes)) {
    if (isUnknown(destination)) return undefined;
    const block = typeof destination === 'string' ? blockTakenOf(destination) : undefined;
    if (block?.prefix !== 0 || block.family !== family) continue;
    if (isUnknown(target)) return undefined;
    return context.resource(target) ?? null;
  }
  return null;
}

/** Whether a subnet's default route leads to an internet gateway, to a NAT gateway, or nowhere. */
export function wayOut(
  context: RuleContext,
  subnet: Resource<'subnet'>,
): 'internet' | 'nat' | 'other' | 'none' | undefined {
  const table = tableOf(context, subnet);
  if (table === undefined) return undefined;
  const target = defaultTarget(context, table);
  if (target === undefined) return undefined;
  if (target === null) return 'none';
  if (target.kind === 'internet-gateway') return 'internet';
  return target.kind === 'nat-gateway' ? 'nat' : 'other';
}

/** A key for a new row of a table that is free there. */
export function freeRow(rows: Readonly<Record<string, unknown>>, hint: string): string {
  if (!Object.hasOwn(rows, hint)) return hint;
  for (let number = 2; ; number++) if (!Object.hasOwn(rows, `${hint}${number}`)) return `${hint}${number}`;
}
