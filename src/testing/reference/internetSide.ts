/** Between a VPC and the internet: internet gateways, egress-only ones, and what VPC Block Public Access says. */
import { isPublic, sameAddress } from './addresses';
import { sure, type Inventory, type Net, type Nic, type Sub } from './inventory';
import { blocked, whichever, type Outcome } from './outcome';
import { type Packet } from './packet';
import { edgeRowFor } from './rows';
import { enter, everybody, ownerOf, type Walk } from './roads';
import { throughInspection, throughInterface } from './appliances';

/** BP1: whether VPC Block Public Access lets a subnet use a gateway to the internet, for a connection begun that way. */
export function isLetOut(
  inventory: Inventory,
  sub: { readonly net: Net; readonly fact: Pick<Sub['fact'], 'publicAccess'> },
  begun: 'inside' | 'outside',
  gateway: 'both ways' | 'outbound only',
): boolean {
  const block = inventory.all('public-access-block').find(({ region }) => region === sub.net.region);
  const mode = block === undefined ? 'off' : sure(block.mode);
  if (mode === 'off') return true;
  const exclusions = [sub.net.fact.publicAccess, sub.fact.publicAccess].map((each) => sure(each ?? 'none'));
  if (exclusions.includes('allow-bidirectional')) return true;
  if (begun === 'outside') return false;
  if (mode === 'block-ingress') return gateway === 'outbound only';
  return exclusions.includes('allow-egress');
}

/** IG2, IG3: out by an internet gateway. */
export function outward(gateway: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const { net } = sub;
  const table = sub.table?.by ?? net.by;
  if (inventory.gateway(net)?.by !== gateway) return blocked('not attached to this VPC', gateway, table);
  const sender = inventory.nics.find(
    (nic) =>
      nic.sub.net === net &&
      [...nic.possible, ...(nic.six === null ? [] : [nic.six])].some((each) =>
        sameAddress(each, packet.source),
      ),
  );
  const isNat = sender?.role === 'nat';
  const begun = walk.isReply ? 'outside' : 'inside';
  // A NAT gateway stands in its own subnet, and only begins connections.
  if (!isLetOut(inventory, sub, begun, isNat ? 'outbound only' : 'both ways'))
    return blocked(
      'block public access',
      table,
      gateway,
      ...inventory.all('public-access-block').map(({ by }) => by),
    );
  if (!isPublic(packet.target)) return blocked('a private destination', table, gateway);
  if (packet.source.family === 4 && (sender === undefined || sender.publicFour.length === 0))
    return blocked(
      'no public address',
      sender?.by ?? table,
      gateway,
      ...inventory.all('nat-gateway').map(({ by }) => by),
    );
  if (packet.source.family === 6 && sender === undefined)
    return blocked('a source of another VPC', gateway, table);
  const sources = packet.source.family === 4 ? (sender?.publicFour ?? []) : [packet.source];
  return whichever(sources, (source) =>
    onTheInternet(
      { ...packet, source, sender: null },
      { ...walk, gates: { ...walk.gates, [net.by]: gateway } },
    ),
  );
}

/** EI1: out by an egress-only gateway. */
export function outwardOnly(gateway: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const { net } = sub;
  const table = sub.table?.by ?? net.by;
  if (inventory.egressOnly(net)?.by !== gateway) return blocked('not attached to this VPC', gateway, table);
  if (packet.target.family === 4) return blocked('IPv6 only', gateway, table);
  if (walk.isReply) return blocked('it carries no replies to what began outside', gateway, table);
  if (!isLetOut(inventory, sub, 'inside', 'outbound only'))
    return blocked(
      'block public access',
      table,
      gateway,
      ...inventory.all('public-access-block').map(({ by }) => by),
    );
  if (!isPublic(packet.target)) return blocked('a private destination', table, gateway);
  if (ownerOf(inventory, net, packet.source) === undefined)
    return blocked('a source of another VPC', gateway, table);
  return onTheInternet({ ...packet, sender: null }, { ...walk, gates: { ...walk.gates, [net.by]: gateway } });
}

/** Between gateways: to whoever has the public address. */
export function onTheInternet(packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  if (walk.steps > 40) return blocked('a loop', ...everybody(inventory));
  const owner = inventory.nics.find(
    (nic) =>
      !inventory.refused.has(nic.by) &&
      [...nic.publicFour, ...(nic.six === null ? [] : [nic.six])].some((each) =>
        sameAddress(each, packet.target),
      ),
  );
  return owner === undefined ? walk.leave(packet, walk) : inward(owner, packet, walk);
}

/** In by an internet gateway, to the owner of a public address. */
export function inward(owner: Nic, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const { net } = owner.sub;
  const gateway = inventory.gateway(net);
  const gate = walk.isReply ? walk.gates[net.by] : undefined;
  const isEgressOnly = gate !== undefined && inventory.one('egress-only-gateway', gate) !== undefined;
  if (!isEgressOnly) {
    if (gateway === undefined)
      return blocked(
        'no internet gateway',
        net.by,
        owner.by,
        ...inventory.all('internet-gateway').map(({ by }) => by),
        ...inventory.all('egress-only-gateway').map(({ by }) => by),
      );
    if (!isPublic(packet.source)) return blocked('a private source', gateway.by);
  }
  const begun = walk.isReply ? 'inside' : 'outside';
  const translated: Packet =
    packet.target.family === 6
      ? packet
      : { ...packet, target: owner.possible.find((each) => each.family === 4) ?? packet.target };
  const tableId = isEgressOnly || gateway === undefined ? null : sure(gateway.routeTable ?? null);
  const edge = edgeRowFor(
    inventory,
    net,
    tableId === null ? null : (inventory.one('route-table', tableId) ?? null),
    translated.target,
  );
  const by = tableId ?? '';
  const seen =
    edge.to === 'target' && edge.target !== null
      ? (inventory.byOwner.get(edge.target)?.[0]?.sub ??
        inventory.subs.get(inventory.one('gwlb-endpoint', edge.target)?.subnet ?? ''))
      : owner.sub;
  if (
    !isLetOut(
      inventory,
      seen ?? owner.sub,
      begun,
      isEgressOnly || owner.role === 'nat' ? 'outbound only' : 'both ways',
    )
  )
    return blocked(
      'block public access',
      ...inventory.all('public-access-block').map((each) => each.by),
      // That what the owner sends misses the appliance may be told of first.
      ...(edge.to === 'target' ? [by, owner.sub.table?.by ?? net.by] : []),
    );
  if (edge.to === 'target') {
    if (edge.target === null) return blocked('a blackhole', by);
    if (inventory.one('gwlb-endpoint', edge.target) !== undefined)
      return throughInspection(edge.target, net, by, null, translated, walk);
    const nic = inventory.byOwner.get(edge.target)?.find((each) => each.role === 'workload');
    if (nic === undefined) return blocked('no such target', by, edge.target);
    if (nic === owner) return enter(owner.sub, translated) ?? walk.arrive(owner, translated, walk);
    if (packet.target.family === 4 && nic.publicFour.length === 0)
      return blocked('an appliance without a public address', by, nic.by);
    return throughInterface(nic, net, by, null, translated, walk);
  }
  return enter(owner.sub, translated) ?? walk.arrive(owner, translated, walk);
}
