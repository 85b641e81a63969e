/**
 * A VPC peering connection: packets from an address of one VPC to an address of the other, and nothing else: nobody
 * behind the peer, no gateway of it (PX1). It hands them straight to the interface that has the address, without a look
 * at a route table of the peer; the reply needs a route of its own.
 * https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
import { blockText, overlaps, type Block } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Value } from '../../model/value';
import { addressInJapanese, addressWords, type IpAddress } from '../address';
import type { PeeringFact } from '../facts';
import { rowOf } from '../routeLookup';
import type { Outcome, Packet, StepMade, Walk } from '../walk';
import { attachedTo, holding, type Network, type World } from '../world';
import type { Behaviour, NotCreated } from './behaviour';

export const peering: Behaviour<PeeringFact> = {
  networks: (fact) => sidesOf(fact).filter((side) => typeof side === 'string'),

  asTarget(fact, world, row) {
    const other = row.network === null ? undefined : across(fact, row.network.id);
    if (other === undefined)
      return {
        is: 'blackhole',
        why: {
          en: `${world.name(fact.by)} does not connect this VPC`,
          ja: `${world.name(fact.by)} はこの VPC を接続していません`,
        },
      };
    const fault = whyNotCreated(fact, world)?.says ?? whyPending(fact, world);
    return fault === undefined ? { is: 'active' } : { is: 'blackhole', why: fault, blamesTarget: true };
  },

  sharesGroups(fact, world, network) {
    const other = networkAcross(fact, world, network);
    const sameRegion = isInOneRegion(fact, world);
    if (other === undefined || sameRegion === false) return undefined;
    if (fact.accepted === false || whyNotCreated(fact, world) !== undefined) return undefined;
    const hidden = [sameRegion, fact.accepted].find(isUnknown);
    return { network: other, doubt: hidden?.unknown ?? null };
  },

  isForAllProtocols: true,

  carry(fact, walk, packet, via) {
    const { world } = walk;
    const name = world.name(fact.by);
    const at = { at: fact.by, what: 'gateway', direction: 'out', resource: fact.by } as const;
    const stop = whyClosed(fact, walk, packet, at);
    if (stop !== undefined) return stop;
    const other = networkAcross(fact, world, via.network);
    if (other === undefined) {
      const why = elsewhere(fact, world, via.network);
      return walk.guess({ ...at, says: why }, why, packet);
    }
    const there = holding(other, packet.destination);
    const here = packet.sender?.network === via.network ? 'yes' : holding(via.network, packet.source);
    if (there === 'no' || here === 'no') {
      const [network, address] = there === 'no' ? [other, packet.destination] : [via.network, packet.source];
      const refused = walk.drop(
        {
          ...at,
          ...rowOf(via, world),
          code: 'gateway-rejects',
          analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
          says: whyOutside(world, name, network, address, there === 'no'),
        },
        packet,
      );
      return refused ?? walk.jump({ ...packet, sender: null });
    }
    if (there === 'maybe') {
      const why: Words = {
        en: `whether ${addressWords(packet.destination)} is an address of ${world.name(other.id)} is not known here`,
        ja: `${addressInJapanese(packet.destination)} が ${world.name(other.id)} のアドレスかどうかは、ここではわかりません`,
      };
      return walk.guess({ ...at, says: why }, why, packet);
    }
    const carried = recognised(fact, world, packet);
    walk.pass(
      {
        ...at,
        says: {
          en: `${name} carries the packet to ${world.name(other.id)}`,
          ja: `${name} がパケットを ${world.name(other.id)} に運びます`,
        },
      },
      carried,
    );
    rememberNat(fact, walk, packet, other);
    return walk.deliver(other, carried, via);
  },
};

/** NG6: what a NAT gateway sends over a peering comes back to it without a route. */
function rememberNat(fact: PeeringFact, walk: Walk, { sender }: Packet, other: Network): void {
  if (walk.direction === 'return' || sender?.of.fact !== 'nat-gateway') return;
  walk.session.waysBack.push({
    from: other,
    to: sender,
    send(back, answer) {
      const name = back.world.name(fact.by);
      back.pass(
        {
          at: fact.by,
          what: 'gateway',
          direction: 'in',
          resource: fact.by,
          says: {
            en: `${name} returns the reply to the NAT gateway that asked; it needs no route`,
            ja: `${name} が、要求元の NAT ゲートウェイに応答を戻します。ルートは必要ありません`,
          },
        },
        answer,
      );
      return back.enter(sender, answer, null);
    },
  });
}

/** SG2: across Regions the groups of the sender are not known. */
function recognised(fact: PeeringFact, world: World, packet: Packet): Packet {
  const sameRegion = isInOneRegion(fact, world);
  if (sameRegion === false)
    return { ...packet, sender: null, identity: { lost: 'SG_REFERENCES_NOT_PRESERVED' } };
  return isUnknown(sameRegion) ? { ...packet, identity: { doubt: sameRegion.unknown } } : packet;
}

/** Stops what reaches a connection that AWS would not make, or that nobody has accepted. */
function whyClosed(
  fact: PeeringFact,
  walk: Walk,
  packet: Packet,
  at: StepMade | Omit<StepMade, 'says'>,
): Outcome | undefined {
  const { world } = walk;
  const refusal = whyNotCreated(fact, world);
  if (refusal !== undefined) {
    const stop = walk.drop(
      { ...at, ...refusal, code: 'cannot-be-created', analyzerCode: 'BAD_STATE' },
      packet,
    );
    if (stop !== undefined) return stop;
  }
  const pending = whyPending(fact, world);
  if (pending !== undefined) {
    const stop = walk.drop(
      { ...at, field: 'accepted', says: pending, code: 'not-accepted', analyzerCode: 'BAD_STATE' },
      packet,
    );
    if (stop !== undefined) return stop;
  }
  for (const doubt of [isUnknown(fact.accepted) ? fact.accepted.unknown : undefined, whyTwice(fact, world)])
    if (doubt !== undefined) walk.unsure({ ...at, says: doubt }, doubt, packet);
  return undefined;
}

