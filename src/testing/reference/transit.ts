/** TG1 to TG5: from one attachment of a transit gateway to another, by its route tables. */
import type { TransitGatewayAttachmentFact, TransitGatewayRouteTableFact } from '../../core/network/facts';
import { blockFrom, covers, isPublic, overlap, type Block } from './addresses';
import { sure, type Inventory, type Sub } from './inventory';
import { blocked, unknownOutcome, whichever, type Outcome } from './outcome';
import { aclDenies, guarded, type Packet } from './packet';
import { isForSomebody, openly, route, type Walk } from './roads';
import { leaveBy } from './vpn';
import { propagatedBy } from './vpnPrefixes';

type NetworkTarget = Extract<TransitGatewayAttachmentFact['to'], { readonly is: 'network' }>;

/** From a subnet to the transit gateway that a row of its table names. */
export function throughTransit(
  gateway: string,
  sub: Sub,
  table: string,
  packet: Packet,
  walk: Walk,
): Outcome {
  const { inventory } = walk;
  const attachments = attachmentsOf(inventory, gateway).filter(
    ({ to }) => to.is === 'network' && to.network === sub.net.by,
  );
  const [attachment] = attachments;
  if (attachment === undefined || attachment.to.is !== 'network')
    return blocked('not attached to the VPC', table, gateway);
  const fault = attachmentFault(inventory, attachment, attachment.to);
  if (fault !== null) return blocked(fault, attachment.by, table, gateway, ...attachment.to.subnets);
  const near = subnetsOf(inventory, attachment.to).filter(({ zone }) => zone === sub.zone);
  const [door] = near;
  if (door === undefined) return blocked('no subnet of the attachment in this zone', attachment.by, table);
  // https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html: its inbound rules look at what goes to the transit gateway.
  const row = aclDenies(door.acl, 'in', packet);
  if (row !== null) return blocked(`network ACL of ${door.by} in, row ${row}`, guarded(door));
  return decide(gateway, attachment.by, sub.zone, packet, walk, attachment.to);
}

/** The table of the attachment by which it came decides. `zone`: where it came from; null for outside any. */
export function decide(
  gateway: string,
  from: string,
  zone: string | null,
  packet: Packet,
  before: Walk,
  came: NetworkTarget | null,
): Outcome {
  const outcome = byTables(gateway, from, zone, packet, before, came);
  if (outcome.verdict !== 'blocked' || outcome.blame.length === 0) return outcome;
  return { ...outcome, blame: [...outcome.blame, ...goneFrom(before.inventory, gateway)] };
}

/** An attachment that AWS refuses may be told of first, or its subnet: with it there would be another way. */
function goneFrom(inventory: Inventory, gateway: string): readonly string[] {
  return attachmentsOf(inventory, gateway).flatMap(({ by, to }) => {
    const subnets = to.is === 'network' ? to.subnets : null;
    const isGone =
      inventory.refused.has(by) ||
      (subnets !== null && (subnets.length === 0 || subnets.some((each) => inventory.refused.has(each))));
    return isGone ? [by, ...(subnets ?? [])] : [];
  });
}

function byTables(
  gateway: string,
  from: string,
  zone: string | null,
  packet: Packet,
  before: Walk,
  came: NetworkTarget | null,
): Outcome {
  const walk = { ...before, steps: before.steps + 1 };
  const { inventory } = walk;
  if (walk.steps > 40) return blocked('a loop', ...inventory.facts.map(({ by }) => by));
  const fact = inventory.one('transit-gateway', gateway);
  if (fact === undefined) return blocked('gone', gateway);
  const tables = inventory
    .all('transit-gateway-route-table')
    .filter(({ transitGateway }) => transitGateway === gateway);
  const named = tables.filter(({ associations }) => associations.map(sure).includes(from));
  const standard = tables.find(({ isDefault }) => isDefault) ?? null;
  if (named.length === 0 && !sure(fact.defaultAssociation))
    return blocked('no table decides for the attachment', from, gateway);
  return whichever(named.length === 0 ? [standard] : named, (table) => {
    const targets = rowsFor(inventory, gateway, table, packet, isForSomebody(walk, packet));
    const owner = table?.by ?? gateway;
    const outcome = whichever(targets, (target) => {
      if (target === undefined)
        return blocked(
          'no route in the transit gateway',
          owner,
          gateway,
          from,
          // An attachment that AWS refuses has no route, and the subnet that is to blame for it is named instead of it.
          ...attachmentsOf(inventory, gateway).flatMap(({ by, to }) => [
            by,
            ...(to.is === 'network' ? to.subnets : []),
          ]),
        );
      if (target === null) return blocked('a blackhole in the transit gateway', owner);
      const next = attachmentsOf(inventory, gateway).find(({ by }) => by === target);
      if (next === undefined) return blocked('an attachment of another transit gateway', owner, target);
      if (next.to.is === 'resource') return outOf(next.to.resource, packet, walk);
      if (next.to.is === 'transit-gateway') {
        const peer = sure(next.to.peer);
        if (!sure(next.to.accepted)) return blocked('not accepted', next.by, owner);
        if (peer === null) return blocked('nobody on the other side', next.by, owner);
        if (target === from) return blocked('a loop', owner, next.by);
        return decide(peer, next.by, zone, { ...packet, known: { inbound: false } }, walk, null);
      }
      return into(next, next.to, zone, packet, walk, came, sure(fact.securityGroupReferencing));
    });
    return targets.length > 1 ? openly(outcome, walk) : outcome;
  });
}

