/** A packet that has reached a node of a load balancer: which listener takes it, which target gets it, under which address. */
import { addressText } from '../../../lib/cidr';
import { alwaysPreservesClientIp, listenerCarries } from '../../../lib/listenerProtocols';
import { verbatim, type Words } from '../../../lib/words';
import type { Value } from '../../model/value';
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, type IpAddress } from '../address';
import type { LoadBalancerFact } from '../facts';
import { addressesOf } from '../interfaces';
import { stopAtRefused } from '../refused';
import { allPorts, intersection } from '../ports';
import { leftOf, withPorts } from '../someParts';
import type { Connection, Outcome, Packet, StepMade, Walk } from '../walk';
import { networkHolds, type Interface } from '../world';
import { takenFrom, takeReply } from './balancedReply';
import { assumedOf } from './balancerCreation';
import { chooseTarget, stopped } from './chooseTarget';
import { listenerFor, listenerText, type FoundListener } from './listeners';
import type { Target } from './targets';

/** A packet that came over PrivateLink. */
export interface OverPrivateLink {
  readonly back: NonNullable<Connection['back']>;
  /** Whether targets may recognise the load balancer by its security groups. */
  readonly showsGroups: boolean;
}

export function balance(
  fact: LoadBalancerFact,
  walk: Walk,
  given: Packet,
  node: Interface,
  over: OverPrivateLink | null = null,
): Outcome {
  const { world, session } = walk;
  const name = world.name(fact.by);
  const at = { at: fact.by, what: 'load-balancer', direction: 'in', resource: fact.by } as const;
  if (session.connections.has(fact.by))
    return stopped(walk, given, {
      ...at,
      code: 'loop',
      analyzerCode: 'NO_PATH',
      says: { en: `the packet comes back to ${name}`, ja: `パケットが ${name} に戻ってきます` },
    });
  const refused = stopAtRefused(walk, fact.by, at, given);
  if (refused !== undefined) return refused;
  const assumed = assumedOf(fact, world);
  if (assumed !== undefined) walk.note(assumed);
  const packet = session.some === undefined ? given : onSomeListener(fact, walk, given);
  const answer = listenerFor(fact, packet, name);
  let found: FoundListener | undefined = answer.is === 'none' ? answer.nearest : answer;
  if (answer.is === 'none') {
    const { says, analyzerCode } = answer;
    const obstacle = { ...at, field: 'listeners', code: 'no-listener', analyzerCode, says } as const;
    if (found === undefined) return stopped(walk, packet, obstacle);
    const stop = walk.drop(obstacle, packet);
    if (stop !== undefined) return stop;
  }
  found ??= { key: '', listener: { protocol: '', port: 0, targetGroup: null, others: [] } };
  const made = {
    ...at,
    row: `listener ${listenerText(found.listener)}`,
    field: 'listeners',
    rowKey: found.key,
  } as const;
  if (answer.is === 'unsure') walk.unsure({ ...made, says: answer.why }, answer.why, packet);
  const chosen = chooseTarget(fact, walk, packet, node, found.listener, made);
  if (!('group' in chosen)) return chosen;
  walk.note(healthAssumed);
  return send(fact, walk, packet, node, chosen, over, made);
}

/** Of any port, one that a listener takes: each of these is a way of its own. */
function onSomeListener({ listeners }: LoadBalancerFact, walk: Walk, packet: Packet): Packet {
  const left = leftOf(walk, packet);
  const ports = Object.values(listeners).flatMap(({ protocol, port }): number[] => {
    if (isUnknown(port) || intersection(left.destinationPorts ?? allPorts, [port, port]) === undefined)
      return [];
    return isUnknown(protocol) || listenerCarries(protocol, left.protocol) ? [port] : [];
  });
  const port = ports[walk.session.choose({ takes: 'one', ways: ports.map((each) => verbatim(`${each}`)) })];
  return port === undefined ? left : withPorts(walk, packet, [port, port]).packet;
}

