/**
 * How packets come into a network by a gateway: to whoever has the address, unless the gateway has a route table of its
 * own that leads them through an appliance first (GW2). The replies must go through the same appliance (GW3).
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { IpAddress } from './address';
import { isIn } from './owners';
import { byPublicAccess } from './publicAccess';
import { lookUpRoute, rowOf, rowText } from './routeLookup';
import type { Outcome, Packet, Via, Walk } from './walk';
import type { Interface, Network, Route, RouteTable, World } from './world';
import { placeOf } from './world';

/**
 * In by a gateway (null: the design does not say by which), towards the interface that has the address (null: not
 * known). `isPrivate`: an appliance behind it needs no public address, since nothing comes from the internet.
 */
export function comeIn(
  walk: Walk,
  gateway: ResourceId | null,
  network: Network,
  packet: Packet,
  owner: Interface | null,
  { isPrivate = false }: { readonly isPrivate?: boolean } = {},
): Outcome {
  const { world } = walk;
  const straight = (): Outcome =>
    owner === null ? walk.deliver(network, packet, null) : walk.enter(owner, packet, null);
  if (gateway === null) return straight();
  const edge = world.edges.get(gateway);
  const redirect = edge?.is === 'table' ? redirection(world, edge.table, packet.destination) : undefined;
  if (!isPrivate) {
    // BP1: what counts is the subnet that the gateway hands the packet to, also where that is an appliance's.
    const first = redirect === undefined ? owner : world.interfaces.get(redirect.target)?.[0];
    const refused = byPublicAccess(
      walk,
      { by: gateway },
      network,
      first?.subnet ?? network.subnets.find((each) => isIn(each, packet)) ?? null,
      'in',
      packet,
    );
    if (refused !== undefined) return refused;
  }
  if (edge === undefined) return straight();
  if (edge.is === 'unknown') {
    const says: Words = {
      en: `which route table ${world.name(gateway)} uses for what it takes in is not known`,
      ja: `${world.name(gateway)} が受け入れたパケットにどのルートテーブルを使うかはわかりません`,
    };
    return walk.guess({ at: gateway, what: 'route', resource: gateway, says }, edge.why, packet);
  }
  if (edge.is === 'refused') {
    walk.note(refusedWords(world, gateway, edge));
    return straight();
  }
  const place = placeOf(gateway, network, edge.table);
  if (redirect !== undefined && redirect.target !== owner?.id) {
    const via: Via = { ...redirect, table: edge.table, subnet: place, network };
    const stop =
      (isPrivate ? undefined : withoutPublicAddress(walk, via, redirect.target, packet)) ??
      missedOnTheWayOut(walk, redirect.target, owner, packet);
    if (stop !== undefined) return stop;
  }
  return walk.route(place, packet);
}

interface Redirection {
  readonly route: Route;
  readonly target: ResourceId;
}

/** Where the table of a gateway leads the packets for an address, when not straight there. */
function redirection(world: World, table: RouteTable, address: IpAddress): Redirection | undefined {
  const { winner, unsure } = lookUpRoute(world, table, address);
  if (winner === null || unsure !== null || winner.origin !== 'static') return undefined;
  const { target } = winner;
  return isUnknown(target) || target === null ? undefined : { route: winner, target };
}

/** GW2: what the internet sends through an appliance needs the appliance to have a public address. */
function withoutPublicAddress(walk: Walk, via: Via, target: ResourceId, packet: Packet): Outcome | undefined {
  const { world } = walk;
  if (packet.destination.family === 6) return undefined;
  const appliance = (world.interfaces.get(target) ?? []).find(({ of }) => of.fact === 'interface');
  if (appliance?.publicIpv4 !== false) return undefined;
  const name = world.name(target);
  return walk.drop(
    {
      at: via.subnet.id,
      what: 'route',
      resource: via.table.id,
      row: rowText(world, via.route),
      ...(via.route.rowKey === null ? {} : { field: 'routes', rowKey: via.route.rowKey }),
      blame: { resource: target },
      code: 'no-public-address',
      analyzerCode: 'INGRESS_RTB_NO_PUBLIC_IP',
      says: {
        en: `${rowText(world, via.route)} leads the packet to ${name}, which has no public IPv4 address and gets nothing from an internet gateway`,
        ja: `${rowText(world, via.route)} によりパケットは ${name} に送られますが、${name} にはパブリック IPv4 アドレスがないため、インターネットゲートウェイからは届きません`,
      },
    },
    packet,
  );
}

/** GW3: what the one that has the address sends must leave through the appliance that its packets come in through. */
function missedOnTheWayOut(
  walk: Walk,
  appliance: ResourceId,
  owner: Interface | null,
  packet: Packet,
): Outcome | undefined {
  const { world } = walk;
  const table = owner?.subnet?.table ?? null;
  if (owner === null || table === null || isUnknown(table) || owner.network === null) return undefined;
  const { winner, unsure } = lookUpRoute(world, table, packet.source);
  if (winner === null || unsure !== null || winner.origin === 'local' || winner.state.is !== 'active')
    return undefined;
  if (isUnknown(winner.target) || winner.target === null || winner.target === appliance) return undefined;
  const name = world.name(owner.id);
  const row = rowText(world, winner);
  return walk.drop(
    {
      at: owner.subnet?.id ?? owner.id,
      what: 'route',
      resource: table.id ?? owner.network.id,
      ...rowOf({ route: winner, table, network: owner.network }, world),
      code: 'gateway-rejects',
      analyzerCode: 'INGRESS_RTB_TRAFFIC_REDIRECTION',
      says:
        walk.direction === 'forward'
          ? {
              en: `packets for ${name} come in through ${world.name(appliance)}, but its replies go by ${row}; both must go through the same appliance`,
              ja: `${name} 宛てのパケットは ${world.name(appliance)} を通って入りますが、応答は ${row} に従います。往復とも同じアプライアンスを通る必要があります`,
            }
          : {
              en: `replies for ${name} come in through ${world.name(appliance)}, but what it sends goes by ${row}; both must go through the same appliance`,
              ja: `${name} への応答は ${world.name(appliance)} を通って入りますが、送信は ${row} に従います。往復とも同じアプライアンスを通る必要があります`,
            },
    },
    packet,
  );
}

function refusedWords(
  world: World,
  gateway: ResourceId,
  { table, why }: { readonly table: RouteTable; readonly why: Words },
): Words {
  const [name, gate] = [world.name(table.id ?? ''), world.name(gateway)];
  return {
    en: `AWS does not accept ${name} as the route table of ${gate}, since ${why.en}; it is not asked`,
    ja: `AWS は ${name} を ${gate} のルートテーブルとして受け付けないため、参照しません: ${why.ja}`,
  };
}
