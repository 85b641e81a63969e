/**
 * Follows the references between transit gateways, attachments and tables, and puts in what AWS adds by itself: the default
 * table, its associations, and the routes that attachments propagate.
 */
import { blockOf, blockText, overlaps, type Block } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Unknown, type Value } from '../../model/value';
import { specialBlocks } from '../address';
import type {
  Fact,
  TransitGatewayAttachmentFact,
  TransitGatewayFact,
  TransitGatewayRouteTableFact,
} from '../facts';
import { behaviourOf } from '../hops';
import type { RouteCondition, World } from '../world';
import {
  blockKey,
  ranks,
  type Attachment,
  type RouteIndex,
  type TransitGateway,
  type TransitRoute,
  type TransitTable,
} from './model';

/** Fills in the world's transit gateways. `facts`: all, in an order of their own. */
export function addTransitGateways(
  world: World,
  facts: readonly Fact[],
  gateways: Map<ResourceId, TransitGateway>,
): void {
  const tableFacts = new Map<ResourceId, TransitGatewayRouteTableFact[]>();
  const attachmentFacts = new Map<ResourceId, TransitGatewayAttachmentFact[]>();
  const gatewayFacts: TransitGatewayFact[] = [];
  for (const fact of facts) {
    if (fact.fact === 'transit-gateway') gatewayFacts.push(fact);
    if (fact.fact === 'transit-gateway-route-table' && fact.transitGateway !== null)
      push(tableFacts, fact.transitGateway, fact);
    if (fact.fact === 'transit-gateway-attachment' && typeof fact.transitGateway === 'string')
      push(attachmentFacts, fact.transitGateway, fact);
  }
  for (const fact of gatewayFacts) {
    if (gateways.has(fact.by)) continue;
    const gateway = gatewayOf(world, fact, attachmentFacts.get(fact.by) ?? [], tableFacts.get(fact.by) ?? []);
    gateways.set(fact.by, gateway);
  }
}

function gatewayOf(
  world: World,
  fact: TransitGatewayFact,
  attachmentFacts: readonly TransitGatewayAttachmentFact[],
  tableFacts: readonly TransitGatewayRouteTableFact[],
): TransitGateway {
  const attachments = new Map<ResourceId, Attachment>();
  const tables: TransitTable[] = [];
  const gateway: TransitGateway = { id: fact.by, fact, attachments, tables };
  for (const each of attachmentFacts)
    if (!attachments.has(each.by))
      attachments.set(each.by, { id: each.by, fact: each, gateway, table: null });

  const drawnDefault = tableFacts.find(({ isDefault }) => isDefault);
  const associated = new Map<ResourceId, TransitTable[]>();
  for (const each of tableFacts) {
    const table = tableOf(world, gateway, each, each === drawnDefault);
    tables.push(table);
    for (const id of each.associations) if (typeof id === 'string') push(associated, id, table);
  }
  const ownDefault = drawnDefault === undefined ? undefined : tables[tableFacts.indexOf(drawnDefault)];
  // The default table exists as soon as anything uses it.
  const fallback = ownDefault ?? tableOf(world, gateway, undefined, true);
  if (ownDefault === undefined) tables.push(fallback);
  for (const attachment of attachments.values())
    attachment.table = associationOf(
      world,
      attachment,
      associated.get(attachment.id) ?? [],
      fallback,
      // Somebody's association may be this one's.
      tableFacts.flatMap((each) => each.associations).find(isUnknown),
    );
  return gateway;
}

/** TG3: one table decides for what comes from an attachment. */
function associationOf(
  world: World,
  { id, gateway }: Attachment,
  [own, ...others]: readonly TransitTable[],
  fallback: TransitTable,
  hidden: Unknown | undefined,
): TransitTable | Unknown | null {
  if (own !== undefined && others.length === 0) return own;
  if (own !== undefined) {
    const name = world.name(id);
    return {
      unknown: {
        en: `${name} is associated with several route tables; AWS accepts only one of them`,
        ja: `${name} が複数のルートテーブルに関連付けられています。AWS が受け付けるのは 1 つだけです`,
      },
    };
  }
  if (hidden !== undefined) return hidden;
  const { defaultAssociation } = gateway.fact;
  if (isUnknown(defaultAssociation)) return defaultAssociation;
  return defaultAssociation ? fallback : null;
}