/** Rewrites the packet for the target, and sends it out of the node. */
function send(
  fact: LoadBalancerFact,
  walk: Walk,
  packet: Packet,
  node: Interface,
  target: Target,
  over: OverPrivateLink | null,
  made: Omit<StepMade, 'says'>,
): Outcome {
  const { world, session } = walk;
  const { to, group } = target;
  const back = over === null ? {} : { back: over.back };
  if (to.is === 'function') {
    session.connections.set(fact.by, { before: packet, after: packet, ...back });
    walk.pass(
      {
        ...made,
        what: 'deliver',
        direction: 'out',
        says: {
          en: `${world.name(fact.by)} invokes ${world.name(to.id)}`,
          ja: `${world.name(fact.by)} が ${world.name(to.id)} を呼び出します`,
        },
      },
      packet,
    );
    return {
      arrived: true,
      disposition: 'delivered',
      packet,
      reply: (home, reply) => takeReply(fact, home, reply, node),
    };
  }
  // What the way there looks like tells nothing while there is no target.
  const refused = to.is === 'interface' ? stopAtRefused(walk, to.at.id, made, packet) : undefined;
  if (refused !== undefined) return refused;
  const family = isUnknown(group.family) ? 4 : group.family;
  if (isUnknown(group.family))
    walk.unsure({ ...made, says: group.family.unknown }, group.family.unknown, packet);
  const keeps = isKept(walk, whetherKept(fact, packet, target, over, family));
  const destination = to.is === 'address' ? to.address : oneAddress(walk, addressesOf(world, to.at, family));
  const isOwn = packet.destination.owner === node && packet.destination.is.as !== 'public';
  const source = keeps
    ? packet.source
    : isOwn && packet.destination.family === family
      ? packet.destination
      : oneAddress(walk, addressesOf(world, node, family));
  if (destination === undefined || source === undefined)
    return stopped(walk, packet, {
      ...made,
      code: 'no-target',
      analyzerCode: 'TARGET_ADDRESS_RESTRICTION',
      says: {
        en: `${destination === undefined ? target.name.en : world.name(fact.by)} has no IPv${family} address`,
        ja: `${destination === undefined ? target.name.ja : world.name(fact.by)} に IPv${family} アドレスがありません`,
      },
    });
  // LB2: the answer would never leave the machine, which sees its own address as the client's.
  if (keeps && to.is === 'interface' && to.at === packet.source.owner && packet.source.is.as !== 'public')
    return stopped(walk, packet, {
      ...made,
      code: 'gateway-rejects',
      analyzerCode: 'ELBV2_SOURCE_ADDRESS_PRESERVATION',
      says: {
        en: `${target.name.en} is the client itself: with its own address as source the connection fails`,
        ja: `${target.name.ja} はクライアント自身です。送信元が自分のアドレスになるため、接続に失敗します`,
      },
    });
  const { port } = target;
  const sent: Packet = {
    ...packet,
    source,
    destination,
    sourcePorts: keeps ? packet.sourcePorts : node.clientPorts,
    destinationPorts: port === null ? packet.destinationPorts : [port, port],
    sender: keeps && node.groups === null ? null : over !== null && !over.showsGroups ? null : node,
  };
  session.connections.set(fact.by, { before: packet, after: sent, ...back });
  if (keeps && to.is === 'interface') session.taken.set(to.at, takenFrom(to.at, fact, node));
  walk.pass(
    {
      ...made,
      direction: 'out',
      rewrites: true,
      says: keeps
        ? {
            en: `${world.name(fact.by)} sends it to ${target.name.en}, with the client’s address ${addressWords(source)} as source`,
            ja: `${world.name(fact.by)} は、クライアントのアドレス ${addressInJapanese(source)} を送信元としたまま ${target.name.ja} に送ります`,
          }
        : {
            en: `${world.name(fact.by)} sends it to ${target.name.en}, with its own address ${addressWords(source)} as source`,
            ja: `${world.name(fact.by)} は、自分のアドレス ${addressInJapanese(source)} を送信元として ${target.name.ja} に送ります`,
          },
    },
    sent,
  );
  const at = to.is === 'interface' ? to.at : null;
  const isInside = node.network !== null && networkHolds(node.network, destination);
  return walk
    .towards({
      target: at,
      address: at === null ? null : destination,
      at: at?.id ?? fact.by,
      service: null,
      disposition: at !== null || isInside ? 'delivered' : 'exits-to-on-premises',
    })
    .leave(node, sent);
}

/** LB2, PL3: whether the target sees the client's address. */
function whetherKept(
  { type }: LoadBalancerFact,
  packet: Packet,
  { group }: Target,
  over: OverPrivateLink | null,
  family: 4 | 6,
): Value<boolean> {
  if (type !== 'network' || over !== null || packet.source.family !== family) return false;
  if (isUnknown(group.type)) return group.type;
  if (group.type === 'alb') return true;
  if (!isUnknown(group.protocol) && alwaysPreservesClientIp(group.protocol)) return true;
  const wanted = group.preservesClientIp;
  if (isUnknown(wanted)) return wanted;
  const usual = wanted ?? group.type === 'instance';
  return isUnknown(group.protocol) && !usual ? group.protocol : usual;
}

function isKept(walk: Walk, keeps: Value<boolean>): boolean {
  if (!isUnknown(keeps)) return keeps;
  const ways = [
    { en: 'client IP preservation', ja: 'クライアント IP の保持が有効' },
    { en: 'no client IP preservation', ja: 'クライアント IP の保持が無効' },
  ];
  return walk.session.choose({ takes: 'either', ways }) === 0;
}

/** AWS chooses the address; all that the design tells apart are followed. */
function oneAddress(walk: Walk, addresses: readonly IpAddress[]): IpAddress | undefined {
  const ways = addresses.map((address) => verbatim(addressText(address)));
  return addresses[walk.session.choose({ takes: 'either', ways })];
}

/** LB4 */
const healthAssumed: Words = {
  en: 'the targets are taken to be healthy',
  ja: 'ターゲットは正常 (healthy) とみなします',
};
