/**
 * What a virtual private gateway knows of the networks behind its VPN connections: the routes that are written down for a
 * static connection, and what BGP tells of another one. It carries nothing to any other address (VG1).
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
import { blockOf, blockText, type Block } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { blockCovers, type IpAddress } from '../address';
import { learntFrom, type LearntFrom, type UnmodelledFact, type VpnConnectionFact } from '../facts';
import type { World } from '../world';
import { connectionsAnywhere, connectionsAt, customerGatewayOf } from './connections';

export interface Prefixes {
  readonly from: LearntFrom;
  readonly blocks: readonly Block[];
  /** Why some of them are not known; null when all are. */
  readonly hidden: Words | null;
}

/** What is known behind a connection. AWS takes no routes for one that uses BGP. */
export function prefixesOf(world: World, fact: VpnConnectionFact): Prefixes {
  const { staticOnly } = fact;
  if (isUnknown(staticOnly)) return { from: 'bgp-vpn', blocks: [], hidden: staticOnly.unknown };
  if (!staticOnly) return announced(world, fact);
  const destinations = Object.values(fact.routes).map(({ destination }) => destination);
  return {
    from: 'static-vpn',
    blocks: destinations.flatMap((text) => (isUnknown(text) ? [] : blocksIn(text))),
    hidden: destinations.find(isUnknown)?.unknown ?? null,
  };
}

/** What BGP says of the customer's side, as far as the design does. */
export function announced(world: World, fact: VpnConnectionFact): Prefixes {
  const announces = customerGatewayOf(world, fact)?.announces ?? [];
  const device = isUnknown(fact.customerGateway) ? null : fact.customerGateway;
  const name = world.name(device ?? fact.by);
  const hidden: Words | null =
    announces.length > 0
      ? (announces.find(isUnknown)?.unknown ?? null)
      : {
          en: `which prefixes ${name} announces over BGP is not in the design`,
          ja: `${name} が BGP でアドバタイズするプレフィックスは、設計に含まれていません`,
        };
  return {
    from: 'bgp-vpn',
    blocks: announces.flatMap((text) => (isUnknown(text) ? [] : blocksIn(text))),
    hidden,
  };
}

export interface KnownPrefix {
  readonly connection: VpnConnectionFact;
  readonly from: LearntFrom;
  readonly block: Block;
}

export interface HiddenPrefixes {
  /** Null: by Direct Connect, which is not modelled. */
  readonly connection: VpnConnectionFact | null;
  readonly from: LearntFrom;
  readonly why: Words;
}

/** All that a virtual private gateway knows. What AWS does not create tells it nothing. */
export function knownAt(
  world: World,
  gateway: string,
): { readonly known: readonly KnownPrefix[]; readonly hidden: readonly HiddenPrefixes[] } {
  const known: KnownPrefix[] = [];
  const hidden: HiddenPrefixes[] = [];
  const seen = new Set<string>();
  for (const connection of connectionsAt(world, gateway)) {
    if (world.refusals.has(connection.by)) continue;
    const { from, blocks, hidden: why } = prefixesOf(world, connection);
    for (const block of blocks) {
      const key = `${connection.by} ${blockText(block)}`;
      if (block.family === 4 && !seen.has(key)) known.push({ connection, from, block });
      seen.add(key);
    }
    if (why !== null) hidden.push({ connection, from, why });
  }
  for (const connection of connectionsAnywhere(world))
    if (isUnknown(connection.gateway))
      hidden.push({ connection, from: 'bgp-vpn', why: connection.gateway.unknown });
  for (const { says } of directConnect(world, gateway))
    hidden.push({ connection: null, from: 'direct-connect', why: says });
  return { known, hidden };
}

/** Those of an address's prefixes that a virtual private gateway prefers: the longest, static before BGP (RT3). */
export function preferred(known: readonly KnownPrefix[], address: IpAddress): readonly KnownPrefix[] {
  const covering = known.filter(({ block }) => blockCovers(block, address) === 'yes');
  const order = (each: KnownPrefix): number =>
    -each.block.prefix * learntFrom.length + learntFrom.indexOf(each.from);
  const best = Math.min(...covering.map(order));
  return covering.filter((each) => order(each) === best);
}

/** What the design has of Direct Connect at a gateway. */
function directConnect(world: World, gateway: string): readonly UnmodelledFact[] {
  let found = learning.get(world);
  if (found === undefined) {
    found = [...world.facts.values()]
      .flat()
      .filter((fact) => fact.fact === 'unmodelled')
      .filter(({ effect }) => effect.is === 'learnt-routes');
    learning.set(world, found);
  }
  return found.filter(({ on }) => on === gateway);
}

const learning = new WeakMap<World, readonly UnmodelledFact[]>();

function blocksIn(text: string): readonly Block[] {
  const block = blockOf(text);
  return block === undefined ? [] : [block];
}
