/**
 * A customer gateway: the device on premises at which VPN connections end. As an end of a flow it means a host behind it.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html
 */
import type { CustomerGatewayFact } from '../facts';
import { askedOutside } from '../naming/asking';
import { connectionsTo, networksBehind } from '../vpn/connections';
import { hostsBehind } from '../vpn/ends';
import { whyNoDevice } from '../vpn/tunnel';
import type { Behaviour } from './behaviour';

export const customerGateway: Behaviour<CustomerGatewayFact> = {
  refusal: whyNoDevice,

  asEnd({ by }, world) {
    const own = new Set([by]);
    const end = hostsBehind(world, by, connectionsTo(world, own));
    // The network drawn behind it may be behind others as well, and has DNS servers of its own.
    return networksBehind(world, own).length > 0 ? { ...end, isPart: true } : end;
  },

  asks: ({ by }, world) => askedOutside(world, by, []),
};
