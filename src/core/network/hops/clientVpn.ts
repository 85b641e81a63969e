/**
 * A Client VPN endpoint. Its clients begin connections; to those that anybody else begins it gives no way, since it puts the
 * address of one of its network interfaces in place of theirs (CV1).
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html
 */
import { blockOf, type Block } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown } from '../../model/value';
import { arrive } from '../arrival';
import { clientAddresses, clientStarts } from '../clientVpn/client';
import { askedByClient } from '../clientVpn/names';
import { whyNoEndpoint } from '../clientVpn/refusal';
import type { NoEnd } from '../ends';
import type { ClientVpnFact } from '../facts';
import { stopAtRefused } from '../refused';
import { ranks } from '../transit/model';
import type { World } from '../world';
import type { Outcome, Packet, Walk } from '../walk';
import type { Behaviour } from './behaviour';
import { tellRestored } from './restoredClient';

/** CV3: a route of the transit gateway leads to the clients what is meant for somebody else. */
function toOthers(walk: Walk, by: ResourceId, packet: Packet): Outcome {
  const { world, goal } = walk;
  const [name, wanted] = [world.name(by), world.name(goal.target?.id ?? goal.at ?? '')];
  return (
    walk.drop(
      {
        at: by,
        what: 'deliver',
        direction: 'in',
        resource: by,
        code: 'wrong-owner',
        analyzerCode: 'NO_POSSIBLE_DESTINATION',
        final: true,
        says:
          wanted === ''
            ? {
                en: `the packet is led to the clients of ${name}, among whom is not the one that it is for`,
                ja: `パケットは ${name} のクライアントに送られますが、宛先はその中にありません`,
              }
            : {
                en: `the packet is led to the clients of ${name}, among whom ${wanted} is not`,
                ja: `パケットは ${name} のクライアントに送られますが、${wanted} はその中にありません`,
              },
      },
      packet,
    ) ?? { arrived: false, disposition: 'wrong-owner' }
  );
}

export const clientVpn: Behaviour<ClientVpnFact> = {
  refusal: whyNoEndpoint,

  starts: clientStarts,

  asks: (fact, world) => askedByClient(world, fact),

  *tellsApart({ clientBlock, routes, authorizations }) {
    const rows = [...Object.values(routes), ...Object.values(authorizations)];
    for (const text of [clientBlock, ...rows.map(({ destination }) => destination)]) {
      const block: Block | undefined = isUnknown(text) ? undefined : blockOf(text);
      if (block !== undefined) yield block;
    }
  },

  destination(fact, world, start) {
    const { by } = fact;
    if (start.at === by && fact.addresses === 'ipv6') return overIpv6(world, by, ownClients);
    // Through a transit gateway clients are found by their own addresses (CV3).
    if ((start.at === by && start.enter !== undefined) || fact.transitGateway !== null)
      return {
        options: [
          [
            {
              at: by,
              family: 4,
              addresses: clientAddresses(world, fact),
              target: null,
              disposition: 'delivered',
              service: null,
            },
          ],
        ],
        name: null,
      };
    const name = world.name(by);
    if (fact.addresses !== 'ipv4' && start.addresses[6].length > 0) return overIpv6(world, by, fromOutside);
    return {
      what: 'translate',
      fault: {
        resource: by,
        row: null,
        at: by,
        code: 'translation-refused',
        analyzerCode: null,
        says: {
          en: `only the clients of ${name} can begin connections: their addresses are translated, and nobody in a VPC can send to one`,
          ja: `接続を開始できるのは ${name} のクライアントだけです。クライアントのアドレスは変換されるため、VPC からは送信できません`,
        },
      },
    };
  },

  transit: {
    rank: () => ranks['client-vpn'],

    propagates({ by, clientBlock }, world) {
      if (world.refusals.has(by)) return { blocks: [], hidden: null };
      if (isUnknown(clientBlock)) return { blocks: [], hidden: clientBlock.unknown };
      const block = blockOf(clientBlock);
      return { blocks: block === undefined ? [] : [block], hidden: null };
    },

    carry({ by }, walk, packet) {
      const { world, goal } = walk;
      const name = world.name(by);
      const at = { at: by, what: 'deliver', direction: 'in', resource: by } as const;
      const refused = stopAtRefused(walk, by, at, packet);
      if (refused !== undefined) return refused;
      // A plain address is meant for whoever has it.
      const isForAnybody = goal.target === null && goal.at === null && walk.direction === 'forward';
      if (goal.at !== by && !isForAnybody) return toOthers(walk, by, packet);
      if (walk.direction === 'forward') {
        const why: Words = {
          en: `whether a client of ${name} takes connections is up to the client`,
          ja: `${name} のクライアントが接続を受け付けるかどうかは、クライアント次第です`,
        };
        return walk.lose({ ...at, says: why }, why, packet);
      }
      const says: Words = {
        en: `the client of ${name} receives the reply`,
        ja: `${name} のクライアントが応答を受け取ります`,
      };
      walk.pass({ ...at, says }, packet);
      return {
        arrived: true,
        disposition: 'delivered',
        packet,
        reply: () => ({ arrived: false, disposition: 'unknown' }),
      };
    },
  },

  receive(fact, walk, packet, at) {
    const { world, direction, session } = walk;
    const name = world.name(fact.by);
    const connection = session.connections.get(fact.by);
    if (direction === 'forward' && packet.destination.family === 6) {
      const why = fromOutside(name);
      return walk.lose(
        { at: fact.by, what: 'deliver', direction: 'in', resource: fact.by, says: why },
        why,
        packet,
      );
    }
    if (direction === 'forward')
      return (
        walk.drop(
          {
            at: fact.by,
            what: 'translate',
            direction: 'in',
            resource: fact.by,
            code: 'translation-refused',
            analyzerCode: null,
            final: true,
            says: {
              en: `${name} carries replies to its clients only: a packet that nobody asked for is dropped`,
              ja: `${name} がクライアントに渡すのは応答だけです。要求されていないパケットは破棄されます`,
            },
          },
          packet,
        ) ?? { arrived: false, disposition: 'translation-refused' }
      );
    if (connection === undefined) return arrive(walk, at, packet);
    const restored = { ...packet, destination: connection.before.source, sender: null };
    tellRestored(walk, fact.by, restored);
    return arrive(walk, at, restored);
  },
};

/** What AWS's guide leaves open about IPv6, which is not translated. */
function overIpv6(world: World, by: ResourceId, why: (name: string) => Words): NoEnd {
  return { what: 'gateway', fault: { unknown: why(world.name(by)) } };
}

const ownClients = (name: string): Words => ({
  en: `how clients of ${name} reach one another over IPv6 AWS does not say`,
  ja: `${name} のクライアントどうしが IPv6 で通信できるかどうかは、AWS のドキュメントに記載がありません`,
});

const fromOutside = (name: string): Words => ({
  en: `whether ${name} lets others begin connections to its clients over IPv6 AWS does not say`,
  ja: `${name} のクライアントへの接続を IPv6 で開始できるかどうかは、AWS のドキュメントに記載がありません`,
});
