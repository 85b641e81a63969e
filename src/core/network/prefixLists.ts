/**
 * Prefix lists of the account's own: which addresses they cover.
 * https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html
 */
import { bits, blockOf, contains, overlaps } from '../../lib/cidr';
import type { Block } from '../../lib/cidr';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import { blockCovers, type Cover, type IpAddress } from './address';
import type { PrefixListFact } from './facts';
import type { NotCreated } from './hops/behaviour';
import type { PrefixList } from './world';

export function prefixListOf(fact: PrefixListFact, name: (id: ResourceId) => string): PrefixList {
  const entries = Object.values(fact.entries).map(({ block }) => block);
  const hidden = entries.find(isUnknown);
  const blocks = entries.flatMap((entry) => (isUnknown(entry) ? [] : (blockOf(entry) ?? [])));
  return {
    id: fact.by,
    family: isUnknown(fact.family) ? null : fact.family,
    blocks,
    hidden: hidden?.unknown ?? null,
    refused: refusalOf(fact, blocks, entries.length, name(fact.by)),
  };
}

function refusalOf(
  { by, family, maxEntries }: PrefixListFact,
  blocks: readonly Block[],
  entries: number,
  name: string,
): NotCreated | null {
  if (!isUnknown(family) && blocks.some((block) => block.family !== family))
    return {
      resource: by,
      field: 'entries',
      says: {
        en: `${name} cannot be created: its entries are not all of IPv${family}`,
        ja: `${name} は作成できません。IPv${family} でないエントリがあります`,
      },
    };
  if (!isUnknown(maxEntries) && entries > maxEntries)
    return {
      resource: by,
      field: 'maxEntries',
      says: {
        en: `${name} cannot be created: it has more entries than its maximum of ${maxEntries}`,
        ja: `${name} は作成できません。エントリの数が最大エントリ数 ${maxEntries} を超えています`,
      },
    };
  return null;
}

/** Whether the entries of a list, taken together, cover an address. */
export function prefixListCovers({ blocks, hidden }: PrefixList, address: IpAddress): Cover {
  let best: Cover = hidden === null ? 'no' : 'maybe';
  for (const block of blocks) {
    const cover = blockCovers(block, address);
    if (cover === 'yes') return 'yes';
    if (cover === 'maybe' || (cover === 'unlikely' && best === 'no')) best = cover;
  }
  return best === 'maybe' && coversTogether(blocks, address) ? 'yes' : best;
}

/** Whether several blocks cover an address of which only the blocks are known that it lies in, where none does alone. */
export function coversTogether(blocks: readonly Block[], { is }: IpAddress): boolean {
  return is.as === 'hidden' && is.within.length > 0 && is.within.every((each) => isTiled(each, blocks));
}

/** Whether blocks leave nothing of a block free: whole, or each half of it. */
function isTiled(block: Block, by: readonly Block[]): boolean {
  const near = by.filter((each) => overlaps(each, block));
  if (near.some((each) => contains(each, block))) return true;
  if (near.length < 2) return false;
  const prefix = block.prefix + 1;
  const half = 1n << BigInt(bits(block.family) - prefix);
  return [block.first, block.first + half].every((first) =>
    isTiled({ family: block.family, first, prefix }, near),
  );
}
