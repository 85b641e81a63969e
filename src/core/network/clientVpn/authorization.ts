/**
 * Whether a user may reach a destination by a Client VPN endpoint (CV2): the rules with the longest prefix that covers it
 * decide, and one of them must be for the user's group or for everybody. No rule can deny.
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html
 */
import { bits, blockOf } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, blockCovers, type Cover, type IpAddress } from '../address';
import type { ClientVpnAuthorization, ClientVpnFact } from '../facts';
import type { LostRow } from '../trace';
import { rowWords } from '../rowWords';

export interface Authorized {
  readonly verdict: 'allowed' | 'denied' | 'unknown';
  /** The rule that decides; null where none covers the destination. */
  readonly rowKey: string | null;
  readonly row: string | null;
  readonly says: Words;
  readonly lost: readonly LostRow[];
  readonly assumed: readonly Words[];
}

interface Candidate {
  readonly rowKey: string;
  readonly rule: ClientVpnAuthorization;
  readonly cover: Exclude<Cover, 'no'>;
  readonly length: number;
  readonly allows: 'yes' | 'no' | 'maybe';
}

export function authorize(
  { authorizations }: ClientVpnFact,
  name: string,
  group: string | null,
  address: IpAddress,
): Authorized {
  const candidates = Object.entries(authorizations)
    .flatMap(([rowKey, rule]): Candidate[] => {
      const cover = coverOf(rule, address);
      if (cover === 'no') return [];
      return [{ rowKey, rule, cover, length: lengthOf(rule, address), allows: allows(rule, group) }];
    })
    .sort((a, b) => b.length - a.length || (a.rowKey < b.rowKey ? -1 : 1));
  const sure = candidates.filter(({ cover }) => cover === 'yes');
  const winners = sure.filter(({ length }) => length === sure[0]?.length);
  const winner =
    winners.find((each) => each.allows === 'yes') ??
    winners.find((each) => each.allows === 'maybe') ??
    winners[0];
  const decided = winner?.allows ?? 'no';

  const assumed: Words[] = [];
  let doubtful: Candidate | undefined;
  for (const each of candidates) {
    if (each.cover === 'yes' || each.allows === decided) continue;
    // A shorter rule never decides, and one of the same length can only allow.
    if (winner !== undefined && each.length < winner.length) continue;
    if (winner !== undefined && each.length === winner.length && decided === 'yes') continue;
    if (each.cover === 'maybe') doubtful ??= each;
    else assumed.push(assumedElsewhere(each, address));
  }
  const lost = sure.flatMap((each): LostRow[] =>
    each === winner ? [] : [{ row: rowText(each.rule), because: whyLost(each, winner) }],
  );
  const own = { lost, assumed };
  if (doubtful !== undefined)
    return { verdict: 'unknown', ...rowOf(doubtful), says: whyUnsure(doubtful, address), ...own };
  const destination = addressWords(address);
  const destinationJa = addressInJapanese(address);
  if (winner === undefined)
    return {
      verdict: 'denied',
      rowKey: null,
      row: null,
      says: {
        en: `no authorization rule of ${name} covers ${destination}`,
        ja: `${name} に、${destinationJa} を対象とする承認ルールがありません`,
      },
      ...own,
    };
  const row = rowText(winner.rule);
  if (decided === 'yes')
    return {
      verdict: 'allowed',
      ...rowOf(winner),
      says: {
        en: `the authorization rule ${row} of ${name} lets the client reach ${destination}`,
        ja: `${name} の承認ルール ${rowWords(row).ja} により、クライアントは ${destinationJa} に接続できます`,
      },
      ...own,
    };
  if (decided === 'maybe')
    return { verdict: 'unknown', ...rowOf(winner), says: whyUnsure(winner, address), ...own };
  return {
    verdict: 'denied',
    ...rowOf(winner),
    says: whyDenied(name, group, winners, row, address),
    ...own,
  };
}

/** `10.0.0.0/16 → all users` */
export function rowText({ destination, group }: ClientVpnAuthorization): string {
  const to = isUnknown(destination) ? '?' : destination;
  return `${to} → ${isUnknown(group) ? '?' : (group ?? 'all users')}`;
}

function rowOf({ rowKey, rule }: Candidate): Pick<Authorized, 'rowKey' | 'row'> {
  return { rowKey, row: rowText(rule) };
}

function coverOf({ destination }: ClientVpnAuthorization, address: IpAddress): Cover {
  const { as } = address.is;
  if (isUnknown(destination)) return as === 'internet' || as === 'service' ? 'unlikely' : 'maybe';
  const block = blockOf(destination);
  return block === undefined ? 'no' : blockCovers(block, address);
}

/** Any destination may stand in a rule that is not known. */
function lengthOf({ destination }: ClientVpnAuthorization, { family }: IpAddress): number {
  const block = isUnknown(destination) ? undefined : blockOf(destination);
  return block?.prefix ?? bits(family) + 1;
}

function allows({ group: granted }: ClientVpnAuthorization, group: string | null): Candidate['allows'] {
  if (granted === null) return 'yes';
  if (isUnknown(granted)) return 'maybe';
  return granted === group ? 'yes' : 'no';
}

function whyLost({ length }: Candidate, winner: Candidate | undefined): Words {
  const by = winner === undefined ? '' : rowText(winner.rule);
  return winner !== undefined && winner.length > length
    ? { en: `${by} is more specific`, ja: `${rowWords(by).ja} のほうが具体的 (プレフィックスが長い) です` }
    : { en: `${by} is for the same destination`, ja: `${by} と送信先が同じです` };
}

function whyDenied(
  name: string,
  group: string | null,
  winners: readonly Candidate[],
  row: string,
  address: IpAddress,
): Words {
  const groups = winners
    .flatMap(({ rule }) => (typeof rule.group === 'string' ? [rule.group] : []))
    .join(', ');
  const who: Words =
    group === null
      ? { en: 'a client of no group', ja: 'グループを指定しないクライアント' }
      : { en: `the group ${group}`, ja: `グループ ${group}` };
  return {
    en: `${row} is the most specific authorization rule of ${name} for ${addressWords(address)}: it is for ${groups}, not for ${who.en}`,
    ja: `${addressInJapanese(address)} に対する ${name} の最も具体的な承認ルールは ${rowWords(row).ja} です。対象は ${groups} で、${who.ja}は含まれません`,
  };
}

function whyUnsure({ rule, cover }: Candidate, address: IpAddress): Words {
  if (isUnknown(rule.destination)) return rule.destination.unknown;
  if (cover === 'yes' && isUnknown(rule.group)) return rule.group.unknown;
  return {
    en: `whether the authorization rule ${rowText(rule)} covers ${addressWords(address)} is not known`,
    ja: `承認ルール ${rowWords(rowText(rule)).ja} が ${addressInJapanese(address)} を対象とするかどうかはわかりません`,
  };
}

function assumedElsewhere({ rule }: Candidate, address: IpAddress): Words {
  return {
    en: `${addressWords(address)} is assumed not to be covered by the authorization rule ${rowText(rule)}`,
    ja: `${addressInJapanese(address)} は承認ルール ${rowWords(rowText(rule)).ja} の対象に含まれないものとします`,
  };
}
