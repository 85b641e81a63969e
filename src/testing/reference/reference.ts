/**
 * A second, slow answer to the engine's questions: NETWORK.md and AWS's guides read directly, one concrete packet at a
 * time. It shares nothing with the engine but the facts and the questions, so that what both say is likely so.
 *
 * It knows no unknown values. Client VPN authorization (CV1, CV2) belongs between `send` and the routes of an association
 * once there are facts about it.
 */
import type { Fact } from '../../core/network/facts';
import type { Query } from '../../core/network/trace';
import { addressFrom, isPublic } from './addresses';
import { balancerFault } from './balancing';
import { fromNic } from './fromInterface';
import { fromOutside } from './fromOutside';
import { inventoryOf, sure, type Inventory } from './inventory';
import { endpointFaults } from './names';
import { blocked, every, thoroughly, unknownOutcome, type Outcome } from './outcome';
import { representative } from './strangers';

export interface Reference {
  ask(query: Query): Outcome;
  /** Everything that may be blamed for a block; empty where nobody can be. */
  blamed(query: Query): readonly string[];
}

export function referenceOf(facts: readonly Fact[]): Reference {
  const inventory = inventoryOf(facts);
  const refused = inventory.refused as Map<string, string>;
  for (const [by, why] of endpointFaults(inventory)) {
    inventory.unmade.add(by);
    if (!refused.has(by)) refused.set(by, why);
  }
  for (const fact of inventory.all('load-balancer')) {
    const fault = balancerFault(inventory, fact);
    if (fault !== null && !refused.has(fact.by)) refused.set(fact.by, fault);
  }
  return {
    ask: (query) => answerTo(inventory, query),
    blamed: (query) => thoroughly(() => answerTo(inventory, query)).blame,
  };
}

function answerTo(inventory: Inventory, query: Query): Outcome {
  const { from } = query;
  if ('internet' in from)
    return fromOutside(inventory, query, from.address === undefined ? null : addressFrom(from.address));
  if ('address' in from && !('resource' in from)) {
    const address = addressFrom(from.address);
    if (address === null) return blocked('no address');
    if (isPublic(address)) return fromOutside(inventory, query, address);
    const owner = inventory.nics.find((nic) =>
      [...nic.possible, ...nic.further].some(
        (each) => each.bits === address.bits && each.family === address.family,
      ),
    );
    return owner === undefined ? blocked('nobody has the address') : fromNic(inventory, query, owner);
  }
  if (!('resource' in from)) return blocked('no source');
  const office = inventory.one('on-premises', from.resource);
  if (office !== undefined) {
    const address = representative(office.blocks.map(sure));
    return address !== null && isPublic(address)
      ? fromOutside(inventory, query, address)
      : blocked('nothing leads from there', office.by);
  }
  if (inventory.one('hosted-by-aws', from.resource) !== undefined)
    return fromOutside(inventory, query, null, true);
  const nics = inventory.byOwner.get(from.resource) ?? [];
  const regional = inventory.one('nat-gateway', from.resource);
  if (nics.length === 0)
    return regional === undefined
      ? blocked('in no subnet', from.resource)
      : unknownOutcome('a regional NAT gateway as a source');
  return every(nics, (nic) => fromNic(inventory, query, nic));
}
