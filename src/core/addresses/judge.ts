/** Whether a subnet may have a block: what a drag, a key and a typed value are all asked. */
import {
  blockText,
  contains,
  containsAddress,
  overlaps,
  sizeOfBlock,
  addressText,
  type Block,
} from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isReserved } from '../network/addressClasses';
import { wrongSize } from '../network/networkBlocks';
import { blockOfSubnet, partText, usableIn, type AddressPlan, type PlannedSubnet } from './addressPlan';

/** Why a subnet cannot have that block (`id` null: a new one); undefined where it can. */
export function refusalOf(plan: AddressPlan, id: ResourceId | null, block: Block): Words | undefined {
  const subnet = plan.subnets.find((each) => each.id === id);
  return (
    sizeFault(block) ??
    placeFault(plan, block) ??
    overlapFault(plan, id, block) ??
    (subnet === undefined || block.family === 6 ? undefined : contentFault(subnet, block))
  );
}

function sizeFault(block: Block): Words | undefined {
  if (block.family === 4) return wrongSize(block);
  return block.prefix === 64
    ? undefined
    : { en: 'a subnet takes a whole /64', ja: 'サブネットには /64 を 1 つ割り当てます' };
}

function placeFault({ spaces, name }: AddressPlan, block: Block): Words | undefined {
  const around = spaces.find((space) => contains(space.block, block));
  if (around === undefined)
    return {
      en: `${blockText(block)} is not inside a CIDR block of ${name}`,
      ja: `${blockText(block)} は ${name} の CIDR ブロックに収まっていません`,
    };
  return around.fault;
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
function overlapFault(plan: AddressPlan, id: ResourceId | null, block: Block): Words | undefined {
  for (const other of plan.subnets) {
    const own = other.id === id ? undefined : blockOfSubnet(other, block.family);
    if (own === undefined || !overlaps(own, block)) continue;
    const space = plan.spaces.find((each) => contains(each.block, block))?.block ?? block;
    const [text, taken] = [partText(space, block), partText(space, own)];
    return {
      en: `${text} overlaps ${other.name} (${taken})`,
      ja: `${text} は ${other.name} (${taken}) と重複します`,
    };
  }
  return undefined;
}

/** Addresses that were in its block must be there still, and all that are taken must have room. */
function contentFault({ ipv4, fixed, taken }: PlannedSubnet, block: Block): Words | undefined {
  const before = ipv4 === null || 'unknown' in ipv4 ? undefined : ipv4;
  for (const address of fixed) {
    if (before !== undefined && !(containsAddress(before, address) && !isReserved(before, address.value)))
      continue;
    const text = addressText(address);
    if (!containsAddress(block, address))
      return {
        en: `the address ${text}, which is set on one of its resources, would not be in ${blockText(block)}`,
        ja: `リソースに設定されたアドレス ${text} が ${blockText(block)} の範囲外になります`,
      };
    if (isReserved(block, address.value))
      return {
        en: `AWS reserves ${text} in ${blockText(block)}, and it is set on one of its resources`,
        ja: `リソースに設定されたアドレス ${text} は、${blockText(block)} では AWS に予約されます`,
      };
  }
  const isSmaller = before === undefined || sizeOfBlock(block) < sizeOfBlock(before);
  const usable = usableIn(block);
  if (isSmaller && usable < taken)
    return {
      en: `${blockText(block)} has ${usable} usable addresses, and ${taken} are taken`,
      ja: `${blockText(block)} で使えるアドレスは ${usable} 個ですが、${taken} 個が使われます`,
    };
  return undefined;
}
