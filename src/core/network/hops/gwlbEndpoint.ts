/**
 * A Gateway Load Balancer endpoint: hands every packet that a route leads to it to the appliances behind the load balancer
 * of its service, and sends on what they give back, its addresses unchanged, by the route table of its own subnet (GW1).
 * What appliances let through is not in the design; what lies behind them is followed all the same.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html
 */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import type { GwlbEndpointFact } from '../facts';
import { rowOf, rowText } from '../routeLookup';
import type { Outcome, Packet, Via, Walk } from '../walk';
import type { Interface, World } from '../world';
import { applianceBehind, serviceOf } from './appliances';
import type { Behaviour } from './behaviour';
import { notTaken } from './notTaken';
import { whyOtherType } from './serviceType';

export const gwlbEndpoint: Behaviour<GwlbEndpointFact> = {
  mayReplaceLocal: true,

  refusal: ({ by, provider }, world) =>
    whyOtherType(world, by, provider, { field: 'provider', takes: 'gateway' }),

  *interfaces(fact) {
    yield {
      fact: 'interface',
      by: fact.by,
      unfiltered: true,
      subnet: fact.subnet,
      privateIpv4: null,
      ipv6: fact.dualStack,
      ipv6Field: 'dualStack',
      publicIpv4: false,
      securityGroups: [],
      sourceDestinationCheck: false,
      clientPorts: [1024, 65535],
      workload: false,
    };
  },

  asTarget(fact, world, row) {
    const name = world.name(fact.by);
    // RT9
    if (row.list !== null)
      return {
        is: 'refused',
        why: {
          en: `AWS does not accept a prefix list as the destination of a route to ${name}, a Gateway Load Balancer endpoint`,
          ja: `${name} は Gateway Load Balancer エンドポイントのため、AWS はプレフィックスリストを送信先とするルートを受け付けません`,
        },
      };
    const own = interfaceOf(world, fact);
    if (own?.network != null && own.network === row.network) return { is: 'active' };
    return {
      is: 'blackhole',
      why: { en: `${name} is not in this VPC`, ja: `${name} はこの VPC にありません` },
    };
  },

  cannotStart: (fact, world) => ({
    code: 'gateway-rejects',
    analyzerCode: 'VPCE_INTRA_VPC_TRAFFIC',
    says: {
      en: `${world.name(fact.by)} is a Gateway Load Balancer endpoint, which begins no connection of its own`,
      ja: `${world.name(fact.by)} は Gateway Load Balancer エンドポイントであり、自分から接続を開始できません`,
    },
  }),

  receive(fact, walk, packet) {
    const name = walk.world.name(fact.by);
    const says: Words = {
      en: `${name} takes what routes lead to it, and answers to no address of its own`,
      ja: `${name} が受け取るのはルートで送られたパケットだけで、自分のアドレス宛てのパケットには応答しません`,
    };
    return notTaken(walk, fact.by, 'endpoint', says, packet);
  },

  carry(fact, walk, packet, via) {
    const own = interfaceOf(walk.world, fact);
    if (own === undefined || own.subnet === null) return walk.jump(packet);
    const stop = whatStops(fact, walk, packet, via, own);
    if (stop !== undefined) return stop;
    const why = notChecked(walk.world, fact);
    walk.unsure(
      { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by, says: why },
      why,
      packet,
    );
    return walk.route(own.subnet, { ...packet, inspected: packet.sender });
  },
};

/** The nearest thing of AWS's analyser is `PATH_THROUGH_GWLB_NOT_CHECKED`. */
function notChecked(world: World, { by }: GwlbEndpointFact): Words {
  const name = world.name(by);
  return {
    en: `what the appliances behind ${name} do with the packet is not checked (PATH_THROUGH_GWLB_NOT_CHECKED)`,
    ja: `${name} の先のアプライアンスがパケットをどう扱うかは確認していません (PATH_THROUGH_GWLB_NOT_CHECKED)`,
  };
}

/** Undefined: the packet gets to the appliances. */
function whatStops(
  fact: GwlbEndpointFact,
  walk: Walk,
  packet: Packet,
  via: Via,
  own: Interface,
): Outcome | undefined {
  const { world, session, direction } = walk;
  const name = world.name(fact.by);
  const at = { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by } as const;
  const filtered = walk.guard(own, packet, via.subnet);
  if (filtered !== undefined) return filtered;
  if (packet.destination.family === 6 && fact.dualStack === false) {
    const stop = walk.drop(
      {
        ...at,
        field: 'dualStack',
        code: 'gateway-rejects',
        analyzerCode: 'PROTOCOL_RESTRICTION',
        says: { en: `${name} carries IPv4 only`, ja: `${name} が運ぶのは IPv4 だけです` },
      },
      packet,
    );
    if (stop !== undefined) return stop;
  }
  if (direction === 'return') {
    session.appliancesBack.add(fact.by);
    return session.appliances.has(fact.by) || session.isPartlyUnknown
      ? undefined
      : notMetBefore(fact, walk, packet, via);
  }
  session.appliances.add(fact.by);
  return whileNotAccepted(fact, walk, packet) ?? applianceBehind(fact, walk, packet, own);
}

/** PL1: a connection that must be accepted carries nothing until it is. */
function whileNotAccepted(fact: GwlbEndpointFact, walk: Walk, packet: Packet): Outcome | undefined {
  const { world } = walk;
  if (fact.accepted === true) return undefined;
  const provider = fact.provider === null || isUnknown(fact.provider) ? null : fact.provider;
  // Of a service that the design does not have, nobody knows; behind its endpoint nothing is certain anyway.
  const isRequired =
    (provider === null ? undefined : serviceOf(world, provider)?.acceptanceRequired) ?? false;
  if (isRequired === false) return undefined;
  const name = world.name(fact.by);
  const at = {
    at: fact.by,
    what: 'endpoint',
    direction: 'in',
    resource: fact.by,
    field: 'accepted',
  } as const;
  const doubt = [fact.accepted, isRequired].find(isUnknown);
  if (doubt !== undefined) {
    walk.unsure({ ...at, says: doubt.unknown }, doubt.unknown, packet);
    return undefined;
  }
  return walk.drop(
    {
      ...at,
      code: 'not-accepted',
      analyzerCode: 'BAD_STATE',
      says: {
        en: `the connection of ${name} has not been accepted by the owner of its service`,
        ja: `${name} の接続リクエストが、サービスの所有者にまだ承諾されていません`,
      },
    },
    packet,
  );
}

/**
 * GW3: an appliance that sees a reply and has not seen what it answers drops it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
function notMetBefore(fact: GwlbEndpointFact, walk: Walk, packet: Packet, via: Via): Outcome | undefined {
  const { world } = walk;
  const name = world.name(fact.by);
  const row = rowText(world, via.route);
  return walk.drop(
    {
      at: fact.by,
      what: 'endpoint',
      direction: 'in',
      resource: fact.by,
      ...rowOf(via, world),
      code: 'gateway-rejects',
      analyzerCode: 'NO_PATH',
      says: {
        en: `${row} leads the reply through ${name}, but what it answers did not come that way; both must go through the same appliances`,
        ja: `応答は ${row} により ${name} を通りますが、元のパケットはそこを通っていません。往復とも同じアプライアンスを通る必要があります`,
      },
    },
    packet,
  );
}

function interfaceOf(world: World, fact: GwlbEndpointFact): Interface | undefined {
  return world.interfaces.get(fact.by)?.[0];
}
