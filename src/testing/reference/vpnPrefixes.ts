/** VPN connections as AWS sees them: what it would not create, and which prefixes a gateway knows by each. */
import type {
  CustomerGatewayFact,
  LearntFrom,
  VpnConnectionFact,
  VpnGatewayFact,
} from '../../core/network/facts';
import { isUnknown, type Value } from '../../core/model/value';
import { addressFrom, blockFrom, covers, isPublic, isRfc1918, type Address, type Block } from './addresses';
import { sure, type Inventory, type Net } from './inventory';

export interface Prefix {
  readonly block: Block;
  readonly connection: VpnConnectionFact;
  readonly from: LearntFrom;
}

/** What is told of, and by which connections something more is told that the design does not say. */
export interface Told {
  readonly known: readonly Prefix[];
  readonly hidden: readonly VpnConnectionFact[];
}

export function deviceOf(
  inventory: Inventory,
  { customerGateway }: VpnConnectionFact,
): CustomerGatewayFact | undefined {
  return inventory.one('customer-gateway', sure(customerGateway) ?? '');
}

export function connectionsTo(
  inventory: Inventory,
  devices: ReadonlySet<string>,
): readonly VpnConnectionFact[] {
  return inventory
    .all('vpn-connection')
    .filter(({ customerGateway }) => devices.has(sure(customerGateway) ?? ''));
}

/** What AWS would not create of Site-to-Site VPN, by resource. */
export function vpnFaults(inventory: Inventory): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  const attached = new Set<string>();
  for (const { by, network } of inventory.all('vpn-gateway')) {
    if (network === null) continue;
    // https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html: a VPC has one at a time.
    if (attached.has(network)) faults.set(by, 'a second virtual private gateway');
    attached.add(network);
  }
  for (const { by, address } of inventory.all('customer-gateway'))
    if (sure(address) !== '' && addressFrom(sure(address)) === null) faults.set(by, 'no address');
  for (const fact of inventory.all('vpn-connection')) {
    const fault = connectionFault(inventory, fact, faults);
    if (fault !== null) faults.set(fact.by, fault);
  }
  return faults;
}

const shared = blockFrom('100.64.0.0/10');

function connectionFault(
  inventory: Inventory,
  fact: VpnConnectionFact,
  faults: ReadonlyMap<string, string>,
): string | null {
  const gateway = sure(fact.gateway);
  const device = deviceOf(inventory, fact);
  if (gateway === null) return 'no gateway of AWS';
  if (device === undefined) return 'no customer gateway';
  if (faults.has(device.by)) return 'the customer gateway cannot be';
  const isPrivate = sure(fact.isPrivate);
  if (inventory.one('vpn-gateway', gateway) !== undefined) {
    // https://docs.aws.amazon.com/vpn/latest/s2svpn/ipv4-ipv6.html, https://docs.aws.amazon.com/vpn/latest/s2svpn/private-ip-dx.html
    if (sure(fact.family) === 6) return 'IPv6 at a virtual private gateway';
    if (isPrivate) return 'private tunnels at a virtual private gateway';
  }
  const address = addressFrom(sure(device.address));
  if (address === null || isPublic(address)) return null;
  const isInside = isRfc1918(address) || (shared !== null && covers(shared, address));
  return isPrivate && isInside ? null : 'the tunnels do not reach the customer gateway';
}

/** What BGP says of the customer's side: nothing that is known, where nobody says what the device announces. */
function announced(inventory: Inventory, fact: VpnConnectionFact): Told {
  const announces = deviceOf(inventory, fact)?.announces ?? [];
  return {
    known: blocksIn(announces).map((block) => ({ block, connection: fact, from: 'bgp-vpn' })),
    hidden: announces.length === 0 || announces.some(isUnknown) ? [fact] : [],
  };
}

/** What a connection tells a virtual private gateway. AWS takes no routes for one that uses BGP. */
export function toldBy(inventory: Inventory, fact: VpnConnectionFact): Told {
  if (!sure(fact.staticOnly)) return announced(inventory, fact);
  const written = Object.values(fact.routes).map(({ destination }) => destination);
  return {
    known: blocksIn(written).map((block) => ({ block, connection: fact, from: 'static-vpn' })),
    hidden: written.some(isUnknown) ? [fact] : [],
  };
}

/** TG3: what a connection propagates at a transit gateway. Static routes are the table's own there. */
export function propagatedBy(inventory: Inventory, fact: VpnConnectionFact): Told {
  if (sure(fact.staticOnly) || inventory.refused.has(fact.by)) return { known: [], hidden: [] };
  const { known, hidden } = announced(inventory, fact);
  return { known: known.filter(({ block }) => block.family === sure(fact.family)), hidden };
}

/** VG1: all that a virtual private gateway knows, which is IPv4. */
export function knownAt(inventory: Inventory, gateway: string): Told {
  const told = inventory
    .all('vpn-connection')
    .filter((each) => sure(each.gateway) === gateway && !inventory.refused.has(each.by))
    .map((each) => toldBy(inventory, each));
  return {
    known: told.flatMap(({ known }) => known.filter(({ block }) => block.family === 4)),
    hidden: told.flatMap(({ hidden }) => hidden),
  };
}

/**
 * The prefixes of an address that a gateway prefers: the longest, then a static one; several where only the paths of BGP
 * would tell. https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
export function preferred(known: readonly Prefix[], address: Address): readonly Prefix[] {
  const covering = known.filter(({ block }) => covers(block, address));
  const longest = covering.filter(({ block }) =>
    covering.every((other) => other.block.length <= block.length),
  );
  const fixed = longest.filter(({ from }) => from === 'static-vpn');
  return fixed.length > 0 ? fixed : longest;
}

/** The virtual private gateways that propagate to a table: AWS lets them do so within their own VPC. */
export function propagatingTo(inventory: Inventory, net: Net, table: string): readonly VpnGatewayFact[] {
  return inventory
    .all('vpn-gateway')
    .filter(
      ({ by, network, propagatesTo }) =>
        network === net.by && propagatesTo.includes(table) && !inventory.refused.has(by),
    );
}

function blocksIn(texts: readonly Value<string>[]): readonly Block[] {
  return texts.flatMap((text) => (isUnknown(text) ? [] : (blockFrom(text) ?? [])));
}
