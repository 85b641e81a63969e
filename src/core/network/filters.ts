/** The filters on the way, as steps: what a network ACL or the security groups of an interface make of a packet. */
import type { Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import { addressInJapanese, addressWords } from './address';
import { attachedThat, behaviourOf } from './hops';
import { deniedPart, judgeByAcl } from './networkAcl';
import { ownerIn } from './owners';
import { judgeByGroups, type GroupVerdict, type Recognised } from './securityGroup';
import type { PortMatch } from './ports';
import { passingPart } from './someParts';
import { isInspected, type Outcome, type Packet, type Walk } from './walk';
import type { Interface, Network, NetworkAcl, SecurityGroup, Subnet, World } from './world';
import { rowWords } from './rowWords';

/** Undefined: the packet passes. */
export function byAcl(
  walk: Walk,
  subnet: Subnet,
  direction: 'in' | 'out',
  whole: Packet,
): Outcome | undefined {
  const { world } = walk;
  const { acl, network } = subnet;
  const at = subnet.id;
  if (isUnknown(acl)) {
    const says: Words = {
      en: `which network ACL guards ${world.name(at)} is not known`,
      ja: `${world.name(at)} のネットワーク ACL がわかりません`,
    };
    walk.unsure({ at, what: 'network-acl', direction, resource: at, says }, acl.unknown, whole);
    return undefined;
  }
  const rows = (): readonly PortMatch[] => (direction === 'in' ? acl?.inbound : acl?.outbound) ?? [];
  const { judged, packet } = passingPart(walk, whole, rows, (each) => judgeByAcl(acl, direction, each));
  if (acl === null && network?.isExisting === true) walk.note(takenForUnchanged(world.name(network.id)));
  for (const words of judged.assumed) walk.note(words);
  if (judged.verdict === 'pass' && isForVerdictAlone(world)) return undefined;
  const side = direction === 'in' ? 'ingress' : 'egress';
  const [owner, name] = aclOwner(world, acl, network);
  const address = addressWords(direction === 'in' ? packet.source : packet.destination);
  const addressJa = addressInJapanese(direction === 'in' ? packet.source : packet.destination);
  const preposition = direction === 'in' ? 'from' : 'to';
  const made = {
    at,
    what: 'network-acl',
    direction,
    resource: owner,
    row: rowOf(acl, judged.row?.text ?? (judged.verdict === 'pass' ? null : `${side} rule *`)),
    // Nobody can change a row of an ACL that is not drawn.
    ...(acl === null || acl.id === null
      ? {}
      : judged.row === null
        ? { field: direction === 'in' ? 'inbound' : 'outbound' }
        : { field: direction === 'in' ? 'inbound' : 'outbound', rowKey: judged.row.key }),
  } as const;
  const part = deniedPart(judged.part);
  if (judged.verdict === 'pass') {
    walk.pass(
      {
        ...made,
        says:
          judged.row === null
            ? {
                en: 'the default network ACL allows everything',
                ja: 'デフォルトのネットワーク ACL はすべて許可します',
              }
            : {
                en: `${judged.row.text} of ${name.en} allows it`,
                ja: `${name.ja}の${rowWords(judged.row.text).ja} が許可します`,
              },
      },
      packet,
    );
    return undefined;
  }
  if (judged.verdict === 'unknown') {
    const why = judged.why ?? { en: 'not known', ja: '不明' };
    walk.unsure({ ...made, says: why }, why, packet);
    return undefined;
  }
  const says: Words =
    judged.row === null
      ? {
          en: `no rule of ${name.en} allows ${part} ${preposition} ${address}`,
          ja: `${name.ja}に、${part} (${direction === 'in' ? '送信元' : '送信先'} ${addressJa}) を許可するルールがありません`,
        }
      : {
          en: `${judged.row.text} of ${name.en} denies ${part} ${preposition} ${address}`,
          ja: `${name.ja}の${rowWords(judged.row.text).ja} が ${part} (${direction === 'in' ? '送信元' : '送信先'} ${addressJa}) を拒否します`,
        };
  return walk.drop(
    { ...made, says, code: 'denied-by-network-acl', analyzerCode: 'SUBNET_ACL_RESTRICTION' },
    packet,
  );
}

/** Whether nobody reads the words of a filter that lets a packet pass: the matrix meets two of them on each of its ways. */
function isForVerdictAlone({ watch }: World): boolean {
  return watch?.writesSteps === false;
}

function takenForUnchanged(name: string): Words {
  return {
    en: `the default network ACL of ${name} is not in the design, and is assumed to allow everything`,
    ja: `${name} のデフォルトのネットワーク ACL は設計に含まれていないため、すべて許可するものとします`,
  };
}

function rowOf(acl: NetworkAcl | null, row: string | null): string | null {
  if (acl !== null && acl.id !== null) return row;
  return row === null ? 'default network ACL' : `default network ACL: ${row}`;
}

function aclOwner(world: World, acl: NetworkAcl | null, network: Network | null): [string | null, Words] {
  if (acl !== null && acl.id !== null) {
    const name = world.name(acl.id);
    return [acl.id, { en: name, ja: `${name} ` }];
  }
  return [network?.id ?? null, { en: 'the default network ACL', ja: 'デフォルトのネットワーク ACL ' }];
}

/** Undefined: the packet passes. */
export function byGroups(
  walk: Walk,
  at: Interface,
  direction: 'in' | 'out',
  whole: Packet,
): Outcome | undefined {
  if (at.groups === null) return undefined;
  const { world } = walk;
  const peer = direction === 'in' ? senderOf(whole) : receiverOf(world, at, whole);
  const groups = at.groups;
  const rows = (): readonly PortMatch[] =>
    groups.flatMap((group) => (direction === 'in' ? group.inbound : group.outbound));
  const judge = (each: Packet): GroupVerdict => judgeByGroups(at, direction, each, peer, isPeered(at));
  const { judged, packet } = passingPart(
    walk,
    whole,
    rows,
    (each) => world.watch?.heard?.({ at, direction, packet: each, peer }, judge) ?? judge(each),
  );
  if (judged.verdict === 'pass' && isForVerdictAlone(world)) return undefined;
  const side = direction === 'in' ? 'ingress' : 'egress';
  const address = addressWords(direction === 'in' ? packet.source : packet.destination);
  const addressJa = addressInJapanese(direction === 'in' ? packet.source : packet.destination);
  const [resource, name] = groupOwner(world, judged.group, at);
  const isDefault = judged.group !== null && judged.group.id === null;
  const row = judged.row === null ? null : `${side} rule ${judged.row.position}`;
  const made = {
    at: at.id,
    what: 'security-group',
    direction,
    resource,
    row: isDefault ? (row === null ? 'default security group' : `default security group: ${row}`) : row,
    ...(isDefault || judged.group === null
      ? {}
      : { field: direction === 'in' ? 'inbound' : 'outbound', rowKey: judged.row?.key ?? null }),
  } as const;
  const traffic = deniedPart(judged.part);
  if (judged.verdict === 'pass') {
    walk.pass(
      {
        ...made,
        says: {
          en: `${row ?? 'a rule'} of ${name.en} allows it`,
          ja: `${name.ja}の${row === null ? 'ルール' : `${rowWords(row).ja} `}が許可します`,
        },
      },
      packet,
    );
    return undefined;
  }
  if (judged.verdict === 'unknown') {
    const why = judged.why ?? { en: 'not known', ja: '不明' };
    walk.unsure({ ...made, says: why }, why, packet);
    return undefined;
  }
  return walk.drop(
    {
      ...made,
      code: 'denied-by-security-group',
      analyzerCode: judged.analyzerCode,
      says:
        direction === 'in'
          ? {
              en: `no inbound rule of ${name.en} allows ${traffic} from ${address}`,
              ja: `${name.ja}に、${addressJa} からの ${traffic} を許可するインバウンドルールがありません`,
            }
          : {
              en: `no outbound rule of ${name.en} allows ${traffic} to ${address}`,
              ja: `${name.ja}に、${addressJa} への ${traffic} を許可するアウトバウンドルールがありません`,
            },
    },
    packet,
  );
}

/** The interface at the other end, where the groups of the sender are known. */
function senderOf(packet: Packet): Recognised | null {
  const { sender, identity } = packet;
  if (sender === null || isInspected(packet)) return null;
  return { at: sender, doubt: identity !== undefined && 'doubt' in identity ? identity.doubt : null };
}

/** The same for the one that the packet is sent to: in the network, or in one whose groups its rules may name (SG2). */
function receiverOf(world: World, at: Interface, packet: Packet): Recognised | null {
  if (at.network === null) return null;
  const own = ownerIn(at.network, packet);
  if (own !== undefined) return { at: own, doubt: null };
  for (const fact of attachedThat(at.network, 'sharesGroups')) {
    const shared = behaviourOf(fact).sharesGroups?.(fact, world, at.network);
    const owner = shared === undefined ? undefined : ownerIn(shared.network, packet);
    if (shared !== undefined && owner !== undefined) return { at: owner, doubt: shared.doubt };
  }
  return null;
}

function isPeered({ network }: Interface): boolean {
  return network !== null && attachedThat(network, 'sharesGroups').next().done !== true;
}

function groupOwner(world: World, group: SecurityGroup | null, at: Interface): [string | null, Words] {
  if (group?.id != null) {
    const name = world.name(group.id);
    return [group.id, { en: name, ja: `${name} ` }];
  }
  return [
    at.network?.id ?? null,
    { en: 'the default security group', ja: 'デフォルトのセキュリティグループ' },
  ];
}
