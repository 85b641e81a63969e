/** A network outside AWS, drawn as an end of flows: any of its addresses. */
import { blockOf } from '../../../lib/cidr';
import { isUnknown } from '../../model/value';
import type { OnPremisesFact } from '../facts';
import { askedOutside } from '../naming/asking';
import type { Behaviour } from './behaviour';

export const onPremises: Behaviour<OnPremisesFact> = {
  asks: (fact, world) => askedOutside(world, fact.by, fact.dnsServers ?? []),

  asEnd(fact, world) {
    const hidden = fact.blocks.find(isUnknown);
    if (hidden !== undefined) return { is: 'unknown', why: hidden.unknown };
    const blocks = fact.blocks.flatMap((text) => (isUnknown(text) ? [] : (blockOf(text) ?? [])));
    if (blocks.length > 0) return { is: 'outside', blocks };
    const name = world.name(fact.by);
    return {
      is: 'unknown',
      why: { en: `${name} has no addresses in the design`, ja: `${name} のアドレスが設計にありません` },
    };
  },
};
