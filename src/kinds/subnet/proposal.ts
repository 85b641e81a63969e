/** What a new subnet starts with: the next free addresses of its VPC, and a zone. */
import type { Surroundings } from '../../core/catalog/kind';
import type { Resource } from '../../core/model/document';
import { known } from '../../core/model/value';
import { blockOf, blockText, firstFreeBlock, type Block } from '../../lib/cidr';
import { zonesOf } from '../../lib/regions';
import { longestPrefix } from '../../lib/vpcBlocks';

export function proposal(
  subnet: Resource<'subnet'>,
  around: Surroundings,
): Partial<Resource<'subnet'>['props']> {
  const vpc = around.ancestor('vpc');
  if (vpc === undefined) return {};
  const siblings = around.all('subnet', vpc.id).filter(({ id }) => id !== subnet.id);
  const free = freeBlock(vpc, siblings, blockOf(known(subnet.props.cidr) ?? '')?.prefix ?? usualPrefix);
  const ipv6 = freeIpv6(siblings);
  const box = around.ancestor('availability-zone');
  return {
    ...(free === undefined ? {} : { cidr: blockText(free) }),
    ...(ipv6 === undefined ? {} : { ipv6 }),
    zone: box === undefined ? leastUsedZone(siblings, around) : box.props.zone,
  };
}

/** The zone with the fewest subnets, the first of them when several have as few. */
function leastUsedZone(siblings: readonly Resource<'subnet'>[], around: Surroundings): string {
  const zones = zonesOf(around.region);
  const used = siblings.map(({ id }) => known(around.zoneOf(id)));
  const uses = zones.map((zone) => used.filter((each) => each === zone).length);
  return zones[uses.indexOf(Math.min(...uses))] ?? '';
}

const usualPrefix = 24;

/** A free block of the VPC: one as large as wanted where the VPC has room for it, else the largest that still fits. */
function freeBlock(
  vpc: Resource<'vpc'>,
  siblings: readonly Resource<'subnet'>[],
  wanted: number,
): Block | undefined {
  const taken = siblings.flatMap(({ props }) => blockOf(known(props.cidr) ?? '') ?? []);
  const { cidr, secondaryCidrs } = vpc.props;
  const spaces = [cidr, ...Object.values(secondaryCidrs).map((row) => row.cidr)].flatMap(
    (text) => blockOf(known(text) ?? '') ?? [],
  );
  for (const space of spaces)
    for (
      let prefix = Math.min(longestPrefix, Math.max(space.prefix + 1, wanted));
      prefix <= longestPrefix;
      prefix++
    ) {
      const free = firstFreeBlock(space, prefix, taken);
      if (free !== undefined) return free;
    }
  return undefined;
}

/** The next free /64 of a VPC whose other subnets have IPv6 too. */
function freeIpv6(siblings: readonly Resource<'subnet'>[]): number | undefined {
  const taken = siblings.flatMap(({ props }) => known(props.ipv6) ?? []);
  if (taken.length === 0) return undefined;
  return Array.from({ length: 256 }, (_, number) => number).find((number) => !taken.includes(number));
}
