/**
 * A virtual private gateway: it takes what its VPC sends to the networks behind its VPN connections, and hands what comes
 * from there to the private addresses of that VPC. It puts the routes that it knows into route tables (RT3).
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
import { blockText, containsAddress } from '../../../lib/cidr';
import { addressInJapanese, addressWords, isPublic } from '../address';
import type { VpnGatewayFact } from '../facts';
import { isForeign } from '../owners';
import { secondOfItsKind, stopAtRefused } from '../refused';
import { rowOf } from '../routeLookup';
import { leaveByGateway } from '../vpn/leave';
import { knownAt } from '../vpn/prefixes';
import { attachedTarget } from './attachedTarget';
import type { AddedRoute, Behaviour } from './behaviour';

export const vpnGateway: Behaviour<VpnGatewayFact> = {
  asTarget: attachedTarget,

  // https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html
  refusal: (fact, world) => secondOfItsKind(fact, world),

  edgeTable: ({ routeTable = null }) => routeTable,

  *routes(fact, world) {
    if (world.refusals.has(fact.by)) return;
    const { known, hidden } = knownAt(world, fact.by);
    const added = new Map<string, Pick<AddedRoute, 'destination'>>();
    for (const { block, from } of known) {
      const text = blockText(block);
      added.set(`${text} ${from}`, { destination: { block: text, learntFrom: from } });
    }
    for (const { connection, from, why } of hidden) {
      // VG1: its VPN connections carry no IPv6.
      const family = connection === null ? {} : { family: 4 as const };
      added.set(why.en, { destination: { block: { unknown: why }, learntFrom: from, ...family } });
    }
    for (const table of new Set(fact.propagatesTo))
      // AWS lets it propagate to the tables of the VPC that it is attached to.
      if (fact.network !== null && world.tables.get(table)?.network?.id === fact.network)
        for (const route of added.values()) yield { table, ...route };
  },

  elsewhere(fact, world, table, destination) {
    if (world.refusals.has(fact.by) || fact.propagatesTo.includes(table)) return undefined;
    const { known, hidden } = knownAt(world, fact.by);
    const name = world.name(fact.by);
    const prefix = known.find(({ block }) => containsAddress(block, destination));
    const mayBe = hidden.length > 0 && destination.is.as === 'exact' && !isPublic(destination);
    if (destination.owner !== null || (prefix === undefined && !mayBe)) return undefined;
    const what = prefix === undefined ? '' : blockText(prefix.block);
    return prefix === undefined
      ? {
          en: `${name} does not propagate its routes to it`,
          ja: `${name} からのルート伝播が有効になっていません`,
        }
      : {
          en: `${name} knows ${what}, and does not propagate it to this table`,
          ja: `${name} には ${what} のルートがありますが、このテーブルへのルート伝播が有効になっていません`,
        };
  },

  carry(fact, walk, packet, via) {
    const { world } = walk;
    const name = world.name(fact.by);
    const at = { at: fact.by, what: 'gateway', direction: 'out', resource: fact.by } as const;
    const refused = stopAtRefused(walk, fact.by, at, packet);
    if (refused !== undefined) return refused;
    if (isForeign(via.network, packet)) {
      // PX1: what comes from a peer or a transit gateway does not go on by this way.
      const [source, vpc] = [addressWords(packet.source), world.name(via.network.id)];
      const stop = walk.drop(
        {
          ...at,
          ...rowOf(via, world),
          code: 'gateway-rejects',
          analyzerCode: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS',
          says: {
            en: `${name} takes what comes from private addresses of ${vpc} only, and ${source} is none of them`,
            ja: `${name} が受け付けるのは ${vpc} のプライベートアドレスからのパケットだけです。${addressInJapanese(packet.source)} はこれに含まれません`,
          },
        },
        packet,
      );
      if (stop !== undefined) return stop;
    }
    const hasDirectConnect = knownAt(world, fact.by).hidden.some(({ connection }) => connection === null);
    if (packet.destination.family === 6 && !hasDirectConnect) {
      const stop = walk.drop(
        {
          ...at,
          ...rowOf(via, world),
          code: 'gateway-rejects',
          analyzerCode: 'PROTOCOL_RESTRICTION',
          says: {
            en: `${name} carries no IPv6 over VPN connections`,
            ja: `${name} の VPN 接続は IPv6 を運びません`,
          },
        },
        packet,
      );
      return stop ?? walk.jump({ ...packet, sender: null });
    }
    return leaveByGateway(walk, fact.by, packet);
  },
};
