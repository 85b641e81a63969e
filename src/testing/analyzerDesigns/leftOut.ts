/** The codes that no design of ours can show, and why. */
import type { NotReachableCode } from '../../core/network/analyzerCodes';

const classic = 'Classic Load Balancers are not modelled; a template that has one is told so';
const geneve =
  'AWS makes no target group of a Gateway Load Balancer with another protocol or port, and such a load balancer begins no flow of its own';
const unknown = 'the verdict is unknown, with the reason; nobody is blamed for what is not in the design';

export const leftOut: Readonly<Partial<Record<NotReachableCode, string>>> = {
  ELB_ACL_RESTRICTION: classic,
  ELB_LISTENER_PORT_RESTRICTION: classic,
  ELB_LISTENERS_MISMATCH: classic,

  FIREWALL_RULES_RESTRICTION:
    'the rules of AWS Network Firewall are not modelled: behind it the verdict is unknown',
  GWLB_DESTINATION_PORT_RESTRICTION: geneve,
  GWLB_PROTOCOL_RESTRICTION: geneve,

  IGW_NAT_REFLECTION:
    'a path out of an internet gateway and in again is followed as a whole, and is no fault',
  REMAP_EPHEMERAL_PORT:
    'the ports of NAT gateways and load balancers are those that their packets have; who stops these is the network ACL, with its own code',
  TARGET_PORT_RESTRICTION:
    'a flow to a load balancer names the port of a listener, and the port of the target follows; nobody can ask for another',
  VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION: 'no flow begins at a gateway endpoint or at an AWS service',

  TGW_RTB_ROUTES_ARE_UNKNOWN: unknown,
  UNKNOWN_DESTINATION: unknown,
  UNKNOWN_RESOURCE: unknown,
};
