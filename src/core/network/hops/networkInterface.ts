/**
 * A network interface as a target of routes: an appliance. It drops what is not its own unless its source/destination
 * check is off (OT1); with the check off, what it does is up to its software.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
 */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import type { InterfaceFact } from '../facts';
import { rowText } from '../routeLookup';
import { notMetBefore, throughAppliance } from './appliance';
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
    const missed = notMetBefore(walk, own, packet, via);
    if (missed !== undefined) return missed;
    const filtered = walk.guard(own, packet, via.subnet);
    if (filtered !== undefined) return filtered;
    const why: Words = isUnknown(own.sourceDestinationCheck)
      ? own.sourceDestinationCheck.unknown
      : {
          en: `${name} is an appliance: what it does with the packet depends on its software (${rowText(world, via.route)})`,
          ja: `${name} はアプライアンスです。パケットをどう扱うかはソフトウェア次第です (${rowText(world, via.route)})`,
        };
    return (
      throughAppliance(walk, own, packet, why) ??
      walk.guess({ at: fact.by, what: 'gateway', direction: 'in', resource: fact.by, says: why }, why, packet)
    );
  },
};
