/** VPCs, their subnets, and what VPC Block Public Access lets in and out of them. */
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

/** A VPC: address space, and whether it answers names. */
export interface NetworkFact extends FactBase {
  readonly fact: 'network';
  readonly region: string;
  /** IPv4 CIDR blocks, the primary one first. What AWS does not take as one carries no traffic. */
  readonly blocks: readonly Value<string>[];
  /** The keys of the rows that the blocks after the first are from, so that a trace can name them. */
  readonly blockRows?: readonly string[];
  /** An IPv6 block, 'assigned' for one that AWS gives (the engine takes a representative /56), or null. */
  readonly ipv6: Value<string> | 'assigned' | null;
  readonly dnsSupport: Value<boolean>;
  readonly dnsHostnames: Value<boolean>;
  /** What it is allowed where VPC Block Public Access is on. Absent: nothing. */
  readonly publicAccess?: Value<PublicAccessExclusion>;
  /** The DNS servers that its DHCP options give instead of Amazon's resolver. Absent or empty: that resolver. */
  readonly dnsServers?: readonly Value<string>[];
  /**
   * It is there already, and the design shows a part of it: somebody may have changed the main route table, the default
   * network ACL and the default security group that are not drawn.
   */
  readonly isExisting?: boolean;
}

export interface SubnetFact extends FactBase {
  readonly fact: 'subnet';
  readonly network: ResourceId | null;
  /** The Availability Zone's name; empty when nobody said (CloudFormation lets AWS choose). */
  readonly zone: Value<string>;
  /** An IPv4 block; null for a subnet with IPv6 only. */
  readonly block: Value<string> | null;
  /** An IPv6 block, the number of the /64 within the network's assigned /56, or null. */
  readonly ipv6: Value<string> | number | null;
  /** Whether Amazon's resolver makes IPv6 addresses of NAT64 for names that have IPv4 addresses only. Absent: no. */
  readonly dns64?: Value<boolean>;
  /** The associated table and ACL; null: the network's main table, its default ACL. */
  readonly routeTable: Value<ResourceId | null>;
  readonly networkAcl: Value<ResourceId | null>;
  /** Beside what its network is allowed; the more generous counts. */
  readonly publicAccess?: Value<PublicAccessExclusion>;
}

/** VPC Block Public Access, for all networks of a Region. */
export interface PublicAccessBlockFact extends FactBase {
  readonly fact: 'public-access-block';
  readonly region: string;
  readonly mode: Value<PublicAccessMode>;
}

export const publicAccessModes = ['off', 'block-bidirectional', 'block-ingress'] as const;
export type PublicAccessMode = (typeof publicAccessModes)[number];

/** From the strictest to the most generous. */
export const publicAccessExclusions = ['none', 'allow-egress', 'allow-bidirectional'] as const;
export type PublicAccessExclusion = (typeof publicAccessExclusions)[number];