/** Out of the transit gateway by a VPN connection, or to the clients of a Client VPN endpoint (CV3). */
function outOf(resource: string, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const refusal = inventory.refused.get(resource);
  const connection = inventory.one('vpn-connection', resource);
  if (connection !== undefined) return leaveBy(connection, packet, walk);
  if (refusal !== undefined) return blocked(refusal, resource);
  return inventory.one('client-vpn', resource) === undefined
    ? unknownOutcome('something that is not modelled')
    : walk.atClients(resource, packet, walk);
}

/** Out of the transit gateway into a VPC: the table of the attachment's subnet decides from there. */
function into(
  attachment: TransitGatewayAttachmentFact,
  to: NetworkTarget,
  zone: string | null,
  packet: Packet,
  walk: Walk,
  came: NetworkTarget | null,
  knowsGroups: boolean,
): Outcome {
  const { inventory } = walk;
  const fault = attachmentFault(inventory, attachment, to);
  if (fault !== null) return blocked(fault, attachment.by, ...to.subnets);
  const doors = subnetsOf(inventory, to);
  const same = doors.filter((each) => each.zone === zone);
  const known =
    packet.known.inbound &&
    knowsGroups &&
    came !== null &&
    sure(came.securityGroupReferencing) &&
    sure(to.securityGroupReferencing);
  return whichever(same.length === 0 ? doors : same, (door) =>
    route(door, { ...packet, known: { inbound: known } }, walk, 'transit'),
  );
}

export function attachmentsOf(
  inventory: Inventory,
  gateway: string,
): readonly TransitGatewayAttachmentFact[] {
  return inventory
    .all('transit-gateway-attachment')
    .filter(({ transitGateway }) => sure(transitGateway) === gateway);
}

function subnetsOf(inventory: Inventory, to: NetworkTarget): readonly Sub[] {
  return to.subnets.flatMap((id) => inventory.subs.get(id) ?? []);
}

/** TG1: why AWS would not make the attachment. */
function attachmentFault(
  inventory: Inventory,
  attachment: TransitGatewayAttachmentFact,
  to: NetworkTarget,
): string | null {
  const net = inventory.nets.get(to.network ?? '');
  const subs = subnetsOf(inventory, to);
  if (net === undefined || subs.length === 0) return 'in no subnet';
  if (inventory.one('transit-gateway', sure(attachment.transitGateway) ?? '')?.region !== net.region)
    return 'of another Region';
  if (new Set(subs.map(({ zone }) => zone)).size < subs.length) return 'two subnets in one zone';
  if (subs.some((sub) => sub.net !== net || inventory.refused.has(sub.by))) return 'a subnet that cannot be';
  return null;
}

