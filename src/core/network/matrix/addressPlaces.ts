/**
 * Which fixed private addresses are alike: those of one subnet that no block of the design tells apart, and that nobody but
 * their owner mentions. Exchanged with their names, such addresses leave the facts as they are.
 */
import { addressOf, blockOf, contains, containsAddress } from '../../../lib/cidr';
import type { Block } from '../../../lib/cidr';
import type { ResourceId } from '../../model/document';
import { blocksMentioned } from '../buildWorld';
import { ownerKey, type World } from '../world';

/** What stands for a fixed address of a subnet: the blocks within the subnet that hold it; undefined where it is like no other. */
export type PlaceOf = (subnet: ResourceId | null, text: string) => string | undefined;

/** `butForGroups`: what security groups tell apart is no matter. */
export function placesIn(world: World, butForGroups: boolean): PlaceOf {
  const blocks = new Map<string, Block>();
  const mentions = new Map<string, number>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      const address = addressOf(value);
      if (address !== undefined) {
        const key = ownerKey(address);
        mentions.set(key, (mentions.get(key) ?? 0) + 1);
      } else if (value.includes('/')) {
        const block = blockOf(value);
        if (block !== undefined) blocks.set(value, block);
      }
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  for (const facts of world.facts.values())
    for (const fact of facts) if (!butForGroups || fact.fact !== 'security-group') look(fact);
  // Routes that are propagated are in no fact.
  const all = [...blocks.values(), ...blocksMentioned(world, butForGroups)].filter(
    ({ family }) => family === 4,
  );
  const inside = new Map<ResourceId, readonly Block[]>();
  return (id, text) => {
    const subnet = id === null ? undefined : world.subnets.get(id);
    const address = addressOf(text);
    if (subnet?.block == null || address === undefined || mentions.get(ownerKey(address)) !== 1)
      return undefined;
    const { block: own } = subnet;
    if (!containsAddress(own, address)) return undefined;
    let within = inside.get(subnet.id);
    if (within === undefined) {
      within = all.filter((block) => block.prefix > own.prefix && contains(own, block));
      inside.set(subnet.id, within);
    }
    const holding = within.flatMap((block) =>
      containsAddress(block, address) ? [`${block.first}/${block.prefix}`] : [],
    );
    return [...new Set(holding)].sort().join(' ');
  };
}
