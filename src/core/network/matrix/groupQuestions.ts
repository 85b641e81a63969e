/**
 * What security groups are asked about a pair of ends, said in such a way that it can be asked about other pairs: by the part
 * that an interface has in the pair.
 */
import { blockText } from '../../../lib/cidr';
import type { Family } from '../../../lib/cidr';
import type { IpAddress } from '../address';
import type { GroupQuestion } from '../watch';
import type { Interface } from '../world';
import type { GroupProfiles, Profile } from './groupProfiles';

/** Two ends by their interfaces. */
export interface Pair {
  readonly source: Side;
  readonly target: Side;
}

export interface Side {
  readonly interfaces: readonly Interface[];
  /** The addresses of each of them. */
  readonly addresses: readonly Readonly<Record<Family, readonly IpAddress[]>>[];
}

/** An interface of the pair, or one that all pairs have in common. */
type Part = { readonly side: 'source' | 'target'; readonly index: number } | { readonly is: Interface };

export interface PairQuestion {
  /** Two with the same key are the same question. */
  readonly key: string;
  readonly at: Part;
  readonly direction: 'in' | 'out';
  readonly address:
    { readonly is: IpAddress } | { readonly of: Part; readonly family: Family; readonly index: number };
  readonly peer: { readonly at: Part; readonly doubt: NonNullable<GroupQuestion['peer']>['doubt'] } | null;
  readonly origin: Part | null;
  /** Answers that hang on nothing but the rows that are asked. */
  readonly known: Map<unknown, Profile>;
}

/**
 * The question as it can be asked about other pairs; undefined where it can not. `isOfPairs`: whether an interface that has no
 * part in this pair may have one in others.
 */
export function pairQuestion(
  question: GroupQuestion,
  pair: Pair,
  isOfPairs: (each: Interface) => boolean,
): PairQuestion | undefined {
  let isFit = true;
  const part = (each: Interface): Part => {
    for (const side of ['source', 'target'] as const) {
      const index = pair[side].interfaces.indexOf(each);
      if (index >= 0) return { side, index };
    }
    if (isOfPairs(each)) isFit = false;
    return { is: each };
  };
  const { at, direction, peer, packet } = question;
  const asked = direction === 'in' ? packet.source : packet.destination;
  // Nobody looks who sent it unless the address says nothing.
  const origin = asked.is.as === 'hidden' ? packet.origin : null;
  const given = {
    at: part(at),
    direction,
    address: addressIn(asked, pair, part),
    peer: peer === null ? null : { at: part(peer.at), doubt: peer.doubt },
    origin: origin === null ? null : part(origin),
  };
  const { address } = given;
  if (address === undefined || !isFit) return undefined;
  const key = [
    partKey(given.at),
    direction,
    'is' in address ? addressKey(address.is) : `${partKey(address.of)} ${address.family} ${address.index}`,
    given.peer === null ? '' : partKey(given.peer.at),
    given.peer?.doubt == null ? '' : 'doubtful',
    given.origin === null ? '' : partKey(given.origin),
  ].join('|');
  return { ...given, address, key, known: new Map() };
}

export function answerOf(profiles: GroupProfiles, question: PairQuestion, pair: Pair): Profile {
  const { address, direction, origin } = question;
  const at = interfaceIn(pair, question.at);
  const rows = profiles.rows(at, direction);
  const peer = question.peer === null ? null : interfaceIn(pair, question.peer.at);
  const isAnybody =
    rows.named.size === 0 ||
    (peer === null ? origin === null : peer.groups?.some((group) => rows.named.has(group)) !== true);
  const isShared = isAnybody && ('is' in address || rows.areForAll);
  const known = isShared ? question.known.get(rows) : undefined;
  if (known !== undefined) return known;
  const profile = profiles.profileOf({
    at,
    direction,
    address: 'is' in address ? address.is : addressOfPart(pair, address),
    peer: peer === null ? null : { at: peer, doubt: question.peer?.doubt ?? null },
    origin: origin === null ? null : interfaceIn(pair, origin),
  });
  if (isShared) question.known.set(rows, profile);
  return profile;
}

/** A fixed address is another one in each pair; all others are told apart by nothing in ends that are alike but for groups. */
function addressIn(
  address: IpAddress,
  pair: Pair,
  part: (each: Interface) => Part,
): PairQuestion['address'] | undefined {
  const { owner, is, family } = address;
  if (owner === null) return { is: address };
  const of = part(owner);
  if (is.as !== 'exact' || 'is' in of) return { is: address };
  const own = pair[of.side].addresses[of.index]?.[family] ?? [];
  const index = own.findIndex((each) => each.is.as === 'exact' && each.value === address.value);
  return index < 0 ? undefined : { of, family, index };
}

function addressOfPart(
  pair: Pair,
  { of, family, index }: Extract<PairQuestion['address'], { readonly of: Part }>,
): IpAddress {
  const found = 'side' in of ? pair[of.side].addresses[of.index]?.[family][index] : undefined;
  if (found === undefined) throw new Error('ends that are alike have as many addresses');
  return found;
}

function interfaceIn(pair: Pair, part: Part): Interface {
  if ('is' in part) return part.is;
  const found = pair[part.side].interfaces[part.index];
  if (found === undefined) throw new Error('ends that are alike have as many interfaces');
  return found;
}

function addressKey({ family, value, is, owner }: IpAddress): string {
  const more =
    is.as === 'service'
      ? `${is.host} ${is.list}`
      : is.as === 'hidden'
        ? is.within.map(blockText).join(' ')
        : is.as === 'free'
          ? blockText(is.block)
          : '';
  return `${family}/${value} ${is.as} ${owner === null ? 'nobody' : 'somebody'} ${more}`;
}

const numbers = new WeakMap<Interface, number>();
let last = 0;

function partKey(part: Part): string {
  if ('side' in part) return `${part.side} ${part.index}`;
  let number = numbers.get(part.is);
  if (number === undefined) numbers.set(part.is, (number = last++));
  return `other ${number}`;
}
