import type { Value } from '../../core/model/value';
import type { DnsRecord, Fact, ResolverEndpointFact } from '../../core/network/facts';
import { instance } from './interfaces';
import { keyed } from './keyed';

/** A private hosted zone with records as `{ 'db.example.com A': '10.0.0.5' }`; a resource is named as `{ alias }`. */
export function hostedZone(
  by: string,
  networks: readonly string[],
  domain: Value<string>,
  records: Readonly<
    Record<string, string | { readonly alias: string } | { readonly aliasName: string }>
  > = {},
): Fact[] {
  const rows: Record<string, DnsRecord> = {};
  for (const [row, to] of Object.entries(records)) {
    const [name = '', type = 'A'] = row.split(' ');
    rows[row] = {
      name,
      type,
      leads: typeof to === 'string' ? { values: to.split(',').map((text) => text.trim()) } : to,
      standby: row.endsWith('standby'),
    };
  }
  return (networks.length === 0 ? [null] : networks).map((network) => ({
    fact: 'hosted-zone',
    by,
    network,
    domain,
    records: rows,
  }));
}

/** A Resolver endpoint with an interface for each `[subnet, address]`. */
export function resolverEndpoint(
  by: string,
  network: string,
  direction: 'inbound' | 'outbound',
  addresses: readonly (readonly [string, string | null])[],
  more: {
    readonly securityGroups?: readonly string[];
    readonly addresses?: ResolverEndpointFact['addresses'];
  } = {},
): Fact[] {
  const { securityGroups = [], addresses: family = 'ipv4' } = more;
  return [
    { fact: 'resolver-endpoint', by, network, direction, addresses: family },
    ...addresses.map(([inSubnet, privateIpv4]) =>
      instance(by, inSubnet, { privateIpv4, securityGroups, clientPorts: [1024, 65535], workload: false }),
    ),
  ];
}

/** A rule that forwards to the targets through an outbound endpoint; a system rule where there is none. */
export function resolverRule(
  by: string,
  networks: readonly string[],
  domain: Value<string>,
  forward: { readonly endpoint: Value<string | null>; readonly targets: readonly Value<string>[] } | null,
): Fact[] {
  return (networks.length === 0 ? [null] : networks).map((network) => ({
    fact: 'resolver-rule',
    by,
    network,
    domain,
    does: forward === null ? 'system' : 'forward',
    endpoint: forward?.endpoint ?? null,
    targets: keyed((forward?.targets ?? []).map((address) => ({ address, port: 53 }))),
  }));
}
