/** Client VPN endpoints as facts, for tests of the engine. */
import type { ClientVpnFact, Fact, InterfaceFact } from '../core/network/facts';
import type { End, Query } from '../core/network/trace';
import { isUnknown, type Value } from '../core/model/value';
import { flow, instance } from './facts';
import { askBoth } from './reference/both';

export interface ClientVpnRows extends Partial<
  Omit<ClientVpnFact, 'fact' | 'by' | 'associations' | 'routes' | 'authorizations'>
> {
  /** Destinations and subnets; null for the route to other clients. */
  readonly routes?: readonly (readonly [destination: Value<string>, subnet: Value<string | null>])[];
  /** Destinations and groups; null for all users. */
  readonly authorized?: readonly (readonly [destination: Value<string>, group: Value<string | null>])[];
  readonly securityGroups?: readonly string[];
}

/** A full-tunnel endpoint for clients of 172.20.0.0/22, associated with subnets of a VPC. */
export function clientVpn(
  by: string,
  network: string | null,
  subnets: readonly string[],
  { routes = [], authorized = [], securityGroups = [], ...more }: ClientVpnRows = {},
): Fact[] {
  const fact: ClientVpnFact = {
    fact: 'client-vpn',
    by,
    network,
    clientBlock: '172.20.0.0/22',
    splitTunnel: false,
    dnsServers: [],
    associations: Object.fromEntries(subnets.map((subnet) => [`to ${subnet}`, { subnet }])),
    routes: Object.fromEntries(
      routes.map(([destination, subnet], index) => [`route ${index + 1}`, { destination, subnet }]),
    ),
    authorizations: Object.fromEntries(
      authorized.map(([destination, group], index) => [`rule ${index + 1}`, { destination, group }]),
    ),
    transitGateway: null,
    addresses: 'ipv4',
    ...more,
  };
  const interfaces = subnets.map((subnet): InterfaceFact =>
    instance(by, subnet, {
      securityGroups,
      ...familiesOf(fact.addresses),
      ipv6Field: 'traffic',
      publicIpv4: true,
      workload: false,
    }),
  );
  const { transitGateway } = fact;
  if (transitGateway === null) return [fact, ...interfaces];
  const to = { is: 'resource', resource: by } as const;
  return [fact, { fact: 'transit-gateway-attachment', by, transitGateway, to }, ...interfaces];
}

function familiesOf(addresses: ClientVpnFact['addresses']): Pick<InterfaceFact, 'ipv4' | 'ipv6'> {
  return isUnknown(addresses)
    ? { ipv4: addresses, ipv6: addresses }
    : { ipv4: addresses !== 'ipv6', ipv6: addresses !== 'ipv4' };
}

/** What becomes of a flow of a client of `Vpn`. */
export function fromClient(facts: readonly Fact[], to: string | End, more: Partial<Query> = {}) {
  return askBoth(facts, flow('Vpn', to, more));
}
