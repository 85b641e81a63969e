import type {
  AclRow,
  GroupRow,
  NetworkAclFact,
  PrefixListFact,
  SecurityGroupFact,
} from '../../core/network/facts';
import { keyed } from './keyed';

/** One port, the first and the last of a range, or null for every port. */
type Ports = number | readonly [number, number] | null;

/** A row of a security group: `allow('tcp', 443, '10.0.0.0/16')`; a group is named as `{ ref }`. */
export function allow(protocol: GroupRow['protocol'], ports: Ports, peer: GroupRow['peer']): GroupRow {
  const [fromPort, toPort] = range(ports);
  return { protocol, fromPort, toPort, peer };
}

export function securityGroup(
  by: string,
  network: string,
  rows: { readonly in?: readonly GroupRow[]; readonly out?: readonly GroupRow[] } = {},
): SecurityGroupFact {
  const { in: inbound = [], out: outbound = [allow('any', null, '0.0.0.0/0')] } = rows;
  return { fact: 'security-group', by, network, inbound: keyed(inbound), outbound: keyed(outbound) };
}

/** A prefix list of IPv4 blocks, with room for just these. */
export function prefixList(
  by: string,
  blocks: readonly PrefixListFact['entries'][string]['block'][],
  more: Partial<PrefixListFact> = {},
): PrefixListFact {
  const entries = keyed(blocks.map((block) => ({ block })));
  return { fact: 'prefix-list', by, family: 4, maxEntries: blocks.length, entries, ...more };
}

/** A row of a network ACL: `aclRow(100, 'allow', 'tcp', 443, '0.0.0.0/0')`. */
export function aclRow(
  number: AclRow['number'],
  action: AclRow['action'],
  protocol: AclRow['protocol'] = 'any',
  ports: Ports = null,
  block: AclRow['block'] = '0.0.0.0/0',
): AclRow {
  const [fromPort, toPort] = range(ports);
  return { number, action, protocol, fromPort, toPort, block };
}

export function networkAcl(
  by: string,
  network: string,
  rows: { readonly in?: readonly AclRow[]; readonly out?: readonly AclRow[] },
  more: Partial<NetworkAclFact> = {},
): NetworkAclFact {
  const everything = [aclRow(100, 'allow')];
  return {
    fact: 'network-acl',
    by,
    network,
    isDefault: false,
    inbound: keyed(rows.in ?? everything),
    outbound: keyed(rows.out ?? everything),
    ...more,
  };
}

function range(ports: Ports): readonly [number | null, number | null] {
  if (ports === null) return [null, null];
  return typeof ports === 'number' ? [ports, ports] : ports;
}
