/**
 * The IPv4 blocks of a network: those that AWS takes, and why it does not take the others. A block that is not known is
 * neither.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
import { blockOf, blockText, type Block } from '../../lib/cidr';
import {
  hasAllowedSize,
  longestPrefix,
  overlappedBefore,
  privateFamilyOf,
  reservedRangeOf,
  shortestPrefix,
} from '../../lib/vpcBlocks';
import type { Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import type { NetworkFact } from './facts';
import type { NotCreated } from './hops/behaviour';

export interface NetworkBlocks {
  /** In the order of the fact, the primary one first; a primary one that AWS refuses is among them. */
  readonly taken: readonly Block[];
  readonly refused: readonly RefusedBlock[];
  /** Whether every block is known. */
  readonly complete: boolean;
}

export interface RefusedBlock {
  /** Without it there is no network. */
  readonly primary: boolean;
  /** Undefined for text that is none. */
  readonly block: Block | undefined;
  readonly refusal: NotCreated;
}

export function networkBlocks(fact: NetworkFact, name: string): NetworkBlocks {
  const [first] = fact.blocks;
  const primary = first === undefined || isUnknown(first) ? undefined : ipv4Of(first);
  const written = fact.blocks.flatMap((text, index) => {
    if (isUnknown(text)) return [];
    const block = ipv4Of(text);
    return [{ text, index, block, fault: block === undefined ? noBlock(text) : faultOf(block, primary) }];
  });
  const sound = written.flatMap(({ block, fault, index }) =>
    block === undefined || fault !== undefined ? [] : [{ block, index }],
  );
  const overlapped = new Map<number, Block>();
  for (const [place, earlier] of overlappedBefore(sound.map(({ block }) => block)).entries()) {
    const [later, other] = [sound[place], earlier === undefined ? undefined : sound[earlier]];
    if (later !== undefined && other !== undefined) overlapped.set(later.index, other.block);
  }
  const taken: Block[] = [];
  const refused: RefusedBlock[] = [];
  for (const { text, index, block, fault } of written) {
    const why = fault ?? overlaps(overlapped.get(index));
    if (block !== undefined && (why === undefined || index === 0)) taken.push(block);
    if (why === undefined) continue;
    const rowKey = fact.blockRows?.[index - 1];
    refused.push({
      primary: index === 0,
      block,
      refusal: {
        resource: fact.by,
        ...(index === 0
          ? { field: 'cidr' }
          : { row: text, field: 'secondaryCidrs', ...(rowKey === undefined ? {} : { rowKey }) }),
        says:
          index === 0
            ? {
                en: `${name} cannot be created: ${why.en}`,
                ja: `${name} は作成できません。${why.ja}`,
              }
            : {
                en: `${name} cannot have the secondary CIDR block ${text}: ${why.en}`,
                ja: `${name} にセカンダリ CIDR ブロック ${text} は追加できません。${why.ja}`,
              },
      },
    });
  }
  return { taken, refused, complete: fact.blocks.length > 0 && !fact.blocks.some(isUnknown) };
}

/** Why AWS takes no text as a block: a VPC and a subnet need an IPv4 block. */
export function noBlock(text: string): Words {
  return text === ''
    ? { en: 'it has no IPv4 CIDR block', ja: 'IPv4 CIDR ブロックが指定されていません' }
    : { en: `“${text}” is not an IPv4 CIDR block`, ja: `「${text}」は IPv4 CIDR ブロックではありません` };
}

export function wrongSize(block: Block): Words | undefined {
  if (hasAllowedSize(block)) return undefined;
  const range = `/${shortestPrefix}`;
  return {
    en: `AWS takes CIDR blocks of ${range} to /${longestPrefix}, not ${blockText(block)}`,
    ja: `CIDR ブロックは ${range}〜/${longestPrefix} でなければならず、${blockText(block)} は使えません`,
  };
}

export function ipv4Of(text: string): Block | undefined {
  const block = blockOf(text);
  return block?.family === 4 ? block : undefined;
}

function faultOf(block: Block, primary: Block | undefined): Words | undefined {
  const size = wrongSize(block);
  if (size !== undefined) return size;
  const range = reservedRangeOf(block);
  if (range !== undefined)
    return {
      en: `${blockText(block)} lies in ${range.text} (${range.name.en})`,
      ja: `${blockText(block)} は ${range.text} (${range.name.ja}) の範囲にあります`,
    };
  const family = privateFamilyOf(block);
  const own = primary === undefined ? undefined : privateFamilyOf(primary);
  if (family !== undefined && own !== undefined && family !== own)
    return {
      en: `it is of ${family}, and the primary block of ${own}`,
      ja: `${family} のブロックですが、プライマリのブロックは ${own} です`,
    };
  return undefined;
}

function overlaps(other: Block | undefined): Words | undefined {
  if (other === undefined) return undefined;
  return {
    en: `it overlaps the block ${blockText(other)} of the same VPC`,
    ja: `同じ VPC のブロック ${blockText(other)} と重複しています`,
  };
}
