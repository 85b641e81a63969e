/** The way of a packet through transit gateways: in by an attachment, by the table it is associated with, out by another. */
import { verbatim, type Words } from '../../../lib/words';
import { isUnknown, type Value } from '../../model/value';
import { addressInJapanese, addressWords } from '../address';
import { blackholeSays, dropAsLoop } from '../deadRoute';
import { behaviourOf } from '../hops';
import { leadsInto } from '../ledAstray';
import { ownerIn } from '../owners';
import type { LostRow } from '../trace';
import type { Outcome, Packet, StepMade, Walk } from '../walk';
import type { Network, Subnet } from '../world';
import { exitsTo, networkOf, whyClosed } from './attachments';
import { lookUpTransit, transitRow } from './lookup';
import type { Attachment, TransitEntry, TransitRoute, TransitTable } from './model';
import { nearMiss } from './nearMiss';
import { rowWords } from '../rowWords';

/** A packet that has come in by an attachment: the table of that attachment says by which one it leaves. */
export function enterTransit(walk: Walk, entry: TransitEntry, packet: Packet): Outcome {
  const { world } = walk;
  const { attachment } = entry;
  const { gateway, table } = attachment;
  if (isUnknown(table)) {
    const says: Words = {
      en: `which route table ${world.name(attachment.id)} is associated with is not known`,
      ja: `${world.name(attachment.id)} がどのルートテーブルに関連付けられているかはわかりません`,
    };
    return walk.guess(
      { at: gateway.id, what: 'transit-gateway-route', resource: attachment.id, says },
      table.unknown,
      packet,
    );
  }
  if (table === null) {
    const stop = walk.drop(
      {
        at: attachment.id,
        what: 'transit-gateway-route',
        resource: attachment.id,
        code: 'no-route',
        analyzerCode: 'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION',
        says: {
          en: `${world.name(attachment.id)} is associated with no route table of ${world.name(gateway.id)}`,
          ja: `${world.name(attachment.id)} が ${world.name(gateway.id)} のどのルートテーブルにも関連付けられていません`,
        },
      },
      packet,
    );
    return stop ?? walk.jump({ ...packet, sender: null });
  }
  return byTransitTable(walk, entry, table, packet);
}

function byTransitTable(walk: Walk, entry: TransitEntry, table: TransitTable, packet: Packet): Outcome {
  const { world } = walk;
  const { gateway } = table;
  const found = lookUpTransit(world, table, packet.destination);
  const { winner: first, lost, assumed, equals, unsure, perhaps } = found;
  const known = first === null ? [] : [first, ...equals];
  const winner = anyOf(walk, table, [...known, ...perhaps]);
  const destination = addressWords(packet.destination);
  const destinationJa = addressInJapanese(packet.destination);
  const [name, nameJa] =
    table.id === null
      ? [
          `the default route table of ${world.name(gateway.id)}`,
          `${world.name(gateway.id)} のデフォルトルートテーブル`,
        ]
      : [world.name(table.id), world.name(table.id)];
  const at = {
    at: gateway.id,
    what: 'transit-gateway-route',
    resource: table.id ?? gateway.id,
    lost,
  } as const;
  if (unsure !== null) {
    const made = { ...at, row: ownRow(table, null), says: unsure };
    // What BGP tells of may be the way, and is looked at as if it were.
    if (perhaps.length === 0 || winner === null) return walk.guess(made, unsure, packet);
    walk.unsure(made, unsure, packet);
  }
  for (const words of assumed) walk.note(words);
  if (winner === null) {
    const near = nearMiss(world, table, packet.destination);
    const stop = walk.drop(
      {
        ...at,
        row: ownRow(table, null),
        code: 'no-route',
        analyzerCode: missesOnly(walk, lost) ? 'TGW_RTB_CANNOT_ROUTE' : 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT',
        says: {
          en: `no route of ${name} covers ${destination}${near === undefined ? '' : `; ${near.en}`}`,
          ja: `${nameJa} に、${destinationJa} を送信先に含むルートがありません${near === undefined ? '' : `。${near.ja}`}`,
        },
      },
      packet,
    );
    return stop ?? walk.jump({ ...packet, sender: null });
  }
  const text = transitRow(world, winner);
  const made: StepMade = {
    ...at,
    row: ownRow(table, text),
    ...(winner.rowKey === null || table.id === null ? {} : { field: 'routes', rowKey: winner.rowKey }),
    says: {
      en: `${text} is the most specific route of ${name} to ${destination}`,
      ja: `${nameJa} で ${destinationJa} への最も具体的なルートは ${rowWords(text).ja} です`,
    },
  };
  if (winner.state.is === 'blackhole' || winner.attachment === null) {
    const why = winner.state.is === 'blackhole' ? winner.state.why : { en: '', ja: '' };
    const stop = walk.drop(
      {
        ...made,
        code: 'blackhole',
        analyzerCode: 'TGW_RTB_BAD_STATE_ROUTE',
        says: blackholeSays(text, packet.destination, why),
      },
      packet,
    );
    return stop ?? walk.jump({ ...packet, sender: null });
  }
  if (!('unknown' in winner.matches)) walk.pass(made, packet);
  if (!walk.passes(`${gateway.id}|${entry.attachment.id}`, packet))
    return dropAsLoop(walk, made, text, packet);
  return leaveTransit(walk, entry, winner.attachment, packet);
}

