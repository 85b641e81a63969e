/**
 * An egress-only internet gateway: IPv6 from the inside out, and the replies to it; nothing that begins outside (EI1).
 * https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
import { addressInJapanese, addressWords } from '../address';
import type { EgressOnlyGatewayFact } from '../facts';
import { isForeign } from '../owners';
import { secondOfItsKind, stopAtRefused } from '../refused';
import { byPublicAccess } from '../publicAccess';
import { rowOf } from '../routeLookup';
import type { Behaviour } from './behaviour';

export const egressOnlyGateway: Behaviour<EgressOnlyGatewayFact> = {
  asTarget(fact, world, row) {
    const name = world.name(fact.by);
    if (row.family === 4)
      return {
        is: 'refused',
        why: {
          en: `${name} is for IPv6 only, and AWS does not accept an IPv4 route to it`,
          ja: `${name} は IPv6 専用です。AWS は IPv4 のルートのターゲットとして受け付けません`,
        },
      };
    if (fact.network !== null && fact.network === row.network?.id) return { is: 'active' };
    return {
      is: 'blackhole',
      why: {
        en: `${name} does not belong to this VPC`,
        ja: `${name} はこの VPC に属していません`,
      },
    };
  },

  // EI1: the second one cannot be attached.
  refusal: (fact, world) => secondOfItsKind(fact, world),

  admits(fact, world, family) {
    if (family === 4) return undefined;
    const name = world.name(fact.by);
    return {
      is: 'closed',
      says: {
        en: `${name} lets nothing in that begins outside`,
        ja: `${name} は外側から始まる通信を通しません`,
      },
    };
  },

  isForAllProtocols: true,

  carry(fact, walk, packet, via) {
    const { world } = walk;
    const name = world.name(fact.by);
    const at = { at: fact.by, what: 'gateway', direction: 'out', resource: fact.by } as const;
    const refused = stopAtRefused(walk, fact.by, at, packet);
    if (refused !== undefined) return refused;
    if (packet.destination.family === 4)
      return (
        walk.drop(
          {
            ...at,
            code: 'gateway-rejects',
            analyzerCode: 'PROTOCOL_RESTRICTION',
            says: { en: `${name} carries IPv6 only`, ja: `${name} は IPv6 だけを運びます` },
          },
          packet,
        ) ?? walk.jump(packet)
      );
    if (isForeign(via.network, packet)) {
      const source = addressWords(packet.source);
      const sourceJa = addressInJapanese(packet.source);
      const stop = walk.drop(
        {
          ...at,
          ...rowOf(via, world),
          code: 'gateway-rejects',
          analyzerCode: 'GATEWAY_REJECTS_SPOOFED_TRAFFIC',
          says: {
            en: `${name} serves its own VPC only, and ${source} is no address of it`,
            ja: `${name} は自身の VPC 専用です。${sourceJa} はこの VPC のアドレスではありません`,
          },
        },
        packet,
      );
      return stop ?? walk.jump({ ...packet, sender: null });
    }
    if (walk.direction === 'return' && !walk.session.connections.has(fact.by)) {
      const stop = walk.drop(
        {
          ...at,
          code: 'gateway-rejects',
          analyzerCode: 'NO_PATH',
          ...rowOf(via, world),
          says: {
            en: `${name} only carries connections that begin inside; this is a reply to one that began outside`,
            ja: `${name} が運ぶのは内側から始まった接続だけです。これは外側から始まった接続への応答です`,
          },
        },
        packet,
      );
      return stop ?? walk.jump(packet);
    }
    const blocked = byPublicAccess(walk, fact, via.network, via.subnet, 'out', packet, true);
    if (blocked !== undefined) return blocked;
    walk.session.connections.set(fact.by, { before: packet, after: packet });
    walk.pass(
      {
        ...at,
        says: {
          en: `${name} lets the packet out and remembers the connection`,
          ja: `${name} はパケットを外に出し、接続を記憶します`,
        },
      },
      packet,
    );
    return walk.outside({ ...packet, sender: null }, via);
  },
};
