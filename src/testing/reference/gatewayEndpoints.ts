/** What gateway endpoints take. */
import { type Sub } from './inventory';
import { blocked, type Outcome } from './outcome';
import { type Packet } from './packet';
import { ownerOf, type Walk } from './roads';

/** GE1 to GE5: to a service by a gateway endpoint. */
export function throughGatewayEndpoint(id: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const owner = ownerOf(inventory, sub.net, packet.source);
  if (owner === undefined) return blocked('a source of another VPC', id, sub.table?.by ?? '', sub.net.by);
  if (packet.protocol !== 'tcp' && packet.protocol !== 'icmp')
    return blocked('a protocol that it does not carry', id);
  return walk.serve(packet, walk);
}
