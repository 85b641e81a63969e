/** What the planner proposes: the next free block, and for each fault of a plan one change that mends it. */
import { blockText, type Block } from '../../lib/cidr';
import { hasAllowedSize } from '../../lib/vpcBlocks';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import { noBlock, wrongSize } from '../network/networkBlocks';
import {
  blockOfSubnet,
  partText,
  usableIn,
  type AddressPlan,
  type PlannedSubnet,
  type Space,
} from './addressPlan';
import { lengthsOf, usualPrefix } from './gestures';
import { refusalOf } from './judge';
import { firstPlace, freeBlocks } from './tiling';

export interface Place {
  readonly space: Space;
  readonly block: Block;
}

/** The first free block of that length in the spaces that AWS takes. `without`: a subnet whose own block counts as free. */
export function nextFree(
  plan: AddressPlan,
  family: 4 | 6,
  prefix: number,
  without: ResourceId | null = null,
): Place | undefined {
  for (const space of plan.spaces) {
    if (space.block.family !== family || space.fault !== undefined) continue;
    const block = firstPlace(freeWithout(space, without), prefix);
    if (block !== undefined && refusalOf(plan, without, block) === undefined) return { space, block };
  }
  return undefined;
}

/** What would be free of a space if a subnet gave its block back. */
export function freeWithout({ block, parts }: Space, without: ResourceId | null): readonly Block[] {
  return freeBlocks(
    block,
    parts.flatMap((part) => (part.id === without ? [] : part.block)),
  );
}

export interface Fault {
  readonly id: ResourceId;
  readonly family: 4 | 6;
  readonly says: Words;
  /** The change that mends it; absent where there is no room for any. */
  readonly mend?: Mend;
}

export type Mend =
  | { readonly give: 'block'; readonly place: Place }
  /** Give the network an IPv6 block. */
  | { readonly give: 'ipv6' };

/** What AWS would refuse of the subnets' blocks, in drawing order. */
export function faultsOf(plan: AddressPlan): readonly Fault[] {
  return plan.subnets.flatMap((subnet) => [...ipv4Faults(plan, subnet), ...ipv6Faults(plan, subnet)]);
}

function* ipv4Faults(plan: AddressPlan, subnet: PlannedSubnet): Generator<Fault> {
  const { id, name, ipv4, ipv4Text } = subnet;
  if (isUnknown(ipv4) || (ipv4 === null && ipv4Text === '')) return;
  const says = ipv4 === null ? said(name, noBlock(ipv4Text)) : blockFault(plan, subnet, ipv4);
  if (says === undefined) return;
  const place = roomFor(plan, subnet, ipv4?.prefix ?? usualPrefix(4));
  yield { id, family: 4, says, ...(place === undefined ? {} : { mend: { give: 'block', place } }) };
}

function blockFault(plan: AddressPlan, { id, name }: PlannedSubnet, block: Block): Words | undefined {
  const size = wrongSize(block);
  if (size !== undefined) return said(name, size);
  const text = blockText(block);
  const around = plan.spaces.filter(({ parts }) =>
    parts.some((part) => part.id === id && part.block === block),
  );
  if (around.length === 0)
    return plan.complete[4]
      ? {
          en: `${name}: ${text} is not inside ${plan.name}`,
          ja: `${name}: ${text} は ${plan.name} に収まっていません`,
        }
      : undefined;
  if (around.every(({ fault }) => fault !== undefined))
    return {
      en: `${name}: ${text} lies in a block that ${plan.name} cannot have`,
      ja: `${name}: ${text} は、${plan.name} に割り当てられないブロックにあります`,
    };
  return clashIn(plan, id, name, around);
}

function clashIn(
  plan: AddressPlan,
  id: ResourceId,
  name: string,
  spaces: readonly Space[],
): Words | undefined {
  for (const { block, parts } of spaces) {
    const own = parts.find((part) => part.id === id);
    const other = own === undefined ? undefined : parts.find((part) => part.id === own.clash);
    if (own === undefined || other === undefined) continue;
    const otherName = plan.subnets.find((each) => each.id === other.id)?.name ?? '';
    const [text, taken] = [partText(block, own.block), partText(block, other.block)];
    return {
      en: `${name}: ${text} overlaps ${otherName} (${taken})`,
      ja: `${name}: ${text} は ${otherName} (${taken}) と重複しています`,
    };
  }
  return undefined;
}

function* ipv6Faults(plan: AddressPlan, subnet: PlannedSubnet): Generator<Fault> {
  const { id, name, number } = subnet;
  if (number === null || isUnknown(number) || !plan.complete[6]) return;
  const spaces = plan.spaces.filter(({ block }) => block.family === 6);
  if (spaces.length === 0) {
    yield {
      id,
      family: 6,
      says: {
        en: `${name} takes the IPv6 /64 number ${number}, and ${plan.name} has no IPv6 block`,
        ja: `${name} は IPv6 サブネット番号 ${number} を使いますが、${plan.name} に IPv6 CIDR ブロックがありません`,
      },
      mend: { give: 'ipv6' },
    };
    return;
  }
  const says =
    blockOfSubnet(subnet, 6) === undefined
      ? {
          en: `${name}: there is no /64 number ${number} in ${plan.name}`,
          ja: `${name}: ${plan.name} に IPv6 サブネット番号 ${number} はありません`,
        }
      : clashIn(plan, id, name, spaces);
  if (says === undefined) return;
  const place = nextFree(plan, 6, 64, id);
  yield { id, family: 6, says, ...(place === undefined ? {} : { mend: { give: 'block', place } }) };
}

/** As large as it is, where there is room; else the largest that still holds what is in the subnet. */
function roomFor(plan: AddressPlan, { id, taken }: PlannedSubnet, prefix: number): Place | undefined {
  const { shortest, longest } = lengthsOf(4);
  for (let wanted = Math.min(longest, Math.max(shortest, prefix)); wanted <= longest; wanted++) {
    const place = nextFree(plan, 4, wanted, id);
    if (place !== undefined && hasAllowedSize(place.block) && usableIn(place.block) >= taken) return place;
  }
  return undefined;
}

function said(name: string, { en, ja }: Words): Words {
  return { en: `${name}: ${en}`, ja: `${name}: ${ja}` };
}