/** One of the routes that AWS prefers alike, or of those that may decide. */
function anyOf(walk: Walk, table: TransitTable, routes: readonly TransitRoute[]): TransitRoute | null {
  const ways = routes.map((each) => verbatim(transitRow(walk.world, each)));
  const of = `${table.gateway.id} ${table.id ?? ''} ${routes[0]?.destination} ${walk.direction}`;
  return routes[routes.length > 1 ? walk.session.choose({ takes: 'either', of, ways }) : 0] ?? null;
}

/** Whether a route leads to the network that is meant, though not for the address. */
function missesOnly({ world, goal }: Walk, lost: readonly LostRow[]): boolean {
  const network = goal.target?.network ?? null;
  if (network === null) return false;
  return lost.some(({ leadsTo }) => leadsTo !== undefined && leadsInto(world, leadsTo, network));
}

/** Out of a transit gateway, into what is attached to it. */
function leaveTransit(walk: Walk, entry: TransitEntry, attachment: Attachment, packet: Packet): Outcome {
  const { to } = attachment.fact;
  if (to.is === 'network') return intoNetwork(walk, entry, attachment, packet);
  if (to.is === 'transit-gateway') return intoPeer(walk, attachment, packet);
  for (const fact of walk.world.facts.get(to.resource) ?? []) {
    const { transit, isForAllProtocols } = behaviourOf(fact);
    if (transit === undefined) continue;
    if (walk.world.watch !== undefined && isForAllProtocols !== true) walk.world.watch.isForAll = false;
    return transit.carry(fact, walk, { ...packet, sender: null });
  }
  const name = walk.world.name(to.resource);
  const why: Words = {
    en: `what ${name} does with packets is not modelled`,
    ja: `${name} がパケットをどう扱うかはモデル化されていません`,
  };
  return walk.guess({ at: attachment.id, what: 'gateway', resource: attachment.id, says: why }, why, packet);
}

/** TG2: into a VPC by a subnet of the attachment, whose network ACL and route table send the packet on. */
function intoNetwork(walk: Walk, entry: TransitEntry, attachment: Attachment, packet: Packet): Outcome {
  const { world } = walk;
  const at = { at: attachment.id, what: 'gateway', direction: 'out', resource: attachment.id } as const;
  const stop = whyClosed(walk, attachment, 'out', packet);
  if (stop !== undefined) return stop;
  const network = networkOf(world, attachment);
  const subnet = entrySubnet(walk, entry, attachment);
  if (network === undefined || subnet === undefined) return walk.jump({ ...packet, sender: null });
  const known = identified(entry.attachment, attachment, network, packet);
  walk.pass(
    {
      ...at,
      says: {
        en: `${world.name(attachment.gateway.id)} hands the packet into ${world.name(network.id)} by ${world.name(subnet.id)}`,
        ja: `${world.name(attachment.gateway.id)} が ${world.name(subnet.id)} からパケットを ${world.name(network.id)} に渡します`,
      },
    },
    known,
  );
  walk.session.entries.set(network, attachment.id);
  return walk.route(subnet, known);
}

