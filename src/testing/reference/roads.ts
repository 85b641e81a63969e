/** How a packet goes from one interface to another: through its subnet's border, by a row of a table, over gateways. */
import { covers, isPublic, sameAddress, type Address } from './addresses';
import { portsIn, sure, type Inventory, type Net, type Nic, type Sub } from './inventory';
import { blocked, every, unknownOutcome, whichever, type Outcome } from './outcome';
import { aclDenies, groupsAllow, guarded, type Packet } from './packet';
import { isReadyPeering } from './peerings';
import { edgeRowFor, rowFor } from './rows';
import { throughTransit } from './transit';

/** What a NAT gateway remembers of a connection. */
export interface Mark {
  readonly nat: Nic | string;
  readonly address: Address;
  readonly port: number;
  readonly before: Packet;
}

export interface Walk {
  readonly inventory: Inventory;
  /** Whether it is a reply: those are let through by security groups, and undo what was translated. */
  readonly isReply: boolean;
  /** Whether anybody may take it who has the address. */
  readonly isForAnybody: boolean;
  readonly steps: number;
  readonly marks: readonly Mark[];
  /** NG6: the VPC of the NAT gateway that sent it over a peering, to which replies return without a route. */
  readonly returnsTo: Net | null;
  /** The appliances passed, in order. */
  readonly passed: readonly string[];
  /** By which gateway the connection left each VPC: replies come back by the same. */
  readonly gates: Readonly<Record<string, string>>;
  readonly arrive: (nic: Nic, packet: Packet, walk: Walk) => Outcome;
  /** It is on the internet, where nobody of the design has the address. */
  readonly leave: (packet: Packet, walk: Walk) => Outcome;
  /** It was taken by a gateway endpoint. */
  readonly serve: (packet: Packet, walk: Walk) => Outcome;
}

export function ownerOf(inventory: Inventory, net: Net, address: Address): Nic | undefined {
  return inventory.nics.find(
    (nic) =>
      nic.sub.net === net &&
      !inventory.refused.has(nic.by) &&
      ([...nic.possible, ...nic.further].some((each) => sameAddress(each, address)) ||
        (nic.six !== null && sameAddress(nic.six, address))),
  );
}

/** A packet leaves an interface. */
export function send(nic: Nic, packet: Packet, walk: Walk): Outcome {
  const { sub } = nic;
  const { inventory } = walk;
  if (inventory.refused.has(nic.by))
    return blocked(inventory.refused.get(nic.by) ?? '', nic.by, sub.by, sub.net.by);
  if (covers(sub.block, packet.target) || (sub.six !== null && covers(sub.six, packet.target))) {
    const neighbour = ownerOf(inventory, sub.net, packet.target);
    return neighbour === undefined ? nobody(walk, sub.net, packet.target) : arriveAt(neighbour, packet, walk);
  }
  const row = aclDenies(sub.acl, 'out', packet);
  if (row !== null) return blocked(`network ACL of ${sub.by} out, row ${row}`, guarded(sub));
  return route(sub, packet, walk, 'subnet');
}

function arriveAt(nic: Nic, packet: Packet, walk: Walk): Outcome {
  return walk.arrive(nic, packet, walk);
}

/** The tables decide. `from` a transit gateway, the subnet's ACL has not been asked yet. */
export function route(sub: Sub, packet: Packet, before: Walk, from: 'subnet' | 'transit'): Outcome {
  const walk = { ...before, steps: before.steps + 1 };
  if (walk.steps > 40) return blocked('a loop', ...tablesOf(walk.inventory));
  const { inventory } = walk;
  const table = sub.table?.by ?? sub.net.by;
  const chosen = rowFor(inventory, sub.net, sub.table, packet);
  switch (chosen.to) {
    case 'nothing':
      return blocked('no route', table, ...missing(inventory, sub.net));
    case 'blackhole':
      return blocked('a blackhole', table);
    case 'local':
      return deliver(sub.net, packet, walk, sub, from);
    case 'either':
      return whichever(chosen.targets ?? [], (target) => forward(target, sub, packet, walk, from));
    case 'target':
      return forward(chosen.target, sub, packet, walk, from);
  }
}

/** Refused gateways of the VPC are as good a reason for a missing route as the table. */
function missing(inventory: Inventory, net: Net): readonly string[] {
  return [
    ...inventory.all('gateway-endpoint').filter(({ network }) => network === net.by),
    ...inventory.all('internet-gateway'),
  ].map(({ by }) => by);
}

function tablesOf(inventory: Inventory): readonly string[] {
  return inventory.facts.map(({ by }) => by);
}

