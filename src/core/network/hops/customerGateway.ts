/**
 * A customer gateway: the device on premises at which VPN connections end. As an end of a flow it means a host behind it.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html
 */
import { addressOf } from '../../../lib/cidr';
import { isUnknown } from '../../model/value';
import type { CustomerGatewayFact } from '../facts';
import { askedOutside } from '../naming/asking';
import { connectionsTo } from '../vpn/connections';
import { hostsBehind } from '../vpn/ends';
import type { Behaviour } from './behaviour';

export const customerGateway: Behaviour<CustomerGatewayFact> = {
  refusal({ by, address }, world) {
    if (isUnknown(address) || address === '' || addressOf(address) !== undefined) return undefined;
    const name = world.name(by);
    return {
      resource: by,
      field: 'ip',
      says: {
        en: `${name} cannot be created: “${address}” is not an IP address`,
        ja: `${name} は作成できません。「${address}」は IP アドレスではありません`,
      },
    };
  },

  asEnd: ({ by }, world) => hostsBehind(world, by, connectionsTo(world, new Set([by]))),

  asks: ({ by }, world) => askedOutside(world, by, []),
};
