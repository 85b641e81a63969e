/**
 * What AWS would refuse to create, and whom to blame for it. Such a thing carries no traffic, and neither does what depends
 * on it: an interface in a subnet that does not come to be, a subnet of a VPC that does not. Of two that cannot both be
 * (subnets that overlap), the later one in the diagram is refused. What is not known refuses nothing.
 */
import { blockText, contains, type Block } from '../../lib/cidr';
import { overlappedBefore } from '../../lib/vpcBlocks';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { SubnetFact } from './facts';
import { behaviourOf } from './hops';
import type { NotCreated } from './hops/behaviour';
import { fixedAddresses, impossibleAddress } from './interfaces';
import { noBlock, wrongSize } from './networkBlocks';
import { byDiagram } from './refused';
import type { Interface, Network, Subnet, World } from './world';
import { ownerKey } from './world';

/** Fills in what AWS refuses, the containers first. */
export function addRefusals(world: World, refusals: Map<ResourceId, NotCreated>): void {
  for (const network of world.networks.values()) {
    const primary = network.refusedBlocks.find((each) => each.primary);
    if (primary !== undefined) refusals.set(network.id, primary.refusal);
  }
  for (const { id, refused } of world.prefixLists.values()) if (refused !== null) refusals.set(id, refused);
  for (const network of world.networks.values()) refuseSubnets(world, network, refusals);
  for (const [id, own] of world.interfaces)
    for (const each of own) {
      const refusal = whyNoInterface(world, each, refusals);
      if (refusal !== undefined && !refusals.has(id)) refusals.set(id, refusal);
    }
  for (const [id, facts] of world.facts)
    for (const fact of facts) {
      const refusal = refusals.has(id) ? undefined : behaviourOf(fact).refusal?.(fact, world);
      if (refusal !== undefined) refusals.set(id, refusal);
    }
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
function refuseSubnets(world: World, network: Network, refusals: Map<ResourceId, NotCreated>): void {
  const own = refusals.get(network.id);
  const placed = network.subnets
    .flatMap((subnet) => {
      const fact = subnetFactOf(world, subnet);
      return fact === undefined ? [] : [{ subnet, fact }];
    })
    .sort((a, b) => byDiagram(a.fact, b.fact));
  for (const { subnet, fact } of placed) {
    const refusal = own ?? whyNoSubnet(world, network, subnet, fact);
    if (refusal !== undefined) refusals.set(subnet.id, refusal);
  }
  for (const [prop, field] of [
    ['block', 'cidr'],
    ['ipv6', 'ipv6'],
  ] as const) {
    const blocks = placed.flatMap(({ subnet }) => {
      const block = subnet[prop];
      // What is refused for a reason of its own is in nobody's way.
      return block === null || refusals.has(subnet.id) ? [] : [{ subnet, block }];
    });
    for (const [later, index] of overlappedBefore(blocks.map(({ block }) => block)).entries()) {
      const [second, first] = [blocks[later], index === undefined ? undefined : blocks[index]];
      if (second === undefined || first === undefined) continue;
      const other = world.name(first.subnet.id);
      refusals.set(
        second.subnet.id,
        notCreated(world, second.subnet.id, field, {
          en: `its CIDR block ${blockText(second.block)} overlaps that of ${other} (${blockText(first.block)})`,
          ja: `CIDR ブロック ${blockText(second.block)} が ${other} (${blockText(first.block)}) と重複しています`,
        }),
      );
    }
  }
}

function subnetFactOf(world: World, { id }: Subnet): SubnetFact | undefined {
  return world.facts.get(id)?.find((fact): fact is SubnetFact => fact.fact === 'subnet');
}

function whyNoSubnet(
  world: World,
  network: Network,
  { id, block }: Subnet,
  fact: SubnetFact,
): NotCreated | undefined {
  if (fact.block === null) {
    if (fact.ipv6 === null) return notCreated(world, id, 'ipv6', withoutAddresses);
  } else if (!isUnknown(fact.block)) {
    if (block === null) return notCreated(world, id, 'cidr', noBlock(fact.block));
    const size = wrongSize(block);
    if (size !== undefined) return notCreated(world, id, 'cidr', size);
    if (network.isComplete[4] && !network.blocks.some((outer) => contains(outer, block)))
      return outside(world, network, id, block);
  }
  return whyNoIpv6(world, network, id, fact);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html */
const withoutAddresses: Words = {
  en: 'it is for IPv6 only, and has no IPv6 CIDR block',
  ja: 'IPv6 のみのサブネットですが、IPv6 CIDR ブロックがありません',
};

/** It may be that the network was meant to have the addresses, and cannot have them. */
function outside(world: World, network: Network, id: ResourceId, block: Block): NotCreated {
  const meant = network.refusedBlocks.find((each) => each.block === undefined || contains(each.block, block));
  if (meant !== undefined) return meant.refusal;
  const own = network.blocks.map(blockText).join(', ');
  return notCreated(world, id, 'cidr', {
    en: `its CIDR block ${blockText(block)} is not inside ${world.name(network.id)} (${own})`,
    ja: `CIDR ブロック ${blockText(block)} が ${world.name(network.id)} (${own}) に収まっていません`,
  });
}

function whyNoIpv6(
  world: World,
  network: Network,
  id: ResourceId,
  { ipv6 }: SubnetFact,
): NotCreated | undefined {
  if (ipv6 === null || isUnknown(ipv6) || !network.isComplete[6]) return undefined;
  const vpc = world.name(network.id);
  if (network.ipv6 === null)
    return notCreated(world, id, 'ipv6', {
      en: `it takes IPv6 addresses, and ${vpc} has no IPv6 CIDR block`,
      ja: `IPv6 を使いますが、${vpc} に IPv6 CIDR ブロックがありません`,
    });
  const own = world.subnets.get(id)?.ipv6 ?? null;
  if (own !== null && contains(network.ipv6, own)) return undefined;
  return notCreated(world, id, 'ipv6', {
    en: `${typeof ipv6 === 'number' ? `the IPv6 /64 number ${ipv6}` : ipv6} is not inside the IPv6 CIDR block of ${vpc}`,
    ja: `${typeof ipv6 === 'number' ? `IPv6 サブネット番号 ${ipv6}` : ipv6} が ${vpc} の IPv6 CIDR ブロックに収まっていません`,
  });
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html */
function whyNoInterface(
  world: World,
  at: Interface,
  refusals: ReadonlyMap<ResourceId, NotCreated>,
): NotCreated | undefined {
  const { id, subnet, network, noAddress } = at;
  if (network === null) return undefined;
  const container = refusals.get(subnet?.id ?? network.id);
  if (container !== undefined || subnet === null) return container;
  if (noAddress !== null)
    return notCreated(world, id, at.fixedField, {
      en: `“${noAddress}” is not an IPv4 address`,
      ja: `「${noAddress}」は IPv4 アドレスではありません`,
    });
  const impossible = impossibleAddress(at);
  if (impossible !== undefined)
    return notCreated(world, id, impossible.field, {
      en: 'its private address is not a free address of its subnet',
      ja: 'プライベートアドレスがサブネットの使用可能なアドレスではありません',
    });
  for (const address of fixedAddresses(at)) {
    const owner = network.fixedOwners.get(ownerKey(address));
    if (owner !== undefined && owner !== at)
      return notCreated(world, id, address.field, {
        en: `${world.name(owner.id)} has its private address already`,
        ja: `プライベートアドレスは ${world.name(owner.id)} が使っています`,
      });
  }
  if (at.ipv6 === true && subnet.ipv6 === null && subnet.hidden6 === null)
    return notCreated(world, id, at.ipv6Field, {
      en: `it asks for an IPv6 address, and ${world.name(subnet.id)} has no IPv6 CIDR block`,
      ja: `IPv6 アドレスを使いますが、${world.name(subnet.id)} に IPv6 CIDR ブロックがありません`,
    });
  return undefined;
}

function notCreated(world: World, resource: ResourceId, field: string, why: Words): NotCreated {
  const name = world.name(resource);
  return {
    resource,
    field,
    says: { en: `${name} cannot be created: ${why.en}`, ja: `${name} は作成できません。${why.ja}` },
  };
}