/** Somebody to whom AWS gives any free address may have this one. */
function nobody({ inventory, isReply, isForAnybody }: Walk, net: Net, address: Address): Outcome {
  if (isReply || !isForAnybody) return blocked('no such host', ...tablesOf(inventory));
  const maybe = inventory.nics.some(
    ({ sub, fact }) =>
      sub.net === net &&
      fact.privateIpv4 === null &&
      covers(sub.block, address) &&
      address.bits >= sub.block.first + 4n &&
      address.bits < sub.block.last,
  );
  return maybe ? unknownOutcome('a free address') : blocked('no such host');
}

/** Inside a VPC, to whoever has the address. */
export function deliver(
  net: Net,
  packet: Packet,
  walk: Walk,
  leaving: Sub | null,
  from: 'subnet' | 'transit' | 'outside',
): Outcome {
  const owner = ownerOf(walk.inventory, net, packet.target);
  if (owner === undefined) return nobody(walk, net, packet.target);
  if (leaving === owner.sub) return arriveAt(owner, packet, walk);
  if (leaving !== null && from === 'transit') {
    const row = aclDenies(leaving.acl, 'out', packet);
    if (row !== null) return blocked(`network ACL of ${leaving.by} out, row ${row}`, guarded(leaving));
  }
  return enter(owner.sub, packet) ?? arriveAt(owner, packet, walk);
}

/** What the network ACL of a subnet says of a packet that comes in. */
export function enter(sub: Sub, packet: Packet): Outcome | null {
  const row = aclDenies(sub.acl, 'in', packet);
  return row === null ? null : blocked(`network ACL of ${sub.by} in, row ${row}`, guarded(sub));
}

function forward(target: string, sub: Sub, packet: Packet, walk: Walk, from: 'subnet' | 'transit'): Outcome {
  const { inventory } = walk;
  const { net } = sub;
  const table = sub.table?.by ?? net.by;
  const refusal = inventory.refused.get(target);
  if (refusal !== undefined)
    return blocked(`${target} cannot be: ${refusal}`, target, table, net.by, ...tablesOf(inventory));
  // What leaves a subnet that it only entered by a transit gateway meets its outbound rules now.
  if (
    from === 'transit' &&
    inventory.byOwner.get(target)?.[0]?.sub !== sub &&
    inventory.one('gwlb-endpoint', target)?.subnet !== sub.by
  ) {
    const row = aclDenies(sub.acl, 'out', packet);
    if (row !== null) return blocked(`network ACL of ${sub.by} out, row ${row}`, guarded(sub));
  }
  if (inventory.one('internet-gateway', target) !== undefined) return outward(target, sub, packet, walk);
  if (inventory.one('egress-only-gateway', target) !== undefined)
    return outwardOnly(target, sub, packet, walk);
  if (inventory.one('nat-gateway', target) !== undefined) return throughNat(target, sub, packet, walk);
  if (inventory.one('gateway-endpoint', target) !== undefined)
    return throughGatewayEndpoint(target, sub, packet, walk);
  if (inventory.one('peering', target) !== undefined) return throughPeering(target, net, table, packet, walk);
  if (inventory.one('transit-gateway', target) !== undefined)
    return throughTransit(target, sub, table, packet, walk);
  if (inventory.one('gwlb-endpoint', target) !== undefined)
    return throughInspection(target, net, table, sub, packet, walk);
  const nics = inventory.byOwner.get(target)?.filter((nic) => nic.role === 'workload') ?? [];
  if (nics[0] !== undefined) return throughInterface(nics[0], net, table, sub, packet, walk);
  return blocked('a target that is gone', table, target);
}

