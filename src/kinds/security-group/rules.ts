import type { Peer, Rows } from '../../core/catalog/field';
import type { RuleProtocol } from '../../core/model/document';
import type { Value } from '../../core/model/value';

export interface GroupRule {
  readonly protocol: Value<RuleProtocol>;
  readonly fromPort: Value<number | null>;
  readonly toPort: Value<number | null>;
  readonly peer: Value<Peer>;
}

export const everything = { protocol: 'any', fromPort: null, toPort: null } as const;

const toAnywhere = (peer: string): GroupRule => ({ ...everything, peer });

/** What AWS gives a group for which nobody says anything outbound. */
export const everythingOut: Rows<GroupRule> = { all: toAnywhere('0.0.0.0/0'), allIpv6: toAnywhere('::/0') };
