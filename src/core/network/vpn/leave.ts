/** The way of a packet out of AWS by VPN connections, to a network on premises. */
import { blockText } from '../../../lib/cidr';
import { verbatim, type Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, isPublic } from '../address';
import type { VpnConnectionFact } from '../facts';
import type { Outcome, Packet, StepMade, Walk } from '../walk';
import { comeByVpn } from './come';
import { connectionsAt, customerGatewayOf, sideOf } from './connections';
import { knownAt, preferred, type HiddenPrefixes, type KnownPrefix } from './prefixes';
import { stopInTunnel } from './tunnel';

/** Out of a virtual private gateway, by the connection that is known to lead to the destination (VG1). */
export function leaveByGateway(walk: Walk, gateway: ResourceId, packet: Packet): Outcome {
  const { world } = walk;
  const at = { at: gateway, what: 'gateway', direction: 'out', resource: gateway } as const;
  const { known, hidden } = knownAt(world, gateway);
  const best = preferred(known, packet.destination);
  const fork = forkOf(
    walk,
    gateway,
    best.map(({ connection }) => connection),
  );
  const first = best[walk.session.choose(fork)];
  if (first === undefined || first.block.prefix === 0) {
    const rival = hidden.find((each) => first === undefined || !leadsAlike(walk, each, first));
    if (rival !== undefined) return byHidden(walk, at, hidden, rival, packet, best);
  }
  if (first === undefined) return withoutPrefix(walk, at, packet);
  for (const each of hidden) if (!leadsAlike(walk, each, first)) walk.note(assumedApart(walk, each, packet));
  walk.pass(
    {
      ...at,
      says: {
        en: `${world.name(gateway)} knows ${blockText(first.block)} by ${world.name(first.connection.by)}`,
        ja: `${world.name(gateway)} には ${world.name(first.connection.by)} への ${blockText(first.block)} のルートがあります`,
      },
    },
    packet,
  );
  return leaveByConnection(walk, first.connection, packet);
}

/**
 * By what is told of prefixes that are not known: it may be the way, and is looked at as if it were. `known`: a default
 * route, which decides where nothing is told of the address.
 */
export function byHidden(
  walk: Walk,
  at: Omit<StepMade, 'says'>,
  hidden: readonly HiddenPrefixes[],
  { why }: HiddenPrefixes,
  packet: Packet,
  known: readonly KnownPrefix[] = [],
): Outcome {
  const told = hidden.flatMap(({ connection }) => connection ?? []);
  const connections = [...new Set([...known.map(({ connection }) => connection), ...told])];
  if (told.length < hidden.length) return walk.guess({ ...at, says: why }, why, packet);
  const nearer = connections.filter((each) => leadsToGoal(walk, each));
  const ways = nearer.length > 0 ? nearer : connections;
  const next = ways[walk.session.choose(forkOf(walk, at.resource, ways))];
  walk.unsure({ ...at, says: why }, why, packet);
  return next === undefined ? walk.jump(packet) : leaveByConnection(walk, next, packet);
}

/** That somebody else announces a part of a known prefix would be an accident. */
function assumedApart(walk: Walk, { connection, why }: HiddenPrefixes, packet: Packet): Words {
  const address = addressWords(packet.destination);
  const addressJa = addressInJapanese(packet.destination);
  const name = connection === null ? undefined : walk.world.name(connection.by);
  return {
    en: `${address} is assumed not to be announced by ${name ?? 'Direct Connect'}: ${why.en}`,
    ja: `${addressJa} は ${name ?? 'Direct Connect'} からはアドバタイズされないものとします。${why.ja}`,
  };
}

/** Through the tunnels of a connection, and out of its customer gateway. */
export function leaveByConnection(walk: Walk, connection: VpnConnectionFact, packet: Packet): Outcome {
  const { world, goal, direction } = walk;
  const out: Packet = { ...packet, sender: null };
  const stop = stopInTunnel(walk, connection, 'customer', out);
  if (stop !== undefined) return stop;
  const name = world.name(connection.by);
  const device = customerGatewayOf(world, connection);
  const there = world.name(device?.by ?? connection.by);
  const at = { at: connection.by, what: 'gateway', direction: 'out', resource: connection.by } as const;
  walk.pass(
    {
      ...at,
      says: {
        en: `${name} carries the packet to ${there}`,
        ja: `${name} がパケットを ${there} に運びます`,
      },
    },
    out,
  );
  const missed = missesGoal(walk, connection, there, out);
  if (missed !== undefined) return missed;
  walk.pass(
    {
      at: goal.at ?? device?.by ?? connection.by,
      what: 'deliver',
      direction: 'in',
      resource: goal.at ?? device?.by ?? connection.by,
      says: { en: 'the packet is on premises', ja: 'パケットがオンプレミスに届きました' },
    },
    out,
  );
  return {
    arrived: true,
    disposition: direction === 'return' ? 'delivered' : 'exits-to-on-premises',
    packet: out,
    reply: (back, answer) => comeByVpn(back, connection, answer),
  };
}

