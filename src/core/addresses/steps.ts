/** What keys and buttons do to a subnet's block: one place further, one size up or down. */
import { containsAddress, type Block } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { blockOfSubnet, type AddressPlan, type Part, type Space } from './addressPlan';
import { doubled, halved } from './gestures';
import { refusalOf } from './judge';
import { freeWithout } from './proposals';
import { firstPlace, lastPlace, nextPlace } from './tiling';

export const steps = ['next', 'previous', 'first', 'last', 'larger', 'smaller'] as const;
export type Step = (typeof steps)[number];

export type Stepped = { readonly block: Block } | { readonly refusal: Words };

export function stepped(plan: AddressPlan, space: Space, { id, block }: Part, step: Step): Stepped {
  const wanted = wantedBlock(plan, space, id, block, step);
  if (wanted === undefined) return { refusal: noPlace(step) };
  const refusal = refusalOf(plan, id, wanted);
  return refusal === undefined ? { block: wanted } : { refusal };
}

function wantedBlock(
  plan: AddressPlan,
  space: Space,
  id: string,
  block: Block,
  step: Step,
): Block | undefined {
  const free = freeWithout(space, id);
  switch (step) {
    case 'next':
      return nextPlace(free, block, 1);
    case 'previous':
      return nextPlace(free, block, -1);
    case 'first':
      return other(firstPlace(free, block.prefix), block);
    case 'last':
      return other(lastPlace(free, block.prefix), block);
    case 'larger':
      return other(doubled(block), block);
    case 'smaller': {
      const subnet = plan.subnets.find((each) => each.id === id);
      const own = subnet === undefined ? undefined : blockOfSubnet(subnet, block.family);
      const fixed = subnet?.fixed.find((each) => own !== undefined && containsAddress(own, each));
      return other(halved(block, block.family === 4 ? fixed?.value : undefined), block);
    }
  }
}

function other(found: Block | undefined, block: Block): Block | undefined {
  return found?.first === block.first && found.prefix === block.prefix ? undefined : found;
}

function noPlace(step: Step): Words {
  if (step === 'larger' || step === 'smaller')
    return { en: 'it has no other size', ja: 'これ以外のサイズにはできません' };
  return {
    en: 'there is no other free place of its size in that direction',
    ja: 'その方向に、同じサイズの空きはありません',
  };
}