/** The subnet that the packet comes in by: where several may be taken and differ, AWS chooses. */
function entrySubnet(walk: Walk, { zone }: TransitEntry, attachment: Attachment): Subnet | undefined {
  const { to } = attachment.fact;
  const [first, ...others] = exitsTo(walk.world, attachment, zone);
  if (first === undefined) return undefined;
  const unlike = [first];
  for (const each of others) if (!unlike.some((other) => isAlike(each, other))) unlike.push(each);
  // TG4: in appliance mode a flow keeps its zone, in both directions.
  const isPinned = to.is === 'network' && to.applianceMode === true;
  const of = `${attachment.id}${isPinned ? '' : ` ${walk.direction}`}`;
  const ways = unlike.map(({ id }) => verbatim(walk.world.name(id)));
  return unlike[walk.session.choose({ takes: 'either', of, ways })];
}

/** Whether packets fare the same, whichever of two subnets they come in by. */
function isAlike(a: Subnet, b: Subnet): boolean {
  return a.table === b.table && a.acl === null && b.acl === null;
}

/** TG5: the groups of the sender are known where the transit gateway and both attachments support it, but not to endpoints. */
function identified(from: Attachment, to: Attachment, network: Network, packet: Packet): Packet {
  if (packet.sender === null) return packet;
  const support: Value<boolean>[] = [to.gateway.fact.securityGroupReferencing];
  for (const { fact } of [from, to])
    support.push(fact.to.is === 'network' ? fact.to.securityGroupReferencing : false);
  if (support.includes(false))
    return { ...packet, sender: null, identity: { lost: 'SG_REFERENCING_SUPPORT' } };
  // IE7
  if (ownerIn(network, packet)?.of.fact === 'interface-endpoint')
    return { ...packet, sender: null, identity: { lost: 'SG_REFERENCES_NOT_PRESERVED' } };
  const hidden = support.find(isUnknown);
  return hidden === undefined ? packet : { ...packet, identity: { doubt: hidden.unknown } };
}

/** Over a peering to another transit gateway, which has a table of its own for what comes by it. */
function intoPeer(walk: Walk, attachment: Attachment, packet: Packet): Outcome {
  const { world } = walk;
  const { to } = attachment.fact;
  if (to.is !== 'transit-gateway') return walk.jump(packet);
  const name = world.name(attachment.id);
  const at = { at: attachment.id, what: 'gateway', direction: 'out', resource: attachment.id } as const;
  if (to.accepted === false) {
    const stop = walk.drop(
      {
        ...at,
        field: 'accepted',
        code: 'not-accepted',
        analyzerCode: 'BAD_STATE_ATTACHMENT',
        says: {
          en: `the request for ${name} has not been accepted`,
          ja: `${name} のリクエストがまだ承諾されていません`,
        },
      },
      packet,
    );
    if (stop !== undefined) return stop;
  } else if (isUnknown(to.accepted))
    walk.unsure({ ...at, says: to.accepted.unknown }, to.accepted.unknown, packet);
  const peer = typeof to.peer === 'string' ? world.transitGateways.get(to.peer) : undefined;
  const other = peer === attachment.gateway ? undefined : peer?.attachments.get(attachment.id);
  // Across a peering the groups of the sender are not known (TG5).
  const carried: Packet = {
    ...packet,
    sender: null,
    identity: { lost: 'SG_REFERENCES_NOT_PRESERVED' },
  };
  if (other === undefined) {
    const why: Words = isUnknown(to.peer)
      ? to.peer.unknown
      : {
          en: `the transit gateway on the other side of ${name} is not in the design`,
          ja: `${name} の接続先の Transit Gateway が設計に含まれていません`,
        };
    return walk.guess({ ...at, says: why }, why, carried);
  }
  walk.pass(
    {
      ...at,
      says: {
        en: `${name} carries the packet to ${world.name(other.gateway.id)}`,
        ja: `${name} がパケットを ${world.name(other.gateway.id)} に運びます`,
      },
    },
    carried,
  );
  return enterTransit(walk, { attachment: other, zone: null }, carried);
}

function ownRow({ id }: TransitTable, text: string | null): string | null {
  if (id !== null) return text;
  return text === null ? 'default route table' : `default route table: ${text}`;
}