function whyPending(fact: PeeringFact, world: World): Words | undefined {
  if (fact.accepted !== false) return undefined;
  const name = world.name(fact.by);
  return {
    en: `the request for ${name} has not been accepted`,
    ja: `${name} のリクエストがまだ承諾されていません`,
  };
}

/** What AWS refuses: a VPC peered with itself, and blocks that overlap, whichever of them they are. */
function whyNotCreated(fact: PeeringFact, world: World): NotCreated | undefined {
  const [requester, accepter] = sidesOf(fact).map((side) =>
    typeof side === 'string' ? world.networks.get(side) : undefined,
  );
  if (requester === undefined || accepter === undefined) return undefined;
  const name = world.name(fact.by);
  const pair = overlapOf(requester, accepter);
  if (pair === undefined) return undefined;
  const [one, other] = pair.map(blockText);
  return {
    resource: fact.by,
    field: 'accepter',
    says:
      requester === accepter
        ? {
            en: `${name} cannot be created: it has ${world.name(requester.id)} on both sides`,
            ja: `${name} は作成できません。両側が同じ VPC ${world.name(requester.id)} です`,
          }
        : {
            en: `${name} cannot be created: ${one} of ${world.name(requester.id)} overlaps ${other} of ${world.name(accepter.id)}`,
            ja: `${name} は作成できません。${world.name(requester.id)} の ${one} が ${world.name(accepter.id)} の ${other} と重複しています`,
          },
  };
}

function overlapOf(a: Network, b: Network): readonly [Block, Block] | undefined {
  for (const one of blocksOf(a))
    for (const other of blocksOf(b)) if (overlaps(one, other)) return [one, other];
  return undefined;
}

function blocksOf({ blocks, ipv6 }: Network): readonly Block[] {
  return ipv6 === null ? blocks : [...blocks, ipv6];
}

/** Two VPCs have one connection at a time: of two, which one AWS makes is not known. */
function whyTwice(fact: PeeringFact, world: World): Words | undefined {
  const [requester, accepter] = sidesOf(fact);
  const network = typeof requester === 'string' ? world.networks.get(requester) : undefined;
  if (network === undefined || typeof accepter !== 'string') return undefined;
  const other = attachedTo(network, 'peering').find(
    (each) => each !== fact && across(each, network.id) === accepter,
  );
  if (other === undefined) return undefined;
  return {
    en: `${world.name(fact.by)} and ${world.name(other.by)} connect the same two VPCs; AWS accepts only one of them`,
    ja: `${world.name(fact.by)} と ${world.name(other.by)} は同じ 2 つの VPC を接続しています。AWS が受け付けるのは片方だけです`,
  };
}

function sidesOf({
  requester,
  accepter,
}: PeeringFact): readonly [Value<ResourceId | null>, Value<ResourceId | null>] {
  return [requester, accepter];
}

/** The other side, as a network sees it; undefined for one that is neither. */
function across(
  { requester, accepter }: PeeringFact,
  network: ResourceId,
): Value<ResourceId | null> | undefined {
  if (requester === network) return accepter;
  if (accepter === network) return requester;
  // It may be the side of which nothing is known.
  return isUnknown(requester) ? requester : isUnknown(accepter) ? accepter : undefined;
}

function networkAcross(fact: PeeringFact, world: World, network: Network): Network | undefined {
  const other = across(fact, network.id);
  return typeof other === 'string' ? world.networks.get(other) : undefined;
}

function elsewhere(fact: PeeringFact, world: World, network: Network): Words {
  const other = across(fact, network.id);
  if (isUnknown(other)) return other.unknown;
  const name = world.name(fact.by);
  return {
    en: `the VPC on the other side of ${name} is not in the design`,
    ja: `${name} の接続先の VPC が設計に含まれていません`,
  };
}

function isInOneRegion(fact: PeeringFact, world: World): Value<boolean> {
  if (isUnknown(fact.accepterRegion)) return fact.accepterRegion;
  const [own, other] = sidesOf(fact).map((side) =>
    typeof side === 'string' ? world.networks.get(side)?.region : undefined,
  );
  const region = fact.accepterRegion ?? other;
  return own === undefined || region === undefined || own === region;
}

/** Whose address it is not: a transit through a VPC, or a way out by a gateway of the peer, is none. */
function whyOutside(
  world: World,
  name: string,
  network: Network,
  address: IpAddress,
  isDestination: boolean,
): Words {
  const vpc = world.name(network.id);
  return isDestination
    ? {
        en: `${name} leads to addresses of ${vpc} and no further, and ${addressWords(address)} is none of them`,
        ja: `${name} の先は ${vpc} のアドレスだけです。${addressInJapanese(address)} はこれに含まれません`,
      }
    : {
        en: `${name} takes packets from addresses of ${vpc} only, and ${addressWords(address)} is none of them`,
        ja: `${name} が受け付けるのは ${vpc} のアドレスからのパケットだけです。${addressInJapanese(address)} はこれに含まれません`,
      };
}