/** TG3: where the longest prefix leads, a written row before a propagated one; several where nobody knows. */
function rowsFor(
  inventory: Inventory,
  gateway: string,
  table: TransitGatewayRouteTableFact | null,
  packet: Packet,
  isKnown: boolean,
): readonly (string | null | undefined)[] {
  const written: Row[] = [];
  for (const { destination, attachment } of Object.values(table?.routes ?? {})) {
    const block = blockFrom(sure(destination));
    if (block !== null) written.push({ block, target: sure(attachment), rank: 0 });
  }
  const all = propagating(inventory, gateway, table);
  const others = all.flatMap((each) =>
    each.to.is === 'resource' ? rowsOf(inventory, each.to.resource) : [],
  );
  // Of VPCs whose blocks overlap the one that is attached first propagates, and nobody knows which that is.
  const targets = ordersOf(all.flatMap(networkOf)).flatMap((order) => {
    const rows = [...written];
    for (const { by, to } of order) {
      const blocks = blocksOf(inventory, to);
      const isTaken = rows.some(
        (row) => row.rank > 0 && row.target !== by && blocks.some((block) => overlap(row.block, block)),
      );
      if (!isTaken) for (const block of blocks) rows.push({ block, target: by, rank: 1 });
    }
    const matching = [...rows, ...others].filter(({ block }) => covers(block, packet.target));
    const longest = Math.max(-1, ...matching.map(({ block }) => block.length));
    const best = matching.filter(({ block }) => block.length === longest);
    const rank = Math.min(...best.map((row) => row.rank));
    const winners = best.filter((row) => row.rank === rank).map(({ target }) => target);
    const isTaken = winners.length > 0;
    // BGP may tell of a longer prefix, or of the only one; it is not taken to tell of what is known to be elsewhere.
    const isElsewhere = isKnown || packet.service !== null || isPublic(packet.target);
    const perhaps =
      longest === 32 || (isTaken && isElsewhere)
        ? []
        : [
            ...all.flatMap((each) => hiddenOf(inventory, each, packet)),
            // Nor does anybody know whether a route for public addresses holds one that AWS has chosen.
            ...(packet.service === null && !isKnown ? [] : [...written, ...others])
              .filter(
                ({ block }) => block.length > 1 && isPublic({ family: block.family, bits: block.first }),
              )
              .map(({ target }) => target),
          ];
    return [...(isTaken ? winners : [undefined]), ...perhaps];
  });
  return [...new Set(targets)];
}

function networkOf({ by, to }: TransitGatewayAttachmentFact): readonly Propagating[] {
  return to.is === 'network' ? [{ by, to }] : [];
}

/** What a VPN connection or a Client VPN endpoint propagates. */
function rowsOf(inventory: Inventory, resource: string): readonly Row[] {
  const connection = inventory.one('vpn-connection', resource);
  if (connection !== undefined)
    return propagatedBy(inventory, connection).known.map(({ block }) => ({
      block,
      target: resource,
      rank: sure(connection.isPrivate) ? 2 : 3,
    }));
  const block = blockFrom(sure(inventory.one('client-vpn', resource)?.clientBlock ?? ''));
  return block === null ? [] : [{ block, target: resource, rank: 4 }];
}

/** A connection that tells of prefixes that the design does not say. */
function hiddenOf(
  inventory: Inventory,
  { by, to }: TransitGatewayAttachmentFact,
  { target }: Packet,
): readonly string[] {
  const connection = to.is === 'resource' ? inventory.one('vpn-connection', to.resource) : undefined;
  if (connection === undefined || sure(connection.family) !== target.family) return [];
  return propagatedBy(inventory, connection).hidden.length > 0 ? [by] : [];
}

interface Row {
  readonly block: Block;
  readonly target: string | null;
  /** TG3: 0 for a written row, 1 for what a VPC propagates, then private VPN, VPN, and Client VPN. */
  readonly rank: number;
}

interface Propagating {
  readonly by: string;
  readonly to: NetworkTarget;
}

function propagating(
  inventory: Inventory,
  gateway: string,
  table: TransitGatewayRouteTableFact | null,
): readonly TransitGatewayAttachmentFact[] {
  const isByDefault =
    (table === null || table.isDefault) &&
    sure(inventory.one('transit-gateway', gateway)?.defaultPropagation ?? false);
  return attachmentsOf(inventory, gateway).filter((attachment) => {
    const { by, to } = attachment;
    const isNamed = table?.propagations.map(sure).includes(by) ?? false;
    if (to.is === 'transit-gateway' || (!isNamed && !isByDefault)) return false;
    return to.is === 'network'
      ? attachmentFault(inventory, attachment, to) === null
      : !inventory.refused.has(to.resource);
  });
}

function blocksOf(inventory: Inventory, to: NetworkTarget): readonly Block[] {
  const net = inventory.nets.get(to.network ?? '');
  return [...(net?.blocks ?? []), ...(net?.six != null && sure(to.ipv6) ? [net.six] : [])];
}

/** Every order of a few things. */
function ordersOf<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((first, index) =>
    ordersOf([...things.slice(0, index), ...things.slice(index + 1)]).map((rest) => [first, ...rest]),
  );
}
