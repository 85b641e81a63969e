/** Networks and subnets with their address blocks. */
import { blockOf, containsAddress, lastOf } from '../../lib/cidr';
import type { Block } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import { standIns } from './address';
import type { NetworkFact, SubnetFact } from './facts';
import { ipv4Of, networkBlocks } from './networkBlocks';
import type { Network, NetworkAcl, RouteTable, Subnet } from './world';

export function networkOf(fact: NetworkFact, assignedIndex: number, name: string): Network {
  const hidden = [...fact.blocks, fact.ipv6].find(isUnknown);
  const { taken, refused, complete } = networkBlocks(fact, name);
  const ipv6 =
    fact.ipv6 === null || isUnknown(fact.ipv6)
      ? null
      : fact.ipv6 === 'assigned'
        ? standInBlock(assignedIndex)
        : (blockOf(fact.ipv6) ?? null);
  const network: Network = {
    id: fact.by,
    region: fact.region,
    blocks: taken,
    refusedBlocks: refused,
    isComplete: { 4: complete, 6: !isUnknown(fact.ipv6) },
    ipv6,
    ipv6Assigned: fact.ipv6 === 'assigned',
    hidden: hidden?.unknown ?? null,
    dnsSupport: fact.dnsSupport,
    dnsHostnames: fact.dnsHostnames,
    publicAccess: fact.publicAccess ?? 'none',
    dnsServers: fact.dnsServers ?? [],
    isExisting: fact.isExisting === true,
    subnets: [],
    mainTable: { id: null, network: null, routes: [] },
    defaultAcl: null,
    defaultGroup: { id: null, network: null, inbound: [], outbound: [], missing: false },
    attached: new Map(),
    fixedOwners: new Map(),
  };
  network.mainTable = { id: null, network, routes: [] };
  if (network.isExisting) {
    Object.assign(network.defaultGroup, { network, missing: true, why: groupNotDrawn(name) });
    return network;
  }
  const every = { protocol: 'any', fromPort: null, toPort: null } as const;
  // The default group: everything from itself, everything to anywhere (SG1).
  Object.assign(network.defaultGroup, {
    network,
    inbound: [{ ...every, key: 'self', position: 1, peer: '', means: { group: network.defaultGroup } }],
    outbound: ['0.0.0.0/0', '::/0'].map((peer, index) => ({
      ...every,
      key: peer,
      position: index + 1,
      peer,
      means: { block: blockOf(peer) },
    })),
  });
  return network;
}

function groupNotDrawn(name: string): Words {
  return {
    en: `the rules of the default security group of ${name} are not in the design`,
    ja: `${name} のデフォルトのセキュリティグループのルールは、設計に含まれていません`,
  };
}

/** A /56 of the space from which Amazon assigns, another for each network: the real one is only known once deployed. */
function standInBlock(index: number): Block {
  return { family: 6, first: standIns.first + (BigInt(index + 1) << 72n), prefix: 56 };
}

export function subnetOf(
  fact: SubnetFact,
  network: Network | null,
  tables: ReadonlyMap<ResourceId, RouteTable>,
  acls: ReadonlyMap<ResourceId, NetworkAcl>,
): Subnet {
  const own = isUnknown(fact.routeTable) ? undefined : tables.get(fact.routeTable ?? '');
  const ownAcl = isUnknown(fact.networkAcl) ? undefined : acls.get(fact.networkAcl ?? '');
  return {
    id: fact.by,
    network,
    zone: fact.zone,
    block: fact.block === null || isUnknown(fact.block) ? null : (ipv4Of(fact.block) ?? null),
    ipv6: subnetIpv6(fact.ipv6, network),
    hidden: isUnknown(fact.block) ? fact.block.unknown : null,
    hidden6: isUnknown(fact.ipv6) ? fact.ipv6.unknown : null,
    dns64: fact.dns64 ?? false,
    // RT1. AWS refuses a table or an ACL of another network, and the subnet keeps the main table and the default ACL.
    table: isUnknown(fact.routeTable)
      ? fact.routeTable
      : own !== undefined && own.network === network
        ? own
        : (network?.mainTable ?? null),
    acl: isUnknown(fact.networkAcl)
      ? fact.networkAcl
      : ownAcl !== undefined && ownAcl.network === network
        ? ownAcl
        : (network?.defaultAcl ?? null),
    publicAccess: fact.publicAccess ?? 'none',
    interfaces: [],
  };
}

function subnetIpv6(value: SubnetFact['ipv6'], network: Network | null): Block | null {
  if (value === null || isUnknown(value)) return null;
  if (typeof value === 'string') {
    const block = blockOf(value);
    return block?.family === 6 ? block : null;
  }
  const outer = network?.ipv6 ?? null;
  if (outer === null || outer.prefix > 64 || !Number.isInteger(value) || value < 0) return null;
  const block: Block = { family: 6, first: outer.first + (BigInt(value) << 64n), prefix: 64 };
  return containsAddress(outer, { family: 6, value: lastOf(block) }) ? block : null;
}
