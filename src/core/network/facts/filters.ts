/** What lets packets pass or not, and the prefix lists that security groups and routes name. */
import type { Peer, Rows } from '../../catalog/field';
import type { ResourceId, RuleProtocol } from '../../model/document';
import type { Value } from '../../model/value';
import type { FactBase } from './fact';

export interface NetworkAclFact extends FactBase {
  readonly fact: 'network-acl';
  readonly network: ResourceId | null;
  readonly isDefault: boolean;
  /** Whether it is one that AWS made along with the network, which stands for it. Absent: no. */
  readonly isImplied?: boolean;
  readonly inbound: Rows<AclRow>;
  readonly outbound: Rows<AclRow>;
}

export interface AclRow {
  /** 1–32766; the lowest that matches decides. */
  readonly number: Value<number>;
  readonly action: Value<'allow' | 'deny'>;
  readonly protocol: Value<RuleProtocol>;
  /** Null: every port. For ICMP and ICMPv6 the two are type and code: every type, every code. */
  readonly fromPort: Value<number | null>;
  readonly toPort: Value<number | null>;
  readonly block: Value<string>;
  /** The version of IP that an unknown block is of, where that is known. */
  readonly family?: 4 | 6;
}

export interface SecurityGroupFact extends FactBase {
  readonly fact: 'security-group';
  readonly network: ResourceId | null;
  /** Whether it is the default group that AWS made along with the network, which stands for it. Absent: no. */
  readonly isDefault?: boolean;
  readonly inbound: Rows<GroupRow>;
  readonly outbound: Rows<GroupRow>;
}

export interface GroupRow {
  readonly protocol: Value<RuleProtocol>;
  readonly fromPort: Value<number | null>;
  readonly toPort: Value<number | null>;
  readonly peer: Value<Peer>;
  /** The version of IP that an unknown block is of, where that is known. */
  readonly family?: 4 | 6;
}

/** A prefix list of the account's own: blocks that routes and security-group rules name together. */
export interface PrefixListFact extends FactBase {
  readonly fact: 'prefix-list';
  readonly family: Value<4 | 6>;
  /** AWS makes no list with more entries. */
  readonly maxEntries: Value<number>;
  readonly entries: Rows<{ readonly block: Value<string> }>;
}