/** BP1: whether VPC Block Public Access lets a subnet use a gateway to the internet, for a connection begun that way. */
function isLetOut(
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
function outwardOnly(gateway: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
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
  if (walk.steps > 40) return blocked('a loop', ...tablesOf(inventory));
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
function inward(owner: Nic, packet: Packet, walk: Walk): Outcome {
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
    return blocked('block public access', ...inventory.all('public-access-block').map((each) => each.by));
  if (edge.to === 'target') {
    if (edge.target === null) return blocked('a blackhole', by);
    if (inventory.one('gwlb-endpoint', edge.target) !== undefined)
      return throughInspection(edge.target, net, by, null, translated, walk);
    const nic = inventory.byOwner.get(edge.target)?.find((each) => each.role === 'workload');
    if (nic === undefined) return blocked('no such target', by, edge.target);
    if (nic === owner) return enter(owner.sub, translated) ?? arriveAt(owner, translated, walk);
    if (packet.target.family === 4 && nic.publicFour.length === 0)
      return blocked('an appliance without a public address', by, nic.by);
    return throughInterface(nic, net, by, null, translated, walk);
  }
  return enter(owner.sub, translated) ?? arriveAt(owner, translated, walk);
}

/** NG1 to NG7: through a NAT gateway. */
function throughNat(id: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const fact = inventory.one('nat-gateway', id);
  const table = sub.table?.by ?? sub.net.by;
  if (fact === undefined) return blocked('gone', table);
  if (fact.regional !== undefined) return throughRegionalNat(id, sub, packet, walk);
  const nic = inventory.byOwner.get(id)?.[0];
  if (nic === undefined || nic.sub.net !== sub.net) return blocked('not of this VPC', table, id);
  if (nic.sub !== sub) {
    const stopped = enter(nic.sub, packet);
    // What it does not carry may be told of before the network ACL in front of it.
    if (stopped !== null) return { ...stopped, blame: [...stopped.blame, id] };
  }
  if (walk.isReply) return blocked('it carries no replies', id, table);
  if (packet.source.family === 6) return blocked('IPv4 only', id, table);
  if (packet.protocol === 'other') return blocked('a protocol that it does not carry', id);
  // A packet for its own address is for nobody.
  const [own] = nic.possible;
  if (own === undefined) return blocked('no address', id);
  return whichever(nic.possible, (address) =>
    every(packet.protocol === 'icmp' ? [packet.sourcePort] : portsIn(inventory, [1024, 65535]), (port) =>
      send(
        nic,
        { ...packet, source: address, sourcePort: port, sender: nic, known: { inbound: true } },
        {
          ...walk,
          steps: walk.steps + 1,
          marks: [{ nat: nic, address, port, before: packet }, ...walk.marks],
        },
      ),
    ),
  );
}

/** NG8: one that stands in no subnet and has the internet gateway behind it. */
function throughRegionalNat(id: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const fact = inventory.one('nat-gateway', id);
  const { net } = sub;
  const table = sub.table?.by ?? net.by;
  const gateway = inventory.gateway(net);
  if (fact?.regional?.network !== net.by) return blocked('not of this VPC', table, id);
  const zones = fact.regional.zones?.map(sure) ?? null;
  if (zones !== null && !zones.includes(sub.zone)) return blocked('not in this zone', id, table);
  if (walk.isReply) return blocked('it carries no replies', id, table);
  if (packet.source.family === 6) return blocked('IPv4 only', id, table);
  if (packet.protocol === 'other') return blocked('a protocol that it does not carry', id);
  if (gateway === undefined) return blocked('no internet gateway', id, net.by);
  // It stands in no subnet, whose exclusion could count.
  if (!isLetOut(inventory, { net, fact: {} }, 'inside', 'outbound only'))
    return blocked('block public access', table, ...inventory.all('public-access-block').map(({ by }) => by));
  if (!isPublic(packet.target)) return blocked('a private destination', id, table, gateway.by);
  return whichever(inventory.publicAddresses(110n), (address) =>
    every(packet.protocol === 'icmp' ? [packet.sourcePort] : portsIn(inventory, [1024, 65535]), (port) =>
      onTheInternet(
        { ...packet, source: address, sourcePort: port, sender: null },
        {
          ...walk,
          steps: walk.steps + 1,
          gates: { ...walk.gates, [net.by]: gateway.by },
          marks: [{ nat: id, address, port, before: packet }, ...walk.marks],
        },
      ),
    ),
  );
}

/** GE1 to GE5: to a service by a gateway endpoint. */
function throughGatewayEndpoint(id: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const owner = ownerOf(inventory, sub.net, packet.source);
  if (owner === undefined) return blocked('a source of another VPC', id, sub.table?.by ?? '', sub.net.by);
  if (packet.protocol !== 'tcp' && packet.protocol !== 'icmp')
    return blocked('a protocol that it does not carry', id);
  return walk.serve(packet, walk);
}

/** PX1: to the other side of a peering connection, and no further. */
function throughPeering(id: string, net: Net, table: string, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const fact = inventory.one('peering', id);
  const sides = [sure(fact?.requester ?? null), sure(fact?.accepter ?? null)];
  if (!sides.includes(net.by)) return blocked('not of this VPC', table, id);
  const other = inventory.nets.get(sides.find((side) => side !== net.by) ?? '');
  const ready = isReadyPeering(inventory, id);
  if (ready !== null) return blocked(ready, id, table, ...sides.flatMap((side) => side ?? []));
  if (other === undefined) return blocked('nobody on the other side', id, table);
  const inside = (each: Net, address: Address): boolean =>
    each.blocks.some((block) => covers(block, address)) || (each.six !== null && covers(each.six, address));
  if (!inside(other, packet.target)) return blocked('not an address of the peer', table, id);
  if (!inside(net, packet.source)) return blocked('not from an address of this VPC', table, id);
  const isNear = net.region === other.region;
  const passing: Packet = { ...packet, known: { inbound: packet.known.inbound && isNear } };
  const returnsTo = !walk.isReply && packet.sender?.role === 'nat' ? net : walk.returnsTo;
  return deliver(other, passing, { ...walk, returnsTo }, null, 'outside');
}

/** RT10, GW4: to an interface that is not the one meant. */
function throughInterface(
  nic: Nic,
  net: Net,
  table: string,
  leaving: Sub | null,
  packet: Packet,
  walk: Walk,
): Outcome {
  const { inventory } = walk;
  if (inventory.refused.has(nic.by)) return blocked('cannot be', nic.by, table, nic.sub.by, nic.sub.net.by);
  if (nic.sub.net !== net) return blocked('not of this VPC', table, nic.by);
  if (nic.fact.attached !== undefined && !sure(nic.fact.attached))
    return blocked('attached to nothing', nic.by, table);
  if (leaving !== nic.sub) {
    const stopped = enter(nic.sub, packet);
    if (stopped !== null) return stopped;
  }
  if (ownerOf(inventory, net, packet.target) === nic) return arriveAt(nic, packet, walk);
  if (sure(nic.fact.sourceDestinationCheck)) return blocked('the source/destination check', nic.by, table);
  if (!walk.isReply && !groupsAllow(inventory, nic, 'in', packet))
    return blocked('security group of an appliance', nic.by, ...(nic.fact.securityGroups ?? []));
  return unknownOutcome('an appliance decides');
}

/** GW1: into an endpoint of a Gateway Load Balancer and out of it again, the packet being what it was. */
function throughInspection(
  id: string,
  net: Net,
  table: string,
  leaving: Sub | null,
  packet: Packet,
  walk: Walk,
): Outcome {
  const { inventory } = walk;
  const fact = inventory.one('gwlb-endpoint', id);
  const sub = inventory.subs.get(fact?.subnet ?? '');
  if (fact === undefined || sub === undefined || sub.net !== net || inventory.refused.has(sub.by))
    return blocked('not of this VPC', table, id, sub?.by ?? '');
  if (leaving !== sub) {
    const stopped = enter(sub, packet);
    if (stopped !== null) return stopped;
  }
  if (packet.target.family === 6 && !sure(fact.dualStack)) return blocked('IPv4 only', id, table);
  const fault = inspectionFault(inventory, fact.by);
  if (fault !== null) return fault;
  const out = aclDenies(sub.acl, 'out', packet);
  if (out !== null && !covers(sub.block, packet.target))
    return blocked(`network ACL of ${sub.by} out, row ${out}`, guarded(sub));
  return route(
    sub,
    { ...packet, known: { inbound: false } },
    { ...walk, passed: [...walk.passed, id] },
    'subnet',
  );
}

/** What is missing between an endpoint of a Gateway Load Balancer and an appliance that takes its packets. */
function inspectionFault(inventory: Inventory, id: string): Outcome | null {
  const fact = inventory.one('gwlb-endpoint', id);
  const provider = fact === undefined ? null : sure(fact.provider);
  if (fact === undefined || provider === null) return null;
  const service = inventory.one('endpoint-service', provider);
  if (service !== undefined && sure(service.acceptanceRequired) && !sure(fact.accepted))
    return blocked('not accepted', id);
  if (service === undefined && !sure(fact.accepted)) return blocked('not accepted', id);
  const zone = inventory.subs.get(fact.subnet ?? '')?.zone;
  const balancers = (service?.loadBalancers ?? [provider]).flatMap(
    (by) => inventory.one('gateway-load-balancer', by) ?? [],
  );
  const here = balancers.filter(({ subnets }) =>
    subnets.some((each) => inventory.subs.get(each)?.zone === zone),
  );
  if (here.length === 0) return blocked('no node in this zone', id, provider);
  const works = here.some((balancer) =>
    Object.values(balancer.targets).some(({ target }) => {
      const peer = sure(target);
      const nic = typeof peer === 'string' ? undefined : inventory.byOwner.get(peer.ref)?.[0];
      if (nic === undefined || inventory.refused.has(nic.by)) return false;
      if (!sure(balancer.crossZone) && nic.sub.zone !== zone) return false;
      const from = inventory.subs.get(
        balancer.subnets.find((each) => inventory.subs.get(each)?.zone === zone) ?? '',
      );
      if (from === undefined) return false;
      const geneve: Packet = {
        protocol: 'udp',
        source: { family: 4, bits: from.block.first + 9n },
        target: nic.possible[0] ?? { family: 4, bits: 0n },
        sourcePort: 40_000,
        targetPort: 6081,
        sender: null,
        known: { inbound: true },
        service: null,
      };
      if (!groupsAllow(inventory, nic, 'in', geneve)) return false;
      return (
        from === nic.sub ||
        (aclDenies(from.acl, 'out', geneve) === null && aclDenies(nic.sub.acl, 'in', geneve) === null)
      );
    }),
  );
  return works ? null : blocked('no appliance takes it', ...tablesOf(inventory));
}
