/** Resolver endpoints and hosted zones, as rules speak of them. */
import type { Peer } from '../../core/catalog/field';
import { call, type CommandCall } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import type { PropsOf } from '../../core/model/kinds';
import { isKind } from '../../core/model/queries';
import { isUnknown, known } from '../../core/model/value';
import { normalHost } from '../../core/network/naming/hostNames';
import type { RuleContext } from '../../core/rules/rule';
import { freeRow } from './networks';

export type ResolverEndpoint = Resource<'resolver-inbound-endpoint'> | Resource<'resolver-outbound-endpoint'>;

export function resolverEndpoints(context: RuleContext): readonly ResolverEndpoint[] {
  return [...context.all('resolver-inbound-endpoint'), ...context.all('resolver-outbound-endpoint')];
}

/** The subnets of an endpoint's addresses, one for each address; undefined for one that nobody can say. */
export function subnetsOfAddresses(
  context: RuleContext,
  endpoint: ResolverEndpoint,
): readonly (Resource<'subnet'> | undefined)[] {
  const own = context.around(endpoint.id).ancestor('subnet');
  const others = Object.values(endpoint.props.addresses).map(({ subnet }) => {
    const found = isUnknown(subnet) ? undefined : context.resource(subnet);
    return found !== undefined && isKind(found, 'subnet') ? found : undefined;
  });
  return own === undefined ? others : [own, ...others];
}

/** The rules that forward through an outbound endpoint. */
export function rulesThrough(
  context: RuleContext,
  endpoint: ResourceId,
): readonly Resource<'resolver-rule'>[] {
  return context
    .all('resolver-rule')
    .filter(({ props }) => props.type === 'forward' && props.endpoint === endpoint);
}

type GroupRule = PropsOf<'security-group'>['inbound'][string];

/** Whether a group's row lets DNS through by a protocol and port, for some peer; undefined when nobody can say. */
export function coversDns(row: GroupRule, protocol: 'udp' | 'tcp', port: number): boolean | undefined {
  if (isUnknown(row.protocol)) return undefined;
  if (row.protocol === 'any') return true;
  if (row.protocol !== protocol) return false;
  if (isUnknown(row.fromPort) || isUnknown(row.toPort)) return undefined;
  return (row.fromPort ?? 0) <= port && port <= (row.toPort ?? 65535);
}

/** Rows that let DNS through on a port, by the protocols that are missing. */
export function allowDns(
  group: Resource<'security-group'>,
  side: 'inbound' | 'outbound',
  protocols: readonly ('udp' | 'tcp')[],
  port: number,
  peers: readonly Peer[],
): readonly CommandCall[] {
  let rows: Readonly<Record<string, unknown>> = group.props[side];
  return protocols.flatMap((protocol) =>
    peers.map((peer) => {
      const row = freeRow(rows, `dns${protocol}`);
      rows = { ...rows, [row]: true };
      return call('setRow', {
        id: group.id,
        field: side,
        row,
        values: { protocol, fromPort: port, toPort: port, peer },
      });
    }),
  );
}

/** The domain of a zone or rule; undefined where nobody can say. */
export function domainOf(resource: Resource<'hosted-zone'> | Resource<'resolver-rule'>): string | undefined {
  const domain = known(resource.props.domain);
  return domain === undefined || domain === '' ? undefined : normalHost(domain);
}

export interface NamedRecord {
  readonly key: string;
  readonly name: string;
  readonly record: PropsOf<'hosted-zone'>['records'][string];
}

/** The records of a zone whose names are known. */
export function recordsOf({ props }: Resource<'hosted-zone'>): readonly NamedRecord[] {
  return Object.entries(props.records).flatMap(([key, record]) => {
    const name = known(record.name);
    return name === undefined ? [] : [{ key, name: normalHost(name), record }];
  });
}

/** The inbound endpoints of the diagram that a rule forwards to: each asks the resolver of its own VPC. */
export function endpointsAskedBy(
  context: RuleContext,
  { props }: Resource<'resolver-rule'>,
): readonly Resource<'resolver-inbound-endpoint'>[] {
  const targets = new Set(Object.values(props.targets).flatMap(({ ip }) => known(ip) ?? []));
  return context.all('resolver-inbound-endpoint').filter((endpoint) => {
    const ips = [endpoint.props.ip, ...Object.values(endpoint.props.addresses).map(({ ip }) => ip)];
    return ips.some((ip) => ip !== '' && targets.has(known(ip) ?? ''));
  });
}

/** The VPCs that a rule is associated with, as far as they are known. */
export function vpcsOfRule({ props }: Resource<'resolver-rule'>): readonly ResourceId[] {
  return Object.values(props.vpcs).flatMap(({ vpc }) => known(vpc) ?? []);
}
