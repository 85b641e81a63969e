/**
 * A Site-to-Site VPN connection: tunnels between a gateway of AWS and a customer gateway. As an end of a flow it means a host
 * behind that. To a transit gateway it is an attachment: what BGP tells is propagated (TG3), and a static one has no routes
 * of its own there. What a static route of the transit gateway sends by it is not filtered.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-create-static-route.html
 */
import { isUnknown } from '../../model/value';
import type { VpnConnectionFact } from '../facts';
import { askedOutside } from '../naming/asking';
import { ranks } from '../transit/model';
import { hostsBehind } from '../vpn/ends';
import { leaveByConnection } from '../vpn/leave';
import { announced } from '../vpn/prefixes';
import { whyNoConnection } from '../vpn/tunnel';
import type { Behaviour } from './behaviour';

export const vpnConnection: Behaviour<VpnConnectionFact> = {
  refusal: (fact, world) => whyNoConnection(world, fact),

  asEnd: (fact, world) => ({
    ...hostsBehind(world, isUnknown(fact.customerGateway) ? null : fact.customerGateway, [fact]),
    isPart: true,
  }),

  asks: (fact, world) => askedOutside(world, fact.by, []),

  transit: {
    rank: (fact) => (fact.isPrivate === true ? ranks['private-vpn'] : ranks.vpn),

    propagates(fact, world) {
      const { staticOnly } = fact;
      if (staticOnly === true || world.refusals.has(fact.by)) return { blocks: [], hidden: null };
      if (isUnknown(staticOnly)) return { blocks: [], hidden: staticOnly.unknown };
      const { blocks, hidden } = announced(world, fact);
      return {
        blocks: blocks.filter(({ family }) => isUnknown(fact.family) || family === fact.family),
        hidden,
        ...(isUnknown(fact.family) ? {} : { family: fact.family }),
      };
    },

    carry: (fact, walk, packet) => leaveByConnection(walk, fact, packet),
  },
};
