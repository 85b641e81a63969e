/** What prefix lists hold, and for how much they count where they are named. */
import type { Peer } from '../../core/catalog/field';
import type { Resource } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { isUnknown, known, type Value } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';
import { blockTakenOf } from '../../lib/blockTaken';
import type { Block } from '../../lib/cidr';

/** The prefix list of the account's own that a peer names. */
export function listNamed(context: RuleContext, peer: Value<Peer>): Resource<'prefix-list'> | undefined {
  const named = known(peer);
  const list = typeof named === 'object' ? context.resource(named.ref) : undefined;
  return list !== undefined && isKind(list, 'prefix-list') ? list : undefined;
}

export interface EntryBlock {
  readonly row: string;
  readonly block: Block;
}

/** The entries of a list that can be read. */
export function entriesOf({ props }: Resource<'prefix-list'>): readonly EntryBlock[] {
  return Object.entries(props.entries).flatMap(([row, { cidr }]): EntryBlock[] => {
    const text = known(cidr);
    const block = text === undefined ? undefined : blockTakenOf(text);
    return block === undefined ? [] : [{ row, block }];
  });
}

/** Whether some entry cannot be read. */
export function hasHiddenEntries({ props }: Resource<'prefix-list'>): boolean {
  return Object.values(props.entries).some(({ cidr }) => isUnknown(cidr));
}

/** The blocks that a peer stands for: its own, or the entries of the list that it names; none for a group. */
export function blocksOf(context: RuleContext, peer: Value<Peer>): readonly Block[] {
  const list = listNamed(context, peer);
  if (list !== undefined) return entriesOf(list).map(({ block }) => block);
  const text = known(peer);
  const block = typeof text === 'string' ? blockTakenOf(text) : undefined;
  return block === undefined ? [] : [block];
}

/**
 * For how many rules or routes of a family a peer counts: a list of the account's own for its maximum, one of AWS's for
 * its weight, a group for one of each family.
 * https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export function weightOf(context: RuleContext, peer: Value<Peer>, family: 4 | 6): number {
  const list = listNamed(context, peer);
  if (list !== undefined) {
    const listed = known(list.props.family) === 'IPv6' ? 6 : 4;
    return listed === family ? (known(list.props.maxEntries) ?? 1) : 0;
  }
  const text = known(peer);
  if (typeof text !== 'string') return 1;
  const block = blockTakenOf(text);
  if (block !== undefined) return block.family === family ? 1 : 0;
  return Object.entries(weights).find(([name]) => text.includes(name))?.[1] ?? 1;
}

const weights: Readonly<Record<string, number>> = {
  'cloudfront.origin-facing': 55,
  'route53-healthchecks': 25,
  'vpc-lattice': 10,
  '.s3express': 6,
  '.groundstation': 5,
  'ec2-instance-connect': 2,
};
