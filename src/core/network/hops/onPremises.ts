/**
 * A network outside AWS, drawn as an end of flows: any of its addresses. Behind a customer gateway it is reached over that
 * one's VPN connections alone; else public addresses of it are on the internet.
 */
import { blockOf } from '../../../lib/cidr';
import { isUnknown } from '../../model/value';
import type { OnPremisesFact } from '../facts';
import { askedOutside } from '../naming/asking';
import { entryBehind } from '../vpn/ends';
import type { Behaviour } from './behaviour';

export const onPremises: Behaviour<OnPremisesFact> = {
  asks: (fact, world) => askedOutside(world, fact.by, fact.dnsServers ?? []),

  asEnd(fact, world) {
    const hidden = fact.blocks.find(isUnknown)?.unknown ?? null;
    const blocks = fact.blocks.flatMap((text) => (isUnknown(text) ? [] : (blockOf(text) ?? [])));
    const behind = new Set(fact.customerGateways);
    const name = world.name(fact.by);
    const none = { en: `${name} has no addresses in the design`, ja: `${name} のアドレスが設計にありません` };
    return {
      is: 'outside',
      blocks,
      hidden: hidden ?? (blocks.length === 0 ? none : null),
      ...(behind.size === 0 ? {} : { enter: entryBehind(world, behind) }),
    };
  },
};
