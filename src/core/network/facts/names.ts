/** How names are answered: private hosted zones and the Resolver. */
import type { Rows } from '../../catalog/field';
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { AddressType } from './endpoints';
import type { FactBase } from './fact';

/** A private hosted zone. Stated once for each network it is associated with, and once with none where it has none. */
export interface HostedZoneFact extends FactBase {
  readonly fact: 'hosted-zone';
  readonly network: ResourceId | null;
  readonly domain: Value<string>;
  readonly records: Rows<DnsRecord>;
}

export interface DnsRecord {
  /** In full, as `db.example.com`; its first label may be `*`. */
  readonly name: Value<string>;
  /** `A`, `AAAA`, `CNAME`; all others only say that the name exists. */
  readonly type: Value<string>;
  readonly leads:
    | { readonly values: readonly Value<string>[] }
    /** An alias of a resource: its addresses are answered. */
    | { readonly alias: Value<ResourceId> }
    /** An alias of a name: another record of the zone, or a resource of AWS that the design does not show. */
    | { readonly aliasName: Value<string> };
  /** Whether it is answered only while the primary record is not healthy. */
  readonly standby: Value<boolean>;
}

/** Its network interfaces are `InterfaceFact`s of the same resource, with `workload: false`. */
export interface ResolverEndpointFact extends FactBase {
  readonly fact: 'resolver-endpoint';
  readonly network: ResourceId | null;
  readonly direction: 'inbound' | 'outbound';
  readonly addresses: Value<AddressType>;
}

/** A rule of a Resolver. Stated once for each network it is associated with, and once with none where it has none. */
export interface ResolverRuleFact extends FactBase {
  readonly fact: 'resolver-rule';
  readonly network: ResourceId | null;
  readonly domain: Value<string>;
  /** `system`: the resolver decides itself, whatever less specific rules say. */
  readonly does: Value<'forward' | 'system'>;
  readonly endpoint: Value<ResourceId | null>;
  readonly targets: Rows<{ readonly address: Value<string>; readonly port: Value<number> }>;
}
