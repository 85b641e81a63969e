/** Who has an address in a network. */
import { containsAddress } from '../../lib/cidr';
import type { Packet } from './walk';
import type { Interface, Network, Subnet } from './world';
import { holding, ownerKey } from './world';

/** The interface that has the destination address in a network; undefined when nobody is known to. */
export function ownerIn(network: Network, packet: Packet): Interface | undefined {
  const { destination } = packet;
  if (destination.is.as === 'public' || destination.is.as === 'service' || destination.is.as === 'internet')
    return undefined;
  if (destination.owner?.network === network) return destination.owner;
  return network.fixedOwners.get(ownerKey(destination));
}

/** Whether a packet was sent by nobody of a network: it has come in by a transit gateway, say. */
export function isForeign(network: Network, { sender, source }: Packet): boolean {
  return sender === null ? holding(network, source) === 'no' : sender.network !== network;
}

/** Whether the destination is an address of a subnet. */
export function isIn(subnet: Subnet, packet: Packet): boolean {
  const { destination } = packet;
  if (destination.is.as === 'public' || (destination.is.as !== 'exact' && destination.owner === null))
    return false;
  if (destination.owner !== null && destination.owner.network === subnet.network)
    return destination.owner.subnet === subnet;
  const block = destination.family === 4 ? subnet.block : subnet.ipv6;
  return block !== null && containsAddress(block, destination);
}