/** A table with its routes. Without a fact: the default table that nobody drew. */
function tableOf(
  world: World,
  gateway: TransitGateway,
  fact: TransitGatewayRouteTableFact | undefined,
  isDefault: boolean,
): TransitTable {
  const routes: TransitRoute[] = [];
  for (const [rowKey, row] of Object.entries(fact?.routes ?? {})) {
    const route = staticRoute(world, gateway, rowKey, row);
    if (route !== undefined) routes.push(route);
  }
  const { defaultPropagation } = gateway.fact;
  const propagating = new Map<Attachment, RouteCondition>();
  // What might be propagated may be there.
  if (isDefault && defaultPropagation !== false)
    for (const attachment of gateway.attachments.values())
      propagating.set(
        attachment,
        isUnknown(defaultPropagation) ? { is: 'unknown', why: defaultPropagation.unknown } : { is: 'active' },
      );
  for (const id of fact?.propagations ?? []) {
    const attachment = typeof id === 'string' ? gateway.attachments.get(id) : undefined;
    if (attachment !== undefined) propagating.set(attachment, { is: 'active' });
    if (isUnknown(id)) routes.push(hiddenRoute(id));
  }
  const propagated = [...propagating].flatMap(([attachment, state]) =>
    propagatedRoutes(world, attachment, state),
  );
  routes.push(...withoutCertainty(world, propagated));
  return { id: fact?.by ?? null, gateway, routes, index: indexOf(routes) };
}

function staticRoute(
  world: World,
  gateway: TransitGateway,
  rowKey: string,
  row: TransitGatewayRouteTableFact['routes'][string],
): TransitRoute | undefined {
  const { destination } = row;
  const block = isUnknown(destination) ? undefined : blockOf(destination);
  if (block === undefined && !isUnknown(destination)) return undefined;
  const matches = block !== undefined ? { block } : { unknown: whyHidden(destination) };
  const target = row.attachment;
  const attachment = typeof target === 'string' ? (gateway.attachments.get(target) ?? null) : null;
  return {
    rowKey,
    destination: block === undefined ? '?' : blockText(block),
    matches,
    rank: ranks.static,
    attachment,
    target,
    state: staticState(world, gateway, target, attachment),
  };
}

function whyHidden(value: Value<string>): Words {
  return isUnknown(value) ? value.unknown : { en: value, ja: value };
}

function staticState(
  world: World,
  gateway: TransitGateway,
  target: Value<ResourceId | null>,
  attachment: Attachment | null,
): RouteCondition {
  if (isUnknown(target)) return { is: 'unknown', why: target.unknown };
  if (target === null)
    return { is: 'blackhole', why: { en: 'it has no attachment', ja: 'アタッチメントがありません' } };
  if (attachment !== null) return { is: 'active' };
  const stated = (world.facts.get(target) ?? []).find(({ fact }) => fact === 'transit-gateway-attachment');
  // The gateway of an attachment may be given by a parameter.
  if (stated?.fact === 'transit-gateway-attachment' && isUnknown(stated.transitGateway))
    return { is: 'unknown', why: stated.transitGateway.unknown };
  const [name, own] = [world.name(target), world.name(gateway.id)];
  return {
    is: 'blackhole',
    why: {
      en: `${name} is no attachment of ${own}`,
      ja: `${name} は ${own} のアタッチメントではありません`,
    },
  };
}

/** What an attachment propagates of which nobody says which one it is. */
function hiddenRoute(attachment: Unknown): TransitRoute {
  return {
    rowKey: null,
    destination: '?',
    matches: attachment,
    rank: ranks.network,
    attachment: null,
    target: attachment,
    state: { is: 'unknown', why: attachment.unknown },
  };
}

