/** VPN connections with their references followed: at which gateway each ends, and behind which customer gateway it leads. */
import type { ResourceId } from '../../model/document';
import { isUnknown } from '../../model/value';
import type { CustomerGatewayFact, OnPremisesFact, VpnConnectionFact, VpnGatewayFact } from '../facts';
import type { World } from '../world';

/** The connections that end at a virtual private gateway or a transit gateway. */
export function connectionsAt(world: World, gateway: ResourceId): readonly VpnConnectionFact[] {
  return connectionsOf(world).filter((each) => each.gateway === gateway);
}

/** The connections of which nobody says where they end: any gateway may be the one. */
export function connectionsAnywhere(world: World): readonly VpnConnectionFact[] {
  return connectionsOf(world).filter(({ gateway }) => isUnknown(gateway));
}

/** The connections that lead to one of the customer gateways. */
export function connectionsTo(
  world: World,
  customerGateways: ReadonlySet<ResourceId>,
): readonly VpnConnectionFact[] {
  return connectionsOf(world).filter(
    ({ customerGateway }) => typeof customerGateway === 'string' && customerGateways.has(customerGateway),
  );
}

/** The networks on premises that stand behind one of the customer gateways. */
export function networksBehind(
  world: World,
  customerGateways: ReadonlySet<ResourceId>,
): readonly OnPremisesFact[] {
  return onPremisesOf(world).filter(({ customerGateways: own = [] }) =>
    own.some((id) => customerGateways.has(id)),
  );
}

/** Whether two connections carry the same between the same two sides. */
export function areTwins(world: World, one: ResourceId, other: ResourceId): boolean {
  const [a, b] = [one, other].map((by) => connectionsOf(world).find((each) => each.by === by));
  if (a === undefined || b === undefined || typeof a.customerGateway !== 'string') return false;
  return (['gateway', 'customerGateway', 'family', 'customerBlock', 'awsBlock', 'isPrivate'] as const).every(
    (name) => !isUnknown(a[name]) && a[name] === b[name],
  );
}

export function customerGatewayOf(
  world: World,
  { customerGateway }: VpnConnectionFact,
): CustomerGatewayFact | undefined {
  const id = isUnknown(customerGateway) ? null : customerGateway;
  return (world.facts.get(id ?? '') ?? []).find((fact) => fact.fact === 'customer-gateway');
}

export function vpnGatewayOf(world: World, { gateway }: VpnConnectionFact): VpnGatewayFact | undefined {
  const id = isUnknown(gateway) ? null : gateway;
  return (world.facts.get(id ?? '') ?? []).find((fact) => fact.fact === 'vpn-gateway');
}

/**
 * The customer gateways by which an end of a flow is reached, and those alone: the one that it is, the one of the
 * connection that it is, or those that it stands behind. Undefined for an end that is not on premises.
 */
export function sideOf(world: World, at: ResourceId): ReadonlySet<ResourceId> | undefined {
  for (const fact of world.facts.get(at) ?? []) {
    if (fact.fact === 'customer-gateway') return new Set([at]);
    if (fact.fact === 'on-premises') return new Set(fact.customerGateways ?? []);
    if (fact.fact === 'vpn-connection')
      return new Set(typeof fact.customerGateway === 'string' ? [fact.customerGateway] : []);
  }
  return undefined;
}

interface Index {
  readonly connections: readonly VpnConnectionFact[];
  readonly onPremises: readonly OnPremisesFact[];
}

const indexes = new WeakMap<World, Index>();

function indexOf(world: World): Index {
  let found = indexes.get(world);
  if (found === undefined) {
    const facts = [...world.facts.values()].flat();
    found = {
      connections: facts.filter((fact) => fact.fact === 'vpn-connection'),
      onPremises: facts.filter((fact) => fact.fact === 'on-premises'),
    };
    indexes.set(world, found);
  }
  return found;
}

function connectionsOf(world: World): readonly VpnConnectionFact[] {
  return indexOf(world).connections;
}

function onPremisesOf(world: World): readonly OnPremisesFact[] {
  return indexOf(world).onPremises;
}
