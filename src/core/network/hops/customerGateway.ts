/**
 * A customer gateway: the device on premises at which VPN connections end. As an end of a flow it means a host behind it.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/your-cgw.html
 */
import type { CustomerGatewayFact } from '../facts';
import { askedOutside } from '../naming/asking';
import { connectionsTo } from '../vpn/connections';
import { hostsBehind } from '../vpn/ends';
import { whyNoDevice } from '../vpn/tunnel';
import type { Behaviour } from './behaviour';

export const customerGateway: Behaviour<CustomerGatewayFact> = {
  refusal: whyNoDevice,

  asEnd: ({ by }, world) => hostsBehind(world, by, connectionsTo(world, new Set([by]))),

  asks: ({ by }, world) => askedOutside(world, by, []),
};