function propagatedRoutes(world: World, attachment: Attachment, state: RouteCondition): TransitRoute[] {
  const { to } = attachment.fact;
  const base = { rowKey: null, attachment, target: attachment.id, state } as const;
  const route = (matches: TransitRoute['matches'], rank: number): TransitRoute => ({
    ...base,
    destination: 'block' in matches ? blockText(matches.block) : '?',
    matches,
    rank,
  });
  // TG3: peering attachments have static routes only.
  if (to.is === 'transit-gateway') return [];
  if (to.is === 'network') {
    const network = to.network === null ? undefined : world.networks.get(to.network);
    if (network === undefined) return [];
    const routes = network.blocks.map((block) => route({ block }, ranks.network));
    if (network.ipv6 !== null && to.ipv6 !== false) {
      const six = route({ block: network.ipv6 }, ranks.network);
      routes.push(isUnknown(to.ipv6) ? { ...six, state: { is: 'unknown', why: to.ipv6.unknown } } : six);
    }
    if (network.hidden !== null) routes.push(route({ allOf: network, ipv6: to.ipv6 }, ranks.network));
    return routes;
  }
  for (const fact of world.facts.get(to.resource) ?? []) {
    const end = behaviourOf(fact).transit;
    if (end === undefined) continue;
    const { blocks, hidden, family } = end.propagates(fact, world);
    const rank = end.rank(fact);
    const routes = blocks.map((block) => route({ block }, rank));
    if (hidden === null) return routes;
    const matches = { unknown: hidden, ...(family === undefined ? {} : { family }) };
    return [...routes, route(matches, rank)];
  }
  return [];
}

/**
 * TG3: of VPCs whose blocks overlap, a table gets those of the one that was attached first, and nobody knows which that is.
 * https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
function withoutCertainty(world: World, routes: readonly TransitRoute[]): TransitRoute[] {
  const placed = routes.flatMap((route) =>
    'block' in route.matches && route.rank === ranks.network ? [{ route, block: route.matches.block }] : [],
  );
  placed.sort((a, b) => compareBlocks(a.block, b.block));
  const rivals = new Map<TransitRoute, TransitRoute>();
  const open: typeof placed = [];
  for (const next of placed) {
    for (let top = open.at(-1); top !== undefined && !overlaps(top.block, next.block); top = open.at(-1))
      open.pop();
    for (const { route } of open)
      if (route.attachment !== next.route.attachment) {
        if (!rivals.has(route)) rivals.set(route, next.route);
        if (!rivals.has(next.route)) rivals.set(next.route, route);
      }
    open.push(next);
  }
  return routes.map((route) => {
    const rival = rivals.get(route);
    if (rival === undefined) return route;
    const [one, other] = [route, rival].map(({ attachment }) => world.name(attachment?.id ?? ''));
    return {
      ...route,
      state: {
        is: 'unknown',
        why: {
          en: `the blocks of ${one} and ${other} overlap, and only those of the one attached first are propagated`,
          ja: `${one} と ${other} のブロックが重複しており、先にアタッチされたほうのブロックだけが伝播されます`,
        },
      },
    };
  });
}

function compareBlocks(a: Block, b: Block): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix;
}

function indexOf(routes: readonly TransitRoute[]): RouteIndex {
  const byBlock = new Map<string, TransitRoute[]>();
  const lengths = { 4: new Set<number>(), 6: new Set<number>() };
  const inPublic: TransitRoute[] = [];
  const open: TransitRoute[] = [];
  for (const route of routes) {
    if (!('block' in route.matches)) {
      open.push(route);
      continue;
    }
    const { block } = route.matches;
    lengths[block.family].add(block.prefix);
    push(byBlock, blockKey(block), route);
    if (block.prefix > 0 && !specialBlocks(block.family).some((special) => overlaps(special, block)))
      inPublic.push(route);
  }
  const sorted = (set: ReadonlySet<number>): number[] => [...set].sort((a, b) => b - a);
  return { lengths: { 4: sorted(lengths[4]), 6: sorted(lengths[6]) }, byBlock, inPublic, open };
}

function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