/** Behind the customer gateway stands somebody else than the one that is meant. */
function missesGoal(
  walk: Walk,
  connection: VpnConnectionFact,
  there: string,
  packet: Packet,
): Outcome | undefined {
  const { world, goal, direction } = walk;
  const { destination } = packet;
  const at = { at: connection.by, what: 'deliver', resource: connection.by } as const;
  const side = goal.at === null ? undefined : sideOf(world, goal.at);
  const isThere = typeof connection.customerGateway === 'string' && side?.has(connection.customerGateway);
  if (isThere === true || (side !== undefined && goal.at === connection.by)) return undefined;
  // CV1: nobody there can send to the clients of an endpoint.
  const isForClients = (world.facts.get(goal.at ?? '') ?? []).some(({ fact }) => fact === 'client-vpn');
  const isOpen = goal.target === null && side === undefined && direction === 'forward' && !isForClients;
  if (isOpen && destination.is.as === 'exact' && !isPublic(destination)) return undefined;
  if (isOpen && isUnknown(connection.customerGateway)) return undefined;
  if (isOpen) {
    const why: Words = {
      en: `whether ${there} sends on what is for ${addressWords(destination)} is not in the design`,
      ja: `${there} が ${addressInJapanese(destination)} 宛てのパケットを転送するかどうかは、設計に含まれていません`,
    };
    return walk.guess({ ...at, says: why }, why, packet);
  }
  const wanted = goal.target?.id ?? goal.at;
  const name = wanted === null ? addressWords(destination) : world.name(wanted);
  return (
    walk.drop(
      {
        ...at,
        code: 'wrong-owner',
        analyzerCode: 'NO_POSSIBLE_DESTINATION',
        final: true,
        says: {
          en: `the packet comes out at ${there}, behind which ${name} is not`,
          ja: `パケットは ${there} に届きますが、その先に ${wanted === null ? addressInJapanese(destination) : name} はありません`,
        },
      },
      packet,
    ) ?? { arrived: false, disposition: 'wrong-owner' }
  );
}

/** VG1: it carries to no address that no connection has told it of. */
function withoutPrefix(
  walk: Walk,
  at: Pick<StepMade, 'at' | 'what' | 'direction' | 'resource'>,
  packet: Packet,
): Outcome {
  const { world } = walk;
  const gateway = at.resource ?? '';
  const connections = connectionsAt(world, gateway);
  const meant = connections.filter((each) => leadsToGoal(walk, each));
  const [only] = meant.length === 1 ? meant : connections.length === 1 ? connections : [];
  // A connection that AWS does not create tells nobody of its routes.
  if (only !== undefined && world.refusals.has(only.by)) {
    const stop = stopInTunnel(walk, only, 'customer', packet);
    if (stop !== undefined) return stop;
  }
  const address = addressWords(packet.destination);
  const addressJa = addressInJapanese(packet.destination);
  const name = world.name(gateway);
  const stop = walk.drop(
    {
      ...at,
      ...(only === undefined
        ? {}
        : { blame: { resource: only.by }, ...(only.staticOnly === true ? { field: 'routes' } : {}) }),
      code: 'no-route',
      analyzerCode: connections.length === 0 ? 'NO_POSSIBLE_DESTINATION' : 'NO_ROUTE_TO_DESTINATION',
      says:
        connections.length === 0
          ? {
              en: `no VPN connection ends at ${name}, so nothing leads on from there`,
              ja: `${name} に VPN 接続がないため、その先へは届きません`,
            }
          : {
              en: `${name} carries packets to prefixes that its VPN connections have told it of, and none of them covers ${address}`,
              ja: `${name} が転送するのは VPN 接続から得たプレフィックス宛てのパケットだけで、${addressJa} はこれに含まれません`,
            },
    },
    packet,
  );
  return stop ?? walk.jump({ ...packet, sender: null });
}

/** A gateway of several connections of which the design does not say which one it takes. */
export function forkOf(walk: Walk, gateway: ResourceId | null, connections: readonly VpnConnectionFact[]) {
  const ways = connections.map(({ by }) => verbatim(walk.world.name(by)));
  return { takes: 'either', of: `${gateway ?? ''} by VPN`, ways } as const;
}

/** Whether what is not known would lead to the same customer gateway. */
function leadsAlike(walk: Walk, { connection }: HiddenPrefixes, { connection: other }: KnownPrefix): boolean {
  if (connection === null) return false;
  if (typeof connection.customerGateway === 'string')
    if (connection.customerGateway === other.customerGateway) return true;
  return walk.goal.at !== null && leadsToGoal(walk, connection) && leadsToGoal(walk, other);
}

function leadsToGoal({ world, goal }: Walk, { by, customerGateway }: VpnConnectionFact): boolean {
  if (goal.at === by) return true;
  const side = goal.at === null ? undefined : sideOf(world, goal.at);
  return typeof customerGateway === 'string' && side?.has(customerGateway) === true;
}
