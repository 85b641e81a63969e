/**
 * A second, slow answer to the engine's questions: NETWORK.md and AWS's guides read directly, one concrete packet at a
 * time. It shares nothing with the engine but the facts and the questions, so that what both say is likely so.
 *
 * It knows no unknown values, but that BGP tells of prefixes which the design does not say.
 */
import type { Fact } from '../../core/network/facts';
import type { Query } from '../../core/network/trace';
import { addressFrom, isPublic } from './addresses';
import { balancerFault } from './balancing';
import { clientFaults, fromClient } from './clientVpn';
import { fromNic } from './fromInterface';
import { fromOnline, fromOutside } from './fromOutside';
import { inventoryOf, type Inventory } from './inventory';
import { endpointFaults } from './names';
import { fromSide, hostIn, sideOf, sideWith, type Side } from './onPremises';
import { blocked, every, thoroughly, unknownOutcome, whichever, type Outcome } from './outcome';
import { vpnFaults } from './vpnPrefixes';

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
  for (const faults of [vpnFaults(inventory), clientFaults(inventory)])
    for (const [by, why] of faults) if (!refused.has(by)) refused.set(by, why);
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
    const owner = inventory.nics.find((nic) =>
      [...nic.possible, ...nic.further].some(
        (each) => each.bits === address.bits && each.family === address.family,
      ),
    );
    if (owner !== undefined) return fromNic(inventory, query, owner);
    const sides = sideWith(inventory, address);
    if (sides.length > 0) return whichever(sides, (side) => fromSide(inventory, query, side, address));
    return isPublic(address) ? fromOutside(inventory, query, address) : blocked('nobody has the address');
  }
  if (!('resource' in from)) return blocked('no source');
  const side = sideOf(inventory, from.resource);
  if (side !== null) return fromAround(inventory, query, side, from.address);
  const client = inventory.one('client-vpn', from.resource);
  if (client !== undefined) return fromClient(inventory, query, client, from.address);
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

/** Somebody outside AWS: behind customer gateways, or on the internet where no customer gateway is named. */
function fromAround(inventory: Inventory, query: Query, side: Side, text: string | undefined): Outcome {
  const given = text === undefined ? null : addressFrom(text);
  if (text !== undefined && given === null) return blocked('no address');
  if (side.devices.size > 0 || side.connections.length > 0) return fromSide(inventory, query, side, given);
  const hosts = given === null ? side.blocks.map(hostIn) : [given];
  const isOnline = hosts.some(isPublic);
  return isOnline
    ? every(hosts, (host) => fromOnline(inventory, query, side, host))
    : blocked('nothing leads from there', side.by);
}
