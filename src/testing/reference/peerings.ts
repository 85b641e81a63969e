/** What keeps a VPC peering connection from carrying anything. */
import { sure, type Inventory } from './inventory';
import { overlapsAny } from './rows';

export function isReadyPeering(inventory: Inventory, id: string): string | null {
  const fact = inventory.one('peering', id);
  if (fact === undefined) return 'gone';
  const requester = sure(fact.requester);
  const accepter = sure(fact.accepter);
  if (!sure(fact.accepted)) return 'not accepted';
  if (requester === accepter) return 'peered with itself';
  const [one, other] = [inventory.nets.get(requester ?? ''), inventory.nets.get(accepter ?? '')];
  if (one === undefined || other === undefined) return 'a side is missing';
  return overlapsAny(one, other) ? 'blocks overlap' : null;
}
