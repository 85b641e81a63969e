/** Hosts on premises as ends of flows: their addresses, and how their packets come into AWS. */
import { blockOf, blockText, type Block } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Value } from '../../model/value';
import type { VpnConnectionFact } from '../facts';
import type { Enter, OutsideEnd } from '../hops/behaviour';
import type { World } from '../world';
import { comeByAny } from './come';
import { connectionsTo, customerGatewayOf, networksBehind } from './connections';
import { announced, prefixesOf } from './prefixes';

/** How packets come that start behind customer gateways; null where no connection leads there. */
export function entryBehind(world: World, customerGateways: ReadonlySet<ResourceId>): Enter | null {
  return entryBy(connectionsTo(world, customerGateways));
}

export function entryBy(connections: readonly VpnConnectionFact[]): Enter | null {
  return connections.length === 0 ? null : (walk, packet) => comeByAny(walk, connections, packet);
}

/**
 * Any host behind these connections of a customer gateway: an address of what is drawn behind it, else of the prefixes that
 * the connections lead to.
 */
export function hostsBehind(
  world: World,
  customerGateway: ResourceId | null,
  connections: readonly VpnConnectionFact[],
): OutsideEnd {
  const drawn =
    customerGateway === null ? [] : networksBehind(world, new Set([customerGateway])).map(blocksOf);
  const stated = drawn.length > 0 ? drawn : connections.map((each) => prefixesTowards(world, each));
  const blocks = new Map<string, Block>();
  for (const each of stated)
    // A default route says nothing about who is there.
    for (const block of each.blocks) if (block.prefix > 0) blocks.set(blockText(block), block);
  const hidden = stated.find((each) => each.hidden !== null)?.hidden ?? null;
  return { is: 'outside', blocks: [...blocks.values()], hidden, enter: entryBy(connections) };
}

function blocksOf({ blocks }: { readonly blocks: readonly Value<string>[] }): Stated {
  return {
    blocks: blocks.flatMap((text) => (isUnknown(text) ? [] : (blockOf(text) ?? []))),
    hidden: blocks.find(isUnknown)?.unknown ?? null,
  };
}

interface Stated {
  readonly blocks: readonly Block[];
  readonly hidden: Words | null;
}

/** At a transit gateway its own static routes say what is behind a static connection. */
function prefixesTowards(world: World, fact: VpnConnectionFact): Stated {
  const gateway = typeof fact.gateway === 'string' ? world.transitGateways.get(fact.gateway) : undefined;
  if (gateway === undefined) return prefixesOf(world, fact);
  if (fact.staticOnly === false) return announced(world, fact);
  const blocks: Block[] = [];
  for (const { routes } of gateway.tables)
    for (const { rowKey, attachment, matches } of routes)
      if (rowKey !== null && attachment?.id === fact.by && 'block' in matches) blocks.push(matches.block);
  if (isUnknown(fact.staticOnly)) return { blocks, hidden: fact.staticOnly.unknown };
  const device = customerGatewayOf(world, fact)?.by ?? fact.by;
  return {
    blocks,
    hidden:
      blocks.length > 0
        ? null
        : {
            en: `no static route says which addresses are behind ${world.name(device)}`,
            ja: `${world.name(device)} の先にあるアドレスを示す静的ルートがありません`,
          },
  };
}
