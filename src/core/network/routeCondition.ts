/**
 * What becomes of a row of a route table: whether AWS accepts it, and whether its target works.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
import { blockText, contains, type Block } from '../../lib/cidr';
import { keptRangeAround } from '../../lib/keptRanges';
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { Value } from '../model/value';
import { isUnknown } from '../model/value';
import { behaviourOf } from './hops';
import type { TargetedRow } from './hops/behaviour';
import type { Network, PrefixList, RouteCondition, RowMatches, World } from './world';

export function routeCondition(
  world: World,
  network: Network | null,
  destination: RowMatches,
  target: Value<ResourceId | null>,
): RouteCondition {
  const block = 'block' in destination ? destination.block : null;
  const list = 'prefixes' in destination ? destination.prefixes : null;
  if (list !== null && list.refused !== null) return { is: 'refused', why: list.refused.says };
  // RT8
  if (block !== null && keptRangeAround(block) !== undefined)
    return {
      is: 'refused',
      why: {
        en: `AWS does not accept a route to ${blockText(block)}`,
        ja: `AWS は送信先 ${blockText(block)} のルートを受け付けません`,
      },
    };
  const row: TargetedRow = { network, block, list, family: block?.family ?? list?.family ?? null };
  const local = network === null || block === null ? undefined : localAround(network, block);
  if (local === undefined || network === null || block === null) return targetCondition(world, target, row);
  // RT5, RT6: inside the network's own block a row must be about the whole of it or a whole subnet, and lead to a NAT
  // gateway or an interface.
  const subnet = wholePart(world, network, local, block);
  if (subnet === 'part')
    return refusedInside(local, {
      en: `inside ${blockText(local)} AWS accepts routes to the whole block of a subnet only`,
      ja: `${blockText(local)} の内側へのルートの送信先は、サブネットの CIDR ブロック全体でなければなりません`,
    });
  if (!mayReplaceLocal(world, target))
    return refusedInside(local, {
      en: `inside ${blockText(local)} AWS accepts routes to NAT gateways, network interfaces and Gateway Load Balancer endpoints only`,
      ja: `${blockText(local)} の内側へのルートのターゲットにできるのは、NAT ゲートウェイ、ネットワークインターフェイス、Gateway Load Balancer エンドポイントだけです`,
    });
  return subnet === 'whole' ? targetCondition(world, target, row) : { is: 'unknown', why: subnet.unknown };
}

/**
 * Of the entries of a prefix list, a table ignores those that would be no routes of its own: AWS's addresses (RT8), and
 * those inside the network's own blocks, which are the local route's. Whether one that names a whole subnet may lead to
 * an interface there, as a row of its own may (RT6), AWS does not say.
 * https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function entriesTaken(
  world: World,
  network: Network | null,
  { blocks }: PrefixList,
  target: Value<ResourceId | null>,
): { readonly blocks: readonly Block[]; readonly doubtful: readonly Block[] } {
  const taken: Block[] = [];
  const doubtful: Block[] = [];
  for (const block of blocks) {
    if (keptRangeAround(block) !== undefined) continue;
    const local = network === null ? undefined : localAround(network, block);
    if (network === null || local === undefined) taken.push(block);
    else if (wholePart(world, network, local, block) !== 'part' && mayReplaceLocal(world, target))
      doubtful.push(block);
  }
  return { blocks: taken, doubtful };
}

function localAround(network: Network, block: Block): Block | undefined {
  const own = network.ipv6 === null ? network.blocks : [...network.blocks, network.ipv6];
  return own.find((each) => contains(each, block));
}

/** Whether a block is all of `local`, or of a subnet. A subnet whose block is not known may be the one that is meant. */
function wholePart(
  world: World,
  network: Network,
  local: Block,
  block: Block,
): 'whole' | 'part' | { readonly unknown: Words } {
  if (block.prefix === local.prefix) return 'whole';
  let hidden: Words | null = null;
  for (const subnet of network.subnets) {
    if (world.refusals.has(subnet.id)) continue;
    const own = block.family === 4 ? subnet.block : subnet.ipv6;
    if (own !== null && blockText(own) === blockText(block)) return 'whole';
    hidden ??= block.family === 4 ? subnet.hidden : subnet.hidden6;
  }
  return hidden === null ? 'part' : { unknown: hidden };
}

/** What the design does not know may be anything, and what is gone may have been. */
export function mayReplaceLocal(world: World, target: Value<ResourceId | null>): boolean {
  const facts = isUnknown(target) || target === null ? [] : (world.facts.get(target) ?? []);
  return facts.length === 0 || facts.some((fact) => behaviourOf(fact).mayReplaceLocal === true);
}

function refusedInside(local: Block, why: Words): RouteCondition {
  return { is: 'refused', beatenBy: blockText(local), why };
}

/** Whether what a row leads to works. */
export function targetCondition(
  world: World,
  target: Value<ResourceId | null>,
  row: TargetedRow,
): RouteCondition {
  if (isUnknown(target)) return { is: 'unknown', why: target.unknown };
  if (target === null)
    return { is: 'blackhole', why: { en: 'its target is gone', ja: 'ターゲットが存在しません' } };
  for (const fact of world.facts.get(target) ?? []) {
    const { asTarget } = behaviourOf(fact);
    if (asTarget !== undefined) return asTarget(fact, world, row);
  }
  const name = world.name(target);
  return {
    is: 'unknown',
    why: {
      en: `what ${name} does with packets is not modelled`,
      ja: `${name} がパケットをどう扱うかはモデル化されていません`,
    },
  };
}
