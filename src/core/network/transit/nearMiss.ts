/** What a transit gateway's table lacks, where an attachment would have it: said where no route covers an address. */
import { containsAddress } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { IpAddress } from '../address';
import { behaviourOf } from '../hops';
import type { World } from '../world';
import { networkOf } from './attachments';
import type { TransitTable } from './model';

/** An attachment of the transit gateway that has the address, though not in this table. */
export function nearMiss(world: World, table: TransitTable, address: IpAddress): Words | undefined {
  const { owner, family } = address;
  const network = owner?.network ?? null;
  if (network === null) return missedOutside(world, table, address);
  for (const attachment of table.gateway.attachments.values()) {
    if (networkOf(world, attachment) !== network) continue;
    const name = world.name(attachment.id);
    const { to } = attachment.fact;
    if (family === 6 && to.is === 'network' && to.ipv6 === false)
      return {
        en: `${name} propagates no IPv6 blocks, as its IPv6 support is off`,
        ja: `${name} の IPv6 サポートがオフのため、IPv6 CIDR ブロックは伝播されません`,
      };
    return {
      en: `${name} does not propagate to it`,
      ja: `${name} からのルート伝播が有効になっていません`,
    };
  }
  return undefined;
}

/** The same for an address that somebody attached would tell of, who is no network. */
function missedOutside(world: World, table: TransitTable, address: IpAddress): Words | undefined {
  for (const { id, fact } of table.gateway.attachments.values()) {
    if (fact.to.is !== 'resource') continue;
    for (const each of world.facts.get(fact.to.resource) ?? []) {
      const { blocks = [] } = behaviourOf(each).transit?.propagates(each, world) ?? {};
      if (!blocks.some((block) => containsAddress(block, address))) continue;
      const name = world.name(id);
      return {
        en: `${name} does not propagate to it`,
        ja: `${name} からのルート伝播が有効になっていません`,
      };
    }
  }
  return undefined;
}
