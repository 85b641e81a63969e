/**
 * A network interface as a target of routes: an appliance. It drops what is not its own unless its source/destination
 * check is off (OT1); with the check off, what it does is up to its software.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
 */
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown } from '../../model/value';
import type { InterfaceFact } from '../facts';
import { rowOf, rowText } from '../routeLookup';
import type { Outcome, Packet, Via, Walk } from '../walk';
import type { Behaviour } from './behaviour';

export const networkInterface: Behaviour<InterfaceFact> = {
  mayReplaceLocal: true,

  asTarget(fact, world, row) {
    const own = world.interfaces.get(fact.by)?.[0];
    const name = world.name(fact.by);
    if (own?.network == null || own.network !== row.network)
      return {
        is: 'blackhole',
        why: { en: `${name} is not in this VPC`, ja: `${name} はこの VPC にありません` },
      };
    if (fact.attached === false)
      return {
        is: 'blackhole',
        why: {
          en: `${name} is attached to no instance`,
          ja: `${name} はどのインスタンスにもアタッチされていません`,
        },
      };
    return isUnknown(fact.attached) ? { is: 'unknown', why: fact.attached.unknown } : { is: 'active' };
  },

  carry(fact, walk, packet, via) {
    const { world } = walk;
    const own = world.interfaces.get(fact.by)?.[0];
    const name = world.name(fact.by);
    if (own === undefined) return walk.jump(packet);
    if (packet.destination.owner === own) return walk.enter(own, packet, via.subnet);
    if (own.sourceDestinationCheck === true) {
      const stop = walk.drop(
        {
          at: fact.by,
          what: 'gateway',
          direction: 'in',
          resource: fact.by,
          field: 'sourceDestinationCheck',
          code: 'gateway-rejects',
          analyzerCode: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
          says: {
            en: `${name} drops packets that are not its own, because its source/destination check is on`,
            ja: `${name} は送信元/送信先チェックが有効なため、自分宛てでないパケットを破棄します`,
          },
        },
        packet,
      );
      return stop ?? walk.jump({ ...packet, sender: null });
    }
    const missed = notMetBefore(walk, fact.by, packet, via);
    if (missed !== undefined) return missed;
    const filtered = walk.guard(own, packet, via.subnet);
    if (filtered !== undefined) return filtered;
    const why: Words = isUnknown(own.sourceDestinationCheck)
      ? own.sourceDestinationCheck.unknown
      : {
          en: `${name} is an appliance: what it does with the packet depends on its software (${rowText(world, via.route)})`,
          ja: `${name} はアプライアンスです。パケットをどう扱うかはソフトウェア次第です (${rowText(world, via.route)})`,
        };
    return walk.guess(
      { at: fact.by, what: 'gateway', direction: 'in', resource: fact.by, says: why },
      why,
      packet,
    );
  },
};

/**
 * GW3: an appliance that a reply is led to must have seen the packet that it answers. Undefined when it has, or may have.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
 */
function notMetBefore(walk: Walk, appliance: ResourceId, packet: Packet, via: Via): Outcome | undefined {
  const { world, direction, session } = walk;
  if (direction === 'forward') {
    session.appliances.add(appliance);
    return undefined;
  }
  if (session.isPartlyUnknown || session.appliances.has(appliance)) return undefined;
  const name = world.name(appliance);
  return walk.drop(
    {
      at: appliance,
      what: 'gateway',
      direction: 'in',
      resource: appliance,
      ...rowOf(via, world),
      code: 'gateway-rejects',
      analyzerCode: 'NO_PATH',
      says: {
        en: `the reply is led through ${name} by ${rowText(world, via.route)}, but what it answers did not come that way; both must go through the same appliance`,
        ja: `応答は ${rowText(world, via.route)} により ${name} に送られますが、元のパケットはそこを通っていません。往復とも同じアプライアンスを通る必要があります`,
      },
    },
    packet,
  );
}
