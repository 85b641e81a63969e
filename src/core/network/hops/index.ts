/** The table of behaviours: one line for each fact that packets meet. */
import type { Fact } from '../facts';
import type { Network } from '../world';
import type { Behaviour } from './behaviour';
import { customerGateway } from './customerGateway';
import { clientVpn } from './clientVpn';
import { egressOnlyGateway } from './egressOnlyGateway';
import { gatewayEndpoint } from './gatewayEndpoint';
import { gatewayLoadBalancer } from './gatewayLoadBalancer';
import { gwlbEndpoint } from './gwlbEndpoint';
import { hostedByAws } from './hostedByAws';
import { hostedZone } from './hostedZone';
import { interfaceEndpoint } from './interfaceEndpoint';
import { internet } from './internet';
import { internetGateway } from './internetGateway';
import { learntRoutes } from './learntRoutes';
import { loadBalancer } from './loadBalancer';
import { natGateway } from './natGateway';
import { networkInterface } from './networkInterface';
import { onPremises } from './onPremises';
import { peering } from './peering';
import { resolverEndpoint } from './resolverEndpoint';
import { resolverRule } from './resolverRule';
import { service } from './service';
import { transitGateway } from './transitGateway';
import { transitGatewayAttachment } from './transitGatewayAttachment';
import { unmodelled } from './unmodelled';
import { vpnConnection } from './vpnConnection';
import { vpnGateway } from './vpnGateway';

const behaviours: { readonly [N in Fact['fact']]?: Behaviour<Extract<Fact, { readonly fact: N }>> } = {
  'learnt-routes': learntRoutes,
  interface: networkInterface,
  'internet-gateway': internetGateway,
  'egress-only-gateway': egressOnlyGateway,
  'nat-gateway': natGateway,
  peering,
  'transit-gateway': transitGateway,
  'transit-gateway-attachment': transitGatewayAttachment,
  'vpn-gateway': vpnGateway,
  'vpn-connection': vpnConnection,
  'customer-gateway': customerGateway,
  'client-vpn': clientVpn,
  'gateway-endpoint': gatewayEndpoint,
  'interface-endpoint': interfaceEndpoint,
  'gwlb-endpoint': gwlbEndpoint,
  'gateway-load-balancer': gatewayLoadBalancer,
  'load-balancer': loadBalancer,
  service,
  internet,
  'on-premises': onPremises,
  'hosted-by-aws': hostedByAws,
  'hosted-zone': hostedZone,
  'resolver-endpoint': resolverEndpoint,
  'resolver-rule': resolverRule,
  unmodelled,
};

const nothing: Behaviour = {};

/** What a fact does. Its functions must be called with that very fact. */
export function behaviourOf(fact: Fact): Behaviour {
  // The table pairs every fact with a behaviour for it, and callers pass back the fact they asked about.
  return (behaviours[fact.fact] as unknown as Behaviour | undefined) ?? nothing;
}

/** What belongs to a network and does a certain thing. */
export function* attachedThat(network: Network, does: keyof Behaviour): Generator<Fact> {
  for (const facts of network.attached.values()) {
    const [first] = facts;
    if (first !== undefined && behaviourOf(first)[does] !== undefined) yield* facts;
  }
}
